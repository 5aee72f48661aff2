"""Who came, in which capacity, for whom, and when they came and went."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Partner, Person, Seat
from meetings.models.agenda import AgendaItem
from meetings.models.locks import by_attendance, by_meeting
from meetings.models.meeting import Meeting


class Attendance(models.Model):
    """One line of the attendance list: a seat filled or not, or somebody there without a seat.

    Name, post and organisation are kept as they were on the day: later changes do not rewrite old minutes (demand 11).
    A name alone is a valid entry.
    """

    class Capacity(models.TextChoices):
        """In what capacity somebody is there; apart from membership."""

        MEMBER = "member", "Member"
        IN_ATTENDANCE = "in_attendance", "In attendance"
        OBSERVER = "observer", "Observer"
        OFFICER = "officer", "Officer"
        MINUTE_TAKER = "minute_taker", "Minute taker"
        PRESENTER = "presenter", "Presenter"
        COUNCILLOR = "councillor", "Councillor"

    class Status(models.TextChoices):
        EXPECTED = "expected", "Expected"
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent, no apologies"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    organisation = models.CharField(max_length=160, blank=True)
    initials = models.CharField(max_length=6, blank=True)
    capacity = models.CharField(max_length=14, choices=Capacity, default=Capacity.MEMBER)
    status = models.CharField(max_length=10, choices=Status, default=Status.EXPECTED)
    is_presiding = models.BooleanField("in the chair", default=False)
    substitute = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="substituted")
    substitute_name = models.CharField(max_length=120, blank=True)
    substitute_post = models.CharField(max_length=160, blank=True)
    stands_for = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="stood_for_by",
        help_text="Whose place somebody without a seat takes, beside that seat’s substitute: two for one absentee",
    )
    also_for = models.ManyToManyField(Seat, blank=True, related_name="also_represented")
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="attended_for")
    remote = models.BooleanField("by video", default=False)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_meeting()
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "seat"], condition=Q(seat__isnull=False), name="attendance_once_per_seat"
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(is_presiding=True), name="attendance_one_in_the_chair"
            ),
            models.CheckConstraint(
                name="attendance_substitute_only_when_holder_is_away",
                condition=Q(substitute=None) | Q(status__in=["apologies", "absent"]),
            ),
            models.CheckConstraint(name="attendance_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def fills_seat(self) -> bool:
        return self.seat_id is not None and (self.status == self.Status.PRESENT or self.substitute_id is not None)

    @property
    def is_in_the_room(self) -> bool:
        return self.status == self.Status.PRESENT or self.substitute_id is not None


class Movement(models.Model):
    """Somebody arriving or leaving while the meeting went on, at an item or a time (demand 14)."""

    class Direction(models.TextChoices):
        ARRIVED = "arrived", "arrived"
        LEFT = "left", "left"

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="movements")
    direction = models.CharField(max_length=8, choices=Direction)
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="movements")
    at_time = models.TimeField(null=True, blank=True)
    declaration = models.ForeignKey(
        "Declaration",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="movements",
        help_text="The interest for which somebody left",
    )
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_attendance()
        constraints = [
            models.CheckConstraint(
                name="movement_at_an_item_or_a_time", condition=Q(item__isnull=False) | Q(at_time__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance} {self.direction}"


class Presiding(models.Model):
    """Who presides and how they came to, for the whole meeting or, where ``item`` is given, for that item only.

    Of the whole meeting ``Attendance.is_presiding`` says who; the row here says how. Joint chairs have a row each.
    """

    class How(models.TextChoices):
        CHAIR = "chair", "As chair of the board"
        VICE_CHAIR = "vice_chair", "As vice-chair, the chair being away"
        ELECTED = "elected", "Elected by those present"
        RECUSED = "recused", "The chair having declared an interest"
        JOINT = "joint", "As joint chair"
        VACANT = "vacant", "The chair being vacant"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="presidings")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="presidings")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="presidings")
    how = models.CharField(max_length=10, choices=How, default=How.CHAIR)

    history = HistoricalRecords()

    class Meta:
        triggers = by_meeting()
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "item", "attendance"], nulls_distinct=False, name="presiding_once_each"
            ),
            models.UniqueConstraint(
                fields=["meeting", "item"], condition=~Q(how="joint"), nulls_distinct=False, name="presiding_by_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.get_how_display()}"


class Declaration(models.Model):
    """An interest declared, or a nil return, and what followed from it (DOMAIN rules 41 to 44)."""

    class Kind(models.TextChoices):
        PECUNIARY = "pecuniary", "Disclosable pecuniary interest"
        PERSONAL = "personal", "Personal interest"
        EMPLOYMENT = "employment", "Employment by a partner concerned"
        LOYALTY = "loyalty", "Conflict of loyalty"
        NIL = "nil", "Nothing to declare"

    class Consequence(models.TextChoices):
        NONE = "none", "Took part"
        SPOKE = "spoke", "Spoke and did not vote"
        STAYED = "stayed", "Stayed and took no part"
        LEFT = "left", "Left the room"
        CHAIR_VACATED = "chair_vacated", "Left the chair"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="declarations")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="declarations")
    items = models.ManyToManyField(AgendaItem, blank=True, related_name="declarations")
    kind = models.CharField(max_length=12, choices=Kind)
    interest = models.TextField(blank=True)
    whose = models.CharField("whose interest", max_length=160, blank=True)
    consequence = models.CharField(max_length=14, choices=Consequence, default=Consequence.NONE)

    history = HistoricalRecords()

    class Meta:
        triggers = by_meeting()
        constraints = [
            models.CheckConstraint(name="declaration_says_what", condition=Q(kind="nil") | ~Q(interest="")),
        ]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.get_kind_display()}"

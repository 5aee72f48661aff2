"""Seats belong to partners, not to names: holders come and go."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from boards.models.board import Board
from boards.models.dated import Dated, days, ends_after_it_begins
from boards.models.partner import Constituency, Partner
from boards.models.person import Person


class Seat(Dated):
    """A place at a board, owned by a partner, by a class of partners, or by a post; perhaps vacant."""

    class Role(models.TextChoices):
        MEMBER = "member", "Member"
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice_chair", "Vice-chair"
        JOINT_CHAIR = "joint_chair", "Joint chair"
        MINUTE_TAKER = "minute_taker", "Minute taker"
        OBSERVER = "observer", "Observer"

    class Membership(models.TextChoices):
        CORE = "core", "Core member"
        STATUTORY = "statutory", "Statutory member"
        ASSOCIATE = "associate", "Associate member"
        LAY = "lay", "Lay member"
        ATTENDEE = "attendee", "In attendance"

    class Side(models.TextChoices):
        """For partners that send an officer and an elected member (requirement 4.8)."""

        OFFICER = "officer", "Officer"
        MEMBER = "member", "Elected member"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=160, blank=True, help_text="The post it is for, such as “Borough Commander”")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    constituency = models.ForeignKey(
        Constituency, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    role = models.CharField(max_length=14, choices=Role, default=Role.MEMBER)
    membership = models.CharField(max_length=10, choices=Membership, default=Membership.CORE)
    side = models.CharField(max_length=8, choices=Side, blank=True)
    voting = models.BooleanField(default=True)
    follows_post = models.BooleanField(
        "whoever holds the post", default=False, help_text="Its holder changes when another holds that post (1.7)"
    )
    agency_stated = models.CharField(
        "partner to be confirmed",
        max_length=80,
        blank=True,
        help_text="As the paper says it, such as “first key agency” (requirement 3.6)",
    )
    vacancy_reason = models.CharField(
        max_length=200, blank=True, help_text="Why it is agreed but vacant, such as “young people, aspired to”"
    )
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            ends_after_it_begins("seat_ends_after_it_begins"),
            models.CheckConstraint(
                name="seat_owned_by_partner_class_or_post",
                condition=Q(partner__isnull=False)
                | Q(constituency__isnull=False)
                | ~Q(title="")
                | ~Q(agency_stated=""),
            ),
            models.CheckConstraint(
                name="seat_follows_a_post_that_is_named",
                condition=Q(follows_post=False) | (~Q(title="") & Q(partner__isnull=False)),
            ),
            models.CheckConstraint(name="seat_observers_do_not_vote", condition=~Q(role="observer", voting=True)),
        ]

    def __str__(self) -> str:
        return self.title or str(self.partner or self.constituency or self.agency_stated)

    def get_absolute_url(self) -> str:
        return reverse("boards:seat", args=[self.board.slug, self.pk])


class SeatHolding(Dated):
    """Who holds a seat, from when to when. Never two at once."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    appointed_by = models.CharField(max_length=160, blank=True, help_text="The body that nominated them, if known")

    history = HistoricalRecords()

    class Meta:
        ordering = ["seat", "from_date"]
        constraints = [
            ends_after_it_begins("seat_holding_ends_after_it_begins"),
            ExclusionConstraint(
                name="seat_held_by_one_at_a_time",
                expressions=[("seat", RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                violation_error_message="Somebody else holds the seat on some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.seat}"


class Substitute(Dated):
    """Who may sit in a seat when its holder cannot, in order (habits H1, H2)."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="substitutes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="substitutions")
    without_post = models.CharField(
        "why without a post at the partner", max_length=200, blank=True, help_text="Where they work for no partner"
    )
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            ends_after_it_begins("substitute_ends_after_it_begins"),
            ExclusionConstraint(
                name="substitute_once_at_a_time",
                expressions=[
                    ("seat", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message="They are a substitute for this seat on some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.seat}"

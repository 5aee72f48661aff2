"""Money a decision would spend, whose it is, whether its owner agrees, and the dispute where it does not (gap 1)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board, Partner, Person
from meetings.models.attendance import Attendance
from meetings.models.decision import Decision
from meetings.models.locks import by_decision


class SpendingLine(models.Model):
    """Money a decision would spend, and whose it is. Amounts in pence, beside the words of the paper."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="spending")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="spending")
    amount_pence = models.PositiveBigIntegerField()
    amount_stated = models.CharField(max_length=60, blank=True)
    purpose = models.CharField("what for", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_decision()
        constraints = [models.UniqueConstraint(fields=["decision", "partner", "purpose"], name="spending_line_once")]

    def __str__(self) -> str:
        return f"{self.amount_stated or self.amount_pence} of {self.partner}’s money"


class Consent(models.Model):
    """What a partner’s own representative answered for its money: written once, and the latest answer counts.

    It may come after the minutes are locked: the decision then stands from that day (requirement 1.16).
    """

    class Answer(models.TextChoices):
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Not agreed"

    line = models.ForeignKey(SpendingLine, on_delete=models.PROTECT, related_name="consents")
    answer = models.CharField(max_length=8, choices=Answer)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    successor = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consents_as_successor",
        help_text="For which they answered, where the partner whose money it is has ended",
    )
    attendance = models.ForeignKey(
        Attendance,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consents",
        help_text="If there",
    )
    date = models.DateField("answered on")
    words = models.TextField(blank=True, help_text="The letter, e-mail or words it was given in")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["recorded_at", "pk"]
        triggers = [pgtrigger.Protect(name="consent_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_answer_display()}"

    @property
    def who(self) -> str:
        """Joss Lindqvist; or Joss Lindqvist for the Care Board, its successor"""
        return f"{self.person} for {self.successor}, its successor" if self.successor else str(self.person)


class Dispute(models.Model):
    """Partners that differ on spending their money: who negotiates, until when, and how it ended (requirement 1.16)."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        AGREED = "agreed", "Agreed later"
        LAPSED = "lapsed", "Lapsed"

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="dispute")
    partners = models.ManyToManyField(Partner, related_name="disputes")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    opened_date = models.DateField()
    closes_date = models.DateField("to be settled by", null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)
    ended_words = models.TextField("how it ended", blank=True)

    history = HistoricalRecords(m2m_fields=[partners])

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dispute_ended_on_a_day",
                condition=Q(state="open", ended_date=None) | (~Q(state="open") & Q(ended_date__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Dispute on {self.decision}"


class Negotiator(models.Model):
    """Somebody named to settle a dispute: by name, with the post or the side they stand for."""

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="negotiators")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="negotiations")
    name = models.CharField(max_length=120)
    role = models.CharField("as", max_length=160, blank=True)
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Consultation(models.Model):
    """A board, a body or a group asked for its view while a dispute is open."""

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="consultations")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body = models.CharField("or a body or group", max_length=200, blank=True)
    asked_date = models.DateField()
    replied_date = models.DateField(null=True, blank=True)
    reply = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["asked_date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="consultation_of_a_board_or_a_body",
                condition=Q(board__isnull=False, body="") | (Q(board=None) & ~Q(body="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.board or self.body)


class Condition(models.Model):
    """What a decision waits for from another body, with its answer (requirement 0.10). The answer may come after the
    minutes are locked."""

    class Answer(models.TextChoices):
        AGREED = "agreed", "Agreed"
        AMENDED = "amended", "Agreed with changes"
        DECLINED = "declined", "Not agreed"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="conditions")
    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="awaited_by")
    body = models.CharField("or a body outside", max_length=200, blank=True)
    expected_date = models.DateField("answer expected on", null=True, blank=True)
    effect = models.CharField("takes effect", max_length=120, blank=True, help_text="As stated, such as “end of April”")
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_date = models.DateField(null=True, blank=True)
    answer_words = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="condition_of_a_board_or_a_body",
                condition=Q(board__isnull=False, body="") | (Q(board=None) & ~Q(body="")),
            ),
            models.CheckConstraint(
                name="condition_answered_on_a_day",
                condition=Q(answer="", answered_date=None) | (~Q(answer="") & Q(answered_date__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Subject to {self.board or self.body}"


class DelegationUse(models.Model):
    """One use of a power a decision delegated: what was decided under it, by whom, whom they consulted."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="uses")
    date = models.DateField()
    by_whom = models.CharField("decided by", max_length=200)
    consulted = models.CharField(max_length=200, blank=True)
    what = models.TextField("what was decided")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.by_whom}, {self.date:%-d %B %Y}"

"""What the regulations ask of executive decisions: a notice before a key one, a statement after each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board
from meetings.models.agenda import AgendaItem
from meetings.models.decision import Decision


class KeyDecisionNotice(models.Model):
    """Notice, of 28 clear days, of a key decision or a private meeting, or why less (SI 2012/2089 regs 5, 9-11)."""

    class Shorter(models.TextChoices):
        NONE = "", "Full notice"
        GENERAL = "general", "General exception (regulation 10)"
        URGENT = "urgent", "Special urgency (regulation 11)"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="key_decisions")
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="key_decision"
    )
    matter = models.CharField(max_length=240)
    expected_date = models.DateField("to be decided on or after")
    documents = models.TextField("documents to be considered", blank=True)
    contact = models.CharField("who to write to", max_length=200, blank=True)
    is_private = models.BooleanField("to be taken in private", default=False)
    private_reason = models.TextField("why in private", blank=True)
    shorter = models.CharField("shorter notice", max_length=8, choices=Shorter, blank=True)
    shorter_reason = models.TextField("why full notice was impracticable", blank=True)
    agreed_by = models.CharField("who was told or agreed", max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["expected_date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="key_decision_private_with_reason", condition=Q(is_private=False) | ~Q(private_reason="")
            ),
            models.CheckConstraint(
                name="key_decision_shorter_with_reason", condition=Q(shorter="") | ~Q(shorter_reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.matter


class ExecutiveStatement(models.Model):
    """The written statement of an executive decision (SI 2012/2089 reg 12)."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="statement")
    reasons = models.TextField()
    alternatives = models.TextField("alternatives considered and rejected", help_text="“None” is an answer")
    conflicts = models.TextField("conflicts of interest declared", blank=True)
    dispensations = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"Statement of {self.decision}"

"""Members prepared before the meeting, so that disagreement is found ahead of it; and who else is asked to come."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Partner, Person
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class Briefing(models.Model):
    """What members are told ahead of a meeting, on one item or on all of it (requirement 1.16 iii)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="briefings")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="briefings")
    text = models.TextField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Briefing for {self.meeting}"


class Briefed(models.Model):
    """One member's copy: sent, received, and what they foresee. Only officers and the chair read ``foresees``."""

    class View(models.TextChoices):
        NONE = "", "Nothing said"
        CONTENT = "content", "Content"
        QUESTION = "question", "Has a question"
        DISAGREES = "disagrees", "Would not agree"

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="briefed")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="briefed")
    partner = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The officer who entered it for them",
    )
    view = models.CharField(max_length=10, choices=View, blank=True)
    foresees = models.TextField("what they foresee", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "briefed"
        constraints = [models.UniqueConstraint(fields=["briefing", "person"], name="briefed_once_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.briefing}"


class Invitation(models.Model):
    """A partner asked to come to a meeting, alone or with all of its category (requirement 4.10)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="invitations")
    category = models.CharField(max_length=12, blank=True, help_text="The category it was asked with, if with one")
    words = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["partner"]
        constraints = [models.UniqueConstraint(fields=["meeting", "partner"], name="invitation_once_each")]

    def __str__(self) -> str:
        return f"{self.partner}: {self.meeting}"

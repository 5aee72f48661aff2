"""What is said to a circulated draft, how it is corrected, where it is approved, and how it is opened again."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Person
from meetings.models.agenda import AgendaItem
from meetings.models.locks import by_minutes
from meetings.models.meeting import Meeting
from meetings.models.minutes import Minute, Minutes


class Comment(models.Model):
    """What a member says to an item of a circulated draft, and what the officer answers."""

    class State(models.TextChoices):
        OPEN = "open", "Not answered yet"
        TAKEN_UP = "taken_up", "Taken up"
        NOT_TAKEN_UP = "not_taken_up", "Not taken up"
        WITHDRAWN = "withdrawn", "Withdrawn"

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="comments")
    version = models.PositiveSmallIntegerField(default=1)
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
    block = models.ForeignKey(Minute, null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField()
    quoted = models.TextField("the words it is about", blank=True, help_text="As they stood, should the block change")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Approval(models.Model):
    """Where and when a set of minutes was approved. Joint meetings: once by each board (DOMAIN rule 7).

    Without a meeting it is by the closing rule of a board that ends (DOMAIN rule 6).
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="approvals")
    version = models.PositiveSmallIntegerField(default=1)
    at_meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="approvals_given"
    )
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="approvals")
    presiding = models.CharField(max_length=160, blank=True, help_text="Who presided at the approving meeting")
    closing_rule = models.TextField("by the closing rule", blank=True, help_text="Who was sent it, and until when")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        triggers = [pgtrigger.Protect(name="approval_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "at_meeting", "version"], name="approval_once_per_meeting"),
            models.CheckConstraint(
                name="approval_at_a_meeting_or_by_the_closing_rule",
                condition=Q(at_meeting__isnull=False, closing_rule="") | (Q(at_meeting=None) & ~Q(closing_rule="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}, approved at {self.at_meeting or 'no meeting'}"


class Correction(models.Model):
    """A correction proposed to a circulated text, addressed to item and words; accepted or not on approval, and kept
    beside the draft (DOMAIN rule 11)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        ACCEPTED = "accepted", "Accepted"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveSmallIntegerField(default=1, help_text="The version of the minutes it was noted against")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    block = models.ForeignKey(Minute, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    comment = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    was = models.TextField(blank=True)
    becomes = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    reason = models.TextField("why it was not accepted", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        triggers = by_minutes()

    def __str__(self) -> str:
        return f"{self.was} → {self.becomes}"


class Reopening(models.Model):
    """Approved minutes opened again, with the reason: the version left behind stays sealed and readable (demand 7)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="reopenings")
    version_left = models.PositiveSmallIntegerField()
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["version_left"]
        triggers = [pgtrigger.Protect(name="reopening_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "version_left"], name="reopening_once_per_version"),
            models.CheckConstraint(name="reopening_gives_its_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"{self.minutes}: version {self.version_left} reopened"

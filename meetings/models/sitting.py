"""A meeting while it goes on: what is being taken, who minutes it, whose desks are open, what arrived from them."""

import uuid

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting


class Sitting(models.Model):
    """Which item is being taken (or since when none is), and who has the pen. The order taken stands with the items."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="sitting")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    item_since = models.DateTimeField(null=True, blank=True)
    pen = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pen_since = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sitting_pen_and_since",
                condition=models.Q(pen=None, pen_since=None) | models.Q(pen__isnull=False, pen_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, at {self.item or 'no item'}"

    @property
    def has_ended(self) -> bool:
        """No item is being taken, and ``item_since`` says since when."""
        return self.item_id is None and self.item_since is not None


class Presence(models.Model):
    """One open desk and where it is. No record: it is written every few seconds, and goes when the window does."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presences")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    window = models.UUIDField(unique=True)
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    seen_at = models.DateTimeField()
    wrote_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["meeting", "seen_at"], name="presence_at_meeting")]

    def __str__(self) -> str:
        return f"{self.officer} at {self.item or 'the desk'}"


class Act(models.Model):
    """What somebody did at the desk besides writing, once. The same key again is a retry and gets the same answer."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=24)
    asked = models.JSONField(default=dict)
    answer = models.JSONField(default=dict)
    done_at = models.DateTimeField(help_text="When the officer did it, by their computer; it may have waited there")
    arrived_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["arrived_at"]

    def __str__(self) -> str:
        return f"{self.kind}, {self.arrived_at:%-d %B %Y}"

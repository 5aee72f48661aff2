"""The secret address under which somebody's diary reads when what they owe is due."""

from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Person


class CalendarFeed(models.Model):
    """``number`` is part of what is signed into the address: a new one closes every address before it."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="calendar_feed")
    number = models.PositiveIntegerField(default=1)
    is_open = models.BooleanField(default=True)
    made_at = models.DateTimeField(help_text="When the address in use was made")

    history = HistoricalRecords()

    class Meta:
        ordering = ["person"]

    def __str__(self) -> str:
        return f"Calendar of {self.person}"

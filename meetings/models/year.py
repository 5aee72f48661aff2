"""What each of a board's meetings in a year is for."""

from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Board


class YearlyMeeting(models.Model):
    """One of the meetings a board holds every year, with its purpose (requirement 1.8): agree, review, sign off."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="yearly_meetings")
    purpose = models.CharField("what it is for", max_length=200)
    month = models.PositiveSmallIntegerField("usual month")
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in the year")
    ended_date = models.DateField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="yearly_meeting_in_a_month", condition=models.Q(month__gte=1, month__lte=12)),
        ]

    def __str__(self) -> str:
        return self.purpose

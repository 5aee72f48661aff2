"""How somebody wants to be reminded."""

from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Board, Person


class Preference(models.Model):
    """One mail for all that a person owes, unless they ask for one for each action."""

    class Way(models.TextChoices):
        TOGETHER = "together", "One mail for everything I owe"
        EACH = "each", "One mail for each action"

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="reminder_preference")
    way = models.CharField(max_length=8, choices=Way, default=Way.TOGETHER)

    history = HistoricalRecords()

    class Meta:
        ordering = ["person"]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_way_display()}"


class TurnedOff(models.Model):
    """Somebody wants no reminders of a board. It counts as long as the board allows it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reminders_off")
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        ordering = ["person", "board"]
        constraints = [models.UniqueConstraint(fields=["person", "board"], name="turned_off_once")]

    def __str__(self) -> str:
        return f"{self.person}: no reminders of {self.board}"

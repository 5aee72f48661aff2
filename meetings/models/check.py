"""How a board wants its desk: which findings stop a draft, what followers read, and what an officer set aside."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from boards.models import Board
from meetings.models.meeting import Meeting


class DeskSetting(models.Model):
    """How a board’s meetings are minuted; without one the defaults hold."""

    board = models.OneToOneField(Board, on_delete=models.PROTECT, related_name="desk_setting")
    followers_read_wording = models.BooleanField(
        "members who follow read the draft wording", default=False, help_text="Otherwise only decisions, once minuted"
    )

    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"Desk of {self.board}"


class CheckSetting(models.Model):
    """What a finding of one check does at one board: stops the draft, warns, or is not looked for."""

    class Weight(models.TextChoices):
        STOPS = "stops", "Stops the draft"
        WARNS = "warns", "Warns"
        OFF = "off", "Is not looked for"

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="check_settings")
    check_name = models.CharField("check", max_length=32)
    weight = models.CharField(max_length=5, choices=Weight, default=Weight.WARNS)

    history = HistoricalRecords()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "check_name"], name="check_setting_once")]

    def __str__(self) -> str:
        return f"{self.check_name}: {self.get_weight_display()}"


class SetAside(models.Model):
    """A finding an officer looked at and set aside: it is not found again, and who did so is kept."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="set_aside")
    check_name = models.CharField("check", max_length=32)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of what was found, where it was found")
    sentence = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "check_name", "fingerprint"], name="set_aside_once"),
        ]

    def __str__(self) -> str:
        return self.sentence

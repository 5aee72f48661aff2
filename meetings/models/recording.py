"""What a board says about recording its meetings, and what recordings there are (DOMAIN rules 21, 55)."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board
from meetings.models.meeting import Meeting


class RecordingPolicy(models.Model):
    """The one stated policy of a board; how long recordings are kept is its retention rule."""

    class Practice(models.TextChoices):
        NOT = "not", "Its meetings are not recorded"
        SOUND = "sound", "Their sound is recorded"
        FILM = "film", "They are filmed"
        WEBCAST = "webcast", "They are webcast and the film is kept"

    board = models.OneToOneField(Board, on_delete=models.PROTECT, related_name="recording_policy")
    practice = models.CharField("recorded", max_length=8, choices=Practice)
    recorded_by = models.CharField(max_length=200, blank=True)
    ask = models.CharField("where it is asked for", max_length=200, blank=True)
    anyone_may_film = models.BooleanField("anyone may film, record and report an open meeting", default=True)
    words = models.TextField("anything else", blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "recording policies"
        constraints = [
            models.CheckConstraint(
                name="recording_policy_says_by_whom_and_where_it_is_asked_for",
                condition=Q(practice="not") | (~Q(recorded_by="") & ~Q(ask="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Recording of meetings of {self.board}"


class Recording(models.Model):
    """That a meeting was recorded, or was not, and where the recording or the rough notes are held."""

    class Kind(models.TextChoices):
        NONE = "none", "No recording was made"
        SOUND = "sound", "Sound"
        FILM = "film", "Film"
        NOTES = "notes", "Rough notes"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="recordings")
    kind = models.CharField("what", max_length=5, choices=Kind)
    held = models.CharField("where it is held", max_length=200, blank=True, help_text="Whose, and its reference")
    destroyed_date = models.DateField("destroyed on", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="recording_says_where_it_is_held",
                condition=Q(kind="none", held="", destroyed_date=None) | (~Q(kind="none") & ~Q(held="")),
            ),
            models.UniqueConstraint(fields=["meeting"], condition=Q(kind="none"), name="recording_none_said_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.meeting}"

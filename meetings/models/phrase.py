"""Standard sentences, put into the minutes by a few letters."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from boards.models import Board


class Phrase(models.Model):
    """A board’s standard sentence, or one officer’s own. Its blanks stand in square brackets: [post]."""

    board = models.ForeignKey(Board, null=True, blank=True, on_delete=models.PROTECT, related_name="phrases")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="phrases"
    )
    letters = models.CharField(max_length=12, help_text="What is typed for it, such as tbn")
    text = models.TextField()

    history = HistoricalRecords()

    class Meta:
        ordering = ["letters"]
        constraints = [
            models.CheckConstraint(
                name="phrase_of_a_board_or_an_officer",
                condition=Q(board=None, officer__isnull=False) | Q(board__isnull=False, officer=None),
            ),
            models.UniqueConstraint(
                fields=["board", "officer", "letters"], nulls_distinct=False, name="phrase_letters_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letters}: {self.text[:60]}"

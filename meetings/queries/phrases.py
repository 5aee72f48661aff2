"""The standard phrases of a board, and an officer's own."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board
from meetings.models import Phrase

LATELY = 5


@dataclass(frozen=True)
class Shelf:
    """One list of phrases: a board's, or where there is no board the officer's own."""

    board: Board | None
    officer: Any = None

    @property
    def key(self) -> dict[str, Any]:
        return {"board": self.board, "officer": None if self.board else self.officer}

    @property
    def phrases(self) -> QuerySet[Phrase]:
        return Phrase.objects.filter(**self.key).order_by("letters")

    @property
    def deleted_lately(self) -> list[Any]:
        """The last state of those deleted last, whose letters are free: each may be put back."""
        gone = Phrase.history.filter(**self.key, history_type="-").order_by("-history_date", "-history_id")
        standing = set(self.phrases.values_list("letters", flat=True))
        return [row for row in gone[: LATELY * 2] if row.letters not in standing][:LATELY]


def phrases_at_desk(board: Board, officer: Any) -> list[dict[str, str]]:
    """What the officer may insert at this board's desk; their own come before the board's of the same letters."""
    held = Phrase.objects.filter(Q(board=board) | Q(officer=officer)).order_by("letters", "board")
    found = {phrase.letters: phrase for phrase in sorted(held, key=lambda phrase: phrase.officer_id is not None)}
    return [
        {"letters": phrase.letters, "text": phrase.text, "whose": "Your own" if phrase.officer_id else "The board’s"}
        for phrase in sorted(found.values(), key=lambda phrase: phrase.letters)
    ]

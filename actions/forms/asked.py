"""The log that an address asks for, read for its reader: by a page, and by the worker that makes a file of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from actions.forms.log import LogFilter
from actions.models import ActionQuerySet
from actions.queries.action import known_on_board
from actions.queries.log import board_of_log, boards_among, known_over_all, log_of
from boards.models import Board

#: As what a log is taken along, and what that is called.
FILES = {"csv": "CSV", "xlsx": "Excel", "pdf": "PDF"}


@dataclass(frozen=True)
class Asked:
    """The log that an address asks for; ``board`` is None for that over all boards."""

    board: Board | None
    found: ActionQuerySet
    cut: LogFilter

    @property
    def address(self) -> str:
        return log_address(self.board.slug if self.board else "")

    def file(self, kind: str) -> str:
        if self.board:
            return reverse("actions:log_sheet", args=[self.board.slug, kind])
        return reverse("actions:whole_log_sheet", args=[kind])

    @property
    def files(self) -> list[tuple[str, str]]:
        return [(said, self.file(kind)) for kind, said in FILES.items()]

    @property
    def name(self) -> str:
        """Of a file, without what kind it is."""
        return f"actions-{self.board.slug}" if self.board else "actions"

    @property
    def about(self) -> str:
        """Whose log it is, in words: of a board, a partner or a person, or over all boards."""
        given = self.cut.cut()
        whose = " and ".join(str(given[name]) for name in ("partner", "owner") if given.get(name))
        if self.board:
            return f"{self.board.name}, owed by {whose}" if whose else self.board.name
        return f"Owed by {whose}, on every board whose papers you see" if whose else "Every board whose papers you see"


def log_address(board: str = "") -> str:
    """Of the board of this short name, or over all boards."""
    return reverse("actions:log", args=[board]) if board else reverse("actions:whole_log")


def asked_for(reader: Any, query: QueryDict, slug: str = "", *, on: dt.date) -> Asked:
    """404 where the reader may not read that board’s log."""
    board = board_of_log(reader, slug) if slug else None
    known = known_on_board(board, reader, on=on) if board else known_over_all(reader, on=on)
    cut = LogFilter(query, board=board, known=known, boards=boards_among(reader))
    return Asked(board, log_of(known, board, cut.cut(), on=on), cut)

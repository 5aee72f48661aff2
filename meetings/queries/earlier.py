"""Earlier wordings of an item: who left it how, and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import Http404

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Minute, MinutedItem
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for
from meetings.rules.earlier import Comparison, compared
from meetings.rules.edition import is_closed


@dataclass(frozen=True)
class Worded:
    """An item as somebody left it. ``number`` counts from the first wording; the last is the one that stands."""

    number: int
    at: dt.datetime
    by: str
    wording: list[dict[str, Any]]
    stands: bool

    @property
    def words(self) -> int:
        return sum(len(block["text"].split()) for block in self.wording)

    @property
    def opening(self) -> str:
        """Its first words, to tell it from the others."""
        return next((block["text"].strip() for block in self.wording if block["text"].strip()), "")


@dataclass(frozen=True)
class Earlier:
    """Every wording of an item, oldest first, and two of them compared."""

    item: AgendaItem
    version: int
    wordings: list[Worded]
    was: Worded | None
    then: Worded | None

    @property
    def latest_first(self) -> list[Worded]:
        return self.wordings[::-1]

    @property
    def comparison(self) -> Comparison | None:
        return compared(self.was.wording, self.then.wording) if self.was and self.then else None

    @property
    def can_be_restored(self) -> bool:
        return bool(self.was and self.then and self.was.wording != self.wordings[-1].wording)


def item_minuted_by(reader: Any, board: str, meeting: str, item: int) -> AgendaItem:
    """An item whose board the reader minutes; 404 where they may not know of it, 403 where they may not minute."""
    at = meeting_for(reader, board, meeting)
    found = at.items.select_related("section").filter(pk=item).first()
    if found is None or (is_closed(found) and not sight_at(reader, at).sees(found)):
        raise Http404("No item is at this address.")
    check_may_minute(reader, at.board)
    found.meeting = at
    return found


def earlier(item: AgendaItem, *, was: int = 0, then: int = 0) -> Earlier:
    """The item's wordings, and number ``was`` compared with number ``then``; without numbers the last two."""
    wordings = _wordings(item)
    standing = MinutedItem.objects.filter(item=item).values_list("version", flat=True).first()
    by_number = {one.number: one for one in wordings}
    later = by_number.get(then) or by_number.get(len(wordings))
    before = by_number.get(was) or by_number.get(len(wordings) - 1)
    return Earlier(item, standing or 0, wordings, before, later if before else None)


def _wordings(item: AgendaItem) -> list[Worded]:
    """A row of history is a wording, unless it says what the one before it said."""
    rows = MinutedItem.history.filter(item_id=item.pk).select_related("history_user__person").order_by("history_id")
    told: list[Any] = []
    for row in rows:
        if not told or told[-1].wording != row.wording:
            told.append(row)
    return [
        Worded(
            number=number,
            at=row.saved_at or row.history_date,
            by=str(getattr(row.history_user, "person", None) or "Somebody"),
            wording=row.wording,
            stands=number == len(told),
        )
        for number, row in enumerate(told, 1)
    ]


def as_restored(item: AgendaItem, wording: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The wording's blocks, to be written again: one that has come to stand under another item since is a new block."""
    keys = [block["key"] for block in wording]
    away = Minute.objects.filter(minutes__meeting=item.meeting_id, key__in=keys).exclude(item=item)
    moved = {str(key) for key in away.values_list("key", flat=True)}
    return [block | {"key": str(uuid4())} if block["key"] in moved else block for block in wording]

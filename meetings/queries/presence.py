"""What an open desk is told every few seconds: who else is where, and what has changed since. Few statements."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zlib import crc32

from django.db.models import OuterRef, QuerySet, Subquery

from boards.permissions import SEE_EXEMPT, words_on
from meetings.models import AgendaItem, Attendance, Declaration, Meeting, Movement, Presence, Presiding
from meetings.rules.presence import GONE_AFTER, WRITING_FOR
from trust.tools.words import clock


@dataclass(frozen=True)
class Sat:
    """How a meeting stands: numbers that rise with every change of the room or the agenda, the item now, the pen."""

    room: int
    agenda: int
    now: int | None
    now_since: dt.datetime | None
    pen: int | None
    pen_since: dt.datetime | None
    pen_name: str


def pulse_of(meeting: Meeting, reader: Any, window: UUID, *, at: dt.datetime) -> dict[str, Any]:
    """Four statements. Of exempt items nothing is told to those who may not see them."""
    items = list(_items(meeting, exempt=SEE_EXEMPT in words_on(reader, meeting.board)))
    versions = {pk: version for pk, version, *_ in items}
    sat = sat_of(meeting)
    others = _open_desks(meeting, at).exclude(window=window)
    return {
        "others": [_told(desk, versions, reader, at) for desk in others],
        "versions": {str(item): version for item, version in versions.items() if version},
        "room": sat.room,
        "agenda": sat.agenda,
        "business": crc32(repr([(pk, *words) for pk, _, *words in items]).encode()),
        "now": sat.now if sat.now in versions else None,
        "ended": sat.now is None and sat.now_since is not None,
        "pen": {"name": sat.pen_name, "mine": sat.pen == reader.pk, "since": _clock(sat.pen_since)},
    }


def sat_of(meeting: Meeting) -> Sat:
    """One statement. Every change leaves a line of history, so the last lines' numbers together only rise."""
    told = Meeting.objects.filter(pk=meeting.pk).values_list(
        *(_last_line(model, path) for model, path in OF_THE_ROOM),
        _last_line(AgendaItem, "meeting"),
        "sitting__item",
        "sitting__item_since",
        "sitting__pen",
        "sitting__pen_since",
        "sitting__pen__person__name",
    )
    *room, agenda, now, now_since, pen, pen_since, name = told.get()
    return Sat(sum(line or 0 for line in room), agenda or 0, now, now_since, pen, pen_since, name or "")


#: What an item's line at the desk shows: whoever has the desk open is told when it changes.
LISTED = ("position", "number", "number_stated", "title", "state", "state_reason", "moved_to")
OF_THE_ROOM = [
    (Meeting, "id"),
    (Attendance, "meeting"),
    (Declaration, "meeting"),
    (Presiding, "meeting"),
    (Movement, "attendance__meeting"),
]


def _last_line(model: Any, path: str) -> Subquery:
    lines = model.history.model.objects.filter(**{path: OuterRef("pk")})
    return Subquery(lines.order_by("-history_id").values("history_id")[:1])


def _items(meeting: Meeting, *, exempt: bool) -> Iterable[tuple[Any, ...]]:
    """Each item that the reader may see, with the version of its minute and what the desk's list says of it."""
    items = meeting.items.order_by("position", "pk")
    if not exempt:
        items = items.filter(exempt_paragraphs="").exclude(section__exempt_paragraphs__gt="")
    return items.values_list("pk", "minuted__version", *LISTED)


def _clock(moment: dt.datetime | None) -> str:
    return clock(moment) if moment else ""


def _open_desks(meeting: Meeting, at: dt.datetime) -> QuerySet[Presence]:
    lately = meeting.presences.filter(seen_at__gt=at - GONE_AFTER)
    return lately.select_related("officer__person").order_by("officer__person__name", "pk")


def _told(desk: Presence, seen: Container[int | None], reader: Any, at: dt.datetime) -> dict[str, Any]:
    """Where somebody is, and whether they are writing there; an item not for the reader is not told."""
    return {
        "name": str(getattr(desk.officer, "person", None) or desk.officer),
        "mine": desk.officer_id == reader.pk,
        "item": desk.item_id if desk.item_id in seen else None,
        "writing": desk.wrote_at is not None and desk.wrote_at > at - WRITING_FOR,
    }

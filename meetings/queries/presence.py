"""What an open desk is told every few seconds: who else is where, and what has changed since. Few statements."""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from boards.permissions import SEE_EXEMPT, words_on
from meetings.models import AgendaItem, Attendance, Declaration, Meeting, Movement, Presence, Presiding
from meetings.rules.presence import GONE_AFTER, WRITING_FOR


@dataclass(frozen=True)
class Sat:
    """How a meeting stands: numbers that rise with every change of the room or the agenda, the item now, the pen."""

    room: int
    agenda: int
    now: int | None
    pen: int | None
    pen_name: str


def pulse_of(meeting: Meeting, reader: Any, window: UUID, *, at: dt.datetime) -> dict[str, Any]:
    """Four statements. Of exempt items nothing is told to those who may not see them."""
    versions = dict(_versions(meeting, exempt=SEE_EXEMPT in words_on(reader, meeting.board)))
    sat = sat_of(meeting)
    others = _open_desks(meeting, at).exclude(window=window)
    return {
        "others": [_told(desk, versions, reader, at) for desk in others],
        "versions": {str(item): version for item, version in versions.items() if version},
        "room": sat.room,
        "agenda": sat.agenda,
        "now": sat.now if sat.now in versions else None,
        "pen": {"name": sat.pen_name, "mine": sat.pen == reader.pk},
    }


def sat_of(meeting: Meeting) -> Sat:
    """One statement. Every change leaves a line of history, so the last lines' numbers together only rise."""
    told = Meeting.objects.filter(pk=meeting.pk).values_list(
        *(_last_line(model, path) for model, path in OF_THE_ROOM),
        _last_line(AgendaItem, "meeting"),
        "sitting__item",
        "sitting__pen",
        "sitting__pen__person__name",
    )
    *room, agenda, now, pen, name = told.get()
    return Sat(sum(line or 0 for line in room), agenda or 0, now, pen, name or "")


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


def _versions(meeting: Meeting, *, exempt: bool) -> Iterable[tuple[int, int | None]]:
    """Each item that the reader may see, with the version of its minute."""
    items = meeting.items.order_by()
    if not exempt:
        items = items.filter(exempt_paragraphs="").exclude(section__exempt_paragraphs__gt="")
    return items.values_list("pk", "minuted__version")


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

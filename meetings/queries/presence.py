"""What an open desk is told every few seconds: who else is where, and what has changed since. Few statements."""

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zlib import crc32

from boards.permissions import SEE_EXEMPT, words_on
from meetings.models import Meeting, Presence
from meetings.permissions import restricted_open_to
from meetings.rules.presence import GONE_AFTER, WRITING_FOR
from trust.tools.statement import read
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


#: Every change leaves a line of history, so the last lines' numbers together only rise. Adding nothing to them keeps
#: the planner on the meeting's own lines, where it would walk all history.
_STANDS = """
    SELECT COALESCE((SELECT max(history_id + 0) FROM meetings_historicalmeeting WHERE id = %(meeting)s), 0)
         + COALESCE((SELECT max(history_id + 0) FROM meetings_historicalattendance WHERE meeting_id = %(meeting)s), 0)
         + COALESCE((SELECT max(history_id + 0) FROM meetings_historicaldeclaration WHERE meeting_id = %(meeting)s), 0)
         + COALESCE((SELECT max(history_id + 0) FROM meetings_historicalpresiding WHERE meeting_id = %(meeting)s), 0)
         + COALESCE((SELECT max(history_id + 0) FROM meetings_historicalmovement WHERE attendance_id IN (
               SELECT id FROM meetings_attendance WHERE meeting_id = %(meeting)s)), 0),
           COALESCE((SELECT max(history_id + 0) FROM meetings_historicalagendaitem WHERE meeting_id = %(meeting)s), 0),
           sitting.item_id, sitting.item_since, sitting.pen_id, sitting.pen_since, COALESCE(person.name, '')
    FROM meetings_meeting meeting
    LEFT JOIN meetings_sitting sitting ON sitting.meeting_id = meeting.id
    LEFT JOIN boards_person person ON person.user_id = sitting.pen_id
    WHERE meeting.id = %(meeting)s
"""
#: Each item that the reader may see, with the version of its minute and what its line at the desk shows.
_ITEMS = """
    SELECT item.id, minuted.version, item.position, item.number, item.number_stated, item.title, item.state,
        item.state_reason, item.moved_to_id,
        CASE WHEN item.restricted_reason <> '' THEN item.id END,
        CASE WHEN section.restricted_reason <> '' THEN section.id END FROM meetings_agendaitem item
    LEFT JOIN meetings_agendaitem section ON section.id = item.section_id
    LEFT JOIN meetings_minuteditem minuted ON minuted.item_id = item.id
    WHERE item.meeting_id = %(meeting)s
    AND (%(exempt)s OR (item.exempt_paragraphs = '' AND COALESCE(section.exempt_paragraphs, '') = ''))
    ORDER BY item.position, item.id
"""
_OPEN = """
    SELECT {desk}, COALESCE(person.name, officer.email) AS named FROM meetings_presence desk
    JOIN boards_user officer ON officer.id = desk.officer_id
    LEFT JOIN boards_person person ON person.user_id = officer.id
    WHERE desk.meeting_id = %(meeting)s AND desk.seen_at > %(since)s AND desk.window <> %(window)s
    ORDER BY named, desk.id
"""


def pulse_of(meeting: Meeting, reader: Any, window: UUID, *, at: dt.datetime) -> dict[str, Any]:
    """Three statements where nothing is restricted. Of closed items nothing is told to those who may not see them."""
    exempt = SEE_EXEMPT in words_on(reader, meeting.board)
    items = _named(list(read(_ITEMS, {"meeting": meeting.pk, "exempt": exempt})), meeting, reader)
    versions = {pk: version for pk, version, *_ in items}
    sat = sat_of(meeting)
    since = {"meeting": meeting.pk, "since": at - GONE_AFTER, "window": window}
    return {
        "others": [_told(desk, name, versions, reader, at) for desk, name in read(_OPEN, since, desk=Presence)],
        "versions": {str(item): version for item, version in versions.items() if version},
        "room": sat.room,
        "agenda": sat.agenda,
        "business": crc32(repr([(pk, *words) for pk, _, *words in items]).encode()),
        "now": sat.now if sat.now in versions else None,
        "ended": sat.now is None and sat.now_since is not None,
        "pen": {"name": sat.pen_name, "mine": sat.pen == reader.pk, "since": _clock(sat.pen_since)},
    }


def _named(rows: list[tuple[Any, ...]], meeting: Meeting, reader: Any) -> list[tuple[Any, ...]]:
    """Without items restricted to partners that are not the reader’s, or under such a heading."""
    if not any(item or section for *_, item, section in rows):
        return [row[:-2] for row in rows]
    named = {None} | restricted_open_to(reader, meeting)
    return [row[:-2] for row in rows if {row[-2], row[-1]} <= named]


def sat_of(meeting: Meeting) -> Sat:
    """One statement."""
    return Sat(*next(read(_STANDS, {"meeting": meeting.pk})))


def _clock(moment: dt.datetime | None) -> str:
    return clock(moment) if moment else ""


def _told(desk: Presence, name: str, seen: Container[int | None], reader: Any, at: dt.datetime) -> dict[str, Any]:
    """Where somebody is, and whether they are writing there; an item not for the reader is not told."""
    return {
        "name": name,
        "mine": desk.officer_id == reader.pk,
        "item": desk.item_id if desk.item_id in seen else None,
        "writing": desk.wrote_at is not None and desk.wrote_at > at - WRITING_FOR,
    }

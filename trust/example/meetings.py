"""Holds the example's meetings: one approved and sealed, one circulated, one to minute, one called."""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.db import transaction

from actions.operations.desk import save_item
from boards.models import Board, Person, User
from meetings.models import AgendaItem, Meeting
from meetings.operations.agenda import add_item
from meetings.operations.attendance import record_attendance
from meetings.operations.meeting import call_meeting, prepare_meeting
from meetings.rules.blocks import Block
from trust.example import business
from trust.example.cast import EG, address

AWAY = {"Gwil Jarrow", "Hal Okonedo"}
VENUE = "Civic Centre, Room 2"


def clerk() -> User:
    return User.objects.get(email=address("kirsty"))


def tuesday(day: dt.date) -> dt.date:
    """The Tuesday of that day's week: the group's day."""
    return day + dt.timedelta(days=1 - day.weekday())


@transaction.atomic
def meet(board: Board, day: dt.date, items: Sequence[business.Item], *, at: dt.datetime) -> Meeting:
    """Call a meeting with these items on its agenda."""
    by = clerk()
    meeting = prepare_meeting(board=board, by=by, date=day, starts_at=dt.time(14), ends_at=dt.time(16), venue=VENUE)
    sections = {item.title: item for item in meeting.items.filter(is_section=True)}
    for item in items:
        fields = {"section": sections[item.section], "title": item.title, "purpose": item.purpose}
        why = "What the bidders ask would be known to each other." if item.exempt else ""
        closed = {"exempt_paragraphs": item.exempt, "exempt_reason": why}
        add_item(meeting=meeting, fields=fields | closed | {"report_of": item.report_of}, by=by)
    return call_meeting(meeting=meeting, by=by, at=at)


def attend(meeting: Meeting, *, at: dt.datetime) -> None:
    for attendance in meeting.attendances.all():
        away = attendance.name in AWAY
        if attendance.person_id:
            status = "apologies" if away else "present"
            record_attendance(attendance=attendance, status=status, by=clerk(), at=at)


def minute(meeting: Meeting, items: Sequence[business.Item], *, at: dt.datetime) -> None:
    """Write each item's blocks as an officer at the desk would."""
    for item in items:
        blocks = [as_sent(given) for given in item.blocks]
        agenda_item = AgendaItem.objects.get(meeting=meeting, title=item.title)
        save_item(item=agenda_item, save=uuid.uuid4(), base=0, blocks=blocks, by=clerk(), at=at)


def as_sent(given: business.Block) -> Block:
    return Block(
        uuid.uuid4(),
        given.kind,
        given.text,
        decision_kind=given.decision,
        amended_from=given.was,
        amended_to=given.becomes,
        who=given.who,
        when=given.when,
    )


def board() -> Board:
    return Board.objects.get(name=EG)


def somebody(name: str) -> Person:
    return Person.objects.get(name=name)

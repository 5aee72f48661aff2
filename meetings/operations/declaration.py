"""Putting down interests declared, with what followed, and taking down what was put down by mistake."""

from collections.abc import Sequence
from typing import Any

from meetings.models import AgendaItem, Attendance, Declaration, Meeting, Movement, Presiding
from meetings.operations.locked import locked_record_refuses, open_meeting, open_row
from meetings.queries.room import RoomRecord, room_record
from meetings.rules import declaration as rules
from meetings.rules.agenda import check_on_agenda
from meetings.rules.presiding import recused_from
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

Consequence = Declaration.Consequence


def record_declaration(
    *,
    attendance: Attendance,
    kind: str,
    interest: str,
    whose: str,
    consequence: str,
    items: Sequence[AgendaItem],
    by: Any,
) -> Declaration:
    """An interest in some items or, with none, in all; or a nil return. Leaving for it is recorded at each item."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        check_on_agenda(meeting, *items)
        rules.check_declaration(kind, interest, consequence, items)
        record = room_record(meeting)
        concerned = list(items) or [item for item in record.order if not item.is_section]
        rooms = [record.at(item) for item in concerned]
        rules.check_consequence(row, consequence, rooms)
        rules.check_not_contradicted(row, kind, [one for one in record.declarations if one.attendance_id == row.pk])
        said = {"kind": kind, "interest": interest, "whose": whose, "consequence": consequence}
        declared = keep(Declaration(meeting=meeting, attendance=row, **said), by=by)
        declared.items.set(items)
        there = [room.item for room in rooms if room.item and row.pk not in room.away]
        _act_on(declared, concerned, there if items else there[:1], by=by)
    return declared


def remove_declaration(*, declaration: Declaration, by: Any) -> None:
    """One put down by mistake, and what followed from it; its history stays."""
    with locked_record_refuses():
        meeting = open_meeting(declaration.meeting, by)
        going = meeting.declarations.filter(pk=declaration.pk).first()
        if going is None:
            raise Refused("That declaration was taken down already.")
        for movement in going.movements.all():
            discard(movement, by=by)
        going.items.clear()
        discard(going, by=by)
        _give_back_the_chair(meeting, room_record(meeting), by=by)


def _act_on(declared: Declaration, concerned: Sequence[AgendaItem], there: Sequence[AgendaItem], *, by: Any) -> None:
    """Whoever left is out of the chair of those items; that they left is recorded where they were ``there``."""
    if declared.consequence in (Consequence.LEFT, Consequence.CHAIR_VACATED):
        for one in declared.meeting.presidings.filter(attendance=declared.attendance, item__in=concerned):
            discard(one, by=by)
    if declared.consequence == Consequence.LEFT:
        for item in there:
            left = {"direction": Movement.Direction.LEFT, "item": item, "declaration": declared}
            keep(Movement(attendance=declared.attendance, **left), by=by)


def _give_back_the_chair(meeting: Meeting, record: RoomRecord, *, by: Any) -> None:
    """Nobody presides in place of a chair who, after all, declared nothing."""
    for one in record.presidings:
        if one.how == Presiding.How.RECUSED and one.item is not None:
            recused = recused_from(one.item, record.rows, record.declarations, record.presidings)
            if not recused - {one.attendance_id}:
                discard(one, by=by)

"""The room as the desk sends it: who comes and goes, who presides, what interest is declared; each with its undoing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from meetings.forms.acts import (
    attendance_asked,
    choice_asked,
    item_asked,
    items_asked,
    line_asked,
    number_asked,
    the_item_asked,
)
from meetings.models import AgendaItem, Attendance, Declaration, Meeting, Movement, Presiding
from meetings.operations import declaration, movement, presiding
from meetings.operations.interest import propose_interest_again, set_aside_interest
from meetings.queries.entitled import sight_at
from meetings.queries.room import room_record
from meetings.rules.acts import ActRefused, Done, check_as_left
from meetings.rules.edition import withhold
from meetings.rules.presiding import recused_from, usual_how
from meetings.rules.room import place_words, who_sat

Asked = Mapping[str, Any]
Direction, How, Kind, Consequence = Movement.Direction, Presiding.How, Declaration.Kind, Declaration.Consequence


def move(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``movement {attendance, direction: arrived|left, item, at_time, late}``: ``late`` where somebody marked as
    present was not there from the start."""
    row = attendance_asked(meeting, asked)
    direction = choice_asked(asked, "direction", Direction.values)
    item, at_time = item_asked(meeting, asked, by), _time_asked(asked)
    moved = movement.record_movement(
        attendance=row, direction=direction, item=item, at_time=at_time, by=by, came_late=asked.get("late") is True
    )
    verb = "left the meeting" if direction == Direction.LEFT else "arrived"
    said = f"{who_sat(row)} {verb} {place_words(item, at_time)}."
    return Done(said, {"kind": "undo_movement", "movement": moved.pk})


def take_back(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``undo_movement {movement}``"""
    found = Movement.objects.filter(attendance__meeting=meeting, pk=number_asked(asked, "movement") or 0)
    moved = found.select_related("attendance__meeting__board", "attendance__substitute", "item__section").first()
    if moved is None:
        raise ActRefused("That was taken back already.")
    withhold([moved.item], sight_at(by, meeting))
    said = f"Taken back: {who_sat(moved.attendance)} {moved.direction} {place_words(moved.item, moved.at_time)}."
    movement.take_back_movement(movement=moved, by=by)
    return Done(said)


def preside(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``preside {attendance, item, how}``: over the meeting, or over ``item`` only. ``how`` "" is what must be so:
    for a chair who declared an interest in the item, else by office or by election."""
    row, item = attendance_asked(meeting, asked), item_asked(meeting, asked, by)
    how = choice_asked(asked, "how", ["", *How.values])
    check_as_left("The chair", asked, _in_the_chair(meeting, item))
    before = meeting.presidings.filter(item=item).exclude(attendance=row).order_by("pk").first()
    made = presiding.preside(attendance=row, item=item, how=how or _how(meeting, item, row), by=by)
    undo: dict[str, Any] = {"kind": "end_presiding", "presiding": made.pk}
    if before:
        undo = {"kind": "preside", "attendance": before.attendance_id, "item": item and item.pk, "how": before.how}
        undo["left"] = _in_the_chair(meeting, item)
    over = f" for {place_words(item).removeprefix('at ')}" if item else ""
    return Done(f"{who_sat(row)} is in the chair{over}.", undo)


def _in_the_chair(meeting: Meeting, item: AgendaItem | None) -> list[list[Any]]:
    """Who presides there and how, as an undo finds it again."""
    return [[one.attendance_id, one.how] for one in meeting.presidings.filter(item=item).order_by("attendance")]


def end(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``end_presiding {presiding}``"""
    found = meeting.presidings.select_related("attendance__substitute", "meeting__board")
    made = found.filter(pk=number_asked(asked, "presiding") or 0).first()
    if made is None:
        raise ActRefused("That was taken back already.")
    presiding.end_presiding(presiding=made, by=by)
    return Done(f"{who_sat(made.attendance)} is no longer in the chair.")


def declare(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``declare {attendance, nature, interest, whose, consequence, items}``: no items for the whole agenda."""
    row = attendance_asked(meeting, asked)
    declared = declaration.record_declaration(
        attendance=row,
        kind=choice_asked(asked, "nature", Kind.values),
        interest=line_asked(asked, "interest", most=2_000),
        whose=line_asked(asked, "whose"),
        consequence=choice_asked(asked, "consequence", Consequence.values, otherwise=Consequence.NONE),
        items=items_asked(meeting, asked, by),
        by=by,
    )
    undo = {"kind": "undeclare", "declaration": declared.pk}
    if declared.kind == Kind.NIL:
        return Done(f"{who_sat(row)}: nothing to declare.", undo)
    what = f"{declared.interest.rstrip('.')}. {declared.get_consequence_display()}."
    return Done(f"{who_sat(row)} declared an interest: {what}", undo)


def undeclare(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``undeclare {declaration}``"""
    found = meeting.declarations.select_related("meeting__board", "attendance__substitute")
    declared = found.filter(pk=number_asked(asked, "declaration") or 0).first()
    if declared is None:
        raise ActRefused("That declaration was taken down already.")
    declaration.remove_declaration(declaration=declared, by=by)
    return Done(f"The declaration of {who_sat(declared.attendance)} is taken down.")


def no_interest(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``set_aside {attendance, item}``: employment that was proposed as an interest in the item, and is none (H6)."""
    row, item = attendance_asked(meeting, asked), the_item_asked(meeting, asked, by)
    set_aside_interest(attendance=row, item=item, by=by, at=done_at)
    undo = {"kind": "propose_again", "attendance": row.pk, "item": item.pk}
    return Done(f"{who_sat(row)}: not an interest in this item.", undo)


def interest_again(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``propose_again {attendance, item}``"""
    row = attendance_asked(meeting, asked)
    propose_interest_again(attendance=row, item=the_item_asked(meeting, asked, by), by=by)
    return Done(f"{who_sat(row)}: asked about again.")


def _how(meeting: Meeting, item: AgendaItem | None, row: Attendance) -> str:
    if item is None:
        return usual_how(row)
    record = room_record(meeting)
    recused = recused_from(item, record.rows, record.declarations, record.presidings) - {row.pk}
    return How.RECUSED if recused else usual_how(row)


def _time_asked(asked: Asked) -> dt.time | None:
    value = asked.get("at_time")
    if value in (None, ""):
        return None
    try:
        return dt.datetime.strptime(value, "%H:%M").time()
    except (TypeError, ValueError):
        raise ActRefused("Give the time as 14:30.") from None


PERFORMERS = {
    "movement": move,
    "undo_movement": take_back,
    "preside": preside,
    "end_presiding": end,
    "declare": declare,
    "undeclare": undeclare,
    "set_aside": no_interest,
    "propose_again": interest_again,
}

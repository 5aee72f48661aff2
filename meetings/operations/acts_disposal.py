"""What becomes of items, as the desk sends it: each act calls one operation, and says what would undo it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from meetings.forms.acts import NO_ITEM, item_asked, line_asked, number_asked, the_item_asked
from meetings.models import AgendaItem, Meeting
from meetings.operations import disposal, late
from meetings.rules.acts import ActRefused, Done
from meetings.rules.agenda import named
from meetings.rules.late import LONGEST_REASON, LONGEST_TITLE
from trust.tools.words import long_date

Asked = Mapping[str, Any]


def late_item(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``late_item {title, reason, after}``: behind ``after``, or last of all (habit H8)."""
    after = item_asked(meeting, asked, by, "after")
    item = late.late_item(meeting=meeting, title=_title(asked), reason=_reason(asked), after=after, by=by)
    return _came_on(item, f"Late item {item} is on the agenda.")


def split(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``split {item, title}``"""
    return _split(the_item_asked(meeting, asked, by), _title(asked), by)


def table_next(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``table_next {item, title}``: on the next meeting's agenda."""
    return _table_next(the_item_asked(meeting, asked, by), _title(asked), by)


def defer(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``defer {item, reason}``"""
    return _defer(the_item_asked(meeting, asked, by), _reason(asked), by)


def withdraw(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``withdraw {item, reason}``"""
    return _withdraw(the_item_asked(meeting, asked, by), _reason(asked), by)


def move_into(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``move_into {item, into, reason}``"""
    return _move_into(
        the_item_asked(meeting, asked, by), the_item_asked(meeting, asked, by, "into"), _reason(asked), by
    )


def dispose(item: AgendaItem, *, way: str, reason: str, into: AgendaItem | None, title: str, by: Any) -> str:
    """The same from a page: what was done, in a sentence."""
    if way == "split":
        return _split(item, title, by).sentence
    if way == "table_next":
        return _table_next(item, title, by).sentence
    if way == "move_into" and into is not None:
        return _move_into(item, into, reason, by).sentence
    return (_defer if way == "defer" else _withdraw)(item, reason, by).sentence


def put_back(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``put_back {item}``: on the agenda again."""
    item = disposal.put_back(item=the_item_asked(meeting, asked, by), by=by)
    return Done(f"{named(item, 'Item')} is on the agenda again.")


def take_off(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``take_off {item}``: of this meeting, or one that came from it onto a later agenda."""
    here = Q(meeting=meeting) | Q(came_from__meeting=meeting)
    item = AgendaItem.objects.filter(here, pk=number_asked(asked, "item") or 0).select_related("meeting__board").first()
    if item is None:
        raise ActRefused(NO_ITEM)
    late.take_off(item=item, by=by)
    return Done(f"“{item.title}” is off the agenda again.")


def _split(item: AgendaItem, title: str, by: Any) -> Done:
    part = late.split_item(item=item, title=title, by=by)
    return _came_on(part, f"{part} is an item of its own.")


def _table_next(item: AgendaItem, title: str, by: Any) -> Done:
    tabled = late.table_next(item=item, title=title, by=by)
    return _came_on(tabled, f"“{tabled.title}” is on the agenda of {long_date(tabled.meeting.date)}.")


def _defer(item: AgendaItem, reason: str, by: Any) -> Done:
    done = disposal.defer(item=item, reason=reason, by=by)
    said = f"{named(done.item, 'Item')} is deferred."
    if done.arrived_as:
        said = f"{named(done.item, 'Item')} is deferred to the meeting on {long_date(done.arrived_as.meeting.date)}."
    return Done(f"{said} {done.not_carried}".strip(), _put_back(done.item))


def _withdraw(item: AgendaItem, reason: str, by: Any) -> Done:
    withdrawn = disposal.withdraw(item=item, reason=reason, by=by)
    return Done(f"{named(withdrawn, 'Item')} is withdrawn.", _put_back(withdrawn))


def _move_into(item: AgendaItem, into: AgendaItem, reason: str, by: Any) -> Done:
    moved = disposal.move_into(item=item, into=into, reason=reason, by=by)
    return Done(f"{named(moved, 'Item')} is taken with {named(into)}.", _put_back(moved))


def _came_on(item: AgendaItem, sentence: str) -> Done:
    return Done(sentence, {"kind": "take_off", "item": item.pk})


def _put_back(item: AgendaItem) -> Mapping[str, Any]:
    return {"kind": "put_back", "item": item.pk}


def _title(asked: Asked) -> str:
    return line_asked(asked, "title", most=LONGEST_TITLE)


def _reason(asked: Asked) -> str:
    return line_asked(asked, "reason", most=LONGEST_REASON)


PERFORMERS = {
    "late_item": late_item,
    "split": split,
    "table_next": table_next,
    "defer": defer,
    "withdraw": withdraw,
    "move_into": move_into,
    "put_back": put_back,
    "take_off": take_off,
}

"""The item now and the pen, as the desk sends them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from meetings.forms.acts import the_item_asked
from meetings.models import Meeting, Sitting
from meetings.operations import sitting as operations
from meetings.rules.acts import Done
from meetings.rules.agenda import named
from trust.tools.refusal import Refused
from trust.tools.words import clock

Asked = Mapping[str, Any]


def take_item(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``take_item {item, opened}``: it is the item now. Where it was only ``opened`` and cannot be, nothing is said."""
    item, opened = the_item_asked(meeting, asked, by), asked.get("opened") is True
    try:
        operations.take_item(item=item, by=by, at=done_at, opened=opened)
    except Refused:
        if opened:
            return Done("")
        raise
    return Done(f"{named(item, 'Item')} is being taken.")


def take_pen(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``take_pen {if_free}``: this officer has the pen; with ``if_free`` only where nobody had it."""
    if_free = asked.get("if_free") is True
    sitting = operations.take_pen(meeting=meeting, by=by, at=done_at, if_free=if_free)
    if sitting.pen_id == by.pk or sitting.pen is None or sitting.pen_since is None:
        return Done("You have the pen.")
    person = getattr(sitting.pen, "person", None) or sitting.pen
    return Done(f"{person} has the pen since {clock(sitting.pen_since)}.")


def end_sitting(meeting: Meeting, asked: Asked, by: Any, done_at: dt.datetime, at: dt.datetime) -> Done:
    """``end_sitting {}``: the meeting is over; the undo goes on with the item that was being taken."""
    was = Sitting.objects.filter(meeting=meeting).values_list("item", flat=True).first()
    operations.end_sitting(meeting=meeting, by=by, at=done_at)
    return Done("The meeting is over.", {"kind": "take_item", "item": was})


PERFORMERS = {"take_item": take_item, "take_pen": take_pen, "end_sitting": end_sitting}

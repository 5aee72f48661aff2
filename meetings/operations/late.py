"""Items that come on once the agenda is out: late ones, a part of another, and business for the next meeting."""

from typing import Any

from django.db.models import ProtectedError

from boards.models import TermsOfReference
from boards.permissions import check_may_minute
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Meeting, MinutedItem, Sitting
from meetings.operations.agenda import renumber
from meetings.operations.locked import locked_record_refuses, open_agenda
from meetings.queries.capacity import check_agenda_lawful
from meetings.queries.entitled import check_sees
from meetings.queries.meeting import next_meeting
from meetings.rules.capacity import goes_out
from meetings.rules.disposal import (
    check_can_become,
    check_can_carry,
    check_can_come_off,
    check_not_carried_yet,
    section_like,
)
from meetings.rules.late import late_number, place_after, reasoned, section_after, titled
from trust.tools.keeping import discard, keep, keep_all
from trust.tools.refusal import Refused

#: What a part of an item, or business carried from it, takes along. Exempt business stays exempt wherever it goes.
ALONG = ("capacity", "agreement", "exempt_paragraphs", "exempt_reason")
#: And who votes on it and reads it, within its own board.
WITHIN = ("matter", "restricted_reason")
WHOLE = (*ALONG, "text", "purpose", "report_of", "receives_id")
WORDS = ("title", "late_reason", "is_late", "state", *WHOLE)


def late_item(*, meeting: Meeting, title: str, reason: str, after: AgendaItem | None, by: Any) -> AgendaItem:
    """Add an item that is late or urgent, behind ``after``; the reason is minuted (habit H8). No number changes."""
    with locked_record_refuses():
        meeting = open_agenda(meeting, by)
        late = {"title": titled(title), "is_late": True, "late_reason": reasoned(reason)}
        return put_after(meeting, AgendaItem(meeting=meeting, **late), after, by=by)


def split_item(*, item: AgendaItem, title: str, by: Any) -> AgendaItem:
    """Deal with a part of an item on its own, behind it."""
    with locked_record_refuses():
        meeting = open_agenda(item.meeting, by)
        item = item_held(item, by)
        check_can_become(item, AgendaItem.State.DEFERRED)
        along = {name: getattr(item, name) for name in (*ALONG, *WITHIN, "purpose", "report_of")}
        part = AgendaItem(meeting=meeting, title=titled(title), came_from=item, **along)
        return _for_the_same_readers(put_after(meeting, part, item, by=by), item)


def table_next(*, item: AgendaItem, title: str, by: Any) -> AgendaItem:
    """Put business that arose under an item on the next meeting's agenda (requirement 2.21): the same title once.

    Refused where no next meeting is in the calendar, or its agenda is closed.
    """
    with locked_record_refuses():
        check_may_minute(by, item.meeting.board)
        item = item_held(item, by)
        return carry(item, titled(title), ALONG, by=by)


def take_off(*, item: AgendaItem, by: Any) -> None:
    """Undo of a late item, a part or business carried here: as long as nothing has been done with it since."""
    with locked_record_refuses():
        open_agenda(item.meeting, by)
        item = item_held(item, by)
        if not item.is_late and item.came_from_id is None:
            raise Refused("This item was called with the agenda. Mark it as withdrawn instead.")
        check_can_come_off(item, minuted=item.blocks.exists(), changed=was_changed(item))
        let_go(item, by=by)


def carry(item: AgendaItem, title: str, along: tuple[str, ...], *, by: Any) -> AgendaItem:
    """Put business of ``item`` on the next meeting's agenda, under the heading of the same name."""
    later = next_meeting(item.meeting)
    check_can_carry(later)
    later = open_agenda(later or item.meeting, by)
    carried = item.continued_as.filter(meeting=later).select_related("meeting")
    check_not_carried_yet(title, carried)
    fields = {name: getattr(item, name) for name in (*along, *WITHIN)}
    new = AgendaItem(meeting=later, title=title, came_from=item, **fields)
    if goes_out(later):
        check_agenda_lawful(later, by, [new])
    section = section_like(item.section, later.items.filter(is_section=True))
    last = later.items.filter(section=section).order_by("position", "pk").last() if section else None
    new = put_after(later, new, last or section, by=by)
    new.concerns.set(item.concerns.all())
    return _for_the_same_readers(new, item)


def _for_the_same_readers(new: AgendaItem, item: AgendaItem) -> AgendaItem:
    """What only some partners read, only they read wherever it goes within the board."""
    if restricted := list(item.restricted_to.all()):
        new.restricted_to.set(restricted)
    return new


def was_changed(item: AgendaItem) -> bool:
    """Whether somebody put other words, or another state, to an item than it came with."""
    came = item.history.earliest("history_id")
    return any(getattr(came, name) != getattr(item, name) for name in WORDS)


def let_go(item: AgendaItem, *, by: Any) -> None:
    """Delete an item on which nothing stands; the item now is then none."""
    for sitting in Sitting.objects.filter(item=item):
        sitting.item, sitting.item_since = None, None
        keep(sitting, by=by)
    for empty in MinutedItem.objects.filter(item=item):
        discard(empty, by=by)
    try:
        discard(item, by=by)
    except ProtectedError:
        raise Refused("Other records stand on this item by now. Mark it as withdrawn instead.") from None


def put_after(meeting: Meeting, new: AgendaItem, after: AgendaItem | None, *, by: Any) -> AgendaItem:
    """Set a new item behind another. Until the agenda is out all are numbered anew; from then on no number changes."""
    items = list(meeting.items.all())
    after = next((item for item in items if after and item.pk == after.pk), None)
    new.section = section_after(after)
    order = place_after(items, new, after)
    moved = []
    for position, item in enumerate(order, 1):
        if item is not new and item.position != position:
            moved.append(item)
        item.position = position
    if meeting.state != Meeting.State.PREPARING:
        terms = terms_on(meeting.board, meeting.date)
        scheme = terms.numbering if terms else TermsOfReference.Numbering.SECTIONS
        new.number, new.number_stated = late_number(order, new, scheme)
    keep_all(moved, ["position"], by=by, because="An item came on before it.")
    keep(new, by=by)
    if meeting.state == Meeting.State.PREPARING:
        renumber(meeting, by=by)
        new.refresh_from_db()
    return new


def item_held(item: AgendaItem, by: Any) -> AgendaItem:
    """The item as it now stands; an exempt one only for those who may see it."""
    held = AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__board", "section")
    item = held.get(pk=item.pk)
    check_sees(by, item)
    return item

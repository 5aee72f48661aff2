"""Writing an agenda: adding, changing, removing and ordering what is to be dealt with."""

from collections.abc import Mapping
from typing import Any

from django.db.models import ProtectedError

from boards.models import TermsOfReference
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Meeting, MinutedItem
from meetings.operations.locked import locked_record_refuses, open_agenda
from meetings.permissions import restricted_open_to
from meetings.queries.capacity import check_agenda_lawful
from meetings.rules import agenda as rules
from meetings.rules.capacity import goes_out
from trust.tools.keeping import discard, keep, keep_all
from trust.tools.refusal import Refused

#: Fields of an item that are lists of partners.
PARTNERS = {"concerns", "restricted_to"}


def add_item(*, meeting: Meeting, fields: Mapping[str, Any], by: Any) -> AgendaItem:
    """Add a heading or an item, last in its section; everything is numbered anew."""
    with locked_record_refuses():
        meeting = open_agenda(meeting, by)
        of_item = {name: value for name, value in fields.items() if name not in PARTNERS}
        item = keep(AgendaItem(meeting=meeting, position=_after(meeting), **of_item), by=by)
        _name_partners(item, fields)
        _check_still_seen(item, by)
        _check_lawful(item, by)
        renumber(meeting, by=by)
    item.refresh_from_db()
    return item


def change_item(*, item: AgendaItem, fields: Mapping[str, Any], by: Any) -> AgendaItem:
    """Change an item's words, own number, lateness or exemption."""
    with locked_record_refuses():
        meeting = open_agenda(item.meeting, by)
        item = AgendaItem.objects.select_for_update().get(pk=item.pk)
        for name, value in fields.items():
            if name not in PARTNERS:
                setattr(item, name, value)
        keep(item, by=by)
        _name_partners(item, fields)
        _check_still_seen(item, by)
        _check_lawful(item, by)
        renumber(meeting, by=by)
    item.refresh_from_db()
    return item


def remove_item(*, item: AgendaItem, by: Any) -> None:
    """Take an item off, as long as nothing has been minuted under it and nothing stands on it."""
    with locked_record_refuses():
        meeting = open_agenda(item.meeting, by)
        rules.check_can_remove(minuted=item.blocks.exists(), holds_items=item.items.exists())
        for empty in MinutedItem.objects.filter(item=item):
            discard(empty, by=by)
        try:
            discard(item, by=by)
        except ProtectedError:
            raise Refused("A paper, declaration or other record belongs to this item. Mark it as withdrawn.") from None
        renumber(meeting, by=by)


def shift_item(*, item: AgendaItem, up: bool, by: Any) -> bool:
    """One place up or down from where the item now stands. Whether there was a place to go to."""
    with locked_record_refuses():
        meeting = open_agenda(item.meeting, by)
        found = rules.branches(list(meeting.items.all()))
        moved = rules.shift(found, item, up=up)
        renumber(meeting, by=by, found=found)
    return moved


def place_item(*, item: AgendaItem, section: AgendaItem | None, before: AgendaItem | None, by: Any) -> None:
    """Set an item under ``section`` (none: outside all), before another or last."""
    with locked_record_refuses():
        meeting = open_agenda(item.meeting, by)
        found = rules.branches(list(meeting.items.all()))
        rules.place(found, item, section=section, before=before)
        renumber(meeting, by=by, found=found)


def renumber(meeting: Meeting, *, by: Any, found: list[rules.Branch[AgendaItem]] | None = None) -> None:
    """Write the order and the numbers that follow from it. Only rows that change, in two statements."""
    found = found if found is not None else rules.branches(list(meeting.items.all()))
    terms = terms_on(meeting.board, meeting.date)
    scheme = terms.numbering if terms else TermsOfReference.Numbering.SECTIONS
    section_of = {item.pk: branch.top.pk for branch in found for item in branch.items}
    items = rules.printed(found)
    was = {item.pk: (item.section_id, item.position, item.number) for item in items}
    for position, item in enumerate(items, 1):
        item.section_id, item.position = section_of.get(item.pk), position
    for item, number in zip(items, rules.number_items(items, scheme), strict=True):
        item.number = number
    changed = [item for item in items if was[item.pk] != (item.section_id, item.position, item.number)]
    keep_all(changed, ["section", "position", "number"], by=by, because="The order of the agenda changed.")


def _name_partners(item: AgendaItem, fields: Mapping[str, Any]) -> None:
    """Write the lists of partners that were given, where they differ from those there are."""
    for name in PARTNERS & fields.keys():
        partners = getattr(item, name)
        if set(partners.all()) != set(fields[name]):
            partners.set(fields[name])


def _check_lawful(item: AgendaItem, by: Any) -> None:
    """Whatever is put on an agenda that is out goes out at once, and so has its legal agreement first."""
    if goes_out(item.meeting):
        check_agenda_lawful(item.meeting, by, [item])


def _check_still_seen(item: AgendaItem, by: Any) -> None:
    """Whoever restricts an item to some partners keeps its record, and so is of one of them."""
    if item.is_restricted and item.pk not in restricted_open_to(by, item.meeting):
        raise Refused("You would not see this item yourself: name the partner you sit for as well.")


def _after(meeting: Meeting) -> int:
    return max([item.position for item in meeting.items.all()], default=0) + 1

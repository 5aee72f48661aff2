"""What the forward plan promises is put on the agenda of a meeting in one act, and taken off in another (0.11, H11)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import RegisterEntry
from actions.operations.progress import signed
from actions.queries.register import section_for_reports
from actions.rules.register import check_can_come_to, check_can_take_off, check_open
from meetings.models import AgendaItem, Meeting, Purpose
from meetings.operations.agenda import add_item, remove_item
from trust.tools.words import short_date


@transaction.atomic
def put_on_agenda(*, entry: RegisterEntry, meeting: Meeting, by: Any, at: dt.datetime) -> AgendaItem:
    """An item of the same words, for information, last among the reports. The agenda says who may, and until when."""
    entry = _held(entry)
    check_open(entry)
    check_can_come_to(entry, meeting)
    words = {"title": entry.title[:240], "text": entry.detail, "report_of": entry.who}
    fields = words | {"purpose": Purpose.INFORMATION, "section": section_for_reports(meeting)}
    entry.item = add_item(meeting=meeting, fields=fields, by=by)
    signed(entry, by, at, f"Put on the agenda of {short_date(meeting.date)}")
    return entry.item


@transaction.atomic
def take_off_agenda(*, entry: RegisterEntry, meeting: Meeting, by: Any, at: dt.datetime) -> RegisterEntry:
    """Promised as before; refused once something is minuted under the item."""
    entry = _held(entry)
    check_can_take_off(entry, meeting)
    item, entry.item = entry.item, None
    assert item is not None
    signed(entry, by, at, f"Taken off the agenda of {short_date(meeting.date)}")
    remove_item(item=item, by=by)
    return entry


def _held(entry: RegisterEntry) -> RegisterEntry:
    rows = RegisterEntry.objects.select_for_update(of=["self"])
    return rows.select_related("board", "item__meeting").get(pk=entry.pk)

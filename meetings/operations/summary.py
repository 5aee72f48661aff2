"""Summaries for the public of what was taken in private, and the resolution that closed an item or left it open."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute, check_may_publish
from meetings.models import AgendaItem, Decision, Summary
from meetings.operations.locked import locked_record_refuses
from meetings.queries.entitled import check_sees
from meetings.queries.minutes import minutes_of
from meetings.queries.publication import is_published_now
from meetings.rules import summary as rules
from trust.tools.keeping import discard, keep


@transaction.atomic
def write_summary(*, item: AgendaItem, title: str, text: str, by: Any, at: dt.datetime) -> Summary:
    """The public reads these words in the item's place; written again it is these."""
    _check(item, by)
    summary = Summary.objects.select_for_update().filter(item=item).first() or Summary(item=item)
    summary.title, summary.text, summary.written_at, summary.written_by = title, text, at, by
    return keep(summary, by=by)


@transaction.atomic
def remove_summary(*, item: AgendaItem, by: Any) -> None:
    """The item is left out of the public edition without a trace again."""
    _check(item, by)
    for summary in Summary.objects.filter(item=item):
        discard(summary, by=by)


def record_resolution(*, item: AgendaItem, decision: Decision, by: Any) -> AgendaItem:
    """Not to exclude the public opens the item: its paragraphs are taken off, and history keeps them."""
    with locked_record_refuses(), transaction.atomic():
        check_may_minute(by, item.meeting.board)
        check_sees(by, item)
        item = AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__board").get(pk=item.pk)
        rules.check_can_record_resolution(item, decision, minutes_of(item.meeting))
        item.excluded_by = decision
        if decision.kind == Decision.Kind.NOT_EXCLUDED:
            item.exempt_paragraphs = item.exempt_reason = ""
        return keep(item, by=by, because=rules.resolution_words(item))


def _check(item: AgendaItem, by: Any) -> None:
    check_may_publish(by, item.meeting.board)
    check_sees(by, item)
    minutes = minutes_of(item.meeting)
    rules.check_can_summarise(item, is_out=minutes is not None and is_published_now(minutes))

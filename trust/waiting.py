"""What waits for a reader at the meetings of their boards: a line each, with the one act that is due."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from actions.queries.request import requests_waiting
from boards.queries.agreements import to_answer
from meetings.models import Meeting, Minutes
from meetings.queries.dispute import disputes_overdue
from meetings.queries.waiting import (
    comments_to_answer,
    drafts_to_read,
    meetings_ahead,
    meetings_going_on,
    meetings_to_minute,
    minutes_to_approve,
    minutes_to_clear,
    minutes_to_seal,
)
from trust.asked import asked_by_others, to_sign
from trust.tools.words import counted, hours, long_date, number, short_date
from trust.waits import MOST, Waits, of_minutes


def going_on(reader: Any, today: dt.date) -> Iterator[Waits]:
    """Meetings of theirs that anybody entitled can look in on now."""
    for meeting in meetings_going_on(reader, on=today)[:MOST]:
        where = ", ".join(filter(None, [hours(meeting.starts_at, meeting.ends_at), meeting.venue]))
        yield Waits(f"Follow {meeting.board}", where, f"{meeting.get_absolute_url()}follow/")


def to_decide(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What only this reader's act moves on."""
    for meeting in meetings_to_minute(reader, on=today)[:MOST]:
        yield Waits(
            f"Minute {meeting.board}, {long_date(meeting.date)}",
            "The draft has not been circulated.",
            f"{meeting.get_absolute_url()}desk/",
            act="Open the desk",
        )
    yield from (*asked_by_others(reader, today), *to_agree(reader, today), *asked_by_owners(reader, today))
    for line in disputes_overdue(reader, today=today)[:MOST]:
        ended = f"Say how the dispute on {line.decision.block.item} ended"
        yield Waits(ended, line.says, line.address, tag="Overdue", tone="warn")
    for minutes in minutes_to_clear(reader)[:MOST]:
        where = "Circulated. By the terms you clear a draft before a meeting approves it."
        address = f"{minutes.get_absolute_url()}clear/"
        yield of_minutes(minutes, "Clear the draft minutes of", where, "Read and clear", address)
    for minutes in comments_to_answer(reader)[:MOST]:
        said = counted(comments_unanswered(minutes), "comment waits", "comments wait")
        where = f"{said[:1].upper()}{said[1:]} for an answer."
        yield of_minutes(minutes, "Answer the comments on the draft minutes of", where, "Answer", _comments(minutes))
    yield from to_sign(reader)
    for minutes in minutes_to_seal(reader)[:MOST]:
        yield of_minutes(
            minutes, "Export the signed minutes of", "Approved, and not yet sealed as a signed PDF.", "Export"
        )
    for minutes in minutes_to_approve(reader)[:MOST]:
        yield of_minutes(
            minutes, "Have approved the minutes of", "Circulated; they wait for a meeting to approve them."
        )


def asked_by_owners(reader: Any, today: dt.date) -> Iterator[Waits]:
    """Owners of actions who ask the reader’s board for more time, or to be let go."""
    for asked in requests_waiting(reader, on=today)[:MOST]:
        action = asked.action
        where = f"{action.kept_by}, {action.reference}: {asked.text}"
        address = f"{action.get_absolute_url()}requests/{asked.request.pk}/"
        yield Waits(f"Answer {asked.who}, who asks {asked.asks}", where, address, act="Answer")


def to_agree(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What the reader’s own partner is asked to agree and has not answered."""
    for read, stand in to_answer(reader, on=today)[:MOST]:
        yield Waits(
            f"Answer for {stand.partner.short_name}: {read.agreement.title}",
            f"{stand.silence}.",
            f"{read.agreement.get_absolute_url()}partners/{stand.partner.slug}/answer/",
            act="Answer",
            tag="Late" if stand.days_late else "",
            tone="warn" if stand.days_late else "",
        )


def to_read(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What to know before the next meetings."""
    for meeting in meetings_ahead(reader, on=today)[:MOST]:
        items = items_of_business(meeting)
        yield Waits(
            f"{meeting.board}, {_when(meeting)}",
            f"Agenda of {counted(items, 'item')}." if items else "The agenda is still being drawn up.",
            meeting.get_absolute_url(),
            tag=in_days((meeting.date - today).days),
            tone="brand",
        )
    for minutes in drafts_to_read(reader)[:MOST]:
        yield of_minutes(minutes, "Draft minutes of", _open_to_comments(minutes, today))


def comments_unanswered(minutes: Any) -> int:
    """As counted by the query."""
    return minutes.unanswered


def _comments(minutes: Minutes) -> str:
    return f"{minutes.get_absolute_url()}comments/"


def _open_to_comments(minutes: Minutes, today: dt.date) -> str:
    """Until when a member may comment on a circulated draft."""
    if minutes.comments_until and minutes.comments_until >= today:
        return f"Circulated. Comments are open until {short_date(minutes.comments_until)}."
    return "Circulated for correction; not yet approved."


def items_of_business(meeting: Any) -> int:
    """As counted by the query."""
    return meeting.items_of_business


def _when(meeting: Meeting) -> str:
    return ", ".join(filter(None, [long_date(meeting.date), hours(meeting.starts_at)]))


def in_days(days: int) -> str:
    """today, tomorrow, in six days"""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {number(days)} days")

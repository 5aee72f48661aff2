"""What waits for a reader at the meetings of their boards: a line each, with the one act that is due."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from meetings.models import Meeting, Minutes
from meetings.queries.between import asked_of, to_close
from meetings.queries.consent import Asked, waiting_for
from meetings.queries.dispute import disputes_overdue
from meetings.queries.referral import unanswered
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
from trust.tools.markup import as_text
from trust.tools.words import counted, hours, long_date, number, short_date

MOST = 8


@dataclass(frozen=True)
class Waits:
    """One thing that waits: what it is, where it stands, the one act due, and how pressing."""

    what: str
    where: str
    address: str
    act: str = ""
    tag: str = ""
    tone: str = ""


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
    for asked in waiting_for(reader)[:MOST]:
        yield _consent(asked)
    for line in disputes_overdue(reader, today=today)[:MOST]:
        ended = f"Say how the dispute on {line.decision.block.item} ended"
        yield Waits(ended, line.says, line.address, tag="Overdue", tone="warn")
    yield from _from_elsewhere(reader, today)
    for minutes in minutes_to_clear(reader)[:MOST]:
        where = "Circulated. By the terms you clear a draft before a meeting approves it."
        yield _minutes(minutes, "Clear the draft minutes of", where, "Read and clear")
    for minutes in comments_to_answer(reader)[:MOST]:
        said = counted(comments_unanswered(minutes), "comment waits", "comments wait")
        where = f"{said[:1].upper()}{said[1:]} for an answer."
        yield _minutes(minutes, "Answer the comments on the draft minutes of", where, "Answer")
    for minutes in minutes_to_seal(reader)[:MOST]:
        yield _minutes(
            minutes, "Export the signed minutes of", "Approved, and not yet sealed as a signed PDF.", "Export"
        )
    for minutes in minutes_to_approve(reader)[:MOST]:
        yield _minutes(minutes, "Have approved the minutes of", "Circulated; they wait for a meeting to approve them.")


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
        yield _minutes(minutes, "Draft minutes of", _open_to_comments(minutes, today))


def _from_elsewhere(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What is asked between meetings, and what other boards ask or owe an answer to."""
    for put in asked_of(reader, on=today)[:MOST]:
        between = put.between
        until = f", by {long_date(between.closes_date)}" if between.closes_date else ""
        where = f"{between.board}, between meetings{until}"
        yield Waits(f"Answer: {between.title}", where, between.get_absolute_url(), act="Answer")
    for between in to_close(reader, on=today)[:MOST]:
        where = f"{between.board}: the answers are in, or its last day is over."
        yield Waits(f"Close: {between.title}", where, between.get_absolute_url())
    for line in unanswered(reader, on=today)[:MOST]:
        if line.is_sent:
            said = line.standing.sentence
            yield Waits(f"No reply from {line.called}", said, line.address, tag="No reply", tone="warn")
        else:
            what = f"Answer the {line.referral.get_kind_display().lower()} of {line.called}"
            yield Waits(what, f"{line.board}: {line.standing.sentence}", line.address)


def _consent(asked: Asked) -> Waits:
    """Money of a partner that the reader represents, and what it is for."""
    where = f"{asked.meeting.board}, {long_date(asked.meeting.date)}: {as_text(asked.decision.block.text)}"
    what = f"Answer on {asked.amount} of {asked.partner.short_name} money"
    return Waits(what, where, asked.address, act="Answer")


def comments_unanswered(minutes: Any) -> int:
    """As counted by the query."""
    return minutes.unanswered


def _open_to_comments(minutes: Minutes, today: dt.date) -> str:
    """Until when a member may comment on a circulated draft."""
    if minutes.comments_until and minutes.comments_until >= today:
        return f"Circulated. Comments are open until {short_date(minutes.comments_until)}."
    return "Circulated for correction; not yet approved."


def _minutes(minutes: Minutes, what: str, where: str, act: str = "") -> Waits:
    meeting = minutes.meeting
    return Waits(f"{what} {meeting.board}, {long_date(meeting.date)}", where, minutes.get_absolute_url(), act=act)


def items_of_business(meeting: Any) -> int:
    """As counted by the query."""
    return meeting.items_of_business


def _when(meeting: Meeting) -> str:
    return ", ".join(filter(None, [long_date(meeting.date), hours(meeting.starts_at)]))


def in_days(days: int) -> str:
    """today, tomorrow, in six days"""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {number(days)} days")

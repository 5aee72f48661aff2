"""What others ask of a reader: to be prepared, to agree to money, to decide between meetings, to answer or to sign."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from boards.permissions import MINUTE
from boards.queries.access import boards_where
from commissioning.queries.owed_returns import due_soon
from meetings.queries.between import asked_of, to_close
from meetings.queries.briefing import briefings_unread
from meetings.queries.consent import Asked, waiting_for
from meetings.queries.referral import unanswered
from meetings.queries.signature import signer_for, signing_of
from meetings.queries.waiting import minutes_unsigned
from meetings.rules.signature import who_signs
from trust.tools.markup import as_text
from trust.tools.words import long_date
from trust.waits import MOST, Waits, of_minutes


def asked_by_others(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What is asked of partners and between meetings, and what other boards ask or owe an answer to."""
    yield from _to_be_prepared(reader, today)
    for asked in waiting_for(reader)[:MOST]:
        yield _consent(asked)
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
    yield from to_return(reader, today)


def to_return(reader: Any, today: dt.date) -> Iterator[Waits]:
    """What is late or soon due of those for whom the reader returns: red, amber or green of each area."""
    for one in due_soon(reader, on=today)[:MOST]:
        where = f"{one.period.scheme}, to {one.period.scheme.board}"
        late = {"tag": one.timing, "tone": "warn"} if one.is_late else {}
        where = where if late else f"{where}. {one.timing}."
        yield Waits(f"Return for {one.reporter}: {one.period}", where, one.address, act="Give the return", **late)


def _to_be_prepared(reader: Any, today: dt.date) -> Iterator[Waits]:
    """Briefings that the reader has not said they have."""
    for copy in briefings_unread(reader, on=today)[:MOST]:
        meeting = copy.briefing.meeting
        about = f"On {copy.briefing.item}. " if copy.briefing.item else ""
        address = f"{meeting.get_absolute_url()}briefings/{copy.briefing_id}/"
        what = f"Read the briefing for {meeting.board}, {long_date(meeting.date)}"
        yield Waits(what, f"{about}Say that you have it, and what you foresee.", address, act="Read and answer")


def to_sign(reader: Any) -> Iterator[Waits]:
    """Approved minutes: for who signs them, and for the officers who see to it."""
    unsigned = list(minutes_unsigned(reader)[:MOST])
    minuted = set(boards_where(reader, MINUTE).values_list("pk", flat=True)) if unsigned else set()
    for minutes in unsigned:
        signing = signing_of(minutes)
        address = f"{minutes.get_absolute_url()}signature/"
        if signer_for(signing, reader) is not None:
            yield of_minutes(minutes, "Sign the minutes of", "Approved as a correct record.", "Read and sign", address)
        elif signing.signers and minutes.meeting.board_id in minuted:
            yield of_minutes(minutes, "Have signed the minutes of", who_signs(signing.signers), "", address)


def _consent(asked: Asked) -> Waits:
    """Money of a partner that the reader represents, and what it is for."""
    where = f"{asked.meeting.board}, {long_date(asked.meeting.date)}: {as_text(asked.decision.block.text)}"
    what = f"Answer on {asked.amount} of {asked.partner.short_name} money"
    return Waits(what, where, asked.address, act="Answer")

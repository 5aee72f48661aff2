"""When business can be asked of another board or body, how it stands, and what is said of reply or silence (gap 8)."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Board
from meetings.models import Decision, Meeting, Referral
from trust.tools.refusal import Refused
from trust.tools.worded import Worded
from trust.tools.words import counted, long_date, short_date

#: state -> (its word, the tone of its tag, whether anybody still owes something)
STATES: dict[str, tuple[str, str, bool]] = {
    "to_send": ("To be sent", "decide", True),
    "waits": ("No reply yet", "", True),
    "silent": ("No reply", "warn", True),
    "minutes_awaited": ("Minutes awaited", "decide", True),
    "answered": ("Answered", "ok", False),
    "minutes_arrived": ("Minutes arrive", "ok", False),
    "withdrawn": ("Withdrawn", "", False),
}


@dataclass(frozen=True)
class ReferralStanding(Worded):
    """How a request stands on a day: its state, the word and tone of its tag, and a sentence with the dates."""

    states = STATES

    state: str
    sentence: str

    @property
    def is_open(self) -> bool:
        return STATES[self.state][2]


def standing_of(referral: Referral, *, on: dt.date, arrived_at: Meeting | None = None) -> ReferralStanding:
    """``arrived_at`` is the meeting on whose agenda it stands, where the reader may know of that meeting."""
    if referral.withdrawn_reason:
        return ReferralStanding("withdrawn", f"Withdrawn: {referral.withdrawn_reason}")
    if referral.sent_date is None:
        return ReferralStanding("to_send", "The letter is written and has not been marked as sent.")
    if referral.reply_minutes is not None:
        day = long_date(referral.reply_minutes.meeting.date)
        return ReferralStanding("minutes_arrived", f"Its minutes arrive, first those of {day}.")
    if referral.replied_date and awaits_minutes(referral):
        day = short_date(referral.replied_date)
        return ReferralStanding("minutes_awaited", f"Answered on {day}. Its minutes have not begun to arrive.")
    if referral.replied_date:
        return ReferralStanding("answered", f"Answered on {short_date(referral.replied_date)}.")
    return _unanswered(referral, referral.sent_date, on, arrived_at)


def awaits_minutes(referral: Referral) -> bool:
    """A board of ours that was asked for its minutes answers by their arrival; a body outside says so in its reply."""
    return referral.asks_for_minutes and referral.to_board_id is not None and referral.reply_minutes_id is None


def check_can_ask(meeting: Meeting, decision: Decision | None, *, on: dt.date) -> None:
    """Business is referred from a meeting that takes place, and not by a decision that does not stand."""
    if meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED):
        raise Refused(f"This meeting is {meeting.get_state_display().lower()}; nothing is asked from it.")
    if meeting.state == Meeting.State.PREPARING or meeting.date > on:
        raise Refused("This meeting has not taken place yet. Ask once the board has dealt with the item.")
    lost = decision and Decision.Kind.LOST in (decision.kind, decision.outcome)
    if decision is not None and (decision.struck_reason or lost):
        raise Refused("That decision does not stand, and nothing is asked by it.")


def check_whom(board: Board, to_board: Board | None, to_body: str, *, on: dt.date) -> None:
    """One of the two, and not itself."""
    if (to_board is None) == (not to_body.strip()):
        raise Refused("Choose a board, or name a body outside the partnership: one of the two.")
    if to_board is not None and to_board.pk == board.pk:
        raise Refused("A board does not refer business to itself. Put it on the next agenda instead.")
    if to_board is not None and to_board.ended_date and to_board.ended_date < on:
        raise Refused(f"The {to_board} ended on {short_date(to_board.ended_date)}.")


def check_due(due: dt.date | None, *, on: dt.date) -> None:
    if due is not None and due < on:
        raise Refused("The day by which a reply is asked for has passed already.")


def check_can_be_sent(referral: Referral, sent: dt.date, *, on: dt.date) -> None:
    """A letter was sent on a day between the meeting and today."""
    _check_open(referral)
    if referral.to_board_id is not None:
        raise Refused("It went to a board of the partnership, and needs no letter.")
    if sent > on:
        raise Refused("That day has not come yet. Mark it as sent once it is.")
    if sent < referral.item.meeting.date:
        raise Refused(f"The meeting was on {long_date(referral.item.meeting.date)}. The letter was sent after it.")


def check_can_be_answered(referral: Referral, replied: dt.date, *, on: dt.date) -> None:
    """A reply came between the day it was sent and today; one that was recorded can be put right."""
    _check_open(referral)
    if referral.sent_date is None:
        raise Refused("The letter has not been marked as sent, so that nobody can have answered it.")
    if replied > on:
        raise Refused("That day has not come yet.")
    if replied < referral.sent_date:
        raise Refused(f"It was sent on {short_date(referral.sent_date)}. The reply came on that day or later.")


def check_can_be_withdrawn(referral: Referral, reason: str) -> None:
    _check_open(referral)
    if referral.replied_date or referral.reply_minutes_id:
        raise Refused("It has been answered, and stays as it is.")
    if not reason.strip():
        raise Refused("Say why it is withdrawn: whoever was asked reads it.")


def _check_open(referral: Referral) -> None:
    if referral.withdrawn_reason:
        raise Refused("It was withdrawn.")


def _unanswered(referral: Referral, sent: dt.date, on: dt.date, arrived_at: Meeting | None) -> ReferralStanding:
    where = _where(referral, arrived_at)
    due = referral.reply_due_date
    if due is not None and due < on:
        late = counted((on - due).days, "day")
        return ReferralStanding("silent", f"No reply. One was asked for by {short_date(due)}, {late} ago. {where}")
    since = f"No reply since it was sent on {short_date(sent)}."
    asked = f" One is asked for by {short_date(due)}." if due else ""
    return ReferralStanding("waits", f"{since}{asked} {where}".strip())


def _where(referral: Referral, arrived_at: Meeting | None) -> str:
    if referral.to_board_id is None:
        return ""
    if referral.arrived_as_id is None:
        return "It comes on the next agenda that is drawn up there."
    if arrived_at is None:
        return "It is on an agenda there."
    if arrived_at.state == Meeting.State.HELD:
        return f"It was on the agenda of {long_date(arrived_at.date)}."
    return f"It is on the agenda of {long_date(arrived_at.date)}."

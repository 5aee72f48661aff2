"""How business that other boards, or the time between meetings, bring to an agenda stands on it."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Board
from meetings.models import AgendaItem, BetweenMeetings, Meeting, Minutes, Purpose, Referral
from meetings.rules.late import LONGEST_TITLE
from trust.tools.words import long_date, short_date

#: Headings say in their own words what stands under them.
KINDS_OF_HEADING = {Purpose.INFORMATION: "information", Purpose.DECISION: "decision"}
ANOTHER = "another board"
_MEANS = {"email": "by e-mail", "silence": "by silence", "urgency": "as a matter of urgency"}


def named_openly(board: Board) -> str:
    """The board’s name where anybody may know of it: agendas are read by more than those who know of a closed one."""
    return f"the {board.name}" if board.visibility == Board.Visibility.PUBLIC else ANOTHER


def referral_title(referral: Referral) -> str:
    """Request of the Safeguarding Board: what it begins with."""
    return fitting(f"{referral.get_kind_display()} of {named_openly(referral.item.meeting.board)}")


def referral_text(referral: Referral) -> str:
    """What is asked, and from which decision it arose. Of a closed board no more is said than what it asks."""
    parts = [referral.request]
    meeting, decision = referral.item.meeting, referral.decision
    if meeting.board.visibility == Board.Visibility.PUBLIC:
        numbered = f"Decision {decision.number} of its" if decision and decision.number else "From its"
        parts.append(f"{numbered} meeting on {long_date(meeting.date)}.")
    if referral.reply_due_date:
        parts.append(f"A reply is asked for by {long_date(referral.reply_due_date)}.")
    if referral.asks_for_minutes:
        parts.append("It asks for the minutes of this board from now on.")
    return "\n\n".join(parts)


def ratifying_title(between: BetweenMeetings) -> str:
    return fitting(f"To ratify: {between.title}")


def ratifying_text(between: BetweenMeetings) -> str:
    """What was decided outside a meeting, how, on which day and why it could not wait."""
    when = f" on {short_date(between.taken_date)}" if between.taken_date else ""
    by = f" by {between.taken_by}" if between.taken_by else ""
    decided = f"Decided {_MEANS[between.means]}{when}{by}: {between.proposal}"
    return "\n\n".join([decided, f"Why it could not wait: {between.reason}", "The meeting is asked to ratify it."])


def received_title(minutes: Minutes) -> str:
    """Minutes of the Safeguarding Board, 14 October 2025; with the version, where they were opened again."""
    version = f", version {minutes.version}" if minutes.version > 1 else ""
    return fitting(f"Minutes of {named_openly(minutes.meeting.board)}, {short_date(minutes.meeting.date)}{version}")


def section_for(purpose: str, sections: Iterable[AgendaItem]) -> AgendaItem | None:
    """The heading for such business: one that says so, else the first for business, for information the last."""
    business = [one for one in sections if one.purpose == Purpose.DISCUSSION]
    word = KINDS_OF_HEADING.get(Purpose(purpose), "")
    same = next((one for one in business if word and word in one.title.casefold()), None)
    if same or not business:
        return same
    return business[-1] if purpose == Purpose.INFORMATION else business[0]


def agenda_for(since: dt.date | None, prepared: Iterable[Meeting]) -> Meeting | None:
    """The first of these meetings, soonest first, that is not before the day the business came up."""
    return next((meeting for meeting in prepared if since is None or meeting.date >= since), None)


def fitting(title: str) -> str:
    """As much of it as a title holds."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"

"""The closing rule: minutes that no following meeting can approve (SI 1995/1042 art 12; DOMAIN rules 6, 12)."""

import datetime as dt

from boards.models import Board, TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.rules.clearing import check_cleared
from meetings.rules.minutes import APPROVE, check_can_take
from trust.tools.refusal import Refused
from trust.tools.words import counted, long_date, the_day

#: How long a draft is out for comment at least, whatever the terms say of other drafts.
FEWEST_DAYS = 7


def applies(board: Board, terms: TermsOfReference | None) -> bool:
    """To a board that ends or has ended, and to one whose terms know no approval at a meeting."""
    return board.ended_date is not None or (terms is not None and not terms.approves_minutes)


def check_can_close(
    minutes: Minutes,
    terms: TermsOfReference | None,
    *,
    later: Meeting | None,
    unanswered: int,
    on: dt.date,
) -> None:
    """The draft was out for its days, every comment is answered, and no meeting is left that could approve it."""
    board = minutes.meeting.board
    if not applies(board, terms):
        raise Refused("The closing rule is for a board that ends, or whose terms know no approval at a meeting.")
    check_can_take(minutes, APPROVE)
    check_cleared(minutes, terms)
    if later is not None:
        raise Refused(f"The board meets again on {long_date(later.date)}: these minutes are approved there.")
    last = last_day(minutes)
    if on <= last:
        raise Refused(f"The draft is out for comment until {long_date(last)}. It can be approved from the day after.")
    if unanswered:
        waits = counted(unanswered, "comment is", "comments are")
        raise Refused(f"{waits[:1].upper()}{waits[1:]} not answered yet. Answer each, then approve the minutes.")


def last_day(minutes: Minutes) -> dt.date:
    """Until when comments can be made: seven days, or longer where the terms give longer."""
    assert minutes.circulated_at is not None
    fewest = the_day(minutes.circulated_at) + dt.timedelta(days=FEWEST_DAYS)
    return max(fewest, minutes.comments_until or fewest)


def closing_words(minutes: Minutes, *, readers: int, comments: int) -> str:
    """What the record says of how they were approved; as true on the day as years after it."""
    assert minutes.circulated_at is not None
    sent = f"sent to the {counted(readers, 'person', 'people')} who read the board’s papers"
    days = f"on {long_date(minutes.circulated_at)}, for comment until {long_date(last_day(minutes))}"
    made = f"{counted(comments, 'comment was', 'comments were')} made and answered" if comments else "nobody commented"
    ends = minutes.meeting.board.ended_date
    why = "The board approves no minutes at a meeting by its terms"
    if ends:
        why = f"The board’s end on {long_date(ends)} left no meeting to approve them"
    return f"Approved without a meeting. {why}; the draft was {sent} {days}; {made}."

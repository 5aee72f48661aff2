"""The way of one set of minutes for one reader: how far it has come, and which of its steps are theirs."""

import datetime as dt
from dataclasses import dataclass

from boards.permissions import CHAIR, MINUTE, PUBLISH, SEE_PAPERS
from boards.queries.terms import terms_on
from meetings.models import Edition, Minutes, Reopening
from meetings.queries.approved import corrections_of
from meetings.queries.comment import comments_on
from meetings.queries.minutes import Reading
from meetings.rules import closing
from meetings.rules.comment import check_can_comment
from meetings.rules.document import MinutesDocument
from meetings.rules.minutes import CLEAR, TAKE_BACK_CLEARING
from meetings.rules.way import Stage, way_of
from trust.tools.refusal import why_not

State = Minutes.State


@dataclass(frozen=True)
class Way:
    """What the side of the minutes page tells and offers."""

    stages: tuple[Stage, ...]
    reopened: tuple[Reopening, ...]
    comments: int
    is_compared: bool
    may_comment: bool
    waits_for_chair: bool
    may_clear: bool
    may_take_back: bool
    may_close: bool
    may_reopen: bool


def way_for(reading: Reading, document: MinutesDocument, *, on: dt.date) -> Way | None:
    """For those who read the papers; to others published minutes are as they are. A constant number of statements."""
    minutes, meeting, words = reading.minutes, reading.meeting, reading.words
    if SEE_PAPERS not in words or reading.edition != Edition.FULL:
        return None
    terms = terms_on(meeting.board, meeting.date)
    by_chair = terms is not None and terms.chair_clears and minutes.state in CLEAR.after
    circulated = minutes.state in (State.CIRCULATED, State.CLEARED)
    return Way(
        stages=way_of(minutes, terms),
        reopened=tuple(minutes.reopenings.all()) if minutes.version > 1 else (),
        comments=_comments(minutes, document),
        is_compared=minutes.state != State.DRAFT and corrections_of(minutes).exists(),
        may_comment=not why_not(check_can_comment, minutes, on=on),
        waits_for_chair=by_chair,
        may_clear=CHAIR in words and by_chair,
        may_take_back=CHAIR in words and minutes.state in TAKE_BACK_CLEARING.after,
        may_close=MINUTE in words and circulated and closing.applies(meeting.board, terms),
        may_reopen=PUBLISH in words and minutes.is_locked,
    )


def _comments(minutes: Minutes, document: MinutesDocument) -> int:
    """How many there are for this reader: none on an item that their edition does not show."""
    shown = {None, *(line.pk for line in document.items)}
    return sum(item in shown for item in comments_on(minutes).values_list("item", flat=True))

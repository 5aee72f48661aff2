"""Comments of members on a circulated draft: when one may be made, answered and withdrawn."""

import datetime as dt

from meetings.models import Comment, Minutes
from meetings.models.locks import SENTENCE
from trust.tools.plain import plain
from trust.tools.refusal import NotPermitted, Refused
from trust.tools.words import counted, long_date

LONGEST = 4_000

_CLOSED = {
    Minutes.State.DRAFT: "These minutes are at the desk. They can be commented on once they are circulated.",
    Minutes.State.CLEARED: "The chair has cleared this draft, and comments are closed. Raise it where it is approved.",
    Minutes.State.APPROVED: SENTENCE,
    Minutes.State.SIGNED: SENTENCE,
}


def check_can_comment(minutes: Minutes, *, on: dt.date) -> None:
    """While the draft is circulated, until the last day for comments."""
    if minutes.state != Minutes.State.CIRCULATED:
        raise Refused(_CLOSED[Minutes.State(minutes.state)])
    if minutes.comments_until and on > minutes.comments_until:
        raise Refused(f"Comments closed on {long_date(minutes.comments_until)}. Raise it where the draft is approved.")


def said(text: str) -> str:
    """What is commented, or answered; refused where it is nothing or too much."""
    text = plain(text).strip()
    if not text:
        raise Refused("Write what you have to say.")
    if len(text) > LONGEST:
        raise Refused(f"A comment holds at most {LONGEST:,} characters.")
    return text


def check_can_withdraw(comment: Comment, by_user: int | None) -> None:
    """One's own, until it is answered."""
    if comment.made_by_id != by_user:
        raise NotPermitted("Only whoever made a comment withdraws it.")
    if comment.state != Comment.State.OPEN:
        raise Refused("This comment has been answered or withdrawn already.")


def check_can_answer(comment: Comment, minutes: Minutes) -> None:
    """Once each, while the words it is about can still be corrected."""
    if minutes.is_locked:
        raise Refused(SENTENCE)
    if comment.version != minutes.version:
        raise Refused("This comment was on an earlier version of the minutes.")
    if comment.state != Comment.State.OPEN:
        raise Refused("This comment has been answered or withdrawn already.")


def until_words(minutes: Minutes, *, open_ones: int) -> str:
    """How it stands with comments: two comments are not answered yet; comments are open until Tuesday 21 October."""
    waiting = f"{_capital(counted(open_ones, 'comment is', 'comments are'))} not answered yet. " if open_ones else ""
    if minutes.state != Minutes.State.CIRCULATED:
        return waiting.strip()
    until = f"until {long_date(minutes.comments_until)}" if minutes.comments_until else "until the draft is approved"
    return f"{waiting}Comments are open {until}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

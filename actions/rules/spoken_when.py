"""When an action is due, found among the words in which it was spoken: "… by 7 Feb", "By Friday JL to …".

Taken out of the text only where the words can be nothing else (requirement 2.7). A day on which something happens
("attend on Tuesday") stays in the text as well; what may be no due day at all ("by email") is left alone.
"""

import datetime as dt
import re
from dataclasses import dataclass

from actions.models import Action
from actions.rules.due import Due, recognise_due

_MOST_WORDS = 9  # of a due day: "no later than Monday the 7th of February 2011"
_WORD = re.compile(r"\S+")
_BY = r"(?:due )?by|due(?: on)?|no later than|not later than|until"
_LEAD = re.compile(
    rf"({_BY}|in time for|ahead of|prior to|before|for|at|to|on|within|in)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
#: Words for a time that the calendar does not have, but that can be nothing but a time.
_A_TIME = re.compile(
    r"\b(?:end|start|beginning|middle|mid|close|christmas|easter|half[- ]term|term|spring|summer|autumn|winter|"
    r"week|month|quarter|year|deadline|noon|midday|then)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:once|as soon as|as and when|in due course|a\.?s\.?a\.?p\.?|immediately|straight away|without delay|"
    r"when(?:ever)? (?:available|known|possible|ready|received))(?:\s|$)",
    re.IGNORECASE,
)
_FULL_FIGURES = re.compile(r"\(?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\)?\.?")
NO_DUE = Due(Action.Due.NONE)
_CERTAIN = (Action.Due.DAY, Action.Due.MONTH, Action.Due.MEETING)


@dataclass(frozen=True)
class When:
    """What stands for the due day, and the rest of the words. ``due`` is of kind NONE where nothing was found."""

    rest: str
    words: str = ""
    due: Due = NO_DUE
    before: str = ""  # the words before it, where the rest keeps it


def when_at_end(text: str, meeting_date: dt.date, next_meeting_date: dt.date | None) -> When:
    """The longest run of last words that says when."""
    body, stop = _without_stop(text)
    for start in _starts(body):
        found = _said(body[start:], body[:start], meeting_date, next_meeting_date)
        if found:
            words, due, keeps = found
            rest = body if keeps else body[:start].rstrip(" ,;:–—-(")
            return When(rest + stop, words, due, body[:start].rstrip() if keeps else "") if rest else When(text)
    return When(text)


def when_at_start(text: str, meeting_date: dt.date, next_meeting_date: dt.date | None) -> list[When]:
    """Every way in which the first words may say when, longest first: whether owners follow tells which is meant."""
    lead = re.match(rf"(?:{_BY}|before|for|in|within)\s+(?:the\s+)?", text, re.IGNORECASE)
    if not lead:
        return []
    ends = [word.end() for word in _WORD.finditer(text)][1:_MOST_WORDS]
    found = []
    for end in reversed(ends):
        said = _said(text[:end].rstrip(","), "", meeting_date, next_meeting_date)
        if said and said[1].kind in _CERTAIN:
            found.append(When(text[end:].lstrip(" ,"), said[0], said[1]))
    return found


def _without_stop(text: str) -> tuple[str, str]:
    """A full stop at the end belongs to the sentence, not to the day; "a.s.a.p." keeps its own."""
    body = text.rstrip()
    if body.endswith(".") and not body.casefold().endswith("a.s.a.p."):
        return body[:-1].rstrip(), "."
    return body, ""


def _starts(body: str) -> list[int]:
    return [word.start() for word in _WORD.finditer(body)][1:][-_MOST_WORDS:]


def _said(
    tail: str, before: str, meeting_date: dt.date, next_meeting_date: dt.date | None
) -> tuple[str, Due, bool] | None:
    """``(words for the line, due, the text keeps them)`` where the tail says when."""
    tail = tail.strip("()")
    if _CLAUSE.match(tail):
        return tail, recognise_due(tail, meeting_date, next_meeting_date), False
    if _FULL_FIGURES.fullmatch(tail) or before.rstrip().endswith((",", ";", "–", "—", " -", "(")):
        due = recognise_due(tail, meeting_date, next_meeting_date)
        return (tail, due, False) if due.kind in _CERTAIN or due.flags else None
    lead = _LEAD.match(tail)
    if not lead:
        return None
    words = tail[lead.end() :]
    due = recognise_due(words, meeting_date, next_meeting_date)
    return _led(lead[1].casefold(), words, tail, due)


def _led(lead: str, words: str, tail: str, due: Due) -> tuple[str, Due, bool] | None:
    """What the word before the day makes of it."""
    certain = due.kind in _CERTAIN
    if re.fullmatch(_BY, lead):
        if certain or due.flags or _A_TIME.search(words) or _CLAUSE.match(words):
            return words, due, False
        return None
    if lead in ("before", "prior to", "ahead of", "in time for"):
        return _before(words, tail, due)
    if due.kind == Action.Due.MEETING:
        return (words, due, lead == "to") if lead in ("for", "at", "to", "on") else None
    if lead in ("in", "within") and (counted := certain and words[:1].isalnum()):
        return words, due, lead == "in" and due.kind == Action.Due.MONTH and counted
    return (words, due, True) if lead == "on" and due.kind == Action.Due.DAY else None


def _before(words: str, tail: str, due: Due) -> tuple[str, Due, bool] | None:
    """Before a meeting is at that meeting; before a day is not on it, so those words stay words."""
    if due.kind == Action.Due.MEETING:
        return words, due, False
    if due.kind in _CERTAIN or _A_TIME.search(words):
        return tail, Due(Action.Due.WORDS, None, tail), False
    return None

"""The chair clears a circulated draft, where the terms ask for it, and may take that back."""

from boards.models import TermsOfReference
from meetings.models import Minutes
from meetings.rules.minutes import CLEAR, TAKE_BACK_CLEARING, check_can_take
from trust.tools.refusal import Refused
from trust.tools.words import counted

NOT_BY_TERMS = "By its terms the chair of this board does not clear minutes: they go on to approval as they are."
NOT_CLEARED = "By the board’s terms its chair clears a draft before it is approved, and has not cleared this one."


def check_can_clear(minutes: Minutes, terms: TermsOfReference | None, *, unanswered: int) -> None:
    """By terms that ask for it, once every comment is answered."""
    if not (terms and terms.chair_clears):
        raise Refused(NOT_BY_TERMS)
    check_can_take(minutes, CLEAR)
    if unanswered:
        waits = counted(unanswered, "comment is", "comments are")
        raise Refused(f"{waits[0].upper()}{waits[1:]} not answered yet. The officers answer each before it is cleared.")


def check_can_take_back(minutes: Minutes, reason: str) -> None:
    check_can_take(minutes, TAKE_BACK_CLEARING)
    if not reason.strip():
        raise Refused("Say why the clearing is taken back: the history of the minutes keeps it.")


def check_cleared(minutes: Minutes, terms: TermsOfReference | None) -> None:
    """Nothing is approved that the terms want cleared first."""
    if terms and terms.chair_clears and minutes.state == Minutes.State.CIRCULATED:
        raise Refused(NOT_CLEARED)

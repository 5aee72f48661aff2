"""What a decision waits for from another body, and its answer (requirement 0.10)."""

import datetime as dt
from collections.abc import Iterable

from meetings.models import Condition
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date, within


def check_unanswered(condition: Condition) -> None:
    if condition.answer:
        day = f" on {short_date(condition.answered_date)}" if condition.answered_date else ""
        raise Refused(f"{_body(condition)} answered{day}. Take that answer back first.")


def check_can_answer(
    condition: Condition, answer: str, words: str, *, on: dt.date, held: dt.date, today: dt.date
) -> None:
    """On a day between the decision and today; what was changed is said in words."""
    check_unanswered(condition)
    if on > today:
        raise Refused("The day of the answer has not come yet.")
    if on < held:
        raise Refused(f"This was decided on {short_date(held)}: the answer came on that day or after it.")
    if answer == Condition.Answer.AMENDED and not words.strip():
        raise Refused("Say with which changes it was agreed.")
    if answer == Condition.Answer.DECLINED and not words.strip():
        raise Refused("Say why it was not agreed, as far as it is known.")


def check_can_take_back(condition: Condition, reason: str) -> None:
    if not condition.answer:
        raise Refused(f"{_body(condition)} has not answered.")
    if not reason.strip():
        raise Refused("Say why the answer is taken back.")


def of(condition: Condition) -> str:
    """Whose agreement it waits for, within a sentence."""
    return within(_body(condition))


def subject_to(conditions: Iterable[Condition]) -> str:
    """What the minutes print: the agreement of the Executive Board, expected on 6 March 2008, to take effect end of
    April."""
    return listing(_words(condition) for condition in conditions)[:2000]


def _words(condition: Condition) -> str:
    body = of(condition)
    expected = f", expected on {short_date(condition.expected_date)}" if condition.expected_date else ""
    effect = f", to take effect {condition.effect}" if condition.effect else ""
    return f"the agreement of {body}{expected}{effect}"


def _body(condition: Condition) -> str:
    return str(condition.board or condition.body)

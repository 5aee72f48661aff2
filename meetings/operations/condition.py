"""Conditions on another body's answer: written with the decision, answered whenever the answer comes."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Board
from meetings.models import Condition, Decision
from meetings.operations.spending import held, held_open
from meetings.rules import condition as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused


@transaction.atomic
def add_condition(
    *, decision: Decision, board: Board | None, body: str, expected_date: dt.date | None, effect: str, by: Any
) -> Condition:
    """Subject to a board's agreement, or a body's outside; the minutes say so with the decision."""
    decision = held_open(decision, by)
    body = "" if board else plain_line(body)
    if board is not None and board.pk == decision.block.item.meeting.board_id:
        raise Refused("This board decides it here. A decision is subject to the agreement of another body.")
    if decision.conditions.filter(board=board, body=body).exists():
        raise Refused(f"It is subject to the agreement of {board or body} already.")
    condition = Condition(
        decision=decision, board=board, body=body, expected_date=expected_date, effect=plain_line(effect)
    )
    keep(condition, by=by)
    _say_so(decision, by=by)
    return condition


@transaction.atomic
def remove_condition(*, condition: Condition, by: Any) -> None:
    decision = held_open(condition.decision, by)
    rules.check_unanswered(condition)
    discard(condition, by=by)
    _say_so(decision, by=by)


@transaction.atomic
def answer_condition(
    *, condition: Condition, answer: str, on: dt.date, words: str, by: Any, at: dt.datetime
) -> Condition:
    """The other body's answer is in; it may come after the minutes are locked."""
    decision = held(condition.decision, by)
    condition = _as_it_stands(condition)
    day = decision.taken_date or decision.block.item.meeting.date
    rules.check_can_answer(condition, answer, words, on=on, held=day, today=timezone.localdate(at))
    condition.answer, condition.answered_date, condition.answer_words = answer, on, plain(words).strip()
    return keep(condition, by=by)


@transaction.atomic
def take_answer_back(*, condition: Condition, reason: str, by: Any) -> Condition:
    """It was entered by mistake; history keeps it with the reason."""
    held(condition.decision, by)
    condition = _as_it_stands(condition)
    rules.check_can_take_back(condition, reason)
    condition.answer, condition.answered_date, condition.answer_words = "", None, ""
    return keep(condition, by=by, because=plain(reason).strip())


def _as_it_stands(condition: Condition) -> Condition:
    found = Condition.objects.select_for_update(of=("self",)).select_related("board").filter(pk=condition.pk).first()
    if found is None:
        raise Refused("This condition is no longer there.")
    return found


def _say_so(decision: Decision, *, by: Any) -> None:
    decision.subject_to = rules.subject_to(decision.conditions.select_related("board"))
    keep(decision, by=by)

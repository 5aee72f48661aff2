"""Setting down what a board sent out, its way and outcome. The work of the board’s officers."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board, Submission, SubmissionStep
from boards.permissions import check_may_manage
from boards.rules import submission as rules
from trust.tools.keeping import discard, keep


@transaction.atomic
def add_submission(*, board: Board, by: Any, on: dt.date, **given: Any) -> Submission:
    """``given``: title, kind, to_body, sent_date."""
    check_may_manage(by, board)
    rules.check_sent(given["sent_date"], today=on)
    return keep(Submission(board=board, **given), by=by)


@transaction.atomic
def change_submission(*, submission: Submission, by: Any, on: dt.date, **given: Any) -> Submission:
    check_may_manage(by, submission.board)
    rules.check_sent(given["sent_date"], today=on)
    for name, value in given.items():
        setattr(submission, name, value)
    return keep(submission, by=by)


@transaction.atomic
def set_outcome(
    *, submission: Submission, outcome: str, outcome_date: dt.date | None, outcome_words: str, by: Any, on: dt.date
) -> Submission:
    check_may_manage(by, submission.board)
    rules.check_told(submission, outcome, outcome_date, today=on)
    submission.outcome, submission.outcome_words = outcome, outcome_words
    submission.outcome_date = None if outcome == Submission.Outcome.AWAITED else outcome_date
    return keep(submission, by=by)


@transaction.atomic
def take_out_submission(*, submission: Submission, by: Any) -> None:
    """One set down by mistake."""
    check_may_manage(by, submission.board)
    rules.check_can_take_out(submission.issues.count(), submission.steps.count())
    discard(submission, by=by)


@transaction.atomic
def add_step(*, submission: Submission, by: Any, **given: Any) -> SubmissionStep:
    """``given``: date, body, what. Steps to come may be put down."""
    check_may_manage(by, submission.board)
    return keep(SubmissionStep(submission=submission, **given), by=by)


@transaction.atomic
def take_out_step(*, step: SubmissionStep, by: Any) -> None:
    check_may_manage(by, step.submission.board)
    discard(step, by=by)

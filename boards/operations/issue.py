"""Issues that came back on a submission, and the response to each (requirement 3.4)."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Issue, IssueResponse, Submission
from boards.permissions import check_may_manage
from boards.rules import submission as rules
from trust.tools.keeping import discard, keep


@transaction.atomic
def add_issues(*, submission: Submission, issues: str, by: Any) -> list[Issue]:
    """``issues``: each on a line of its own, with its number or without."""
    check_may_manage(by, submission.board)
    held = Submission.objects.select_for_update().get(pk=submission.pk)
    rules.check_can_raise(held)
    taken = list(held.issues.values_list("number", flat=True))
    found = rules.issues_in(issues, taken)
    return [
        keep(Issue(submission=held, number=number, text=text, position=len(taken) + place), by=by)
        for place, (number, text) in enumerate(found)
    ]


@transaction.atomic
def change_issue(*, issue: Issue, number: str, text: str, by: Any) -> Issue:
    check_may_manage(by, issue.submission.board)
    others = issue.submission.issues.exclude(pk=issue.pk)
    rules.check_number(number, list(others.values_list("number", flat=True)))
    issue.number, issue.text = number, text
    return keep(issue, by=by)


@transaction.atomic
def take_out_issue(*, issue: Issue, by: Any) -> None:
    """One put down by mistake; one that was answered stays."""
    check_may_manage(by, issue.submission.board)
    rules.check_can_take_out_issue(issue.responses.count())
    discard(issue, by=by)


@transaction.atomic
def answer_issue(*, issue: Issue, date: dt.date, by_body: str, text: str, by: Any, on: dt.date) -> IssueResponse:
    check_may_manage(by, issue.submission.board)
    rules.check_can_answer(issue.submission, date, today=on)
    return keep(IssueResponse(issue=issue, date=date, by_body=by_body, text=text), by=by)


@transaction.atomic
def take_out_response(*, response: IssueResponse, by: Any) -> None:
    """The issue is open again, unless it has another."""
    check_may_manage(by, response.issue.submission.board)
    discard(response, by=by)

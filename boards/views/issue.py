"""Issues raised on what a board sent out, and the response to each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms.submission import IssueForm, IssuesForm, ResponseForm
from boards.operations import issue as operations
from boards.queries.submission import issue_for, response_for
from boards.views.acts import act_page, confirm_page
from boards.views.submission import act_on, managed


def add_issues(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    found = managed(request, board, submission)
    next_step = (
        "Each stays open, on its page, on the board’s page and where things need attention, until it is answered."
    )
    act = act_on(found, "Put down the issues raised", "Put them down", next_step)
    form = IssuesForm(request.POST or None)
    return act_page(request, act, form, lambda given: operations.add_issues(submission=found, **given, by=request.user))


def change_issue(request: HttpRequest, board: str, submission: int, issue: int) -> HttpResponse:
    found = managed(request, board, submission)
    one = issue_for(found, issue)
    form = IssueForm(request.POST or None, initial={"number": one.number, "text": one.text})
    act = act_on(found, f"Change issue {one.number}", "Change it")
    return act_page(request, act, form, lambda given: operations.change_issue(issue=one, **given, by=request.user))


def take_out_issue(request: HttpRequest, board: str, submission: int, issue: int) -> HttpResponse:
    found = managed(request, board, submission)
    one = issue_for(found, issue)
    act = act_on(found, f"Take out issue {one.number}", "Take it out", "It is listed no longer. History keeps it.")
    return confirm_page(request, act, lambda: operations.take_out_issue(issue=one, by=request.user))


def answer_issue(request: HttpRequest, board: str, submission: int, issue: int) -> HttpResponse:
    found, today = managed(request, board, submission), timezone.localdate()
    one = issue_for(found, issue)
    form = ResponseForm(request.POST or None, issue=one, on=today)
    next_step = "The issue is shown as answered, with this response under it."
    act = act_on(found, f"Answer issue {one.number}: {one.text[:120]}", "Put it down", next_step)

    def do(given: dict[str, Any]) -> object:
        return operations.answer_issue(issue=one, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def take_out_response(request: HttpRequest, board: str, submission: int, issue: int, response: int) -> HttpResponse:
    found = managed(request, board, submission)
    one = issue_for(found, issue)
    given = response_for(one, response)
    next_step = "The issue is open again, unless it has another response. History keeps this one."
    act = act_on(found, f"Take out the response to issue {one.number}", "Take it out", next_step)
    return confirm_page(request, act, lambda: operations.take_out_response(response=given, by=request.user))

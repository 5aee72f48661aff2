"""The head of a report, the comments it needs before it goes out, and the other bodies it goes to."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from boards.views.acts import act_page, confirm_page
from meetings.forms import report as forms
from meetings.models import Paper, Report, ReportBody, ReportComment
from meetings.operations import report as operations
from meetings.queries.report import asked_of_reports, report_of
from meetings.rules.report import check_is_report
from meetings.views.paper import act_on, officers_paper

WHO_READS = "It stands with the report, and counts among the comments that it needs before the agenda goes out."


def write(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """What stands at its head."""
    found, line = officers_paper(request, board, meeting, paper)
    check_is_report(line.paper)
    report = report_of(line.paper)
    given = {check.question: check.answer for check in report.checks.all()} if report else {}
    questions = list(dict.fromkeys([*asked_of_reports(found)[1], *given]))
    first = {name: getattr(report or Report(), name) for name in forms.NAMES}
    first |= {f"check_{number}": given.get(question, "") for number, question in enumerate(questions)}
    form = forms.ReportForm(request.POST or None, initial=first, questions=questions)
    act = act_on(found, line.paper, "The head of the report", "Save it", "The report is changed.")
    return act_page(
        request, act, form, lambda _: operations.write_report(paper=line.paper, **form.settled(), by=request.user)
    )


def comment(request: HttpRequest, board: str, meeting: str, paper: int, number: int) -> HttpResponse:
    """Of the officer who is so manieth in the board's terms."""
    found, line = officers_paper(request, board, meeting, paper)
    posts = asked_of_reports(found)[0]
    if not 0 < number <= len(posts):
        raise Http404("The terms ask for no such comment.")
    post, there = posts[number - 1], _given(line.paper, posts[number - 1])
    first: dict[str, Any] = {"given_date": timezone.localdate()}
    if there:
        first = {name: getattr(there, name) for name in ("given_by", "text", "given_date")}
        first["says_none"] = not there.text
    act = act_on(found, line.paper, f"Comment of the {post}", "Put it down", "The comment is put down.")
    told: dict[str, Any] = {"paper": line.paper, "post": post, "by": request.user, "on": timezone.localdate()}
    form = forms.CommentForm(request.POST or None, initial=first)
    return act_page(request, act, form, lambda given: operations.give_comment(**told, **given))


def _given(paper: Paper, post: str) -> ReportComment | None:
    return ReportComment.objects.filter(report__paper=paper, post__iexact=post).first()


def take_comment_back(request: HttpRequest, board: str, meeting: str, paper: int, said: int) -> HttpResponse:
    found, line = officers_paper(request, board, meeting, paper)
    comment = get_object_or_404(ReportComment.objects.select_related("report__paper__item__meeting"), pk=said)
    if comment.report.paper_id != line.paper.pk:
        raise Http404("No comment is at this address.")
    next_step = "The report lacks it again, and until it is given only officers and the chair read the report."
    act = act_on(found, line.paper, "Take the comment back", "Take it back", "The comment is taken back.", next_step)
    return confirm_page(request, act, lambda: operations.take_comment_back(comment=comment, by=request.user))


def add_body(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """Another body considers the same report (requirement 3.8)."""
    found, line = officers_paper(request, board, meeting, paper)
    check_is_report(line.paper)
    act = act_on(found, line.paper, "It goes to another body", "Put it down", "It is put down.")
    form = forms.BodyForm(request.POST or None)
    return act_page(request, act, form, lambda given: operations.put_body(paper=line.paper, **given, by=request.user))


def change_body(request: HttpRequest, board: str, meeting: str, paper: int, body: int) -> HttpResponse:
    """What came of it there, or why it is under review."""
    found, line, one = _body(request, board, meeting, paper, body)
    names = ("body", "expected", "state", "words", "date")
    form = forms.BodyForm(request.POST or None, initial={name: getattr(one, name) for name in names})
    act = act_on(found, line.paper, f"{one}", "Save it", "It is changed.")
    return act_page(
        request, act, form, lambda given: operations.put_body(paper=line.paper, entry=one, **given, by=request.user)
    )


def take_body_out(request: HttpRequest, board: str, meeting: str, paper: int, body: int) -> HttpResponse:
    found, line, one = _body(request, board, meeting, paper, body)
    act = act_on(found, line.paper, f"Take out {one}", "Take it out", "It is taken out.", "It is listed no longer.")
    return confirm_page(request, act, lambda: operations.take_body_out(paper=line.paper, entry=one, by=request.user))


def _body(request: HttpRequest, board: str, meeting: str, paper: int, pk: int) -> tuple[Any, Any, ReportBody]:
    found, line = officers_paper(request, board, meeting, paper)
    return found, line, get_object_or_404(ReportBody, pk=pk, report__paper=line.paper)

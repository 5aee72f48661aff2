"""Writing what stands at the head of a report, the comments of statutory officers, and where else it goes."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute
from meetings.models import Paper, Report, ReportBody, ReportCheck, ReportComment
from meetings.operations.locked import lock, locked_record_refuses, open_agenda
from meetings.rules import paper as papers
from meetings.rules import report as rules
from trust.tools.keeping import discard, keep


def write_report(*, paper: Paper, checks: Mapping[str, str], by: Any, **given: Any) -> Report:
    """``checks``: yes or no by question; "" leaves one unanswered, and is shown so. ``given`` are its fields."""
    with locked_record_refuses():
        report = _head(paper, by)
        for name, value in given.items():
            setattr(report, name, value)
        keep(report, by=by)
        there = {check.question: check for check in report.checks.all()}
        for question, answer in checks.items():
            _answer(report, question, answer, there.get(question), by)
        return report


def _answer(report: Report, question: str, answer: str, there: ReportCheck | None, by: Any) -> None:
    if there and not answer:
        discard(there, by=by)
    elif answer and (there is None or there.answer != answer):
        check = there or ReportCheck(report=report, question=question)
        check.answer = answer
        keep(check, by=by)


def give_comment(
    *, paper: Paper, post: str, given_by: str, text: str, given_date: dt.date, says_none: bool, by: Any, on: dt.date
) -> ReportComment:
    """Of a statutory officer, by themselves or by another on their behalf. The one given before gives way."""
    rules.check_comment(text, given_date, says_none=says_none, on=on)
    with locked_record_refuses():
        report = _head(paper, by)
        if report.pk is None:
            keep(report, by=by)
        found = report.comments.filter(post__iexact=post).first() or ReportComment(report=report, post=post)
        found.given_by, found.text, found.given_date = given_by, text.strip(), given_date
        return keep(found, by=by)


def take_comment_back(*, comment: ReportComment, by: Any) -> None:
    """Put down by mistake; its history stays."""
    with locked_record_refuses():
        _head(comment.report.paper, by)
        discard(comment, by=by, because="Put down by mistake")


@transaction.atomic
def put_body(*, paper: Paper, entry: ReportBody | None = None, by: Any, **given: Any) -> ReportBody:
    """Another body that considers it, and what comes of it there, which may be long after this meeting."""
    rules.check_body(given["state"], given["words"])
    check_may_minute(by, lock(paper.item.meeting).board)
    rules.check_is_report(paper)
    report = Report.objects.filter(paper=paper).first() or keep(Report(paper=paper), by=by)
    entry = entry or ReportBody(report=report)
    for name, value in given.items():
        setattr(entry, name, value)
    return keep(entry, by=by)


@transaction.atomic
def take_body_out(*, paper: Paper, entry: ReportBody, by: Any) -> None:
    check_may_minute(by, lock(paper.item.meeting).board)
    discard(entry, by=by, because="Put down by mistake")


def _head(paper: Paper, by: Any) -> Report:
    """Of a report that stands, locked with the agenda while that may change; new where it has none yet."""
    open_agenda(paper.item.meeting, by)
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    papers.check_stands(paper)
    rules.check_is_report(paper)
    return Report.objects.select_for_update(of=("self",)).filter(paper=paper).first() or Report(paper=paper)

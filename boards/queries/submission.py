"""What a board sent out, with the issues that wait for a response.

What has not been sent yet is for those who hold a word on the board; what was sent, for all who may know of it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from boards.models import Board, BoardGrant, Issue, IssueResponse, Submission, SubmissionStep
from boards.permissions import words_on
from boards.queries.access import boards_known_to
from boards.rules.submission import OUTCOMES


@dataclass(frozen=True)
class SubmissionRead:
    """``issues`` in their order, each with its ``responses`` read."""

    submission: Submission
    steps: tuple[SubmissionStep, ...]
    issues: tuple[Issue, ...]

    @property
    def unanswered(self) -> list[Issue]:
        return [issue for issue in self.issues if not issue.responses.all()]

    @property
    def tone(self) -> str:
        return OUTCOMES[Submission.Outcome(self.submission.outcome)]


ORDERS: Mapping[str, Callable[[SubmissionRead], tuple[Any, ...]]] = {
    "title": lambda read: (read.submission.title.casefold(),),
    "board": lambda read: (read.submission.board.name.casefold(), read.submission.title.casefold()),
    "kind": lambda read: (read.submission.kind, read.submission.title.casefold()),
    "sent": lambda read: (read.submission.sent_date is not None, read.submission.sent_date, read.submission.pk),
    "outcome": lambda read: (read.submission.get_outcome_display(), read.submission.title.casefold()),
    "unanswered": lambda read: (len(read.unanswered), read.submission.title.casefold()),
}


def submissions_known_to(reader: Any, board: Board) -> QuerySet[Submission]:
    """Of a board that the reader may know of."""
    found = Submission.objects.filter(board=board)
    return found if words_on(reader, board) else found.filter(sent_date__isnull=False)


def submissions_seen_by(reader: Any) -> QuerySet[Submission]:
    """Of every board that the reader may know of."""
    sent = Q(board__in=boards_known_to(reader), sent_date__isnull=False)
    own = BoardGrant.objects.filter(group__user=reader.pk).values("content_object")
    return Submission.objects.filter(sent | Q(board__in=own) if reader.is_authenticated else sent)


def submissions_listed(reader: Any, board: Board | None, cut: Mapping[str, Any], *, order: str) -> list[SubmissionRead]:
    """Latest sent first, unless another order is asked. A constant number of statements. ``board``: None for all."""
    found = submissions_known_to(reader, board) if board else submissions_seen_by(reader)
    for word in str(cut["words"]).split():
        found = found.filter(Q(title__icontains=word) | Q(to_body__icontains=word) | Q(outcome_words__icontains=word))
    for name in ("kind", "outcome"):
        if cut[name]:
            found = found.filter(**{name: cut[name]})
    reads = [read for read in _read(found) if read.unanswered or not cut["issues"]]
    by = ORDERS.get(order.removeprefix("-"))
    return sorted(reads, key=by, reverse=order.startswith("-")) if by else reads


def submissions_of_board(board: Board, *, is_own: bool) -> list[Any]:
    """Each with ``unanswered``: how many of its issues have no response. ``is_own``: for the board’s own people."""
    found = board.submissions.all() if is_own else board.submissions.filter(sent_date__isnull=False)
    open_issues = Count("issues", filter=Q(issues__responses=None), distinct=True)
    return list(found.select_related("board").annotate(unanswered=open_issues))


def submission_for(reader: Any, board: Board, pk: int) -> Submission:
    found = submissions_known_to(reader, board).select_related("board").filter(pk=pk).first()
    if found is None:
        raise Http404("This board sent out nothing of the kind.")
    return found


def submission_read(submission: Submission) -> SubmissionRead:
    return _read(Submission.objects.filter(pk=submission.pk))[0]


def _read(found: QuerySet[Submission]) -> list[SubmissionRead]:
    reads = found.select_related("board").prefetch_related("steps", "issues__responses")
    return [SubmissionRead(one, tuple(one.steps.all()), tuple(one.issues.all())) for one in reads]


def issues_unanswered(boards: Collection[Board], *, on: dt.date) -> dict[Submission, tuple[int, list[Issue]]]:
    """By submission sent by the day: how many issues it has, and those without a response by then. One statement."""
    answered = Exists(IssueResponse.objects.filter(issue=OuterRef("pk"), date__lte=on))
    raised = Issue.objects.filter(submission__board__in=[board.pk for board in boards], submission__sent_date__lte=on)
    found: dict[Submission, list[Any]] = defaultdict(list)
    for issue in raised.annotate(is_answered=answered).select_related("submission__board").order_by("position", "pk"):
        found[issue.submission].append(issue)
    told = {one: (len(issues), [issue for issue in issues if not issue.is_answered]) for one, issues in found.items()}
    return {one: (count, waits) for one, (count, waits) in told.items() if waits}


def step_for(submission: Submission, pk: int) -> SubmissionStep:
    found = submission.steps.select_related("submission__board").filter(pk=pk).first()
    if found is None:
        raise Http404("It has no such step.")
    return found


def issue_for(submission: Submission, pk: int) -> Issue:
    found = submission.issues.select_related("submission__board").filter(pk=pk).first()
    if found is None:
        raise Http404("No such issue was raised.")
    return found


def response_for(issue: Issue, pk: int) -> IssueResponse:
    found = issue.responses.select_related("issue__submission__board").filter(pk=pk).first()
    if found is None:
        raise Http404("The issue has no such response.")
    return found

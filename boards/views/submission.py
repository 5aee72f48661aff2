"""What a board sent out: the list, the page of one, its way and its outcome."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.submission import OutcomeForm, StepForm, SubmissionForm, SubmissionsFilter
from boards.models import Board, Submission
from boards.operations import submission as operations
from boards.permissions import MANAGE, SEE_PAPERS, check_may_manage, words_on
from boards.queries.boards import board_for
from boards.queries.submission import step_for, submission_for, submission_read, submissions_listed
from boards.views.acts import Act, act_page, asked, confirm_page
from boards.views.listed import as_asked
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import listing, short_date

HEADS = ("Title", "Board", "What it is", "To", "Sent", "Outcome", "Told on", "Reasons", "Issues", "Unanswered")


@require_safe
def submissions(request: HttpRequest, board: str) -> HttpResponse:
    """For all who may know of the board; what has not been sent, for its own people."""
    return _list(request, board_for(request.user, board))


@require_safe
def all_submissions(request: HttpRequest) -> HttpResponse:
    """The same of every board that the reader may know of."""
    return _list(request, None)


def _list(request: HttpRequest, board: Board | None) -> HttpResponse:
    cut, order = SubmissionsFilter(request.GET), asked(request, "order")
    reads = submissions_listed(request.user, board, cut.cut(), order=order)
    context = {
        "board": board,
        "reads": reads,
        "waiting": sum(len(read.unanswered) for read in reads),
        **as_asked(request, cut, order or "-sent"),
        "may_manage": bool(board and MANAGE in words_on(request.user, board)),
        "here": reverse("boards:submissions", args=[board.slug]) if board else reverse("boards:all_submissions"),
    }
    return render(request, "boards/submissions.html", context)


@require_safe
def submissions_sheet(request: HttpRequest, kind: str, board: str = "") -> HttpResponse:
    """The same list as a file."""
    found = board_for(request.user, board) if board else None
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    cut, order = SubmissionsFilter(request.GET).cut(), asked(request, "order")
    rows = []
    for read in submissions_listed(request.user, found, cut, order=order):
        one, unanswered = read.submission, listing(issue.number for issue in read.unanswered)
        said = (one.title, one.board.name, one.get_kind_display(), one.to_body, one.sent_date)
        told = (one.get_outcome_display(), one.outcome_date, one.outcome_words)
        rows.append((*said, *told, len(read.issues), unanswered))
    return sheet(kind, "submissions", HEADS, rows)


@require_safe
def submission(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    """Its way with the bodies that took each step, its outcome, and every issue with what was answered."""
    found = submission_for(request.user, board_for(request.user, board), submission)
    words = words_on(request.user, found.board)
    context = {
        "read": submission_read(found),
        "board": found.board,
        "may_manage": MANAGE in words,
        "may_read_history": SEE_PAPERS in words,
    }
    return render(request, "boards/submission.html", context)


def add_submission(request: HttpRequest, board: str) -> HttpResponse:
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    next_step = "It is listed for the board’s own people, and once it is sent for all who may know of the board."
    trail = (("Boards", reverse("boards:boards")), (found.name, found.get_absolute_url()))
    then = reverse("boards:submissions", args=[found.slug])
    act = Act(
        "Set down a bid or letter", found.name, "Set it down", next_step, "It is set down.", "", then, trail=trail
    )
    form = SubmissionForm(request.POST or None)
    return act_page(
        request, act, form, lambda given: operations.add_submission(board=found, **given, by=request.user, on=today)
    )


def change_submission(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    found, today = managed(request, board, submission), timezone.localdate()
    now = {name: getattr(found, name) for name in SubmissionForm.base_fields}
    form = SubmissionForm(request.POST or None, initial=now)
    act = act_on(found, "Change what is set down", "Change it")

    def do(given: dict[str, Any]) -> object:
        return operations.change_submission(submission=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def set_outcome(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    found, today = managed(request, board, submission), timezone.localdate()
    now = {name: getattr(found, name) for name in OutcomeForm.base_fields}
    form = OutcomeForm(request.POST or None, initial=now)
    next_step = "Its page and the list show it. Issues that came with it are put down next, each to be answered."
    act = act_on(found, "Put down the outcome", "Put it down", next_step)

    def do(given: dict[str, Any]) -> object:
        return operations.set_outcome(submission=found, **given, by=request.user, on=today)

    return act_page(request, act, form, do)


def take_out_submission(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    """One set down by mistake."""
    found = managed(request, board, submission)
    act = act_on(found, "Take it out", "Take it out", "It is listed no longer. One that was sent is withdrawn instead.")
    if request.method == "POST":
        then = reverse("boards:submissions", args=[found.board.slug])
        act = Act("Take it out", found.title, "Take it out", "", "It is taken out.", "", then)
    return confirm_page(request, act, lambda: operations.take_out_submission(submission=found, by=request.user))


def add_step(request: HttpRequest, board: str, submission: int) -> HttpResponse:
    found = managed(request, board, submission)
    act = act_on(found, "Put down a step on its way", "Put it down", "It stands in its place by its day.")
    form = StepForm(request.POST or None)
    return act_page(request, act, form, lambda given: operations.add_step(submission=found, **given, by=request.user))


def take_out_step(request: HttpRequest, board: str, submission: int, step: int) -> HttpResponse:
    found = managed(request, board, submission)
    one = step_for(found, step)
    title = f"Take out the step of {short_date(one.date)}"
    act = act_on(found, title, "Take it out", "It is listed no longer. History keeps it.")
    return confirm_page(request, act, lambda: operations.take_out_step(step=one, by=request.user))


def managed(request: HttpRequest, board: str, pk: int) -> Submission:
    """The submission, for the officers who manage its board."""
    found: Board = board_for(request.user, board)
    check_may_manage(request.user, found)
    return submission_for(request.user, found, pk)


def act_on(found: Submission, title: str, button: str, next_step: str = "", said: str = "Saved.") -> Act:
    next_step = next_step or "It is shown so from now on, and history keeps what it was."
    trail = (
        (found.board.name, found.board.get_absolute_url()),
        ("Bids and letters", reverse("boards:submissions", args=[found.board.slug])),
        (found.title, found.get_absolute_url()),
    )
    return Act(title, found.title, button, next_step, said, "", found.get_absolute_url(), trail=trail)

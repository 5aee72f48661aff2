"""Decisions between meetings: the list of a board, one of them, and every act on it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import check_may_see_papers
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page
from meetings.forms.between import AskForm, UrgentForm
from meetings.models import BetweenMeetings
from meetings.operations import between as operations
from meetings.queries.between import COLUMNS, between_for, lines_of, may_lead, people_to_ask, rows_of
from meetings.views.trails import board_trail
from trust.tools.plain import plain_line
from trust.tools.sheets import KINDS, sheet

ASK_NEXT = (
    "Each of them is written to, and answers on this page. What is agreed is kept apart with its date, and comes on "
    "the next draft agenda to be ratified; an objection takes it to a meeting."
)
URGENT_NEXT = "It is kept apart with its date, and comes by itself on the next draft agenda, to be ratified."


@require_safe
def betweens(request: HttpRequest, board: str) -> HttpResponse:
    """What the board decided, or is asked to decide, between its meetings."""
    found, state = _papers_of(request, board), plain_line(request.GET.get("state", ""))
    lines = lines_of(found, request.user, on=timezone.localdate(), state=state)
    context = {
        "board": found,
        "lines": lines,
        "state": state if state in BetweenMeetings.State.values else "",
        "states": BetweenMeetings.State.choices,
        "may_lead": may_lead(request.user, found),
    }
    return render(request, "meetings/betweens.html", context)


@require_safe
def betweens_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found = _papers_of(request, board)
    if kind not in KINDS:
        raise Http404
    state = plain_line(request.GET.get("state", ""))
    lines = lines_of(found, request.user, on=timezone.localdate(), state=state)
    return sheet(kind, f"{found.slug}-between-meetings", COLUMNS, rows_of(lines))


@require_safe
def between(request: HttpRequest, board: str, between: int) -> HttpResponse:
    """What is proposed and why it cannot wait, who was asked, what they said and what came of it."""
    line = between_for(request.user, board, between, on=timezone.localdate())
    context = {"line": line, "between": line.between, "board": line.between.board}
    return render(request, "meetings/between.html", context)


def ask(request: HttpRequest, board: str) -> HttpResponse:
    """Put a proposal to the members by e-mail or by silence."""
    found, today = _led(request, board), timezone.localdate()
    form = AskForm(request.POST or None, seats=people_to_ask(found, on=today), on=today)
    act = _act(found, "Ask members between meetings", "Ask them", ASK_NEXT, "They are asked.")
    made: list[BetweenMeetings] = []

    def do(given: dict[str, Any]) -> object:
        made.append(operations.put(board=found, **given, by=request.user, at=timezone.now()))
        return made[-1]

    answer = act_page(request, act, form, do)
    return redirect(made[-1]) if answer.status_code == 302 and made else answer


def urgent(request: HttpRequest, board: str) -> HttpResponse:
    """Record what the chair or an officer decided as a matter of urgency."""
    found = _led(request, board)
    form = UrgentForm(request.POST or None, on=timezone.localdate())
    act = _act(found, "Record an urgent decision", "Record it", URGENT_NEXT, "The urgent decision is recorded.")
    made: list[BetweenMeetings] = []

    def do(given: dict[str, Any]) -> object:
        made.append(operations.take_urgently(board=found, **given, by=request.user, at=timezone.now()))
        return made[-1]

    answer = act_page(request, act, form, do)
    return redirect(made[-1]) if answer.status_code == 302 and made else answer


def _papers_of(request: HttpRequest, board: str) -> Board:
    found = board_for(request.user, board)
    check_may_see_papers(request.user, found)
    return found


def _led(request: HttpRequest, board: str) -> Board:
    found = board_for(request.user, board)
    operations.check_may_lead(request.user, found)
    return found


def _act(board: Board, title: str, button: str, next_step: str, said: str) -> Act:
    then = reverse("meetings:betweens", args=[board.slug])
    about, trail = str(board), trail_of(board)
    return Act(title, about, button, next_step, said, place=title, then=then, trail=trail)


def trail_of(board: Board) -> tuple[tuple[str, str], ...]:
    """The pages above an act on a decision between meetings."""
    return board_trail(board, ("Between meetings", reverse("meetings:betweens", args=[board.slug])))

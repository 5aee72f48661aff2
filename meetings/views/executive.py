"""The written statements of executive decisions: one of them, and the list of a board."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MINUTE, check_may_minute, words_on
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page
from meetings.forms.executive import ChangedStatementForm, StatementForm, StatementsFilter
from meetings.forms.spending import ReasonForm
from meetings.models import Decision
from meetings.operations import executive as operations
from meetings.operations.executive import PARTS
from meetings.queries.executive import (
    COLUMNS,
    StatementRead,
    is_executive,
    rows_of,
    sheet_rows,
    statement_for,
    statements_of,
)
from meetings.queries.minutes import may_read_minutes
from meetings.rules.executive import check_can_state
from meetings.views.trails import meeting_trail
from trust.tools.refusal import Refused, why_not
from trust.tools.sheets import KINDS, sheet

PAGE = 50
NEXT = (
    "Whoever may read the item reads the statement on its own page, before the minutes are published as well. It is "
    "printed under the decision in the minutes if they are not approved yet."
)

KEPT = "The earlier words stay in the history, with your reason."


@require_safe
def statement(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """What was decided and when, the reasons, the alternatives, conflicts and dispensations."""
    read = statement_for(request.user, board, meeting, block)
    held = read.meeting
    context = {
        "read": read,
        "decision": read.decision,
        "statement": read.statement,
        "meeting": held,
        "board": held.board,
        "may_read_decision": may_read_minutes(request.user, held),
        "refusal": why_not(
            check_can_state, read.decision, read.minutes, is_executive=is_executive(held.board, held.date)
        ),
    }
    return render(request, "meetings/statement.html", context)


def make(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """The officer writes it; another form where it is changed."""
    read = _minuted(request, board, meeting, block)
    found = read.statement
    if found is None:
        act = _act(read, "Write the statement of this decision", "Make the statement", NEXT, "The statement is made.")
        form: StatementForm = StatementForm(request.POST or None)
    else:
        act = _act(read, "Change the statement", "Change it", KEPT, "It is changed.")
        now = {part: getattr(found, part) for part in PARTS}
        form = ChangedStatementForm(request.POST or None, initial=now)

    def do(given: dict[str, Any]) -> object:
        if found is None:
            return operations.make_statement(decision=read.decision, **given, by=request.user, at=timezone.now())
        return operations.change_statement(statement=found, **given, by=request.user)

    return act_page(request, act, form, do)


def take_back(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """Made in error."""
    read = _minuted(request, board, meeting, block)
    if read.statement is None:
        raise Refused("No statement is made, so there is nothing to take back.")
    found = read.statement
    next_step = "Nobody reads it any more. Its words stay in the history with your reason, and another can be made."
    act = _act(read, "Take the statement back", "Take it back", next_step, "The statement is taken back.")

    def do(given: dict[str, Any]) -> object:
        return operations.take_back_statement(statement=found, **given, by=request.user)

    return act_page(request, act, ReasonForm(request.POST or None), do)


@require_safe
def statements(request: HttpRequest, board: str) -> HttpResponse:
    """Executive decisions of a board with their statements; the officers see which want one."""
    found, cut, on_board = _cut(request, board)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    for name in ("order", "page"):
        asked.pop(name, None)
    context = {
        "board": on_board,
        "filter": cut,
        "is_cut": any(value for name, value in cut.cut().items() if name != "order"),
        "page": page,
        "count": page.paginator.count,
        "rows": rows_of(page.object_list, on_board, request.user),
        "order": cut.cut().get("order") or "-date",
        "asked": asked.urlencode(),
        "is_executive": is_executive(on_board, timezone.localdate()),
    }
    return render(request, "meetings/statements.html", context)


@require_safe
def statements_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found, _, on_board = _cut(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    rows = sheet_rows(rows_of(found, on_board, request.user), in_words=kind == "csv")
    return sheet(kind, f"statements-{on_board.slug}", COLUMNS, rows)


def _cut(request: HttpRequest, slug: str) -> tuple[QuerySet[Decision], StatementsFilter, Board]:
    board = board_for(request.user, slug)
    dates = statements_of(board, request.user, {}).order_by().values_list("block__item__meeting__date__year", flat=True)
    years = sorted(set(dates), reverse=True)
    cut = StatementsFilter(request.GET, years=years, may_minute=MINUTE in words_on(request.user, board))
    return statements_of(board, request.user, cut.cut()), cut, board


def _minuted(request: HttpRequest, board: str, meeting: str, block: UUID) -> StatementRead:
    read = statement_for(request.user, board, meeting, block)
    check_may_minute(request.user, read.meeting.board)
    return read


def _act(read: StatementRead, title: str, button: str, next_step: str, said: str) -> Act:
    board, address = read.meeting.board, read.meeting.address
    words = " ".join(read.decision.block.text.split())
    about = f"{read.decision.block.item}: {words[:160]}{'…' if len(words) > 160 else ''}"
    then = reverse("meetings:statement", args=[board.slug, address, read.decision.block.key])
    trail = meeting_trail(read.meeting, ("The statement", then))
    return Act(
        title=title, about=about, button=button, next_step=next_step, said=said, place=about, then=then, trail=trail
    )

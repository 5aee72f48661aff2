"""The register of a board's disputes, as a page and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.views.acts import asked
from meetings.models import Dispute
from meetings.queries.dispute import DisputeLine, board_with_disputes, disputes_of
from trust.tools.sheets import KINDS, sheet

HEADS = (
    "Meeting",
    "Item",
    "Decision",
    "Partners in dispute",
    "Money",
    "State",
    "Opened",
    "To be settled by",
    "Ended",
    "How it stands",
)


@require_safe
def disputes(request: HttpRequest, board: str) -> HttpResponse:
    found, lines, state = _cut(request, board)
    states = [(value, label) for value, label in Dispute.State.choices]
    context = {"board": found, "lines": lines, "state": state, "states": states}
    return render(request, "meetings/disputes.html", context)


@require_safe
def disputes_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found, lines, _ = _cut(request, board)
    if kind not in KINDS:
        raise Http404
    return sheet(kind, f"disputes-{found.slug}", HEADS, (_row(line) for line in lines))


def _cut(request: HttpRequest, slug: str) -> tuple[Board, list[DisputeLine], str]:
    """The board, its disputes as the address narrows them, and the state asked for."""
    board, state = board_with_disputes(request.user, slug), asked(request, "state")
    state = state if state in Dispute.State.values else ""
    return board, disputes_of(request.user, board, state=state, today=timezone.localdate()), state


def _row(line: DisputeLine) -> tuple[object, ...]:
    item, dispute = line.decision.block.item, line.dispute
    days = (dispute.opened_date, dispute.closes_date, dispute.ended_date)
    told = (str(item), line.words, line.partners, line.amount, line.state)
    return (item.meeting.date, *told, *days, line.standing.sentence)

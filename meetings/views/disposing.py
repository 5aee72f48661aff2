"""Signing off what is due for disposal, and the register of what was destroyed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import check_may_publish
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page
from meetings.forms.retention import DisposalsForm, RegisterFilter
from meetings.operations.disposing import dispose
from meetings.queries.retention import COLUMNS, due_of, register_of, register_rows
from meetings.rules.retention import CLASSES
from meetings.views.retention import trail
from trust.tools.sheets import KINDS, sheet

PAGE = 50
NEXT = (
    "It is destroyed at once, with the history of its words, and cannot be brought back. The register says for good "
    "what was destroyed, of which meeting, under which rule, by whom and when. Backups, and files that people "
    "have on their own computers, are not reached from here."
)


def sign_off(request: HttpRequest, board: str) -> HttpResponse:
    """Tick, give the reason, read what is destroyed and what remains, then it is done."""
    found = _published(request, board)
    due = due_of(found, on=timezone.localdate())
    form = DisposalsForm(request.POST or None, due=due, initial={"keys": request.GET.getlist("keys")})
    act = Act(
        title="Sign off disposals",
        about=found.name,
        button="Destroy them",
        next_step=NEXT,
        said="They are destroyed, and entered in the disposal register.",
        place="Retention",
        then=reverse("meetings:disposals", args=[found.slug]),
        page="meetings/sign_off.html",
        shown={"board": found, "due": [one for one in due if one.hold is None]},
        trail=trail(found),
        points_out=lambda given: _destroyed_and_kept(given["keys"]),
    )

    def do(given: dict[str, Any]) -> object:
        return dispose(board=found, **given, by=request.user, at=timezone.now())

    return act_page(request, act, form, do)


@require_safe
def disposals(request: HttpRequest, board: str) -> HttpResponse:
    """The disposal register."""
    found = _published(request, board)
    cut = RegisterFilter(request.GET)
    rows = register_of(found, cut.cut())
    listed = request.GET.copy()
    listed.pop("order", None)
    listed.pop("page", None)
    context = {
        "board": found,
        "filter": cut,
        "is_cut": bool(cut.cut().get("kind")),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "order": cut.cut().get("order") or "-done",
        "asked": listed.urlencode(),
    }
    return render(request, "meetings/disposals.html", context)


@require_safe
def disposals_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same register as a file."""
    found = _published(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    rows = register_rows(register_of(found, RegisterFilter(request.GET).cut()))
    return sheet(kind, f"disposals-{found.slug}", COLUMNS, rows)


def _published(request: HttpRequest, board: str) -> Board:
    found = board_for(request.user, board)
    check_may_publish(request.user, found)
    return found


def _destroyed_and_kept(keys: list[str]) -> list[str]:
    """For each class that was ticked: what is destroyed, and what remains."""
    ticked = {key.rpartition("-")[0] for key in keys}
    said = [(told.destroys, told.remains) for kind, told in CLASSES.items() if kind in ticked]
    return [f"Destroyed: {destroys} Remains: {remains}" for destroys, remains in said]

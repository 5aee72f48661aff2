"""The register of what was shared with whom, and putting an entry into it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import check_may_minute, check_may_see_papers
from boards.queries.agreements import agreements_known_to
from boards.queries.boards import board_for
from boards.queries.partners import partners_known_to
from boards.queries.people import people_known_to
from boards.views.acts import Act, act_page, asked
from meetings.forms.sharing import EntryForm, Known, SharingFilter
from meetings.models import Meeting, Sharing
from meetings.operations.sharing import enter_sharing
from meetings.queries.meeting import meetings_of
from meetings.queries.sharing import (
    COLUMNS,
    Line,
    choices_of,
    entry_for,
    first_of,
    is_officer,
    lines_of,
    protocols,
    protocols_amiss,
    sheet_rows,
)
from meetings.views.trails import board_trail
from trust.tools.sheets import KINDS, sheet

NEXT = (
    "It stands in the register for good. It can be followed by an entry that replaces it, and neither be changed nor "
    "taken out."
)


@require_safe
def sharings(request: HttpRequest, board: str) -> HttpResponse:
    """Everything put down and passed on that the reader may know of."""
    found, cut, lines = _lines(request, board)
    listed = request.GET.copy()
    listed.pop("order", None)
    context = {
        "board": found,
        "filter": cut,
        "is_cut": any(value for name, value in cut.cut().items() if name != "order"),
        "lines": lines,
        "order": cut.cut().get("order") or "-date",
        "asked": listed.urlencode(),
        "is_officer": is_officer(found, request.user),
        "meeting": cut.cut().get("meeting"),
    }
    return render(request, "meetings/sharings.html", context)


@require_safe
def sharings_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same register as a file."""
    found, _, lines = _lines(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, f"shared-{found.slug}", COLUMNS, sheet_rows(lines))


def add(request: HttpRequest, board: str) -> HttpResponse:
    """Put down what was shared, of a meeting where the address names one; or what replaces an earlier entry."""
    found = board_for(request.user, board)
    check_may_minute(request.user, found)
    replaces = _replaced(request, found)
    meetings = meetings_of(found, request.user).filter(board=found)
    meeting = replaces.meeting if replaces else meetings.filter(address=asked(request, "meeting")).first()
    known = _known(request, meeting)
    mine = str(getattr(request.user, "person", None) or "")
    first = first_of(replaces) if replaces else {"shared_date": timezone.localdate(), "shared_by": mine}
    form = EntryForm(request.POST or None, known=known, initial=first)

    def do(given: dict[str, Any]) -> object:
        fields = form.fields_of_entry(given)
        return enter_sharing(board=found, replaces=replaces, **fields, by=request.user, at=timezone.now())

    def warned(given: dict[str, Any]) -> list[str]:
        entry = Sharing(pk=0, board=found, **form.fields_of_entry(given))
        return list(protocols_amiss([entry]).values())

    act = _act(found, replaces, meetings, meeting, warned)
    return act_page(request, act, form, do)


def _known(request: HttpRequest, meeting: Meeting | None) -> Known:
    items, papers = choices_of(meeting, request.user)
    return Known(
        meeting=meeting,
        items=items,
        papers=papers,
        partners=partners_known_to(request.user).order_by("name"),
        people=people_known_to(request.user).order_by("name"),
        protocols=protocols(agreements_known_to(request.user, on=timezone.localdate())),
    )


def _replaced(request: HttpRequest, board: Board) -> Sharing | None:
    asked_for = asked(request, "replaces")
    return entry_for(board, request.user, int(asked_for)) if asked_for.isdecimal() else None


def _act(board: Board, replaces: Sharing | None, meetings: Any, meeting: Any, warned: Any) -> Act:
    then = reverse("meetings:sharings", args=[board.slug])
    return Act(
        title="Replace an entry" if replaces else "Put down what was shared",
        about=f"{meeting}" if meeting else board.name,
        button="Enter it",
        next_step=NEXT,
        said="It is entered in the register.",
        place="What was shared",
        then=then,
        page="meetings/sharing_add.html",
        shown={"meetings": meetings, "meeting": meeting, "replaces": replaces},
        trail=board_trail(board, ("What was shared", then)),
        points_out=warned,
    )


def _lines(request: HttpRequest, board: str) -> tuple[Board, SharingFilter, list[Line]]:
    found = board_for(request.user, board)
    check_may_see_papers(request.user, found)
    meetings = meetings_of(found, request.user).filter(board=found)
    cut = SharingFilter(request.GET, partners=partners_known_to(request.user), meetings=meetings)
    return found, cut, lines_of(found, request.user, cut.cut())

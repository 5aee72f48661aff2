"""A board's year: what it meets for, which meetings there are, and making those that are missing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MINUTE, check_may_minute, words_on
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.year import PurposeForm, PurposeOfMeetingForm, YearForm
from meetings.operations import year as operations
from meetings.permissions import PREPARES
from meetings.queries.meeting import last_meeting, meeting_minuted_by
from meetings.queries.year import COLUMNS, purpose_of, purposes_of, sheet_rows, year_of
from meetings.rules.year import YearPlan
from meetings.views.trails import board_trail
from trust.tools.sheets import KINDS, sheet

CREATE = (
    "Each is made with the board’s standing items and with those that belong to it alone. Nobody is told: look each "
    "agenda through, then call it."
)
END = "Years that begin later have it no more. Meetings made for it, and their minutes, keep it."


@require_safe
def year(request: HttpRequest, board: str) -> HttpResponse:
    """Each purpose with its meeting; what is missing or too many."""
    found = board_for(request.user, board)
    words = words_on(request.user, found)
    context = {
        "board": found,
        "plan": _plan(request, found),
        "prepares": bool(words.intersection(PREPARES)),
        "may_minute": MINUTE in words,
    }
    return render(request, "meetings/year.html", context)


@require_safe
def year_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same as a file."""
    found = board_for(request.user, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, f"year-{found.slug}", COLUMNS, sheet_rows(_plan(request, found)))


def create(request: HttpRequest, board: str) -> HttpResponse:
    """Every meeting of the year that is missing, in one act."""
    found = _minuted(request, board)
    plan = _plan(request, found)
    last = last_meeting(found)
    first = {name: getattr(last, name) for name in ("starts_at", "ends_at", "venue", "form")} if last else {}
    form = YearForm(request.POST or None, plan=plan, initial=first)
    title = f"Make the meetings of the year from {plan.begins:%B %Y}"
    act = _act(found, title, "Make these meetings", CREATE, "The meetings are made.", query=f"?year={plan.begins.year}")

    def do(given: dict[str, Any]) -> object:
        asked: dict[str, Any] = {"year": plan.begins.year, "on": timezone.localdate(), "days": form.days}
        return operations.create_year(board=found, **asked, **form.where, by=request.user)

    return act_page(request, act, form, do)


def add_purpose(request: HttpRequest, board: str) -> HttpResponse:
    found = _minuted(request, board)
    place = len(purposes_of(found, on=timezone.localdate())) + 1
    form = PurposeForm(request.POST or None, initial={"position": place})
    act = _act(found, "Add a meeting of every year", "Add it", "", "It is one of the year’s meetings.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.add_purpose(board=found, **given, by=request.user)

    return act_page(request, act, form, do)


def change_purpose(request: HttpRequest, board: str, yearly: int) -> HttpResponse:
    found = _minuted(request, board)
    one = purpose_of(found, yearly)
    now = {"purpose": one.purpose, "month": one.month, "position": one.position or 1}
    form = PurposeForm(request.POST or None, initial=now)
    act = _act(found, "Change a meeting of every year", "Save the change", "", "It is changed.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.change_purpose(yearly=one, **given, by=request.user)

    return act_page(request, act, form, do)


def end_purpose(request: HttpRequest, board: str, yearly: int) -> HttpResponse:
    found = _minuted(request, board)
    one = purpose_of(found, yearly)
    act = _act(found, f"Meet no more for “{one}”", "End it", END, "The board meets for it no more.")

    def do() -> object:
        return operations.end_purpose(yearly=one, on=timezone.localdate(), by=request.user)

    return confirm_page(request, act, do)


def meeting_purpose(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Say which of the year’s meetings one is, that was called otherwise."""
    held = meeting_minuted_by(request.user, board, meeting)
    form = PurposeOfMeetingForm(
        request.POST or None, purposes=held.board.yearly_meetings.all(), initial={"yearly": held.yearly_id}
    )
    title = f"What the meeting of {held.date:%-d %B %Y} is for"
    act = _act(held.board, title, "Save it", "", "It is kept.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.say_purpose(meeting=held, yearly=given["yearly"], by=request.user)

    return act_page(request, act, form, do)


def _plan(request: HttpRequest, board: Board) -> YearPlan:
    """The year that the address asks for; this one where it asks none or nonsense."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and 1900 < int(asked) < 2200 else None
    return year_of(board, request.user, on=timezone.localdate(), year=year)


def _minuted(request: HttpRequest, slug: str) -> Board:
    board = board_for(request.user, slug)
    check_may_minute(request.user, board)
    return board


def _act(
    board: Board, title: str, button: str, next_step: str, said: str, *, at_once: bool = False, query: str = ""
) -> Act:
    then = reverse("meetings:year", args=[board.slug]) + query
    return Act(
        title=title,
        about=str(board),
        button=button,
        next_step=next_step,
        said=said,
        place="The year",
        then=then,
        at_once=at_once,
        trail=board_trail(board, ("The year", then)),
    )

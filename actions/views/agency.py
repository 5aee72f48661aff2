"""An agency’s own pages: what it owes on every board, one return for a board, and notes that nobody else reads."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actions.forms.agency import NoteForm, ReturnForm
from actions.operations.note import remove_note, write_note
from actions.operations.returning import RowsRefused, make_return
from actions.queries.action import action_for
from actions.queries.agency import (
    COLUMNS,
    AgencyLine,
    agency_for,
    agency_lines,
    grouped,
    ordered,
    owed_to,
    rows_of,
    to_return,
    waited_for,
    we_wait_for,
)
from actions.queries.note import note_for, note_writers
from boards.models import Partner
from trust.tools.refusal import Refused
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import counted


def _cut(request: HttpRequest, partner: str) -> tuple[Partner, dict[str, str], list[AgencyLine], list[AgencyLine]]:
    """The agency, what is asked of its list, that, and the whole of it."""
    found = agency_for(request.user, partner)
    cut = {name: request.GET.get(name, "")[:200] for name in ("board", "who")}
    whole = agency_lines(found, request.user, on=timezone.localdate())
    lines = [one for one in whole if cut["board"] in ("", one.board.slug) and cut["who"] in ("", one.who)]
    return found, cut, lines, whole


@require_safe
def agency(request: HttpRequest, partner: str) -> HttpResponse:
    """By person, or by board; late first."""
    found, cut, lines, whole = _cut(request, partner)
    today, by_board = timezone.localdate(), request.GET.get("by") == "board"
    order, asked = request.GET.get("order", ""), request.GET.copy()
    asked.pop("order", None)
    context = {
        "partner": found,
        "groups": grouped(ordered(lines, order), by_board=by_board),
        "by_board": by_board,
        "count": len(lines),
        "late": sum(bool(one.late) for one in lines),
        "cut": cut,
        "asked": asked.urlencode(),
        "order": order or "when",
        "people": sorted({one.who for one in whole}),
        "boards": sorted({one.board for one in whole}, key=str),
        "returns": sorted({one.board for one in to_return(whole, found, request.user, on=today)}, key=str),
        "owed_to": owed_to(found, request.user, on=today),
        "we_wait_for": we_wait_for(found, request.user, on=today),
        "waited_for": waited_for(found, request.user, on=today),
    }
    return render(request, "actions/agency.html", context)


@require_safe
def agency_sheet(request: HttpRequest, partner: str, kind: str) -> HttpResponse:
    """The same list as a file, without the agency’s notes: files are passed on."""
    found, _, lines, _ = _cut(request, partner)
    if kind not in KINDS:
        raise Http404
    return sheet(kind, f"actions-{found.slug}", COLUMNS, rows_of(lines))


def agency_return(request: HttpRequest, partner: str, board: str) -> HttpResponse:
    """All that the agency owes at one board on one form, kept together."""
    found, today = agency_for(request.user, partner), timezone.localdate()
    lines = agency_lines(found, request.user, on=today, board=board)
    if not lines:
        raise Http404("It owes nothing there.")
    sent = request.POST if request.method == "POST" else None
    form, status = ReturnForm(sent, lines=to_return(lines, found, request.user, on=today)), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = make_return(rows=form.rows(), by=request.user, at=timezone.now())
            except Refused as refusal:
                form.refuse(dict(refusal.sentences) if isinstance(refusal, RowsRefused) else {})
                form.add_error(None, str(refusal))
                status = refusal.status
            else:
                messages.success(request, f"Your return is recorded: {counted(made, 'update')}.")
                return redirect("actions:agency", found.slug)
    context = {"partner": found, "board": lines[0].board, "form": form, "rows": form.shown()}
    return render(request, "actions/agency_return.html", context, status=status)


@require_POST
def add_note(request: HttpRequest, board: str, year: int, number: int, partner: str) -> HttpResponse:
    """To an action that the reader may know of, for a partner they answer for."""
    action = action_for(request.user, board, year, number, on=timezone.localdate())
    whose = note_writers(request.user).filter(slug=partner).first()
    if whose is None:
        raise Http404("No page is at this address.")
    form = NoteForm(request.POST)
    if form.is_valid():
        write_note(action=action, partner=whose, **form.cleaned_data, by=request.user, at=timezone.now())
        return redirect(f"{action.get_absolute_url()}#notes")
    context = {"action": action, "board": action.board, "form": form, "heading": "Write the note"}
    return render(request, "actions/act.html", context, status=422)


@require_POST
def take_out_note(request: HttpRequest, board: str, year: int, number: int, note: int) -> HttpResponse:
    action = action_for(request.user, board, year, number, on=timezone.localdate())
    remove_note(note=note_for(action, request.user, note), by=request.user)
    messages.success(request, "The note is taken out.")
    return redirect(action)

"""Writing the agenda of one meeting."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from meetings.forms.agenda import HeadingForm, ItemForm, PlaceForm
from meetings.models import AgendaItem, Meeting
from meetings.operations import agenda as operations
from meetings.permissions import words_at
from meetings.queries.agenda import page_of_meeting
from meetings.queries.entitled import items_seen
from meetings.queries.executive import is_executive
from meetings.queries.meeting import meeting_minuted_by
from trust.tools.htmx import answer
from trust.tools.refusal import Refused

OF_HEADING = ("title", "number_stated", "purpose")
OF_ITEM = (
    *OF_HEADING,
    "section",
    "text",
    "report_of",
    "capacity",
    "agreement",
    "concerns",
    "matter",
    "is_late",
    "late_reason",
    "exempt_paragraphs",
    "exempt_reason",
    "restricted_to",
    "restricted_reason",
)


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Add an item (in ``?section=``), or with ``?heading`` a section."""
    found = meeting_minuted_by(request.user, board, meeting)
    heading = "heading" in request.GET
    first = {"section": request.GET.get("section", "")}
    form = (
        HeadingForm(request.POST or None) if heading else ItemForm(request.POST or None, meeting=found, initial=first)
    )

    def add(fields: dict[str, Any]) -> str:
        item = operations.add_item(meeting=found, fields=fields | {"is_section": heading}, by=request.user)
        return f"“{item}” is on the agenda."

    return _form_page(request, found, form, add, {"heading": heading})


@require_http_methods(["GET", "POST"])
def change_item(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Change a heading or an item."""
    found = meeting_minuted_by(request.user, board, meeting)
    changing = get_object_or_404(_shown(request, found), pk=item)
    names = OF_HEADING if changing.is_section else OF_ITEM
    initial = {name: getattr(changing, name) for name in names if name not in operations.PARTNERS}
    initial |= {name: list(getattr(changing, name).all()) for name in operations.PARTNERS}
    if changing.is_section:
        form: forms.Form = HeadingForm(request.POST or None, initial=initial)
    else:
        form = ItemForm(request.POST or None, meeting=found, initial=initial)

    def change(fields: dict[str, Any]) -> str:
        changed = operations.change_item(item=changing, fields=fields, by=request.user)
        return f"“{changed}” is changed."

    return _form_page(request, found, form, change, {"heading": changing.is_section, "item": changing})


@require_POST
def remove_item(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    going = get_object_or_404(_shown(request, found), pk=item)
    operations.remove_item(item=going, by=request.user)
    messages.success(request, f"“{going}” is no longer on the agenda.")
    return redirect(found)


@require_POST
def move_item(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """Up or down by one: the way ``to`` says."""
    found = meeting_minuted_by(request.user, board, meeting)
    moving = get_object_or_404(_shown(request, found), pk=item)
    up = request.POST.get("to") == "up"
    operations.shift_item(item=moving, up=up, by=request.user)
    return _agenda(request, found, moving, said=f"“{moving.title}” has moved {'up' if up else 'down'}.")


@require_POST
def place_item(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Where an item was dragged to."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = PlaceForm(request.POST, items=_shown(request, found))
    if not form.is_valid():
        raise Refused("Somebody has changed the agenda meanwhile. Look at it again, then move the item.")
    operations.place_item(**form.cleaned_data, by=request.user)
    moving = form.cleaned_data["item"]
    return _agenda(request, found, moving, said=f"“{moving.title}” has moved.")


def _shown(request: HttpRequest, found: Meeting) -> QuerySet[AgendaItem]:
    """An exempt item is not there for an officer not entitled."""
    items = items_seen(request.user, found)
    return items.select_related("meeting__board")


def _agenda(request: HttpRequest, found: Meeting, moved: AgendaItem, *, said: str) -> HttpResponse:
    """The agenda as it now stands, with the focus where the item went."""
    context = page_of_meeting(found, words_at(request.user, found), request.user)
    moved.refresh_from_db()
    then = f"{found.get_absolute_url()}#{moved.anchor}"
    context |= {"may_minute": True, "moved": moved, "way": request.POST.get("to", "")}
    return answer(request, "meetings/_agenda.html", context, then=then, said=said)


def _form_page(
    request: HttpRequest, found: Meeting, form: forms.Form, do: Any, context: dict[str, Any]
) -> HttpResponse:
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            messages.success(request, do(form.cleaned_data))
            return redirect(found)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context |= {"meeting": found, "form": form, "is_executive": is_executive(found.board, found.date)}
    return render(request, "meetings/agenda_item.html", context, status=status)

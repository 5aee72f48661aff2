"""Items that members submit for an agenda: the list, one, submitting it, and what the officers make of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MINUTE, check_may_minute, words_on
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page, asked, confirm_page
from meetings.forms.submitted import DeclineForm, SubmitForm, TakeForm
from meetings.models import AgendaItem, SubmittedItem
from meetings.operations import submitted as operations
from meetings.permissions import check_may_submit, may_submit
from meetings.queries.submitted import (
    HEADS,
    headings_to_come,
    meetings_to_come,
    rows_of,
    submitted_for,
    submitted_to,
)
from meetings.views.paper import takes_files
from meetings.views.trails import board_trail
from trust.tools.attachments import attachment_answer
from trust.tools.sheets import KINDS, sheet

LIST = "Items submitted"


@require_safe
def submitted_items(request: HttpRequest, board: str) -> HttpResponse:
    """Those of all members for the officers and the chair, for a member their own."""
    found, state, on = board_for(request.user, board), asked(request, "state"), timezone.localdate()
    context = {
        "board": found,
        "rows": list(submitted_to(found, request.user, state=state, on=on)),
        "state": state,
        "states": SubmittedItem.State.choices,
        "may_submit": may_submit(request.user, found, on=on),
        "may_minute": MINUTE in words_on(request.user, found),
    }
    return render(request, "meetings/submitted_items.html", context)


@require_safe
def submitted_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    found, today = board_for(request.user, board), timezone.localdate()
    rows = submitted_to(found, request.user, state=asked(request, "state"), on=today)
    return sheet(kind, f"items-submitted-{today:%d-%m-%Y}", HEADS, rows_of(rows))


@require_safe
def submitted(request: HttpRequest, board: str, submitted: int) -> HttpResponse:
    """One, for whoever submitted it and for those who prepare the agenda."""
    found, one = _one(request, board, submitted)
    waits = one.state == SubmittedItem.State.WAITING
    context = {
        "board": found,
        "one": one,
        "answers": waits and MINUTE in words_on(request.user, found),
        "takes_back": waits and one.submitted_by.user_id == request.user.pk,
        "has_file": bool(one.file) and one.file.storage.exists(str(one.file)),
    }
    return render(request, "meetings/submitted.html", context)


@require_safe
def submitted_file(request: HttpRequest, board: str, submitted: int) -> HttpResponse:
    one = _one(request, board, submitted)[1]
    if not one.file or not one.file.storage.exists(str(one.file)):
        raise Http404("It has no file here.")
    return attachment_answer(one.file, one.file_name)


@takes_files
def submit(request: HttpRequest, board: str) -> HttpResponse:
    found, on = board_for(request.user, board), timezone.localdate()
    check_may_submit(request.user, found, on=on)
    form = SubmitForm(
        request.POST or None, request.FILES or None, meetings=meetings_to_come(found, request.user, on=on)
    )
    said = "It is with the board’s officers. Their answer shows here."
    act = _act(found, "Submit an item", "Submit it", said, _list(found))
    told: dict[str, Any] = {"board": found, "by": request.user, "at": timezone.now(), "on": on}
    return act_page(request, act, form, lambda given: operations.submit_item(**told, **given))


def take(request: HttpRequest, board: str, submitted: int) -> HttpResponse:
    """It becomes an item of an agenda, with its paper."""
    found, one = _officers(request, board, submitted)
    on = timezone.localdate()
    meetings = meetings_to_come(found, request.user, on=on)
    first = {"meeting": one.meeting or meetings.first(), "purpose": "discussion", "kind": "attachment"}
    headings = headings_to_come(found, request.user, on=on)
    form = TakeForm(request.POST or None, initial=first, meetings=meetings, headings=headings, has_paper=bool(one.file))
    next_step = "It is on the agenda with its paper, and whoever submitted it reads so."
    act = _act(found, "Take it on", "Put it on the agenda", "It is on the agenda.", _at(one), next_step, (one,))
    made: list[AgendaItem] = []
    told: dict[str, Any] = {"submitted": one, "by": request.user, "at": timezone.now()}
    answer = act_page(request, act, form, lambda given: made.append(operations.take_on(**told, **given)))
    return redirect(made[-1]) if answer.status_code == 302 else answer


def decline(request: HttpRequest, board: str, submitted: int) -> HttpResponse:
    found, one = _officers(request, board, submitted)
    next_step = f"{one.submitted_by} reads the reason here."
    act = _act(found, "Decline it", "Decline it", "It is declined.", _at(one), next_step, (one,))
    at, form = timezone.now(), DeclineForm(request.POST or None)
    return act_page(
        request, act, form, lambda given: operations.decline(submitted=one, **given, by=request.user, at=at)
    )


def take_back(request: HttpRequest, board: str, submitted: int) -> HttpResponse:
    """By whoever submitted it."""
    found, one = _one(request, board, submitted)
    next_step = "The officers see that you have taken it back."
    act = _act(found, "Take it back", "Take it back", "It is taken back.", _at(one), next_step, (one,))
    return confirm_page(request, act, lambda: operations.take_back(submitted=one, by=request.user))


def _one(request: HttpRequest, board: str, pk: int) -> tuple[Board, SubmittedItem]:
    found = board_for(request.user, board)
    return found, submitted_for(request.user, found, pk, on=timezone.localdate())


def _officers(request: HttpRequest, board: str, pk: int) -> tuple[Board, SubmittedItem]:
    found, one = _one(request, board, pk)
    check_may_minute(request.user, found)
    return found, one


def _list(board: Board) -> str:
    return reverse("meetings:submitted_items", args=[board.slug])


def _at(one: SubmittedItem) -> str:
    return reverse("meetings:submitted", args=[one.board.slug, one.pk])


def _act(
    board: Board, title: str, button: str, said: str, then: str, next_step: str = "", above: tuple[Any, ...] = ()
) -> Act:
    """``above``: the submitted item whose page is above it."""
    return Act(
        title=title,
        about=str(above[0]) if above else board.name,
        button=button,
        next_step=next_step,
        said=said,
        place=LIST,
        then=then,
        at_once=not next_step,
        trail=board_trail(board, (LIST, _list(board)), *((one.title, _at(one)) for one in above)),
    )

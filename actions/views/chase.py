"""The officers chase: chosen, read through with what each would read, queued, and taken back while it waits."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actions.forms.chase import ChaseForm, ChaseSettingForm
from actions.models import ChaseSetting
from actions.operations.chase import ask_chase, change_settings, take_back_chase
from actions.operations.reminder_mail import text_of
from actions.queries.chase import chase_for, open_on_log, plan_of, previews_of
from actions.queries.log import board_of_log
from actions.views.acts import act_page
from boards.models import Board
from boards.permissions import check_may_minute
from trust.tools.refusal import Refused
from trust.tools.words import counted

STEPS = {"csrfmiddlewaretoken", "confirmed", "change"}


def officers_board(request: HttpRequest, slug: str) -> Board:
    """The board whose log it is, for the officers who minute it."""
    board = board_of_log(request.user, slug)
    check_may_minute(request.user, board)
    return board


def ask(request: HttpRequest, board: str) -> HttpResponse:
    """The choice; then whom it reaches and what each reads; then it is queued."""
    found, now = officers_board(request, board), timezone.now()
    open_ones = open_on_log(found, request.user, on=timezone.localdate(now))
    late = any(one.is_late for one in open_ones)
    start = {"key": uuid.uuid4(), "which": "late" if late else "some"}
    form = ChaseForm(request.POST or None, open_ones=open_ones, initial=start)
    if not form.is_valid() or "change" in request.POST:
        status = 422 if form.is_bound and not form.is_valid() else 200
        return render(request, "actions/chase_ask.html", {"board": found, "form": form}, status=status)
    if "confirmed" not in request.POST:
        return _check(request, found, form)
    try:
        given = {"actions": form.actions(), "key": form.cleaned_data["key"], "words": form.cleaned_data["words"]}
        return redirect(ask_chase(board=found, **given, by=request.user, at=now))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render(request, "actions/chase_ask.html", {"board": found, "form": form}, status=refusal.status)


def _check(request: HttpRequest, board: Board, form: ChaseForm) -> HttpResponse:
    on = timezone.localdate()
    plan = plan_of(board, request.user, form.actions(), on=on)
    carried = [(name, value) for name, values in request.POST.lists() for value in values if name not in STEPS]
    previews = previews_of(plan, form.cleaned_data["words"], by=request.user, on=on)
    letters = [(letter, text_of(letter, shows_link=False)) for letter in previews]
    context = {"board": board, "plan": plan, "letters": letters, "carried": carried}
    return render(request, "actions/chase_check.html", context)


@require_safe
def chase(request: HttpRequest, board: str, chase: int) -> HttpResponse:
    """What became of it, mail by mail."""
    found = chase_for(officers_board(request, board), chase)
    mails = list(found.reminders.all())
    waiting = [mail for mail in mails if mail.state == mail.State.QUEUED]
    context = {"chase": found, "board": found.board, "mails": mails, "waiting": waiting}
    return render(request, "actions/chase.html", context)


@require_POST
def take_back(request: HttpRequest, board: str, chase: int) -> HttpResponse:
    found = chase_for(officers_board(request, board), chase)
    try:
        many = take_back_chase(chase=found, by=request.user, at=timezone.now())
        messages.success(request, f"{counted(many, 'mail').capitalize()} will not go.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


def settings(request: HttpRequest, board: str) -> HttpResponse:
    """Which reminders this board sends, and when."""
    found = officers_board(request, board)
    now = ChaseSetting.objects.filter(board=found).first() or ChaseSetting(board=found)
    form = ChaseSettingForm(request.POST or None, instance=now)

    def do(given: dict[str, Any]) -> str:
        change_settings(board=found, given=given, by=request.user)
        return request.path

    context = {"board": found}
    said = "Saved. The board reminds like this from now on."
    return act_page(request, form, do, said=said, context=context, page="actions/chase_settings.html")

"""Walking the list of actions at a meeting, with keys: note, close, extend, carry; and taking back."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions.forms.walk import TakeBackForm, WalkForm
from actions.operations.walking import AtMeeting, act_at_meeting, take_back
from actions.permissions import KEEPS, check_may_keep
from actions.queries.walk import WalkLine, action_on_list, entry_at, may_plan, promised_for, walk
from actions.rules.walking import ACTS
from boards.permissions import MINUTE, check_may_see_papers, words_on
from meetings.models import Meeting
from meetings.queries.meeting import meeting_for
from trust.tools.refusal import NotPermitted, Refused


@dataclass(frozen=True)
class Sent:
    """What was refused, and what had been written: nothing of it is lost."""

    action: int
    act: str
    text: str
    when: str
    sentence: str


@require_safe
@never_cache
def meeting_actions(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What is outstanding before the meeting, what was done since the last one, and what was promised for it."""
    found = meeting_for(request.user, board, meeting)
    check_may_see_papers(request.user, found.board)
    return _page(request, found)


@require_POST
def meeting_act(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """One act on one action, then the list again at the next one; or why not, with what was written."""
    found, today = meeting_for(request.user, board, meeting), timezone.localdate()
    check_may_keep(request.user, found.board)
    form = WalkForm(request.POST)
    if not form.is_valid():
        return _page(request, found, _sent(request, "This could not be read. Try it again here."), status=422)
    given = form.cleaned_data
    action = action_on_list(found, request.user, given["action"], on=today)
    act = AtMeeting(found, given["act"], given["key"], given["text"], given["when"], given["seen"])
    try:
        done = act_at_meeting(act, action=action, by=request.user, at=timezone.now())
    except NotPermitted:
        raise
    except Refused as refusal:
        return _page(request, found, _sent(request, str(refusal)), status=refusal.status)
    messages.success(request, f"{action.reference}: {done.get_kind_display().lower()}.")
    return redirect(f"{_address(found)}#after-{action.pk}")


@require_POST
def meeting_take_back(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What was done at this meeting is undone; that it was stays to be read."""
    found, today = meeting_for(request.user, board, meeting), timezone.localdate()
    check_may_keep(request.user, found.board)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        messages.error(request, "This could not be read. Try it again here.")
        return redirect(_address(found))
    entry = entry_at(found, request.user, form.cleaned_data["entry"], on=today)
    try:
        take_back(entry=entry, key=form.cleaned_data["key"], by=request.user, at=timezone.now())
        messages.success(request, f"{entry.action.reference}: taken back.")
    except NotPermitted:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{_address(found)}#action-{entry.action_id}")


def _page(request: HttpRequest, meeting: Meeting, sent: Sent | None = None, status: int = 200) -> HttpResponse:
    today, reader = timezone.localdate(), request.user
    lines, words = walk(meeting, reader, on=today), words_on(reader, meeting.board)
    context: dict[str, Any] = {
        "meeting": meeting,
        "board": meeting.board,
        "lines": [(one, _acts(one, sent)) for one in lines],
        "looked_at": sum(any(not said.is_undone for said in one.said) for one in lines),
        "promised": promised_for(meeting, reader),
        "may_plan": may_plan(reader, meeting),
        "back": _address(meeting),
        "may_keep": bool(words & set(KEEPS)),
        "may_minute": MINUTE in words,
        "sent": sent,
    }
    return render(request, "actions/walk.html", context, status=status)


def _acts(line: WalkLine, sent: Sent | None) -> list[tuple[Any, uuid.UUID, Sent | None]]:
    """Each act that can be done, with a key of its own, and what was refused of it."""
    if line.is_settled:
        return []
    here = sent if sent and sent.action == line.line.pk else None
    return [(act, uuid.uuid4(), here if here and here.act == act.name else None) for act in ACTS]


def _sent(request: HttpRequest, sentence: str) -> Sent:
    post = request.POST
    action = post.get("action", "")
    which = int(action) if action.isdecimal() and len(action) < 19 else 0
    return Sent(which, post.get("act", ""), post.get("text", ""), post.get("when", ""), sentence)


def _address(meeting: Meeting) -> str:
    return reverse("actions:meeting_actions", args=[meeting.board.slug, meeting.address])

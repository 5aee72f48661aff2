"""An owner’s word on their part: progress, done, blocked, more time, handing on, not mine, putting off."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.forms.report import OFFICERS, OWNERS, UpdateForm, sent_form, update_forms
from actions.models import Action, Part
from actions.operations.passing import pass_part, put_off
from actions.operations.progress import record_progress
from actions.operations.request import ask
from actions.permissions import check_may_ask, check_may_pass_on, check_may_report
from actions.queries.action import action_for
from actions.queries.agency import colleagues_for
from actions.queries.evidence import evidence_of
from actions.queries.request import told_to_owner, waiting_on
from trust.tools.attachments import LARGEST, attachment_answer, too_large
from trust.tools.refusal import Refused, why_not
from trust.tools.uploads import at_most

#: What a form around a file adds to it.
FORM_BYTES = 64 * 1024
SAID = {
    "report": "Your update is recorded.",
    "block": "It is recorded as blocked.",
    "more_time": "The board’s officers and chair are asked. Until they answer it is due as before.",
    "not_mine": "The board’s officers and chair are asked. Until they answer it is still yours.",
    "pass_on": "It is handed on.",
    "put_off": "Your own plan is noted.",
}


@dataclass(frozen=True)
class Updating:
    """A part, who speaks of it (an account or a person by link), and what they are offered."""

    part: Part
    by: Any
    offered: Collection[str]

    @property
    def colleagues(self) -> Any:
        return colleagues_for(self.part, on=timezone.localdate()) if "pass_on" in self.offered else None

    def do(self, form: UpdateForm) -> None:
        """The one operation of a form that was sent."""
        given: dict[str, Any] = {"part": self.part, "by": self.by, "at": timezone.now()}
        said = form.cleaned_data
        _DO[form.act](given, said, form)


def _report(given: dict[str, Any], said: Mapping[str, Any], form: Any) -> None:
    record_progress(**given, state=said["state"], text=said["text"], shows=form.shows())


_DO: dict[str, Callable[[dict[str, Any], Mapping[str, Any], Any], Any]] = {
    "report": _report,
    "block": lambda given, said, form: record_progress(**given, state="blocked", **said),
    "more_time": lambda given, said, form: ask(**given, kind="more_time", **said),
    "not_mine": lambda given, said, form: ask(**given, kind="not_mine", **said),
    "pass_on": lambda given, said, form: pass_part(**given, **said),
    "put_off": lambda given, said, form: put_off(**given, **said),
}


def update_page(
    request: HttpRequest, updating: Updating, done: Callable[[str], HttpResponse], *, page: str, context: dict[str, Any]
) -> HttpResponse:
    """Ask, or do what was asked. A refusal is said above the forms, and what was written stays."""
    forms, status, form = update_forms(updating.part, updating.offered, updating.colleagues), 200, None
    if request.method == "POST":
        form, status = sent_form(request.POST.get("act", ""), updating.colleagues, request.POST, request.FILES), 422
        if form.is_valid():
            try:
                updating.do(form)
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = refusal.status
            else:
                return done(SAID[form.act])
        forms[form.act] = form
    waiting = waiting_on(updating.part)
    asked = told_to_owner(waiting) if waiting else ""
    shown = {act: one for act, one in forms.items() if not asked or act not in ("more_time", "not_mine") or one is form}
    return render(request, page, context | {"forms": shown, "form": form, "asked": asked}, status=status)


def _too_large(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Nothing of the request was read."""
    return render(request, "refused.html", {"refusal": too_large()}, status=413)


takes_files = at_most(LARGEST + FORM_BYTES, _too_large)


def part_of(action: Action, pk: int) -> Part:
    """One part of an action that was loaded with them."""
    owed = next((owed for owed in action.parts.all() if owed.pk == pk), None)
    if owed is None:
        raise Http404("No part is at this address.")
    owed.action = action
    return owed


@takes_files
def report(request: HttpRequest, board: str, year: int, number: int, part: int) -> HttpResponse:
    """How one part goes. Whoever may not say so reads why; what they wrote stays in the form."""
    today = timezone.localdate()
    found = action_for(request.user, board, year, number, on=today)
    owed = part_of(found, part)
    offered = _offered(request, owed)
    locked = why_not(check_may_report, request.user, owed, on=today) if not offered else ""

    def done(said: str) -> HttpResponse:
        messages.success(request, said)
        return redirect(found)

    context = {"action": found, "board": found.board, "part": owed, "locked_because": locked}
    updating = Updating(owed, request.user, offered)
    return update_page(request, updating, done, page="actions/report.html", context=context)


def _offered(request: HttpRequest, part: Part) -> set[str]:
    """What this reader may say of it. Who represents its agency hands on what a colleague owes, and no more."""
    by, on = request.user, timezone.localdate()
    offered = set() if why_not(check_may_report, by, part, on=on) else {*OFFICERS}
    offered |= set() if why_not(check_may_ask, by, part, on=on) else {*OWNERS} - {"pass_on"}
    return offered | (set() if why_not(check_may_pass_on, by, part, on=on) else {"pass_on"})


@require_safe
def evidence(request: HttpRequest, board: str, year: int, number: int, evidence: int) -> HttpResponse:
    """A file that was shown, for those who may know of the action; saved, never opened within a page of ours."""
    found = action_for(request.user, board, year, number, on=timezone.localdate())
    kept = evidence_of(found, evidence)
    return attachment_answer(kept.file, kept.name)

"""Approving minutes at a later meeting: choose, check, approve."""

from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards.queries.terms import terms_on
from meetings.forms.approval import Approval, Rulings
from meetings.models import Correction, Edition, Meeting
from meetings.operations.approval import approve_minutes
from meetings.queries.approval import SetToApprove, chairing, corrections_seen_by, item_for_minutes, sets_before
from meetings.queries.approved import approvals_given_at
from meetings.queries.business import items_in_order
from meetings.queries.entitled import sight_at
from meetings.queries.joint import named_to
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.present import who_was_there
from meetings.rules.approval import check_can_approve_at
from meetings.rules.edition import Cut
from trust.tools.refusal import Refused, why_not


@require_safe
def approve(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Which sets, under which item, and who presided."""
    found, waiting = _approving(request, board, meeting)
    form = Approval(**_choices(request, found, waiting), initial=_proposed(found, waiting))
    return render(request, "meetings/approve.html", _page(found, waiting, form))


@require_http_methods(["GET", "HEAD", "POST"])
def approve_check(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Check before approving: the address carries what was chosen, and POST does it."""
    found, waiting = _approving(request, board, meeting)
    form = Approval(request.POST if request.method == "POST" else request.GET, **_choices(request, found, waiting))
    if request.method != "POST" and not (request.GET and form.sets):
        return redirect("meetings:approve", board, meeting)
    if not form.is_valid():
        return render(request, "meetings/approve.html", _page(found, waiting, form), status=422)
    seen = [corrections_seen_by(request.user, one) for one in form.chosen]
    rulings = Rulings(request.POST if request.method == "POST" else None, corrections=list(chain(*seen)))
    chosen = [to_rule_on(one, shown, rulings) for one, shown in zip(form.chosen, seen, strict=True)]
    for told in chosen:
        told["waits_for"] = named_to(request.user, told["set"].others)
        told["who_was_there"] = who_was_there(told["set"].meeting, request.user)
    page = _page(found, waiting, form) | {"chosen": chosen, "rulings": rulings}
    page["locks"] = not all(one.others for one in form.chosen)
    if request.method != "POST":
        return render(request, "meetings/approve_check.html", page)
    if not rulings.is_valid():
        return render(request, "meetings/approve_check.html", page, status=422)
    try:
        given = form.asked | {"not_accepted": rulings.not_accepted}
        approve_minutes(**given, at_meeting=found, by=request.user, at=timezone.now())
    except Refused as refused:
        return render(request, "meetings/approve_check.html", page | {"refusal": str(refused)}, status=409)
    return redirect("meetings:approved", board, meeting)


@require_safe
def approved(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What was approved at this meeting, and what happens next."""
    found = meeting_minuted_by(request.user, board, meeting)
    given = list(approvals_given_at(found))
    locked = [one.minutes.is_locked for one in given]
    page = {
        "meeting": found,
        "board": found.board,
        "given": given,
        "any_locked": any(locked),
        "all_locked": all(locked),
    }
    return render(request, "meetings/approved.html", page)


def _approving(request: HttpRequest, board: str, meeting: str) -> tuple[Meeting, list[SetToApprove]]:
    found = meeting_minuted_by(request.user, board, meeting)
    return found, sets_before(found)


def _choices(request: HttpRequest, found: Meeting, waiting: list[SetToApprove]) -> dict[str, Any]:
    """An exempt item is not offered to an officer not entitled."""
    cut = Cut.of(Edition.FULL, sight_at(request.user, found))
    items = list(cut.shown(items_in_order(found)).values())
    return {"sets": [one for one in waiting if not one.refusal], "items": items, "here": chairing(found).here}


def _proposed(found: Meeting, waiting: list[SetToApprove]) -> dict[str, Any]:
    item = item_for_minutes(found)
    return {
        "minutes": [f"{one.meeting.board.slug}/{one.meeting.address}" for one in waiting if not one.refusal],
        "item": item.anchor if item else "",
        "presiding": chairing(found).presiding,
    }


def to_rule_on(one: SetToApprove, seen: list[Correction], rulings: Rulings) -> dict[str, Any]:
    """One set on the check page: each correction with its two fields, and how many are in business not seen."""
    lines = [{"correction": correction, "fields": rulings.of(correction)} for correction in seen]
    return {"set": one, "lines": lines, "unseen": len(one.corrections) - len(seen)}


def _page(found: Meeting, waiting: list[SetToApprove], form: Approval) -> dict[str, Any]:
    chair, terms = chairing(found), terms_on(found.board, found.date)
    asked = {"terms": terms, "inquorate": chair.inquorate, "presiding": "somebody", "on": timezone.localdate()}
    return {
        "meeting": found,
        "board": found.board,
        "form": form,
        "waiting": waiting,
        "unrecorded": not chair.is_recorded,
        "nobody_votes": not chair.here,
        "refusal": why_not(check_can_approve_at, found, **asked),
    }

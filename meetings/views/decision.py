"""One decision: its page, how it was reached, own votes, and marking it as recorded in error."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.permissions import MINUTE
from meetings.forms.deciding import HowForm, OwnVoteForm, ReasonForm
from meetings.models import Decision
from meetings.operations.deciding import strike_decision
from meetings.operations.voting import own_vote, record_mover, record_votes
from meetings.queries.deciding import Deciding
from meetings.queries.decision import decision_for, decision_minuted_by
from meetings.queries.executive import stated_of
from meetings.queries.referral import referrals_of
from meetings.queries.spending import DecisionRead, spent_of
from meetings.rules.deciding import check_can_strike
from trust.tools.htmx import asked_by_htmx
from trust.tools.refusal import Refused, why_not


@require_safe
def decision(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """Its words, how it was reached, how it stands and what it waits for."""
    page = decision_for(request.user, board, meeting, block)
    spent_on = DecisionRead(page.decision, page.meeting, page.reading.minutes, page.reading.words)
    context = {
        "page": page,
        "decision": page.decision,
        "reading": page.reading,
        "meeting": page.meeting,
        "board": page.meeting.board,
        "may_minute": MINUTE in page.reading.words and not page.reading.minutes.is_locked,
        "may_state": MINUTE in page.reading.words,
        "stated": stated_of(page.decision, page.meeting, page.reading.minutes),
        "spent": spent_of(spent_on, today=timezone.localdate()),
        **referrals_of(page, request.user, on=timezone.localdate()),
    }
    return render(request, "meetings/decision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def how(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """How it was decided: a page, or a part of the desk."""
    found, about = decision_minuted_by(request.user, board, meeting, block)
    form = HowForm(request.POST or None, decision=found, about=about)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            given = form.cleaned_data
            with transaction.atomic():
                record_mover(decision=found, mover=given["mover"], seconder=given["seconder"], by=request.user)
                record_votes(decision=found, recorded=form.recorded, by=request.user)
            return _recorded(request, board, meeting, block, "How it was decided is recorded.")
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = 422 if refusal.status == 409 else refusal.status
    return render(request, _how(request), _context(found, about) | {"form": form}, status=status)


@require_POST
def own(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """How one member voted, at their own request."""
    found, about = decision_minuted_by(request.user, board, meeting, block)
    form = OwnVoteForm(request.POST, about=about)
    if form.is_valid():
        try:
            own_vote(decision=found, **form.cleaned_data, by=request.user)
            return _recorded(request, board, meeting, block, "Their own vote is minuted as they asked.")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = _context(found, about) | {"form": HowForm(decision=found, about=about), "own": form}
    return render(request, _how(request), context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def strike(request: HttpRequest, board: str, meeting: str, block: UUID) -> HttpResponse:
    """Recorded in error: its number and words stay."""
    found, about = decision_minuted_by(request.user, board, meeting, block)
    form = ReasonForm(request.POST or None)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            strike_decision(decision=found, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, f"Decision {found.number} is marked as recorded in error. Its number stays.")
            return redirect("meetings:decision", board, meeting, block)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = _context(found, about) | {"form": form, "refusal": why_not(check_can_strike, found, "because")}
    return render(request, "meetings/decision_strike.html", context, status=status)


def _recorded(request: HttpRequest, board: str, meeting: str, block: UUID, said: str) -> HttpResponse:
    """At the desk the same part again, with what was recorded; else the decision's page."""
    if asked_by_htmx(request):
        found, about = decision_minuted_by(request.user, board, meeting, block)
        context = _context(found, about) | {"form": HowForm(decision=found, about=about), "said": said}
        return render(request, "meetings/_decision_how.html", context)
    messages.success(request, said)
    return redirect("meetings:decision", board, meeting, block)


def _how(request: HttpRequest) -> str:
    return f"meetings/{'_' * asked_by_htmx(request)}decision_how.html"


def _context(found: Decision, about: Deciding) -> dict[str, Any]:
    meeting = about.item.meeting
    return {
        "decision": found,
        "about": about,
        "went": about.result_of(found),
        "own": OwnVoteForm(about=about),
        "meeting": meeting,
        "board": meeting.board,
    }

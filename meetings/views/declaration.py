"""Declarations of interest at one meeting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from boards.permissions import MINUTE, check_may_see_papers
from meetings.forms.declaration import DeclarationForm, ProposedForm
from meetings.models import Declaration
from meetings.operations import declaration as operations
from meetings.operations import interest as proposals
from meetings.permissions import words_at
from meetings.queries.declaration import declarations_of
from meetings.queries.entitled import sight_at
from meetings.queries.interest import proposed_declarations
from meetings.queries.meeting import meeting_for, meeting_minuted_by
from meetings.queries.minutes import minutes_of
from meetings.rules.attendance import check_attendance_open
from trust.tools.refusal import Refused, why_not


@require_GET
def declarations(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What was declared, for those who see papers."""
    found = meeting_for(request.user, board, meeting)
    check_may_see_papers(request.user, found.board)
    words = words_at(request.user, found)
    locked_because = why_not(check_attendance_open, found, minutes_of(found))
    asked = MINUTE in words and not locked_because
    context = {
        "meeting": found,
        "declarations": declarations_of(found, sight_at(request.user, found, words)),
        "may_minute": MINUTE in words,
        "locked_because": locked_because,
        "proposed": proposed_declarations(found, sight=sight_at(request.user, found, words)) if asked else [],
        "consequences": Declaration.Consequence.choices,
    }
    return render(request, "meetings/declarations.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    sight = sight_at(request.user, found)
    form = DeclarationForm(request.POST or None, meeting=found, sight=sight)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            declared = operations.record_declaration(**form.cleaned_data, by=request.user)
            messages.success(request, f"The declaration of {declared.attendance} is put down.")
            return redirect("meetings:declarations", found.board.slug, found.address)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    return render(request, "meetings/declaration_add.html", {"meeting": found, "form": form}, status=status)


@require_POST
def declare_proposed(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """An interest that somebody's employment suggests is put down, with what followed."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = ProposedForm(request.POST)
    if not form.is_valid():
        raise Refused("Say what followed from the interest.")
    declared = proposals.declare_proposed(meeting=found, **form.cleaned_data, by=request.user)
    messages.success(request, f"The declaration of {declared.attendance} is put down.")
    return redirect("meetings:declarations", found.board.slug, found.address)


@require_POST
def set_aside_proposed(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What was proposed is no interest."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = ProposedForm(request.POST)
    del form.fields["consequence"]
    if not form.is_valid():
        raise Refused("Choose which proposal is no interest.")
    proposed = proposals.set_aside_proposed(meeting=found, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, f"{proposed.attendance} is not asked about this again.")
    return redirect("meetings:declarations", found.board.slug, found.address)


@require_POST
def remove(request: HttpRequest, board: str, meeting: str, declaration: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    going = get_object_or_404(found.declarations.select_related("meeting__board", "attendance"), pk=declaration)
    operations.remove_declaration(declaration=going, by=request.user)
    messages.success(request, f"The declaration of {going.attendance} is taken down.")
    return redirect("meetings:declarations", found.board.slug, found.address)

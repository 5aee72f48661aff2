"""Corrections noted against a circulated draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.forms.comment import CorrectRecord
from meetings.forms.minutes import CorrectParagraph
from meetings.operations import correction as operations
from meetings.queries.approval import approving_meeting, corrections_by_block
from meetings.queries.approved import corrections_of
from meetings.queries.entitled import items_for, items_seen, sight_at
from meetings.queries.minutes import minutes_document
from meetings.rules.correction import check_can_correct, corrected, record_lines
from meetings.views.minutes import minuting
from trust.tools.refusal import Refused, why_not


@require_safe
def corrections(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Every paragraph with the way to correct it, and what is noted so far."""
    found, standing = minuting(request, board, meeting)
    sight = sight_at(request.user, found)
    hidden = found.items.exclude(pk__in=items_for(found, sight))
    context = {
        "meeting": found,
        "board": found.board,
        "minutes": standing,
        "document": minutes_document(found, edition="full", sight=sight),
        "noted": corrections_of(standing).exclude(item__in=hidden).select_related("item"),
        "approving": approving_meeting(found, standing),
        "locked_because": why_not(check_can_correct, standing),
    }
    return render(request, "meetings/corrections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, board: str, meeting: str, block: int) -> HttpResponse:
    """One paragraph, as it reads with the corrections noted so far, to be written as it should read."""
    found, standing = minuting(request, board, meeting)
    shown = items_seen(request.user, found)
    blocks = standing.blocks.filter(item__in=shown).select_related("item", "minutes__meeting__board")
    paragraph = get_object_or_404(blocks, pk=block)
    locked_because = why_not(check_can_correct, standing)
    noted = corrections_by_block(corrections_of(standing)).get(paragraph.pk, []) if not locked_because else []
    reads = corrected(paragraph.text, [(one.was, one.becomes) for one in noted])
    form = CorrectParagraph(request.POST or None, initial={"text": reads})
    status = 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            operations.note_correction(block=paragraph, by=request.user, **form.cleaned_data)
            messages.success(request, "The correction is noted. It is made when the minutes are approved.")
            return redirect("meetings:corrections", board, meeting)
        except Refused as refused:
            form.add_error("text", str(refused))
            status = 409
    context = {"meeting": found, "board": found.board, "paragraph": paragraph, "form": form}
    return render(request, "meetings/correct.html", context | {"locked_because": locked_because}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_record(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Who was there, presided or declared: one line, as it should read."""
    found, standing = minuting(request, board, meeting)
    document = minutes_document(found, edition="full", sight=sight_at(request.user, found))
    form = CorrectRecord(request.POST or None, lines=record_lines(document))
    status = 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            given = {"was": form.cleaned_data["line"], "becomes": form.cleaned_data["becomes"]}
            operations.note_record_correction(minutes=standing, by=request.user, **given)
            messages.success(request, "The correction is noted. It is printed with the approval.")
            return redirect("meetings:corrections", board, meeting)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    context = {"meeting": found, "board": found.board, "form": form}
    context["locked_because"] = why_not(check_can_correct, standing)
    return render(request, "meetings/correct_record.html", context, status=status)


@require_POST
def take_correction_away(request: HttpRequest, board: str, meeting: str, correction: int) -> HttpResponse:
    _, standing = minuting(request, board, meeting)
    noted = get_object_or_404(corrections_of(standing).select_related("block__item"), pk=correction)
    try:
        operations.take_correction_away(correction=noted, by=request.user)
        messages.success(request, "The correction is taken away.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("meetings:corrections", board, meeting)

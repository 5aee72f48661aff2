"""The pages of standard phrases: a board's, and without a board the officer's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.permissions import check_may_minute, check_may_minute_some
from boards.queries.boards import board_for
from meetings.forms.phrase import PhraseForm
from meetings.operations import phrases as operations
from meetings.queries.phrases import Shelf
from trust.tools.refusal import Refused


@require_safe
@login_required
def phrases(request: HttpRequest, board: str = "") -> HttpResponse:
    shelf = _shelf(request, board)
    rows = [(phrase, _at(shelf, "phrase", phrase.pk)) for phrase in shelf.phrases]
    context = {
        "board": shelf.board,
        "rows": rows,
        "deleted": shelf.deleted_lately,
        "add": _at(shelf, "add_phrase"),
        "usual": _at(shelf, "usual_phrases"),
    }
    return render(request, "meetings/phrases.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest, board: str = "") -> HttpResponse:
    shelf = _shelf(request, board)
    form = PhraseForm(request.POST or None)
    if form.is_valid():
        try:
            added = operations.add_phrase(shelf=shelf, **form.cleaned_data, by=request.user)
            messages.success(request, f"{added.letters} and Tab now writes: {added.text}")
            return redirect(_at(shelf, "phrases"))
        except Refused as refusal:
            form.add_error("letters", str(refusal))
    return _page(request, shelf, form)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, phrase: int, board: str = "") -> HttpResponse:
    shelf = _shelf(request, board)
    changing = get_object_or_404(shelf.phrases, pk=phrase)
    form = PhraseForm(request.POST or None, phrase=changing)
    if form.is_valid():
        try:
            operations.change_phrase(shelf=shelf, phrase=changing, **form.cleaned_data, by=request.user)
            messages.success(request, f"{form.cleaned_data['letters']} is changed.")
            return redirect(_at(shelf, "phrases"))
        except Refused as refusal:
            form.add_error("letters", str(refusal))
    return _page(request, shelf, form, remove=_at(shelf, "remove_phrase", phrase))


@require_POST
@login_required
def remove(request: HttpRequest, phrase: int, board: str = "") -> HttpResponse:
    shelf = _shelf(request, board)
    going = get_object_or_404(shelf.phrases, pk=phrase)
    operations.remove_phrase(shelf=shelf, phrase=going, by=request.user)
    messages.success(request, f"{going.letters} is deleted. It can be put back below.")
    return redirect(_at(shelf, "phrases"))


@require_POST
@login_required
def usual(request: HttpRequest, board: str = "") -> HttpResponse:
    shelf = _shelf(request, board)
    try:
        operations.begin_with_usual_phrases(shelf=shelf, by=request.user)
        messages.success(request, "The list begins with the usual sentences. Change them as you need.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_at(shelf, "phrases"))


def _shelf(request: HttpRequest, board: str) -> Shelf:
    """A board's list for who may minute it; without a board the reader's own."""
    if not board:
        check_may_minute_some(request.user)
        return Shelf(None, request.user)
    found = board_for(request.user, board)
    check_may_minute(request.user, found)
    return Shelf(found)


def _at(shelf: Shelf, name: str, *phrase: int) -> str:
    """An address of a board's list, or the like one of the officer's own."""
    own = {"phrases": "own_phrases"}.get(name, f"own_{name}")
    return reverse(
        f"meetings:{name if shelf.board else own}", args=[*([shelf.board.slug] if shelf.board else []), *phrase]
    )


def _page(request: HttpRequest, shelf: Shelf, form: PhraseForm, remove: str = "") -> HttpResponse:
    context = {"board": shelf.board, "form": form, "remove": remove, "back": _at(shelf, "phrases")}
    return render(request, "meetings/phrase.html", context, status=422 if form.errors else 200)

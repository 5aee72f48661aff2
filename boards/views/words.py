"""The word list: names and words that no dictionary has, as the partnership spells them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from boards.forms.words import PastedForm, WordForm
from boards.operations import words as operations
from boards.permissions import check_may_minute_some
from boards.queries.words import spellings_for, words_listed
from trust.tools.words import counted, listing


@require_safe
@login_required
def words(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
@login_required
def add(request: HttpRequest) -> HttpResponse:
    check_may_minute_some(request.user)
    form = WordForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    word = form.cleaned_data["word"]
    if operations.add_words(words=[word], by=request.user):
        messages.success(request, f"{word} is on the list.")
    else:
        messages.info(request, f"{word} was on the list already.")
    return redirect("boards:words")


@require_POST
@login_required
def take_in(request: HttpRequest) -> HttpResponse:
    check_may_minute_some(request.user)
    form = PastedForm(request.POST)
    if not form.is_valid():
        return _page(request, pasted=form)
    given = form.cleaned_data["pasted"]
    added = operations.add_words(words=given, by=request.user)
    there = len(given) - len(added)
    said = [f"{counted(len(added), 'word')} added"] if added else []
    said += [f"{counted(there, 'word')} on the list already"] if there else []
    messages.success(request, f"{listing(said)}.".capitalize())
    return redirect("boards:words")


@require_POST
@login_required
def remove(request: HttpRequest, word: int) -> HttpResponse:
    check_may_minute_some(request.user)
    going = get_object_or_404(words_listed(), pk=word)
    operations.remove_word(word=going, by=request.user)
    messages.success(request, f"{going} is off the list. Add it again if that was a slip.")
    return redirect("boards:words")


@require_safe
@login_required
def text_file(request: HttpRequest) -> HttpResponse:
    """One word to a line, as the dictionary of a browser or of a word processor takes it in."""
    check_may_minute_some(request.user)
    answer = HttpResponse("\n".join([*spellings_for(request.user), ""]), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="word-list.txt"'
    return answer


def _page(request: HttpRequest, form: WordForm | None = None, pasted: PastedForm | None = None) -> HttpResponse:
    check_may_minute_some(request.user)
    wrong: BaseForm | None = form or pasted
    context = {
        "words": list(words_listed()),
        "one": form or WordForm(),
        "pasted": pasted or PastedForm(),
        "form": wrong,
    }
    return render(request, "boards/words.html", context, status=422 if wrong else 200)

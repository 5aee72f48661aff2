"""Keeping standard phrases: a board's by who minutes it, an officer's own by that officer."""

from typing import Any

from django.db import transaction

from boards.models import Board
from boards.permissions import check_may_minute, check_may_minute_some
from meetings.models import Phrase
from meetings.queries.phrases import Shelf
from meetings.rules.phrases import USUAL, check_letters
from trust.tools.keeping import discard, keep
from trust.tools.refusal import NotPermitted, Refused


@transaction.atomic
def add_phrase(*, shelf: Shelf, letters: str, text: str, by: Any) -> Phrase:
    _open(shelf, by)
    check_letters(letters, shelf.phrases)
    return keep(Phrase(**shelf.key, letters=letters, text=text), by=by)


@transaction.atomic
def change_phrase(*, shelf: Shelf, phrase: Phrase, letters: str, text: str, by: Any) -> Phrase:
    _open(shelf, by)
    check_letters(letters, shelf.phrases.exclude(pk=phrase.pk))
    phrase.letters, phrase.text = letters, text
    return keep(phrase, by=by)


@transaction.atomic
def remove_phrase(*, shelf: Shelf, phrase: Phrase, by: Any) -> None:
    """It can be put back from its history."""
    _open(shelf, by)
    discard(phrase, by=by)


@transaction.atomic
def begin_with_usual_phrases(*, shelf: Shelf, by: Any) -> None:
    """The sentences most minutes use, for a list that has none yet."""
    _open(shelf, by)
    if shelf.phrases.exists():
        raise Refused("There are phrases on this list already.")
    for letters, text in USUAL:
        keep(Phrase(**shelf.key, letters=letters, text=text), by=by)


def _open(shelf: Shelf, by: Any) -> None:
    if shelf.board:
        Board.objects.select_for_update().get(pk=shelf.board.pk)
        check_may_minute(by, shelf.board)
        return
    check_may_minute_some(by)
    if shelf.officer != by:
        raise NotPermitted("An officer’s own phrases are kept by that officer.")

"""Keeping the partnership's word list: by whoever minutes a board."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction

from boards.models import Word
from boards.permissions import check_may_minute_some
from trust.tools.keeping import discard, keep

_LOCK = "boards.words"


@transaction.atomic
def add_words(*, words: Iterable[str], by: Any) -> list[Word]:
    """Put these on the list; those that are there already, in small letters or large, stay as they are."""
    check_may_minute_some(by)
    _one_at_a_time()
    known = {word.casefold() for word in Word.objects.values_list("word", flat=True)}
    added = []
    for word in words:
        if word.casefold() not in known:
            known.add(word.casefold())
            added.append(keep(Word(word=word), by=by))
    return added


@transaction.atomic
def remove_word(*, word: Word, by: Any) -> None:
    check_may_minute_some(by)
    discard(word, by=by)


def _one_at_a_time() -> None:
    """Two officers who add the same word at once do not meet at the constraint."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [_LOCK])

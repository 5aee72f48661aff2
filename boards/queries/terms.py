"""The terms a board went by on a day."""

import datetime as dt

from django.db.models import F

from boards.models import Board, TermsOfReference

_HELD = [TermsOfReference.Status.IN_FORCE, TermsOfReference.Status.SUPERSEDED]


def terms_on(board: Board, day: dt.date) -> TermsOfReference | None:
    """The terms in force on ``day``, with the named kinds of their quorum; None where the board had none.

    Terms superseded since still rule the days they covered. Two statements, however long the history.
    """
    found = TermsOfReference.objects.held_on(day).filter(board=board, status__in=_HELD)
    kinds = ["quorum_kinds__partner", "quorum_kinds__constituency"]
    return found.prefetch_related(*kinds).order_by("status", F("from_date").desc(nulls_last=True), "-pk").first()

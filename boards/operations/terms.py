"""Giving a board new terms. Those before hold for the days they covered."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction

from boards.models import Board, QuorumKind, ReservedMatter, TermsOfReference, User
from boards.permissions import check_may_manage
from boards.queries.terms import kinds_of, matters_of
from boards.rules import terms as rules
from boards.rules.terms import Asks
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


def set_terms(
    *, board: Board, from_date: dt.date, by: User, asks: Asks | None = None, **settled: Any
) -> TermsOfReference:
    """Put new terms in force from a day on, ``settled`` being their fields.

    ``asks``: the named kinds of the quorum and the reserved matters; without it those in force go on.

    Refused where the terms in force began on that day or later: meetings have been held by them.
    """
    try:
        with transaction.atomic():
            board = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
            check_may_manage(by, board)
            before = board.terms.filter(status=TermsOfReference.Status.IN_FORCE).order_by("from_date").last()
            rules.check_follows(before, from_date)
            if before:
                _end(before, from_date, by)
            if asks is None:
                asks = Asks(kinds_of(before), matters_of(before)) if before else Asks()
            return _begin(board, asks, from_date, by, settled)
    except IntegrityError as error:
        raise Refused("Somebody else changed the terms at the same moment. Look at them again.") from error


def _end(terms: TermsOfReference, from_date: dt.date, by: User) -> None:
    """Terms are superseded on the day before the next begin."""
    if terms.to_date is None or terms.to_date >= from_date:
        terms.to_date = from_date - dt.timedelta(days=1)
    terms.status = TermsOfReference.Status.SUPERSEDED
    keep(terms, by=by, because="New terms")


def _begin(board: Board, asks: Asks, from_date: dt.date, by: User, settled: dict[str, Any]) -> TermsOfReference:
    version = str(board.terms.count() + 1)
    status = TermsOfReference.Status.IN_FORCE
    terms = TermsOfReference(board=board, version=version, status=status, from_date=from_date, **settled)
    keep(terms, by=by)
    for kind in asks.kinds:
        sent_by = {"partner": kind.partner, "constituency": kind.constituency}
        keep(QuorumKind(terms=terms, label=kind.label, number=kind.number, **sent_by), by=by)
    for matter in asks.matters:
        reserved = keep(ReservedMatter(terms=terms, label=matter.label), by=by)
        reserved.partners.set(matter.partners)
        reserved.constituencies.set(matter.constituencies)
    return terms

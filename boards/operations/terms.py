"""Giving a board new terms, by way of drafts or at once. Those before hold for the days they covered."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from boards.models import Board, QuorumKind, ReservedMatter, SeatShare, TermsOfReference, User
from boards.permissions import check_may_manage
from boards.queries.terms import given_by, kinds_of, matters_of
from boards.rules import terms as rules
from boards.rules.terms import Asks
from trust.tools.documents import document_name
from trust.tools.keeping import discard, keep
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
                asks = Asks(kinds_of(before), matters_of(before), shares=given_by(before)) if before else Asks()
            begins = {"status": TermsOfReference.Status.IN_FORCE, "from_date": from_date}
            return _begin(board, asks, by, settled | begins)
    except IntegrityError as error:
        raise Refused("Somebody else changed the terms at the same moment. Look at them again.") from error


def _end(terms: TermsOfReference, from_date: dt.date, by: User) -> None:
    """Terms are superseded on the day before the next begin."""
    if terms.to_date is None or terms.to_date >= from_date:
        terms.to_date = from_date - dt.timedelta(days=1)
    terms.status = TermsOfReference.Status.SUPERSEDED
    keep(terms, by=by, because="New terms")


def _begin(board: Board, asks: Asks, by: User, settled: dict[str, Any]) -> TermsOfReference:
    terms = keep(TermsOfReference(board=board, version=_next_version(board), **settled), by=by)
    _ask(terms, asks, by)
    return terms


def _next_version(board: Board) -> str:
    """One more than there are, or than the greatest number among them: a draft that was put aside keeps its own."""
    numbers = [int(version) for version in board.terms.values_list("version", flat=True) if version.isdecimal()]
    given = TermsOfReference.history.filter(board=board.pk).values_list("version", flat=True)
    numbers += [int(version) for version in given if version.isdecimal()]
    return str(max([board.terms.count(), *numbers]) + 1)


def _ask(terms: TermsOfReference, asks: Asks, by: User) -> None:
    """Put down the lists within the terms."""
    for kind in asks.kinds:
        sent_by = {"partner": kind.partner, "constituency": kind.constituency}
        keep(QuorumKind(terms=terms, label=kind.label, number=kind.number, **sent_by), by=by)
    for matter in asks.matters:
        reserved = keep(ReservedMatter(terms=terms, label=matter.label), by=by)
        reserved.partners.set(matter.partners)
        reserved.constituencies.set(matter.constituencies)
    for share in asks.shares:
        owner = {"partner": share.partner, "constituency": share.constituency, "agency_stated": share.stated}
        keep(SeatShare(terms=terms, number=share.number, **owner), by=by)


@transaction.atomic
def draft_terms(*, board: Board, status: str, asks: Asks, by: User, **settled: Any) -> TermsOfReference:
    """Set down terms that rule no meeting yet: a draft, or to be finalised with the partners (requirement 1.11)."""
    board = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    check_may_manage(by, board)
    return _begin(board, asks, by, settled | {"status": status, "from_date": None})


@contextmanager
def _draft(terms: TermsOfReference, by: User) -> Iterator[TermsOfReference]:
    """The draft, locked, for one who may manage its board."""
    with transaction.atomic():
        board = Board.objects.select_for_update(no_key=True).get(pk=terms.board_id)
        check_may_manage(by, board)
        locked = TermsOfReference.objects.select_for_update(of=["self"]).select_related("board").get(pk=terms.pk)
        rules.check_is_draft(locked)
        yield locked


def revise_terms(*, terms: TermsOfReference, status: str, asks: Asks, by: User, **settled: Any) -> TermsOfReference:
    """Write a draft again; its lists are put down afresh, and history keeps those before."""
    with _draft(terms, by) as locked:
        for name, value in (settled | {"status": status, "from_date": None}).items():
            setattr(locked, name, value)
        keep(locked, by=by)
        _empty(locked, by)
        _ask(locked, asks, by)
    return locked


def _empty(terms: TermsOfReference, by: User, because: str = "") -> None:
    for row in (*terms.quorum_kinds.all(), *terms.reserved_matters.all(), *terms.seat_shares.all()):
        discard(row, by=by, because=because)


def put_in_force(*, terms: TermsOfReference, from_date: dt.date, why: str = "", by: User) -> TermsOfReference:
    """A draft rules meetings from a day on; the terms before it end on the day before."""
    with _draft(terms, by) as locked:
        before = locked.board.terms.filter(status=TermsOfReference.Status.IN_FORCE).order_by("from_date").last()
        rules.check_follows(before, from_date)
        if before:
            _end(before, from_date, by)
        locked.status, locked.from_date = TermsOfReference.Status.IN_FORCE, from_date
        keep(locked, by=by, because=why)
    return locked


def put_aside(*, terms: TermsOfReference, why: str = "", by: User) -> None:
    """A draft is given up; history keeps it."""
    with _draft(terms, by) as locked:
        _empty(locked, by, why)
        discard(locked, by=by, because=why)


@transaction.atomic
def attach_document(*, terms: TermsOfReference, document: UploadedFile, by: User) -> TermsOfReference:
    """The terms as they were agreed, as a file; one that was there before is replaced, and stays in history."""
    terms = TermsOfReference.objects.select_for_update(of=["self"]).select_related("board").get(pk=terms.pk)
    check_may_manage(by, terms.board)
    terms.document, terms.document_name = document, document_name(document, "Terms of reference")
    return keep(terms, by=by, because="Document attached")

"""The terms a board went by on a day, and what they ask for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from boards.models import Board, Constituency, Partner, QuorumKind, ReservedMatter, TermsOfReference
from boards.queries.access import boards_known_to
from boards.queries.seats import voting_seats_on
from boards.rules.terms import Asks, Kind, Matter, Term, terms_in_sentences
from trust.tools import words

_HELD = [TermsOfReference.Status.IN_FORCE, TermsOfReference.Status.SUPERSEDED]


@dataclass(frozen=True)
class Version:
    """One version of a board's terms as it reads on a page."""

    terms: TermsOfReference
    sentences: list[Term]
    standing: str
    is_current: bool = False


def terms_on(board: Board, day: dt.date) -> TermsOfReference | None:
    """The terms in force on ``day``, with the named kinds of their quorum; None where the board had none.

    Terms superseded since still rule the days they covered. Two statements, however long the history.
    """
    found = TermsOfReference.objects.held_on(day).filter(board=board, status__in=_HELD)
    kinds = ["quorum_kinds__partner", "quorum_kinds__constituency"]
    return found.prefetch_related(*kinds).order_by("status", F("from_date").desc(nulls_last=True), "-pk").first()


def _standing(terms: TermsOfReference, current: TermsOfReference | None, on: dt.date) -> str:
    """In force since 1 April 2026; From 1 May 2026; From 1 April 2020 to 31 March 2026."""
    begins = words.short_date(terms.from_date) if terms.from_date else ""
    if terms == current:
        return f"In force{f' since {begins}' if begins else ''}"
    if terms.from_date and terms.from_date > on:
        return f"To come, from {begins}"
    ended = f"until {words.short_date(terms.to_date)}" if terms.to_date else ""
    return f"In force {' '.join(filter(None, [f'from {begins}' if begins else '', ended]))}".strip()


def kinds_of(terms: TermsOfReference) -> tuple[Kind, ...]:
    found = terms.quorum_kinds.select_related("partner", "constituency").order_by("pk")
    return tuple(Kind(kind.label, kind.number, kind.partner, kind.constituency) for kind in found)


def matters_of(terms: TermsOfReference) -> tuple[Matter, ...]:
    """The reserved matters, each with whose members vote on it. Three statements."""
    found = terms.reserved_matters.prefetch_related("partners", "constituencies")
    return tuple(
        Matter(matter.label, tuple(matter.partners.all()), tuple(matter.constituencies.all())) for matter in found
    )


def asked_by(terms: TermsOfReference, reader: Any) -> Asks:
    """What these terms ask for; a board that approves is named to those who may know of it."""
    return Asks(kinds_of(terms), matters_of(terms), approver_known(terms.approving_board, reader))


def approver_known(board: Board | None, reader: Any) -> str:
    known = board is not None and boards_known_to(reader).filter(pk=board.pk).exists()
    return board.name if board and known else ""


def versions_of(board: Board, reader: Any, *, on: dt.date) -> list[Version]:
    """Every version that is, was or is yet to be in force, latest first."""
    found = board.terms.filter(status__in=_HELD).select_related("board", "approving_board")
    current = terms_on(board, on)
    return [
        Version(
            terms,
            sentences_of(terms, reader, on=min(on, terms.to_date or on)),
            _standing(terms, current, on),
            terms == current,
        )
        for terms in found.order_by(F("from_date").desc(nulls_last=True), "-pk")
    ]


def sentences_of(terms: TermsOfReference, reader: Any, *, on: dt.date) -> list[Term]:
    """How they read; a part of the voting seats is told of those there are ``on`` a day."""
    return terms_in_sentences(terms, asked_by(terms, reader), voting_seats_on(terms.board, on))


def voters_of(board: Board) -> tuple[QuerySet[Partner], QuerySet[Constituency]]:
    """Partners and classes of partners that this board's terms can name: those ever seated there, or named before."""
    seated = Q(pk__in=board.seats.values("partner"))
    in_quorum = Q(pk__in=QuorumKind.objects.filter(terms__board=board).values("partner"))
    in_matter = Q(pk__in=ReservedMatter.objects.filter(terms__board=board).values("partners"))
    return Partner.objects.filter(seated | in_quorum | in_matter), Constituency.objects.all()


def matter_labels(board: Board, day: dt.date) -> list[str]:
    """The reserved matters an item of business can be, by the terms in force on ``day``."""
    terms = terms_on(board, day)
    return list(terms.reserved_matters.values_list("label", flat=True)) if terms else []


def terms_on_days(boards: Collection[int]) -> Callable[[int, dt.date], TermsOfReference | None]:
    """Answers as ``terms_on`` for any of these boards, by key, and any day: one statement for all of them.

    Without the named kinds of the quorum; with the board that approves, where that is another.
    """
    held = TermsOfReference.objects.filter(board__in=boards, status__in=_HELD).select_related("approving_board")
    found: dict[int, list[TermsOfReference]] = defaultdict(list)
    for terms in held.order_by("status", F("from_date").desc(nulls_last=True), "-pk"):
        found[terms.board_id].append(terms)

    def of_day(board: int, day: dt.date) -> TermsOfReference | None:
        return next((terms for terms in found[board] if terms.holds_on(day)), None)

    return of_day

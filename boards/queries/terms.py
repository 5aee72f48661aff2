"""The terms a board went by on a day, and what they ask for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from boards.models import Board, Constituency, Partner, QuorumKind, ReservedMatter, TermsOfReference
from boards.queries.access import boards_known_to
from boards.queries.seats import voting_seats_on
from boards.rules.terms import DRAFTS, Asks, Given, Kind, Matter, Term, terms_in_sentences
from trust.tools import words
from trust.tools.compared import STAYS, Piece, pieces

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
    terms = found.prefetch_related(*kinds).order_by("status", F("from_date").desc(nulls_last=True), "-pk").first()
    if terms:
        terms.board = board
    return terms


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
    """One statement; none where they were read with the terms."""
    read = getattr(terms, "_prefetched_objects_cache", {}).get("quorum_kinds")
    found = terms.quorum_kinds.select_related("partner", "constituency").order_by("pk") if read is None else read
    return tuple(Kind(kind.label, kind.number, kind.partner, kind.constituency) for kind in found)


def given_by(terms: TermsOfReference) -> tuple[Given, ...]:
    """The seats these terms give to agencies. One statement."""
    found = terms.seat_shares.select_related("partner", "constituency")
    return tuple(Given(share.number, share.partner, share.constituency, share.agency_stated) for share in found)


def matters_of(terms: TermsOfReference) -> tuple[Matter, ...]:
    """The reserved matters, each with whose members vote on it. Three statements."""
    found = terms.reserved_matters.prefetch_related("partners", "constituencies")
    return tuple(
        Matter(matter.label, tuple(matter.partners.all()), tuple(matter.constituencies.all())) for matter in found
    )


def asked_by(terms: TermsOfReference, reader: Any) -> Asks:
    """What these terms ask for; a board that approves is named to those who may know of it."""
    approver = approver_known(terms.approving_board, reader)
    return Asks(kinds_of(terms), matters_of(terms), approver, given_by(terms))


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


def version_for(board: Board, pk: int, *, with_drafts: bool) -> TermsOfReference:
    """One version of the board's terms; 404 where there is none, or a draft that is not for this reader."""
    found = board.terms.filter(pk=pk).select_related("board", "approving_board").first()
    if found is None or (found.status in DRAFTS and not with_drafts):
        raise Http404("The board has no such terms.")
    return found


def drafts_of(board: Board) -> QuerySet[TermsOfReference]:
    """Versions that rule no meeting yet, latest first."""
    return board.terms.filter(status__in=DRAFTS).order_by("-pk")


def others_to_compare(terms: TermsOfReference, *, with_drafts: bool) -> list[TermsOfReference]:
    """The board's other versions that the reader may read, latest first."""
    found = terms.board.terms.exclude(pk=terms.pk).order_by("-pk")
    return list(found if with_drafts else found.exclude(status__in=DRAFTS))


def agencies() -> tuple[QuerySet[Partner], QuerySet[Constituency]]:
    """Every partner and class to which terms can give seats."""
    return Partner.objects.filter(ended_date=None), Constituency.objects.all()


@dataclass(frozen=True)
class MatterCompared:
    """One matter of two versions, word by word."""

    matter: str
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return all(piece.mark == STAYS for piece in self.pieces)


def compared_terms(
    before: TermsOfReference, after: TermsOfReference, reader: Any, *, on: dt.date
) -> list[MatterCompared]:
    """What one version says against another, matter by matter, then the terms in full."""
    was = {term.matter: term.sentence for term in sentences_of(before, reader, on=on)}
    now = {term.matter: term.sentence for term in sentences_of(after, reader, on=on)}
    was["In full"], now["In full"] = before.text, after.text
    matters = [*now, *(matter for matter in was if matter not in now)]
    found = [MatterCompared(matter, tuple(pieces(was.get(matter, ""), now.get(matter, "")))) for matter in matters]
    return [one for one in found if one.pieces]

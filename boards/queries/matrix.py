"""Who had agreed to what on a day: partners by documents, and partners by the clauses of one."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from boards.models import Partner
from boards.queries.agreement_page import cut_agreements
from boards.queries.agreements import Read, agreements_known_to, read_on
from boards.queries.partners import partners_known_to
from boards.rules.adoption import Stand
from boards.rules.matrix import Column, Matrix, matrix_of, row_of


def documents_matrix(reader: Any, cut: Mapping[str, Any], *, on: dt.date, today: dt.date) -> Matrix:
    """Every document that was with its partners by the day, as asked. A constant number of statements."""
    found = cut_agreements(agreements_known_to(reader, on=today), cut)
    reads = read_on(found.select_related("board").order_by("title", "version", "pk"), on=on)
    shown = [(read, [stand for stand in read.stands if _is_asked_for(stand, cut)]) for read in reads]
    shown = [(read, stands) for read, stands in shown if stands]
    columns = [
        Column(_named(read), read.standing.word, read.agreement.get_absolute_url(), read.standing.tone)
        for read, _ in shown
    ]
    return matrix_of(columns, [stands for _, stands in shown])


def _named(read: Read) -> str:
    """Its title; a version is named where there was one before it."""
    return read.agreement.title if read.agreement.version == "1" else str(read.agreement)


def _is_asked_for(stand: Stand, cut: Mapping[str, Any]) -> bool:
    """Whether the address asks for this partner, its class and its answer."""
    partner: Partner = stand.partner
    wanted = cut.get("partner")
    if wanted and partner != wanted:
        return False
    if cut.get("category") and partner.category != cut["category"]:
        return False
    return not cut.get("answer") or stand.state == cut["answer"]


def clauses_matrix(read: Read) -> Matrix:
    """One document: a column for each clause, or one for the whole where it has none."""
    columns = [Column(clause.number, clause.text) for clause in read.clauses] or [Column("Answer")]
    return Matrix(tuple(columns), tuple(row_of(stand) for stand in read.stands))


def pages_known(reader: Any, matrix: Matrix) -> set[int]:
    """Those of its partners whose page the reader may open."""
    keys = [row.partner.pk for row in matrix.rows]
    return set(partners_known_to(reader).filter(pk__in=keys).values_list("pk", flat=True))

"""Writing an agreement’s clauses while it is a draft."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from boards.models import Agreement, Clause
from boards.operations.agreement import held_agreement
from boards.rules import clauses as rules
from boards.rules.agreement import check_is_draft
from trust.tools.keeping import discard, keep, keep_all
from trust.tools.refusal import Refused


def _open(agreement: Agreement, by: Any, on: dt.date) -> Agreement:
    held = held_agreement(agreement, by=by, on=on)
    check_is_draft(held)
    return held


def _numbers(agreement: Agreement, but: Clause | None = None) -> list[str]:
    return [one.number for one in agreement.clauses.all() if one != but]


@transaction.atomic
def take_in_clauses(*, agreement: Agreement, read: rules.ReadClauses, by: Any, on: dt.date) -> list[Clause]:
    """The clauses of a pasted text in the place of those there are, and the words before them."""
    held = _open(agreement, by, on)
    rules.check_pasted(read.clauses)
    for clause in held.clauses.all():
        discard(clause, by=by, because="Another text was pasted")
    if read.lead_in:
        held.lead_in = read.lead_in
        keep(held, by=by)
    return [
        keep(Clause(agreement=held, number=one.number, text=one.text, position=place), by=by)
        for place, one in enumerate(read.clauses)
    ]


@transaction.atomic
def add_clause(*, agreement: Agreement, number: str, text: str, by: Any, on: dt.date) -> Clause:
    """After those there are."""
    held = _open(agreement, by, on)
    rules.check_clause(number, text, _numbers(held))
    last = held.clauses.order_by("-position").first()
    return keep(Clause(agreement=held, number=number, text=text, position=last.position + 1 if last else 0), by=by)


@transaction.atomic
def change_clause(*, clause: Clause, number: str, text: str, by: Any, on: dt.date) -> Clause:
    held = _open(clause.agreement, by, on)
    rules.check_clause(number, text, _numbers(held, clause))
    clause.number, clause.text = number, text
    return keep(clause, by=by)


@transaction.atomic
def split_clause(
    *, clause: Clause, text: str, new_number: str, new_text: str, by: Any, on: dt.date
) -> tuple[Clause, Clause]:
    """One clause that ran on into another becomes the two they are (requirement 4.13)."""
    held = _open(clause.agreement, by, on)
    rules.check_clause(new_number, new_text, _numbers(held))
    rules.check_clause(clause.number, text, _numbers(held, clause))
    later = list(held.clauses.filter(position__gt=clause.position))
    _moved(later, 1, by=by)
    clause.text = text
    keep(clause, by=by, because="Split by hand")
    new = Clause(agreement=held, number=new_number, text=new_text, position=clause.position + 1)
    return clause, keep(new, by=by, because="Split by hand")


@transaction.atomic
def join_clause(*, clause: Clause, by: Any, on: dt.date) -> Clause:
    """Put a clause back into the one before it: what was split wrongly, or read as a clause and is none."""
    held = _open(clause.agreement, by, on)
    before = held.clauses.filter(position__lt=clause.position).order_by("-position").first()
    if before is None:
        raise Refused("It is the first clause: there is none before it to join.")
    before.text = f"{before.text} ({clause.number}) {clause.text}"
    discard(clause, by=by, because="Joined to the clause before it")
    return keep(before, by=by, because="Joined with the clause after it")


@transaction.atomic
def move_clause(*, clause: Clause, up: bool, by: Any, on: dt.date) -> Clause:
    """One place up or down. Numbers stay with the places: it takes that of its neighbour, which takes its own."""
    held = _open(clause.agreement, by, on)
    clauses = list(held.clauses.order_by("position", "pk"))
    place = clauses.index(clause)
    other = place - 1 if up else place + 1
    if 0 <= other < len(clauses):
        _exchange(clauses[place], clauses[other], by)
    return clauses[place]


def _exchange(one: Clause, other: Clause, by: Any) -> None:
    """Places and numbers. A number is given once in an agreement: one of the two is without its own meanwhile."""
    number, position = one.number, one.position
    one.number = f"~{one.pk}"[:12]
    one.skip_history_when_saving = True  # type: ignore[attr-defined]
    one.save()
    del one.skip_history_when_saving  # type: ignore[attr-defined]
    one.position, other.position = other.position, position
    taken, other.number = other.number, number
    keep(other, by=by, because="Put in another order")
    one.number = taken
    keep(one, by=by, because="Put in another order")


@transaction.atomic
def remove_clause(*, clause: Clause, by: Any, on: dt.date) -> None:
    _open(clause.agreement, by, on)
    discard(clause, by=by)


def _moved(clauses: Sequence[Clause], places: int, *, by: Any) -> None:
    for clause in clauses:
        clause.position += places
    keep_all(clauses, ["position"], by=by)

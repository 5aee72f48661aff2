"""Executive decisions with their written statements, as a reader may read them (DOMAIN rule 19)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.http import Http404

from boards.models import Board, TermsOfReference
from boards.permissions import MINUTE, SEE_PAPERS, words_on
from boards.queries.terms import terms_on
from meetings.models import Decision, ExecutiveStatement, Meeting, Minutes, Purpose
from meetings.permissions import words_at
from meetings.queries.entitled import items_closed_to, sight_at
from meetings.queries.meeting import meeting_for, meetings_known_to
from meetings.queries.withheld import withheld_at, without
from meetings.rules.executive import (
    NOT_SETTLING,
    asks_for_statement,
    check_can_state,
    is_printed,
    is_settled,
)
from meetings.rules.printed import NOT_RESOLVED
from trust.tools.markup import as_html, as_text
from trust.tools.refusal import why_not
from trust.tools.words import short_date

ORDERS = {"date": "block__item__meeting__date", "made": "statement__made_at"}
COLUMNS = ("Date", "Item", "Decision", "Reasons", "Alternatives", "Conflicts", "Dispensations", "Stated on")
#: Rows of the list that are asked for.
STATED, MISSING = "stated", "missing"


@dataclass(frozen=True)
class StatementRead:
    """The statement of one decision, None where there is none yet, and what its reader may do."""

    decision: Decision
    meeting: Meeting
    minutes: Minutes
    statement: ExecutiveStatement | None
    may_write: bool
    #: What the public edition calls people, for readers of that.
    withheld: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.decision.number or f"Decision under {self.decision.block.item}"

    @property
    def html(self) -> str:
        return as_html(without(self.decision.block.text, self.withheld))

    @property
    def amended(self) -> tuple[str, str]:
        """From, and to."""
        return without(self.decision.amended_from, self.withheld), without(self.decision.amended_to, self.withheld)

    @property
    def is_in_minutes(self) -> bool:
        """Whether the approved minutes hold it, so that it changes with them only."""
        return self.minutes.is_locked and is_printed(self.statement, self.minutes)

    @property
    def may_change(self) -> bool:
        return self.may_write and self.statement is not None and not self.is_in_minutes


def is_executive(board: Board, on: dt.date) -> bool:
    """Whether the board takes executive decisions by its terms of the day."""
    terms = terms_on(board, on)
    return terms is not None and terms.is_executive


def statement_for(reader: Any, board: str, address: str, key: UUID) -> StatementRead:
    """The one door to a statement: as open as its meeting and item are. Before one is made, and while its decision is
    open again, for those who minute the meeting only."""
    meeting = meeting_for(reader, board, address)
    words = words_at(reader, meeting)
    rows = Decision.objects.select_related("block__item__section", "block__minutes", "statement__made_by__person")
    decision = rows.filter(block__minutes__meeting=meeting, block__key=key).first()
    if decision is None or not sight_at(reader, meeting, words).sees(decision.block.item):
        raise Http404("No decision is at this address.")
    statement, minutes = getattr(decision, "statement", None), decision.block.minutes
    decision.block.item.meeting = minutes.meeting = meeting
    may_write = MINUTE in words_on(reader, meeting.board)
    if not may_write and (statement is None or not is_settled(decision, minutes)):
        raise Http404("No statement is at this address.")
    withheld = {} if SEE_PAPERS in words else withheld_at(meeting)
    return StatementRead(decision, meeting, minutes, statement, may_write, withheld)


@dataclass(frozen=True)
class Stated:
    """What a decision's own page says of its statement; ``refusal`` says why none can be made."""

    statement: ExecutiveStatement | None
    refusal: str


def stated_of(decision: Decision, meeting: Meeting, minutes: Minutes) -> Stated | None:
    """None where no statement is asked for: the board is not executive, or nothing was decided by it."""
    statement = getattr(decision, "statement", None)
    executive = is_executive(meeting.board, meeting.date)
    if statement is None and not (executive and asks_for_statement(decision)):
        return None
    return Stated(statement, why_not(check_can_state, decision, minutes, is_executive=executive))


@dataclass(frozen=True)
class StatementRow:
    """One executive decision of the list."""

    decision: Decision
    words: str
    statement: ExecutiveStatement | None


def statements_of(board: Board, reader: Any, cut: Mapping[str, Any]) -> QuerySet[Decision]:
    """Executive decisions of the board with a statement, for whoever may know of their item; those that still want
    one for the officers who minute the board."""
    known = meetings_known_to(reader).filter(board=board)
    found = Decision.objects.filter(block__item__meeting__in=known).exclude(block__item__in=items_closed_to(reader))
    found = found.filter(Q(recorded_at__isnull=False) | Q(block__minutes__approved_at__isnull=False))
    wanting = _wanting(board) if MINUTE in words_on(reader, board) else Q(pk__in=[])
    kinds = {STATED: Q(statement__isnull=False), MISSING: wanting}
    found = found.filter(kinds.get(cut.get("state", ""), Q(statement__isnull=False) | wanting))
    if cut.get("year"):
        found = found.filter(block__item__meeting__date__year=cut["year"])
    return _ordered(found, cut.get("order") or "-date")


def missing_of(meeting: Meeting) -> QuerySet[Decision]:
    """Executive decisions of one meeting that are recorded and have no statement."""
    found = Decision.objects.filter(block__item__meeting=meeting, recorded_at__isnull=False)
    return found.filter(_wanting(meeting.board)).select_related("block__item")


def _wanting(board: Board) -> Q:
    """Decided on a day when the terms were executive, and without a statement."""
    settled = ~Q(kind__in=NOT_SETTLING) & ~Q(outcome__in=NOT_RESOLVED) & Q(struck_reason="", statement=None)
    settled &= ~Q(block__item__purpose=Purpose.LAST_MINUTES)
    held = [TermsOfReference.Status.IN_FORCE, TermsOfReference.Status.SUPERSEDED]
    days = Q(pk__in=[])
    for terms in board.terms.filter(is_executive=True, status__in=held):
        day = Q(block__item__meeting__date__gte=terms.from_date) if terms.from_date else ~Q(pk=None)
        days |= day & (Q(block__item__meeting__date__lte=terms.to_date) if terms.to_date else Q())
    return settled & days


def _ordered(found: QuerySet[Decision], order: str) -> QuerySet[Decision]:
    by = F(ORDERS.get(order.removeprefix("-"), ORDERS["date"]))
    column = by.desc(nulls_last=True) if order.startswith("-") else by.asc(nulls_last=True)
    found = found.select_related("block__item__meeting__board", "statement")
    return found.order_by(column, "block__item__position", "block__position", "pk")


def rows_of(found: Iterable[Decision], board: Board, reader: Any) -> list[StatementRow]:
    """Their words, for the public with names as its edition has them."""
    rows = list(found)
    meetings = {one.block.item.meeting for one in rows}
    withheld = {} if SEE_PAPERS in words_on(reader, board) else withheld_at(*meetings)
    return [StatementRow(one, _said(one, withheld), getattr(one, "statement", None)) for one in rows]


def _said(decision: Decision, withheld: Mapping[str, str]) -> str:
    return without(" ".join(as_text(decision.block.text).split()), withheld)


def sheet_rows(rows: Iterable[StatementRow], *, in_words: bool) -> Iterator[tuple[object, ...]]:
    """One row for each; days are days, or ``in_words`` where the file knows none."""
    for row in rows:
        stated, item = row.statement, row.decision.block.item
        told = (stated.reasons, stated.alternatives, stated.conflicts, stated.dispensations) if stated else ("",) * 4
        made = stated.made_at.date() if stated else None
        held = short_date(item.meeting.date) if in_words else item.meeting.date
        yield (held, str(item), row.words, *told, (short_date(made) if in_words else made) if made else "")

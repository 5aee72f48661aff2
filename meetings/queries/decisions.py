"""The register of what a board decided: every decision recorded that its reader may read, filtered and sorted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from boards.models import Board
from boards.permissions import SEE_PAPERS, words_on
from boards.queries.access import boards_known_to, boards_where
from meetings.models import Decision, Minutes
from meetings.queries.entitled import items_closed_to
from meetings.queries.minutes import DRAFTS
from meetings.queries.outcome import standing, with_standing
from meetings.rules.outcome import Standing
from trust.tools.markup import as_text, opening
from trust.tools.words import short_date

ORDERS = {
    "number": ("number_year", "number_in_year"),
    "date": ("block__item__meeting__date",),
    "kind": ("kind",),
    "outcome": ("outcome",),
}
PAGE = 50
SHOWN = 40  # words of a decision in the list; its page and the files have them all
STRUCK = "struck"

HEADS = ("Number", "Date", "Item", "Title", "Kind", "Decision", "Outcome", "Stands since", "How it stands")


@dataclass(frozen=True)
class DecisionRow:
    """One decision of the register."""

    decision: Decision
    words: str
    standing: Standing

    @property
    def opening(self) -> str:
        return opening(self.words, SHOWN)


def decisions_of(board: Board, reader: Any, cut: Mapping[str, Any]) -> QuerySet[Decision]:
    """Recorded decisions of the board that the reader may read, as asked: year, kind, outcome, words; sorted."""
    found = Decision.objects.filter(readable(board, reader), block__minutes__meeting__board=board)
    found = found.filter(recorded_at__isnull=False)
    if cut.get("year"):
        found = found.filter(block__item__meeting__date__year=cut["year"])
    if cut.get("kind"):
        found = found.filter(kind=cut["kind"])
    if outcome := cut.get("outcome"):
        found = found.exclude(struck_reason="") if outcome == STRUCK else found.filter(outcome=outcome)
    if words := cut.get("words"):
        found = found.filter(Q(block__text__icontains=words) | Q(number__iexact=words))
    return _ordered(found, cut.get("order") or "-date")


def numbered_in(found: QuerySet[Decision], number: str) -> Decision | None:
    """The one of this number among those the reader may read."""
    if not number.strip() or "\0" in number:
        return None
    return found.filter(number__iexact=number.strip()).select_related("block__minutes__meeting").first()


def readable(board: Board, reader: Any) -> Q:
    """Drafts are the desk's and the chair's, circulated minutes the members', published ones everybody's; no
    business that is closed to them."""
    words = words_on(reader, board)
    published = Q(block__minutes__published_at__isnull=False)
    if words & DRAFTS:
        reads = Q()
    elif SEE_PAPERS in words:
        reads = published | ~Q(block__minutes__state=Minutes.State.DRAFT)
    else:
        reads = published
    return reads & ~Q(block__item__in=items_closed_to(reader))


def decisions_known_to(reader: Any) -> QuerySet[Decision]:
    """Of every board, what ``readable`` says of one."""
    published = Q(block__minutes__published_at__isnull=False, block__item__meeting__board__in=boards_known_to(reader))
    out = Q(block__item__meeting__board__in=boards_where(reader)) & ~Q(block__minutes__state=Minutes.State.DRAFT)
    drafts = Q(block__item__meeting__board__in=boards_where(reader, *DRAFTS))
    return Decision.objects.filter(published | out | drafts).exclude(block__item__in=items_closed_to(reader))


def _ordered(found: QuerySet[Decision], order: str) -> QuerySet[Decision]:
    falling = order.startswith("-")
    fields = ORDERS.get(order.removeprefix("-"), ORDERS["date"])
    columns = [F(field).desc(nulls_last=True) if falling else F(field).asc(nulls_last=True) for field in fields]
    section = F("block__item__section__position").asc(nulls_first=True)
    return found.order_by(
        *columns, "-block__item__meeting__date", section, "block__item__position", "block__position", "pk"
    )


def rows_of(found: Iterable[Decision]) -> list[DecisionRow]:
    """Of decisions read with their standing: a constant number of statements, however many they are."""
    return [DecisionRow(one, as_text(one.block.text), standing(one)) for one in found]


def years_of(board: Board, reader: Any) -> list[int]:
    """The years in which the board decided something that the reader may read, latest first."""
    found = decisions_of(board, reader, {}).order_by()
    years = found.values_list("block__item__meeting__date__year", flat=True).distinct()
    return sorted(years, reverse=True)


def sheet_rows(found: QuerySet[Decision], *, in_words: bool) -> Iterator[tuple[object, ...]]:
    """One row for each decision; days are days, or ``in_words`` where the file knows none."""
    for row in rows_of(with_standing(found)):
        decision, item = row.decision, row.decision.block.item
        since = row.standing.since
        yield (
            decision.number,
            short_date(item.meeting.date) if in_words else item.meeting.date,
            item.number_shown,
            item.title,
            decision.get_kind_display(),
            row.words,
            "Recorded in error" if decision.struck_reason else decision.get_outcome_display(),
            (short_date(since) if in_words else since) if since else "",
            row.standing.sentence,
        )

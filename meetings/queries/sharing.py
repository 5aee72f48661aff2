"""The register of what was shared, as one reader may see it: entries put down, and what the product itself passed on.

An entry about an item is there for whoever may know of the item. One in words alone is for the board’s officers: what
it concerns cannot be told.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from boards.models import Adoption, Agreement, Board, Clause
from boards.permissions import MINUTE, PUBLISH, words_on
from boards.rules.adoption import Stand, answers_on
from meetings.models import AgendaItem, Gateway, Meeting, Paper, Sharing
from meetings.permissions import words_at
from meetings.queries.entitled import items_closed_to, items_seen
from meetings.queries.meeting import meetings_known_to
from meetings.queries.paper import papers_read
from meetings.queries.passed_on import Passed, passed_on
from meetings.rules.sharing import BY_ITSELF, gateway_words, protocol_amiss
from trust.tools.words import in_london, short_date

COLUMNS = ("Shared on", "What", "Meeting", "With", "Gateway", "Why", "By", "Entered on", "Replaces", "Pointed out")
ORDERS = {"date": "date", "with": "with_whom", "gateway": "gateway"}


@dataclass(frozen=True)
class Line:
    """One line of the register. ``entry`` is None for what the product passed on; ``amiss`` is pointed out."""

    date: dt.date
    what: str
    at: str
    meeting: Meeting | None
    with_whom: str
    partner: int | None
    gateway: str
    gateway_key: str
    why: str
    by: str
    entry: Sharing | None = None
    amiss: str = ""
    is_replaced: bool = False

    @property
    def replaces_words(self) -> str:
        old = self.entry.replaces if self.entry else None
        if old is None:
            return ""
        return f"Replaces the entry of {short_date(old.shared_date)}"


def is_officer(board: Board, reader: Any) -> bool:
    return bool(words_on(reader, board) & {MINUTE, PUBLISH})


def lines_of(board: Board, reader: Any, cut: Mapping[str, Any]) -> list[Line]:
    """Latest first unless another order is asked. A constant number of statements."""
    lines = [*_entered(board, reader), *(_of_passed(one) for one in passed_on(board, reader))]
    kept = [one for one in lines if _is_kept(one, cut)]
    order = cut.get("order") or "-date"
    column = ORDERS.get(order.removeprefix("-"), "date")
    kept.sort(key=lambda one: one.date, reverse=True)
    return sorted(kept, key=lambda one: getattr(one, column), reverse=order.startswith("-"))


def _is_kept(line: Line, cut: Mapping[str, Any]) -> bool:
    partner, meeting, gateway = cut.get("partner"), cut.get("meeting"), cut.get("gateway")
    if partner and line.partner != partner.pk:
        return False
    if meeting and (line.meeting is None or line.meeting.pk != meeting.pk):
        return False
    return not gateway or line.gateway_key == gateway


def entries_seen(board: Board, reader: Any) -> Any:
    """The entries put down that are there for this reader."""
    shut = items_closed_to(reader)
    found = Sharing.objects.filter(board=board).exclude(item__in=shut)
    if is_officer(board, reader):
        return found
    some_shut = Exists(shut.filter(meeting=OuterRef("meeting")))
    found = found.filter(meeting__in=meetings_known_to(reader)).filter(Q(item__isnull=False) | ~Q(edition=""))
    found = found.exclude(Q(some_shut) & Q(edition="full"))
    return found.filter(Q(paper=None) | Q(paper__exempt_paragraphs=""))


def entry_for(board: Board, reader: Any, pk: int) -> Sharing:
    related = ("meeting__board", "item", "paper", "partner", "person", "agreement")
    found = entries_seen(board, reader).select_related(*related).filter(pk=pk).first()
    if found is None:
        raise Http404("No entry is at this address.")
    return found


def _entered(board: Board, reader: Any) -> Iterator[Line]:
    related = ("meeting__board", "item__meeting__board", "paper", "partner", "person", "agreement", "replaces")
    rows = list(entries_seen(board, reader).select_related(*related))
    replaced = {one.replaces_id for one in rows if one.replaces_id}
    amiss = protocols_amiss(rows)
    for one in rows:
        yield Line(
            date=one.shared_date,
            what=what_words(one),
            at=one.item.get_absolute_url() if one.item else one.meeting.get_absolute_url() if one.meeting else "",
            meeting=one.meeting,
            with_whom=str(one.partner.name if one.partner else one.person or one.body),
            partner=one.partner_id,
            gateway=gateway_words(one.gateway, one.gateway_words, one.agreement),
            gateway_key=one.gateway,
            why=one.why,
            by=one.shared_by,
            entry=one,
            amiss=amiss.get(one.pk, ""),
            is_replaced=one.pk in replaced,
        )


def what_words(entry: Sharing) -> str:
    """Minutes, full; or the paper, or the item; with the words beside it."""
    named = ""
    if entry.paper:
        named = f"{entry.paper.title}, under item {entry.item}"
    elif entry.item:
        named = f"Item {entry.item}"
    elif entry.edition:
        named = f"Minutes, {entry.get_edition_display().lower()}"
    return f"{named}: {entry.what}" if named and entry.what else named or entry.what


def protocols_amiss(entries: Iterable[Sharing]) -> dict[int, str]:
    """Where the partner had not agreed the protocol on the day, by the key of the entry. Two statements."""
    under = [one for one in entries if one.agreement_id]
    if not under:
        return {}
    keys = {one.agreement_id for one in under}
    clauses: dict[int | None, list[Clause]] = defaultdict(list)
    given: dict[tuple[int | None, int | None], list[Adoption]] = defaultdict(list)
    for clause in Clause.objects.filter(agreement__in=keys).order_by("position", "pk"):
        clauses[clause.agreement_id].append(clause)
    for answer in Adoption.objects.filter(agreement__in=keys).order_by("decided_date", "pk"):
        given[answer.agreement_id, answer.partner_id].append(answer)
    said = {one.pk: _amiss(one, clauses[one.agreement_id], given[one.agreement_id, one.partner_id]) for one in under}
    return {key: sentence for key, sentence in said.items() if sentence}


def _amiss(entry: Sharing, clauses: Sequence[Clause], given: Sequence[Adoption]) -> str:
    partner, agreement, on = entry.partner, entry.agreement, entry.shared_date
    if agreement is None:
        return ""
    stand = Stand(partner, answers_on(clauses, given, on), on) if partner else None
    return protocol_amiss(str(agreement), partner.short_name if partner else "", stand, on)


def _of_passed(passed: Passed) -> Line:
    return Line(
        date=passed.date,
        what=passed.what,
        at=passed.at,
        meeting=passed.meeting,
        with_whom=passed.with_whom,
        partner=passed.partner,
        gateway=BY_ITSELF[passed.means],
        gateway_key=passed.means,
        why=passed.why,
        by=passed.by,
    )


def choices_of(meeting: Meeting | None, reader: Any) -> tuple[list[AgendaItem], list[Paper]]:
    """The items and papers of a meeting that the officer may name. Three statements at most."""
    if meeting is None:
        return [], []
    items = list(items_seen(reader, meeting).filter(is_section=False))
    read = papers_read(items, meeting, words_at(reader, meeting))
    papers = [line.paper for item in items for line in read.get(item.pk, ())]
    for paper in papers:
        paper.item = next(item for item in items if item.pk == paper.item_id)
    return items, papers


def first_of(entry: Sharing) -> dict[str, Any]:
    """What the form begins with where an entry is replaced."""
    about = f"edition-{entry.edition}" if entry.edition else ""
    about = f"item-{entry.item_id}" if entry.item_id else about
    about = f"paper-{entry.paper_id}" if entry.paper_id else about
    same = ("what", "body", "gateway", "gateway_words", "why", "shared_date", "shared_by")
    keys = {name: getattr(entry, f"{name}_id") for name in ("partner", "person", "agreement")}
    return {"about": about} | keys | {name: getattr(entry, name) for name in same}


def gateways() -> list[tuple[str, str]]:
    """Every gateway, and every way in which the product passes things on itself."""
    return [*Gateway.choices, *BY_ITSELF.items()]


def protocols(known: Any) -> Any:
    """The protocols among these agreements, latest version first."""
    return known.filter(kind=Agreement.Kind.PROTOCOL).order_by("title", "-version")


def sheet_rows(lines: Iterable[Line]) -> Iterator[tuple[object, ...]]:
    for one in lines:
        entered = in_london(one.entry.recorded_at).date() if one.entry else ""
        meeting = one.meeting.date if one.meeting else ""
        said = "; ".join(filter(None, (one.amiss, "Replaced by a later entry" if one.is_replaced else "")))
        row = (one.date, one.what, meeting, one.with_whom, one.gateway, one.why, one.by, entered)
        yield (*row, one.replaces_words, said)

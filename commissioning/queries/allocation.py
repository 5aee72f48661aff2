"""Allocations: what was given, whether it stands, what is missing and whom to ask, and what was spent of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from boards.models import Board, Partner, PartnerSuccession
from boards.permissions import MANAGE, MINUTE, words_on
from boards.queries.access import boards_where
from boards.queries.seen import Seen, seen_in
from boards.queries.succession import answers_for_money
from commissioning.models import Allocation, AllocationLine, Fund, FundYear
from commissioning.queries.allocated import allocated_by
from commissioning.queries.round import AllocationRead, round_of
from commissioning.queries.sight import allocations_seen_by, reads_papers
from commissioning.queries.standing import held, standing_of
from commissioning.queries.there import or_404
from commissioning.queries.whom_to_ask import page_of_partner, people_to_ask
from commissioning.rules.allocating import Held, Limit, committed
from commissioning.rules.standing import Missing, Standing
from meetings.models import Decision
from meetings.queries.decisions import readable

#: In the place of a year: those for which none is stated.
UNSTATED = "none"


@dataclass(frozen=True)
class Asked:
    """What is missing, whom to ask by name as far as the reader may know them, and where the answer is given."""

    missing: Missing
    people: tuple[str, ...] = ()
    address: str = ""
    words: str = ""
    partner: Partner | None = None
    partner_at: str = ""


def allocation_for(reader: Any, pk: int) -> Allocation:
    found = allocations_seen_by(reader).select_related(
        "fund__board",
        "share__round",
        "confirming_board",
        "replaces",
        "decision__block__item__meeting__board",
        "confirmed_by_decision__block__item__meeting__board",
    )
    return or_404(found.filter(pk=pk).first())


def with_standing(found: Iterable[Allocation], reader: Any, *, on: dt.date) -> list[AllocationRead]:
    """Each with how it stands, and whether more is allocated from its share than that holds."""
    allocations = list(found)
    standings = standing_of(allocations, on=on)
    over = shares_over({one.share.pk: one.share.amount_pence for one in allocations if one.share}, reader, on=on)
    return [AllocationRead(one, standings[one.pk], one.share_id in over) for one in allocations]


def shares_over(shares: Mapping[int, int], reader: Any, *, on: dt.date) -> set[int]:
    """Of shares with what each holds, those that more is allocated from; by what the reader may know is allocated from
    each: no sum tells of what is kept from them."""
    if not shares:
        return set()
    given = allocated_by(F("share"), allocations_seen_by(reader).filter(share__in=shares), on=on)
    return {pk for pk, pence in shares.items() if given[pk] > pence}


def asked_for(allocation: Allocation, standing: Standing, reader: Any, *, on: dt.date) -> list[Asked]:
    """Line by line. Who reads no papers of it is told only what waits for their own partner."""
    inside = reads_papers(reader, allocation)
    found = []
    for missing in standing.missing:
        partner = Partner.objects.filter(pk=missing.partner).first() if missing.partner else None
        own = partner is not None and answers_for_money(reader, partner, on=on)
        if inside or own:
            found.append(_asked(missing, partner, allocation, reader, own=own, on=on))
    return found


def _asked(
    missing: Missing, partner: Partner | None, allocation: Allocation, reader: Any, *, own: bool, on: dt.date
) -> Asked:
    if partner is None:
        return Asked(missing)
    share = allocation.share.board_id if allocation.share else None
    boards = {pk for pk in (allocation.fund.board_id, share, allocation.confirming_board_id) if pk}
    address, words = _where(allocation.decision, partner, reader, own=own)
    people = tuple(people_to_ask(partner, boards, reader, on=on))
    return Asked(missing, people, address, words, partner, page_of_partner(partner, reader))


def _where(decision: Decision | None, partner: Partner, reader: Any, *, own: bool) -> tuple[str, str]:
    """Where the partner answers for itself, or where an officer enters what it wrote."""
    if decision is None:
        return "", ""
    if own:
        return reverse("meetings:give_consent", args=[decision.block.key, partner.slug]), "Answer for its money"
    meeting = decision.block.item.meeting
    if MINUTE in words_on(reader, meeting.board):
        at = [meeting.board.slug, meeting.address, decision.block.key, partner.slug]
        return reverse("meetings:enter_consent", args=at), "Enter what it wrote"
    return "", ""


def decision_cited(decision: Decision | None, reader: Any) -> str:
    """The address of a decision for who may read it, else ""."""
    if decision is None:
        return ""
    board = decision.block.item.meeting.board
    if not Decision.objects.filter(readable(board, reader), pk=decision.pk).exists():
        return ""
    return reverse("meetings:decision", args=[board.slug, decision.block.item.meeting.address, decision.block.key])


def dispute_of(allocation: Allocation, reader: Any) -> str:
    """The address of the dispute on its resolution, for who reads the board’s papers; else ""."""
    decision = allocation.decision
    if decision is None or getattr(decision, "dispute", None) is None:
        return ""
    meeting = decision.block.item.meeting
    if not boards_where(reader).filter(pk=meeting.board_id).exists() or not decision_cited(decision, reader):
        return ""
    return reverse("meetings:dispute", args=[meeting.board.slug, meeting.address, decision.block.key])


def limits_of(allocation: Allocation, *, on: dt.date) -> list[Limit]:
    """What it comes out of: its share, else its round’s pot, and the fund; of each what is committed without it."""
    others = list(Allocation.objects.filter(fund=allocation.fund_id).select_related("share", "bid"))
    all_held = dict(zip((one.pk for one in others), _held(others, on), strict=True))
    limits = []
    share = allocation.share
    if share is not None:
        own = [all_held[one.pk] for one in others if one.share_id == share.pk]
        limits.append(Limit("the share", share.amount_pence, _without(allocation, own)))
    pot = allocation.bid.round if share is None and allocation.bid else None
    if pot is not None and pot.amount_pence is not None:
        own = [all_held[one.pk] for one in others if round_of(one) == pot.pk]
        limits.append(Limit("the pot", pot.amount_pence, _without(allocation, own)))
    of_year = [all_held[one.pk] for one in others if one.year == allocation.year]
    amount = amount_of_fund(allocation.fund, allocation.year)
    if amount is not None:
        limits.append(Limit("the fund", amount, _without(allocation, of_year)))
    return limits


def _held(others: list[Allocation], on: dt.date) -> list[Held]:
    return held(others, standing_of(others, on=on))


def _without(allocation: Allocation, own: list[Held]) -> int:
    """Committed but for what this one would replace, if it comes to more than that."""
    together = committed([*own, Held(0, allocation.amount_pence, allocation.replaces_id)])
    return together - allocation.amount_pence


def amount_of_fund(fund: Fund, year: int | None) -> int | None:
    """What the fund holds in the year; where nothing is said of the year, what it holds."""
    of_year = FundYear.objects.filter(fund=fund, year=year).first() if year else None
    if of_year is not None:
        brought = of_year.brought_forward_pence or 0
        return None if of_year.amount_pence is None else of_year.amount_pence + brought
    return fund.amount_pence


def pots_beside(fund: Fund, year: int, *, but: int | None) -> list[int]:
    """The pots of the other rounds out of a fund in a year, as far as they are confirmed."""
    others = fund.rounds.filter(year=year, amount_pence__isnull=False).exclude(pk=but or 0)
    return [pence for pence in others.values_list("amount_pence", flat=True) if pence]


def is_there(allocation: Allocation) -> bool:
    """Whether as much is allocated for the same already, and neither withdrawn nor replaced."""
    same = {name: getattr(allocation, name) for name in ("fund", "year", "share", "bid", "amount_pence")}
    found = Allocation.objects.filter(**same, purpose__iexact=allocation.purpose, replaces=None)
    live = found.exclude(state=Allocation.State.WITHDRAWN)
    return live.exclude(replaced_by__in=Allocation.objects.exclude(state=Allocation.State.WITHDRAWN)).exists()


def closed_years(fund: int) -> dict[int, dt.date]:
    told = FundYear.objects.filter(fund=fund, closed_date__isnull=False)
    return {year: day for year, day in told.values_list("year", "closed_date") if day}


def successors_of(partner: Partner) -> list[str]:
    found = PartnerSuccession.objects.filter(predecessor=partner).select_related("successor").order_by("from_date")
    return [one.successor.name for one in found]


def lines_of(allocation: Allocation) -> list[AllocationLine]:
    found = allocation.lines.select_related("partner", "spending_line__decision")
    return list(found.prefetch_related("spending_line__consents__person", "spending_line__consents__successor"))


def lines_seen(allocation: Allocation) -> Seen:
    """How it stands whose money it is, for a form that says so anew."""
    return seen_in(AllocationLine.history.filter(allocation=allocation.pk))


def drawn_on(line: int, *, besides: Allocation) -> int:
    """What other allocations that are not withdrawn put down of one line of a resolution."""
    others = AllocationLine.objects.filter(spending_line=line).exclude(allocation=besides)
    live = others.exclude(allocation__state=Allocation.State.WITHDRAWN)
    return sum(live.values_list("amount_pence", flat=True))


def replaced_by(allocation: Allocation) -> Allocation | None:
    return allocation.replaced_by.exclude(state=Allocation.State.WITHDRAWN).first()


def may_lead(reader: Any, board: Board) -> bool:
    return MANAGE in words_on(reader, board)


def may_report_on(reader: Any, allocation: Allocation, *, on: dt.date) -> bool:
    """The partner that spends it, what took its place where it has ended, and the officers from a paper."""
    partner = allocation.responsible
    if may_lead(reader, allocation.fund.board):
        return True
    return partner is not None and answers_for_money(reader, partner, on=on)


def years_with_allocations(reader: Any) -> list[int]:
    years = allocations_seen_by(reader).filter(year__isnull=False).order_by().values_list("year", flat=True).distinct()
    return sorted((year for year in years if year), reverse=True)


def has_undated(reader: Any) -> bool:
    return allocations_seen_by(reader).filter(year=None).exists()


def funds_with_allocations(reader: Any) -> QuerySet[Allocation]:
    return allocations_seen_by(reader).order_by("fund__name")

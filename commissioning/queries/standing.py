"""What the standing of an allocation follows from, read from its rows: as many statements for a hundred as for one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from boards.models import Board
from boards.queries.succession import followers_by_key
from commissioning.models import Allocation, AllocationLine, Fund
from commissioning.queries.gate import gates_on
from commissioning.rules.allocating import Held
from commissioning.rules.standing import Facts, Owned, Resolution, Standing, replaced, standing_from
from commissioning.rules.years import last_day
from meetings.models import Decision, Dispute
from meetings.queries.outcome import standing as standing_of_decision
from meetings.queries.outcome import with_standing
from meetings.rules.consent import agrees, latest
from trust.tools.words import short_date


@dataclass
class _Stock:
    """Read once for all the allocations asked about."""

    decisions: dict[int, Resolution] = field(default_factory=dict)
    lines: dict[int, list[AllocationLine]] = field(default_factory=dict)
    drawn: Mapping[int, int] = field(default_factory=dict)
    gates: dict[tuple[int, dt.date], list[str]] = field(default_factory=dict)
    ended: Mapping[int, Sequence[str]] = field(default_factory=dict)


#: What the standing of an allocation is read from: of a row with its purpose and reasons that is little.
READ = (
    *("fund", "year", "state", "amount_pence", "confirmed_pence", "decision", "replaces"),
    *("confirming_board", "confirmed_by_decision", "confirmed_date"),
)


def standing_of(allocations: Iterable[Allocation], *, on: dt.date) -> dict[int, Standing]:
    """By key. What another replaces that stands is replaced; until then it is what it was."""
    asked = list(allocations)
    followed = followed_in({one.fund_id for one in asked})
    found = standing_alone(with_followers([one.pk for one in asked], followed), on=on)
    stands = {pk for pk, one in found.items() if one.stands}
    return {
        one.pk: replaced(found[one.pk]) if is_followed(one.pk, followed, stands) else found[one.pk] for one in asked
    }


def standing_alone(keys: Collection[int], *, on: dt.date) -> dict[int, Standing]:
    """By key, as though nothing replaced it."""
    known = _whole(keys)
    stock = _stock_of(known.values(), on)
    return {pk: standing_from(_facts(one, stock, on)) for pk, one in known.items()}


def followed_in(funds: Collection[int]) -> dict[int | None, int]:
    """What replaces it and is not withdrawn, by the key of what is replaced. One statement."""
    replacing = Allocation.objects.filter(fund__in=funds, replaces__isnull=False).exclude(state="withdrawn")
    return dict(replacing.order_by().values_list("replaces", "pk"))


def with_followers(keys: Iterable[int], followed: Mapping[int | None, int]) -> set[int]:
    """And each that comes after one of them: whether it stands decides of those before."""
    found: set[int] = set()
    for key in keys:
        after: int | None = key
        while after is not None and after not in found:
            found.add(after)
            after = followed.get(after)
    return found


def held_in(allocations: Iterable[Allocation], *, on: dt.date) -> list[Held]:
    """As sums count them."""
    asked = list(allocations)
    return held(asked, standing_of(asked, on=on))


def held(allocations: Iterable[Allocation], standings: Mapping[int, Standing]) -> list[Held]:
    return [
        Held(
            one.pk,
            one.pence,
            one.replaces_id,
            stands=standings[one.pk].stands or standings[one.pk].is_replaced,
            is_withdrawn=one.state == Allocation.State.WITHDRAWN,
        )
        for one in allocations
    ]


def is_followed(pk: int, followed: Mapping[int | None, int], stands: Collection[int]) -> bool:
    """Whether one after it stands."""
    after = followed.get(pk)
    while after is not None:
        if after in stands:
            return True
        after = followed.get(after)
    return False


def _whole(keys: Collection[int]) -> dict[int, Allocation]:
    """By key, each with its fund and the board that confirms it. Three statements."""
    found = Allocation.objects.only(*READ).in_bulk(keys)
    funds = Fund.objects.select_related("board", "host", "agreement").in_bulk({one.fund_id for one in found.values()})
    boards = Board.objects.in_bulk({one.confirming_board_id for one in found.values() if one.confirming_board_id})
    for one in found.values():
        one.fund = funds[one.fund_id]
        if one.confirming_board_id:
            one.confirming_board = boards[one.confirming_board_id]
    return found


def _stock_of(allocations: Collection[Allocation], on: dt.date) -> _Stock:
    cited = {pk for one in allocations for pk in (one.decision_id, one.confirmed_by_decision_id) if pk}
    stock = _Stock()
    for decision in with_standing(Decision.objects.filter(pk__in=cited)):
        stock.decisions[decision.pk] = resolution(decision)
    lines = AllocationLine.objects.filter(allocation__in=allocations)
    owned: dict[int, list[AllocationLine]] = defaultdict(list)
    for line in lines.select_related("partner", "spending_line").prefetch_related("spending_line__consents"):
        owned[line.allocation_id].append(line)
    stock.lines = dict(owned)
    drawn = AllocationLine.objects.filter(spending_line__allocation_lines__in=lines).exclude(
        allocation__state=Allocation.State.WITHDRAWN
    )
    pairs = drawn.order_by().values_list("pk", "spending_line", "amount_pence").distinct()
    totals: dict[int, int] = defaultdict(int)
    for _, spending_line, pence in pairs:
        totals[spending_line or 0] += pence
    stock.drawn = totals
    stock.gates = _gates(allocations, on)
    partners = {line.partner for own in owned.values() for line in own}
    stock.ended = {pk: [one.name for one in after] for pk, after in followers_by_key(partners, on=on).items()}
    return stock


def _gates(allocations: Collection[Allocation], on: dt.date) -> dict[tuple[int, dt.date], list[str]]:
    """By fund and day, of which a year that is over has one. Nothing stands in the way of a fund that is not pooled."""
    pooled = {one.fund_id: one.fund for one in allocations if one.fund.kind == Fund.Kind.POOLED}
    days = {lawful_day(one.year, on) for one in allocations if one.fund_id in pooled}
    return {at: gate.missing for at, gate in gates_on(pooled.values(), days).items()}


def lawful_day(year: int | None, on: dt.date) -> dt.date:
    """The day on which the agreement in law has to be in force: today, or the last of a year that is over."""
    return on if year is None else min(on, last_day(year))


def resolution(decision: Decision) -> Resolution:
    """A decision read ``with_standing``, as an allocation cites it."""
    stands = standing_of_decision(decision)
    dispute = getattr(decision, "dispute", None)
    open_dispute = dispute is not None and dispute.state != Dispute.State.AGREED
    unpaid = any(not agrees(line) for line in decision.spending.all())
    return Resolution(
        called=called(decision),
        board=str(decision.block.item.meeting.board),
        stands=stands.stands,
        since=stands.since,
        sentence=stands.sentence,
        is_in_dispute=open_dispute or (decision.outcome == Decision.Outcome.STATUS_QUO and not stands.stands),
        waits_for_money=unpaid and decision.outcome != Decision.Outcome.LOST,
    )


def called(decision: Decision) -> str:
    """EG 2026/3; or the day it was taken. Nothing of what it was about."""
    return decision.number or f"The decision of {short_date(decision.taken_date or decision.block.item.meeting.date)}"


def _facts(one: Allocation, stock: _Stock, on: dt.date) -> Facts:
    return Facts(
        pence=one.pence,
        board=str(one.fund.board),
        resolution=stock.decisions.get(one.decision_id or 0),
        lines=[_owned(line, stock) for line in stock.lines.get(one.pk, [])],
        confirming=str(one.confirming_board) if one.confirming_board else "",
        confirmation=stock.decisions.get(one.confirmed_by_decision_id or 0),
        confirmed_date=one.confirmed_date,
        gate=stock.gates.get((one.fund_id, lawful_day(one.year, on)), []),
        is_withdrawn=one.state == Allocation.State.WITHDRAWN,
    )


def _owned(line: AllocationLine, stock: _Stock) -> Owned:
    spends = line.spending_line
    answer = latest(spends.consents.all()) if spends else None
    return Owned(
        partner=line.partner.name,
        key=line.partner_id,
        pence=line.amount_pence,
        consented=spends.amount_pence if spends else None,
        drawn=stock.drawn.get(line.spending_line_id or 0, 0),
        answer=answer.answer if answer else "",
        date=answer.date if answer else None,
        ended=line.partner.ended_date if line.partner_id in stock.ended else None,
        successors=stock.ended.get(line.partner_id, ()),
    )

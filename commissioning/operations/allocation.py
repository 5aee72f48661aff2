"""Allocating out of a fund: provisionally, confirmed by the board that must, and changed by a decision of its own.

The fund’s row is locked first by each of these, so of two who give out the last of it at once one is refused.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from boards.models import Board, Partner
from boards.permissions import check_may_manage
from commissioning.models import Allocation, AllocationLine, Bid, Fund, Priority, Share
from commissioning.operations.bid import held_bid
from commissioning.operations.round import held_fund
from commissioning.queries.allocation import (
    closed_years,
    drawn_on,
    is_there,
    limits_of,
    replaced_by,
    successors_of,
)
from commissioning.queries.gate import gate_of
from commissioning.queries.sight import bids_kept_from
from commissioning.queries.standing import lawful_day, standing_of
from commissioning.rules import allocating as rules
from meetings.models import Decision, SpendingLine
from meetings.queries.outcome import standing
from trust.tools.keeping import discard, keep
from trust.tools.refusal import NotPermitted, Refused

#: Whose money, by partner: how much of it, and the line of the resolution that spends it.
Money = Mapping[Partner, tuple[int, SpendingLine | None]]


@dataclass(frozen=True)
class Given:
    """What an allocation says. ``pence`` beside ``stated``, the words of the paper."""

    purpose: str
    pence: int
    stated: str = ""
    year: int | None = None
    share: Share | None = None
    bid: Bid | None = None
    priority: Priority | None = None
    responsible: Partner | None = None
    decision: Decision | None = None
    confirming_board: Board | None = None
    over_reason: str = ""
    over_source: str = ""


@transaction.atomic
def allocate(*, fund: Fund, given: Given, by: Any, on: dt.date) -> Allocation:
    """Refused over what there is without a reason or a source, in a closed year, and without the agreement in law."""
    fund = held_fund(fund, by)
    return _allocated(fund, given, None, by=by, on=on)


@transaction.atomic
def replace(*, allocation: Allocation, given: Given, by: Any, on: dt.date) -> Allocation:
    """A change in the middle of the year, by a decision of its own; until it stands the one before does."""
    fund, was = held(allocation, by)
    after = replaced_by(was)
    stands = standing_of([was], on=on)[was.pk]
    rules.check_can_replace(
        stands=stands.stands,
        is_withdrawn=was.state == Allocation.State.WITHDRAWN,
        replaced_by=str(after.purpose) if after else "",
    )
    if given.decision is None or given.decision.pk == was.decision_id:
        raise Refused("A change is decided anew: cite the decision that changes it, and not the one it rests on now.")
    return _allocated(fund, given, was, by=by, on=on)


def _allocated(fund: Fund, given: Given, was: Allocation | None, *, by: Any, on: dt.date) -> Allocation:
    rules.check_amount(given.pence, replaces=was is not None)
    rules.check_year_open(closed_years(fund.pk), given.year)
    rules.check_gate_open(gate_of(fund, on=lawful_day(given.year, on)).missing)
    _check_of_fund(fund, given, by)
    new = Allocation(
        fund=fund,
        replaces=was,
        purpose=given.purpose,
        amount_pence=given.pence,
        amount_stated=given.stated,
        **{name: getattr(given, name) for name in KEPT},
    )
    if was is None:
        rules.check_not_there(given.purpose, given.pence, is_there=is_there(new))
    rules.check_within(limits_of(new, on=on), given.pence, reason=given.over_reason, source=given.over_source)
    _check_lasts(given.responsible, on)
    return keep(new, by=by, because=given.over_reason or given.over_source)


KEPT = ("year", "share", "bid", "priority", "responsible", "decision", "confirming_board", "over_reason", "over_source")


def _check_of_fund(fund: Fund, given: Given, by: Any) -> None:
    if given.bid is not None:
        bid = held_bid(given.bid, by)
        if bid.round.fund_id != fund.pk or (given.share and given.share.round_id != bid.round_id):
            raise Refused("That bid is for another fund or round.")
    if given.share is not None and given.share.round.fund_id != fund.pk:
        raise Refused("That share is of another fund.")
    if given.decision is not None:
        check_can_cite(given.decision)


def check_can_cite(decision: Decision) -> None:
    """One that is recorded and not struck."""
    if decision.recorded_at is None or decision.struck_reason:
        raise Refused("What was decided there is not recorded, or was recorded in error.")


@transaction.atomic
def state_year(*, allocation: Allocation, year: int, over_reason: str, by: Any, on: dt.date) -> Allocation:
    """Of one for which no year was stated; over what the year has only for a reason. Once stated, it stays."""
    _, one = held(allocation, by)
    rules.check_year_unstated(one.year, is_withdrawn=one.state == Allocation.State.WITHDRAWN)
    rules.check_year_open(closed_years(one.fund_id), year)
    one.year, one.over_reason = year, over_reason or one.over_reason
    of_year = [limit for limit in limits_of(one, on=on) if limit.of == "the fund"]
    rules.check_within(of_year, one.pence, reason=one.over_reason, source=one.over_source)
    return keep(one, by=by, because=over_reason)


@transaction.atomic
def cite(*, allocation: Allocation, decision: Decision, by: Any, on: dt.date) -> Allocation:
    """The resolution that authorised it, once it is there. One it stands by is not exchanged."""
    _, one = held(allocation, by)
    check_can_cite(decision)
    _check_changeable(one, on)
    for line in one.lines.all():
        line.spending_line = decision.spending.filter(partner=line.partner_id).first()
        keep(line, by=by)
    one.decision = decision
    return keep(one, by=by)


@transaction.atomic
def say_whose(*, allocation: Allocation, money: Money, by: Any, on: dt.date) -> Allocation:
    """Whose money it is, line by line; its consent is the answer at that line of the resolution."""
    _, one = held(allocation, by)
    _check_changeable(one, on)
    rules.check_lines_within(one.amount_pence, sum(pence for pence, _ in money.values()))
    for line in one.lines.exclude(partner__in=money):
        discard(line, by=by)
    for partner, (pence, spends) in money.items():
        _write_line(one, partner, pence, spends, by=by, on=on)
    return one


def _write_line(
    one: Allocation, partner: Partner, pence: int, spends: SpendingLine | None, *, by: Any, on: dt.date
) -> None:
    """Of a partner that has ended only what the resolution spends: that stays under its name."""
    line = one.lines.filter(partner=partner).first() or AllocationLine(allocation=one, partner=partner)
    if line.pk is None and spends is None:
        _check_lasts(partner, on)
    if spends is not None:
        if spends.decision_id != one.decision_id or spends.partner_id != partner.pk:
            raise Refused("That is not a line of the resolution cited.")
        drawn = drawn_on(spends.pk, besides=one)
        rules.check_drawn(partner.name, pence, drawn=drawn, consented=spends.amount_pence)
    line.amount_pence, line.spending_line = pence, spends
    keep(line, by=by)


@transaction.atomic
def confirm(
    *, allocation: Allocation, decision: Decision, pence: int, stated: str, reason: str, by: Any, on: dt.date
) -> Allocation:
    """Another board’s act: by an officer of it, by a decision of its own that stands."""
    Fund.objects.select_for_update(no_key=True, of=["self"]).get(pk=allocation.fund_id)
    one = Allocation.objects.select_for_update(of=["self"]).select_related("confirming_board").get(pk=allocation.pk)
    board = one.confirming_board
    if board is None:
        raise Refused("No other board has to confirm it.")
    check_may_manage(by, board)
    _check_not_kept_out(one, by)
    _check_confirmable(one, decision, board, on)
    rules.check_confirmed_amount(one.amount_pence, pence, reason)
    one.state, one.confirmed_by_decision, one.confirmed_by = Allocation.State.CONFIRMED, decision, by
    one.confirmed_date, one.confirmed_pence = on, pence
    one.confirmed_stated, one.confirmed_reason = stated, reason
    if pence > one.amount_pence:
        own = limits_of(one, on=on)
        rules.check_within(own, pence, reason=reason or one.over_reason, source=one.over_source)
    return keep(one, by=by, because=reason)


def _check_confirmable(one: Allocation, decision: Decision, board: Board, on: dt.date) -> None:
    rules.check_year_open(closed_years(one.fund_id), one.year)
    if one.state != Allocation.State.PROVISIONAL:
        raise Refused(f"It is {one.get_state_display().lower()} already.")
    check_can_cite(decision)
    if decision.block.item.meeting.board_id != board.pk:
        raise Refused(f"That is not a decision of {board}.")
    stands = standing(decision)
    if not stands.stands:
        raise Refused(f"That decision does not confirm it: {stands.sentence}")


@transaction.atomic
def withdraw(*, allocation: Allocation, reason: str, by: Any, on: dt.date) -> Allocation:
    """While it does not stand; after that a decision of its own changes it."""
    _, one = held(allocation, by)
    stands = standing_of([one], on=on)[one.pk]
    withdrawn = one.state == Allocation.State.WITHDRAWN
    rules.check_can_withdraw(stands=stands.stands or stands.is_replaced, is_withdrawn=withdrawn)
    one.state, one.ended_date, one.ended_reason = Allocation.State.WITHDRAWN, on, reason
    return keep(one, by=by, because=reason)


@transaction.atomic
def change_words(
    *,
    allocation: Allocation,
    purpose: str,
    priority: Priority | None,
    responsible: Partner | None,
    by: Any,
    on: dt.date,
) -> Allocation:
    """What it is called, what it serves and who reports on it; never how much."""
    _, one = held(allocation, by)
    if responsible != one.responsible:
        _check_lasts(responsible, on)
    one.purpose, one.priority, one.responsible = purpose, priority, responsible
    return keep(one, by=by)


def held(allocation: Allocation, by: Any) -> tuple[Fund, Allocation]:
    """The fund and the allocation, locked in this order, for an officer of its board; nothing of a closed year."""
    fund = held_fund(allocation.fund, by)
    one = Allocation.objects.select_for_update(of=["self"]).get(pk=allocation.pk)
    one.fund = fund
    rules.check_year_open(closed_years(fund.pk), one.year)
    _check_not_kept_out(one, by)
    return fund, one


def _check_not_kept_out(one: Allocation, by: Any) -> None:
    if one.bid_id is not None and bids_kept_from(by).filter(pk=one.bid_id).exists():
        raise NotPermitted("You sit for whoever would be paid by this bid, so another officer looks after it.")


def _check_changeable(one: Allocation, on: dt.date) -> None:
    """Neither withdrawn nor standing: what stands is changed by a decision of its own."""
    if one.state == Allocation.State.WITHDRAWN:
        raise Refused("It was withdrawn.")
    found = standing_of([one], on=on)[one.pk]
    if found.stands or found.is_replaced:
        raise Refused("It stands by what is put down here. What changes it is a decision of its own: replace it.")


def _check_lasts(partner: Partner | None, on: dt.date) -> None:
    if partner is not None:
        rules.check_partner_lasts(partner.name, partner.ended_date, successors_of(partner), on=on)

"""Dividing a fund, or part of it, in shares (requirement 2.14)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from boards.models import Board
from commissioning.models import Fund, Round, Share
from commissioning.permissions import check_may_set_up
from commissioning.queries.allocation import closed_years
from commissioning.rules.allocating import check_year_open
from commissioning.rules.round import check_can_divide, check_can_remove_share, check_can_shrink, check_returned
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused


@transaction.atomic
def add_round(*, fund: Fund, fields: Mapping[str, Any], by: Any) -> Round:
    fund = held_fund(fund, by)
    check_year_open(closed_years(fund.pk), fields["year"])
    return _kept(Round(fund=fund, **fields), by)


@transaction.atomic
def change_round(*, one: Round, fields: Mapping[str, Any], because: str, by: Any) -> Round:
    """What it was stays in its history, with the reason."""
    one = held_round(one, by)
    check_year_open(closed_years(one.fund_id), fields["year"])
    for name, value in fields.items():
        setattr(one, name, value)
    return _kept(one, by, because)


def _kept(one: Round, by: Any, because: str = "") -> Round:
    if one.fund.rounds.filter(title__iexact=one.title).exclude(pk=one.pk).exists():
        raise Refused(f"This fund has a round called “{one.title}” already. Give it another name.")
    return keep(one, by=by, because=because)


@transaction.atomic
def divide(
    *, one: Round, boards: Sequence[Board], bodies: Sequence[str], pence: int, stated: str, by: Any
) -> list[Share]:
    """The same to each of these, in one act. What they come to beside the pot is said, never put right."""
    one = held_round(one, by)
    there = list(one.shares.select_related("board"))
    check_can_divide([str(board) for board in boards] + list(bodies), [str(share) for share in there])
    position = max((share.position for share in there), default=0)
    shares = []
    for board, body in [*((board, "") for board in boards), *((None, body) for body in bodies)]:
        position += 1
        told = {"amount_pence": pence, "amount_stated": stated, "position": position}
        shares.append(keep(Share(round=one, board=board, body=body, **told), by=by))
    return shares


@transaction.atomic
def change_share(*, share: Share, fields: Mapping[str, Any], allocated: int, because: str, by: Any) -> Share:
    """``allocated``: what counts as allocated from it, which it is not made smaller than without saying so."""
    one = held_round(share.round, by)
    share = one.shares.select_for_update(of=["self"]).get(pk=share.pk)
    check_returned(fields["amount_pence"], fields["returned_pence"])
    check_can_shrink(share.amount_pence, fields["amount_pence"], allocated, because)
    for name, value in fields.items():
        setattr(share, name, value)
    return keep(share, by=by, because=because)


@transaction.atomic
def take_out_share(*, share: Share, by: Any) -> None:
    """One put down by mistake, while nothing stands on it."""
    one = held_round(share.round, by)
    share = one.shares.get(pk=share.pk)
    check_can_remove_share(bids=share.bids.count(), allocations=share.allocations.count())
    discard(share, by=by)


def held_fund(fund: Fund, by: Any) -> Fund:
    """Locked: whoever divides or allocates a fund waits for whoever does at the same moment."""
    found = Fund.objects.select_for_update(no_key=True, of=["self"]).select_related("board").get(pk=fund.pk)
    check_may_set_up(by, found.board)
    return found


def held_round(one: Round, by: Any) -> Round:
    fund = held_fund(one.fund, by)
    found = Round.objects.select_for_update(of=["self"]).get(pk=one.pk)
    found.fund = fund
    check_year_open(closed_years(fund.pk), found.year)
    return found


@transaction.atomic
def remove_round(*, one: Round, by: Any) -> None:
    """One put down by mistake, while it has neither shares nor bids."""
    one = held_round(one, by)
    if one.shares.exists() or one.bids.exists():
        raise Refused("It has shares or bids. Take those out first, or leave it as it is.")
    try:
        discard(one, by=by)
    except IntegrityError:
        raise Refused("Something stands on this round. Leave it as it is.") from None

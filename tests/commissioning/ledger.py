"""The round of requirement 2.14 with invented names: five shares of £162,000, four bids of £393,000 against one."""

import datetime as dt
from typing import Any

from django.utils import timezone

from boards.models import Board, Partner
from commissioning.models import Allocation, AllocationLine, Bid, Fund, Round, Share
from meetings.models import Consent, Decision, SpendingLine
from tests.cast import Cast
from tests.factories import create_block, create_board, create_item, create_meeting, create_minutes, create_seat

K = 100_000
ON = dt.date(2026, 5, 1)
BODIES = ("Be Safe", "Be Well", "Do Well", "Have a Say", "Get On")
#: What is asked and what is given, in thousands of pounds: as the paper has it.
BIDS = (("Moorings", 90, 30), ("Home safe", 80, 34), ("Young people and alcohol", 63, 24), ("Young parents", 160, 83))


def create_fund(cast: Cast, **fields: Any) -> Fund:
    return Fund.objects.create(**{"name": "Neighbourhood fund", "kind": "grant", "board": cast.board} | fields)


def create_round(cast: Cast, fund: Fund | None = None, **fields: Any) -> Round:
    told = {"title": "Reallocation", "year": 2026, "amount_pence": 810 * K, "fund": fund or create_fund(cast)}
    return Round.objects.create(**told | fields)


def create_share(one: Round, body: str = "Be Safe", pence: int = 162 * K, **fields: Any) -> Share:
    return Share.objects.create(round=one, body="" if fields.get("board") else body, amount_pence=pence, **fields)


def create_bid(share: Share, title: str = "Moorings", pence: int = 90 * K, **fields: Any) -> Bid:
    providers = fields.pop("providers", [])
    bid = Bid.objects.create(round=share.round, share=share, title=title, asked_pence=pence, bidder="Crew", **fields)
    bid.providers.set(providers)
    return bid


def create_allocation(share: Share, pence: int = 30 * K, **fields: Any) -> Allocation:
    told = {"fund": share.round.fund, "share": share, "year": 2026, "purpose": "Moorings", "amount_pence": pence}
    return Allocation.objects.create(**told | fields)


def create_resolution(board: Board, by: Any, *, day: dt.date = ON, **fields: Any) -> Decision:
    """A carried decision of the board, recorded, at a meeting of its own."""
    meeting = create_meeting(board, day, state="held", address=f"{day}-{Decision.objects.count()}")
    minutes = create_minutes(meeting)
    item = create_item(meeting, "Reallocation", number="2.6", purpose="decision")
    block = create_block(minutes, item, "That the money be allocated.", kind="decision")
    told = {"kind": "resolved", "outcome": "carried", "recorded_at": timezone.now(), "recorded_by": by}
    return Decision.objects.create(block=block, **told | fields)


def create_spending(decision: Decision, partner: Partner, pence: int, **fields: Any) -> SpendingLine:
    return SpendingLine.objects.create(decision=decision, partner=partner, amount_pence=pence, **fields)


def create_answer(cast: Cast, line: SpendingLine, answer: str = "agreed", day: dt.date = ON) -> Consent:
    told = {"person": cast.person("member"), "recorded_at": timezone.now(), "recorded_by": cast.clerk}
    return Consent.objects.create(line=line, answer=answer, date=day, **told)


def create_standing(cast: Cast, share: Share, pence: int = 30 * K, **fields: Any) -> Allocation:
    """Resolved, the Health Trust's money, and agreed to by it."""
    decision = create_resolution(cast.board, cast.clerk)
    line = create_spending(decision, cast.health, pence)
    create_answer(cast, line)
    one = create_allocation(share, pence, decision=decision, **fields)
    AllocationLine.objects.create(allocation=one, partner=cast.health, amount_pence=pence, spending_line=line)
    return one


def create_confirming(cast: Cast) -> Board:
    """Another board, of which the member of another partner is the officer: it has to confirm."""
    board = create_board("Joint Commissioning Team", visibility="public")
    create_seat(board, partner=cast.police, holder=cast.person("member_of_another_partner"), role="minute_taker")
    return board

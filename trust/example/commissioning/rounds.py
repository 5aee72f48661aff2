"""A round with more allocated than a share holds; allocations that stand, wait, are disputed or replaced."""

import datetime as dt
from typing import Any

from boards.models import Board, Partner
from commissioning.models import Allocation, Bid, Fund, Round, Share
from commissioning.operations.allocation import Given, allocate, replace, say_whose
from commissioning.operations.bid import add_bid, add_option, decide
from commissioning.operations.round import add_round, divide
from commissioning.operations.spend import Reported, report_spend
from commissioning.rules.years import year_of
from meetings.models import Decision
from trust.example import business
from trust.example.cast import TB
from trust.example.deciding import decision
from trust.example.meetings import board, clerk
from trust.tools.keeping import keep

K = 100_000
BODIES = ("Be Safe", "Be Well", "Do Well", "Have a Say", "Get On")
#: What is asked and what is given, in thousands of pounds.
BIDS = (("Moorings", 90, 30), ("Home safe", 80, 34), ("Alcohol", 63, 24), ("Young parents and work", 160, 83))
OPTIONS = (
    ("Two days a week", "Within what there is.", "Families in the north wait longer.", 21),
    ("Four days a week", "Every district is reached.", "Dearer than the share allows.", 40),
    ("No post", "Nothing is spent.", "Nobody asks families who do not come.", 0),
)


def give_out(*, at: dt.datetime) -> None:
    """One fund of two kinds of money: a round among five bodies, and what the Executive Group decided itself."""
    on = at.date()
    fund = Fund(name="Prevention fund", kind="grant", board=board(), host=_partner("Council"), risk_share="None")
    fund.amount_pence, fund.amount_stated = 960 * K, "960k"
    keep(fund, by=clerk())
    one = _round(fund, year_of(on))
    first = one.shares.get(body=BODIES[0])
    for title, asked, got in BIDS:
        _give(_bid(one, first, title, asked), got, on)
    _decided(fund, at)


def _round(fund: Fund, year: int) -> Round:
    told = {"title": "Money returned, divided anew", "year": year, "amount_pence": 810 * K, "amount_stated": "810k"}
    dates = {"confirming_board": Board.objects.get(name=TB), "opens_date": None, "closes_date": None}
    one = add_round(fund=fund, fields=told | dates, by=clerk())
    divide(one=one, boards=[], bodies=BODIES, pence=162 * K, stated="162k", by=clerk())
    return one


def _bid(one: Round, share: Share, title: str, asked: int) -> Bid:
    told: dict[str, Any] = {"title": title, "share": share, "bidder": f"{title} steering group"}
    told |= {"asked_pence": asked * K, "asked_stated": f"{asked}k", "priorities": []}
    told |= {"providers": [_partner("Voluntary sector")] if title == "Moorings" else []}
    bid = add_bid(one=one, fields=told, by=clerk())
    if title == "Home safe":
        _options(bid)
    return bid


def _options(bid: Bid) -> None:
    """Three ways of doing it; the second was chosen, for two years instead of three."""
    for title, good, bad, cost in OPTIONS:
        told = {"title": title, "advantages": good, "disadvantages": bad, "cost_pence": cost * K}
        add_option(bid=bid, fields=told, by=clerk())
    amended = {"amended_from": "a contract of three years", "amended_to": "a contract of two years"}
    decide(bid=bid, option=bid.options.get(title=OPTIONS[1][0]), decision=None, **amended, by=clerk())


def _give(bid: Bid, thousands: int, on: dt.date) -> None:
    reason = "Two themes stand in one line of the paper." if thousands == 83 else ""
    given = Given(
        bid.title,
        thousands * K,
        f"{thousands}k",
        year=bid.round.year,
        share=bid.share,
        bid=bid,
        confirming_board=bid.round.confirming_board,
        over_reason=reason,
    )
    allocate(fund=bid.round.fund, given=given, by=clerk(), on=on)


def _decided(fund: Fund, at: dt.datetime) -> None:
    """One that stands and is spent from, one replaced by nothing, one disputed, one that waits for an answer."""
    forum = decision(business.FORUM)
    stands = _out_of(fund, "A worker for the parents’ forum", forum, {"Council": 20, "Health Trust": 16}, at)
    rooms = _out_of(fund, "Rooms for the parents’ forum", forum, {"Council": 4}, at)
    _out_of(fund, "Youth workers in the evenings", decision(business.EVENINGS), {"Council": 30, "Police": 12}, at)
    _out_of(fund, "A transition worker", decision(business.TRANSITION), {"Health Trust": 28}, at)
    nothing = Given(rooms.purpose, 0, "0", year=rooms.year, decision=decision(business.MOVING))
    replace(allocation=rooms, given=nothing, by=clerk(), on=at.date())
    for weeks, spent, words in ((6, 9, ""), (1, 21, "The worker began a month before the plan said.")):
        day = at.date() - dt.timedelta(weeks=weeks)
        said = Reported(day, spent * K, f"{spent}k", 39 * K, "39k", words, paper="Finance note to the Group")
        report_spend(allocation=stands, said=said, by=clerk(), at=at, on=at.date())


def _out_of(fund: Fund, purpose: str, by_decision: Decision, whose: dict[str, int], at: dt.datetime) -> Allocation:
    """``whose``: in thousands of pounds, by partner."""
    on, total = at.date(), sum(whose.values())
    told: dict[str, Any] = {"year": year_of(on), "decision": by_decision, "responsible": _partner("Council")}
    one = allocate(fund=fund, given=Given(purpose, total * K, f"{total}k", **told), by=clerk(), on=on)
    money = {
        _partner(name): (pounds * K, by_decision.spending.get(partner__short_name=name))
        for name, pounds in whose.items()
    }
    say_whose(allocation=one, money=money, by=clerk(), on=on)
    return one


def _partner(name: str) -> Partner:
    return Partner.objects.get(short_name=name)

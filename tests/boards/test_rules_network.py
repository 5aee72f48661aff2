"""How boards can stand to each other, without a database."""

import datetime as dt

import pytest

from boards.models import Board, BoardName, BoardRelation
from boards.rules import network as rules
from trust.tools.refusal import why_not

BOARDS = {name: Board(pk=n, name=name) for n, name in enumerate(["Trust", "Group", "Panel", "Cell"], start=1)}
Y = {year: dt.date(year, 4, 1) for year in range(2005, 2015)}


def stands(name, kind, to_name, from_date=None, to_date=None):
    return BoardRelation(board=BOARDS[name], to_board=BOARDS[to_name], kind=kind, from_date=from_date, to_date=to_date)


CHAIN = [stands("Group", "under", "Trust"), stands("Panel", "under", "Group"), stands("Cell", "under", "Panel")]
CIRCLE = "That would make a circle: Trust is under Panel, which is under Group, which is under Trust."


@pytest.mark.parametrize(
    ("new", "others", "refusal"),
    [
        pytest.param(stands("Trust", "under", "Panel"), CHAIN, CIRCLE, id="its own grandparent"),
        pytest.param(stands("Cell", "under", "Trust"), CHAIN[:2], "", id="one more below"),
        pytest.param(stands("Trust", "supported_by", "Panel"), CHAIN, "", id="support may come from below"),
        pytest.param(stands("Trust", "reports_to", "Panel"), CHAIN, "", id="another family"),
        pytest.param(
            stands("Trust", "part_of", "Group"),
            CHAIN[:1],
            "That would make a circle: Trust is part of Group, which is under Trust.",
            id="two kinds of one family",
        ),
        pytest.param(
            stands("Trust", "accountable_to", "Panel"),
            CHAIN,
            "That would make a circle: Trust is accountable to Panel, which is under Group, which is under Trust.",
            id="accountable to one that is under it",
        ),
        pytest.param(
            stands("Trust", "under", "Group"),
            [stands("Group", "accountable_to", "Trust")],
            "That would make a circle: Trust is under Group, which is accountable to Trust.",
            id="under one that is accountable to it",
        ),
        pytest.param(
            stands("Trust", "under", "Group", Y[2010]),
            [stands("Group", "under", "Trust", Y[2005], Y[2008])],
            "",
            id="the other way round in other years",
        ),
        pytest.param(
            stands("Trust", "under", "Panel"),
            [stands("Panel", "under", "Group", Y[2005], Y[2007]), stands("Group", "under", "Trust", Y[2008])],
            "",
            id="never all on one day",
        ),
        pytest.param(
            stands("Trust", "acts_as", "Group"),
            [stands("Group", "acts_as", "Trust")],
            "That would make a circle: Trust acts as Group, which acts as Trust.",
            id="acting as one another",
        ),
        pytest.param(
            stands("Trust", "accountable_to", "Trust"),
            [],
            "That would make a circle: Trust is accountable to Trust.",
            id="to itself",
        ),
    ],
)
def test_gap_9_and_demand_20_no_board_is_its_own_grandparent(new, others, refusal):
    assert why_not(rules.check_no_circle, new, others) == refusal


def test_a_circle_already_there_does_not_hang():
    round_and_round = [stands("Group", "under", "Panel"), stands("Panel", "under", "Group")]
    assert why_not(rules.check_no_circle, stands("Trust", "under", "Panel"), round_and_round) == ""


def test_a_name_cannot_begin_before_one_that_is_down():
    rows = [BoardName(name="Later", from_date=Y[2011])]
    said = "Another name is down from 1 April 2011 already. Choose a later day, or take that back first."
    assert why_not(rules.check_can_begin, rows, Y[2010], what="name") == said
    assert why_not(rules.check_can_begin, rows, Y[2011], what="name") == ""


def test_a_board_that_ended_stands_in_no_relation_after():
    ended = Board(pk=9, name="Old Group", ended_date=dt.date(2011, 3, 31))
    late = BoardRelation(board=ended, to_board=BOARDS["Trust"], kind="reports_to", from_date=Y[2011])
    assert why_not(rules.check_share_days, late) == "Old Group ended on 31 March 2011. Choose a day before that."
    late.kind = "succeeds"
    assert why_not(rules.check_share_days, late) == ""


@pytest.mark.parametrize(
    ("name", "taken", "prefix"),
    [("Quay District Trust", [], "QDT"), ("Quay District Trust", ["QDT"], "QDT2"), ("the group", [], "B")],
)
def test_a_prefix_is_made_of_capitals(name, taken, prefix):
    assert rules.prefix_for(name, taken) == prefix


def test_no_board_hides_behind_an_address_of_the_house():
    assert rules.slug_for("picture", []) == "picture-2"
    assert rules.slug_for("trust", ["trust", "trust-2"]) == "trust-3"

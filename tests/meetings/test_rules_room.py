"""Who is in the room at each item, and whether they are enough (demands 14, 15; habits H1, H3, H5)."""

import pytest

from boards.models import Seat, TermsOfReference
from meetings.models import AgendaItem
from meetings.rules.order import order_taken
from meetings.rules.room import check_may_take_part, room_at, what_is_lost
from tests.meetings.room_rows import ITEMS, declared, holding, moved, presiding, row
from trust.tools.refusal import why_not

TERMS = TermsOfReference(quorum_members=2)


def room(item, rows=None, *, movements=(), declarations=(), presidings=(), order=None, terms=TERMS):
    rows = rows or [row(1), row(2), row(3)]
    order = order or list(ITEMS.values())
    return room_at(item and ITEMS[item], rows, movements, declarations, presidings, order, terms, [])


def here(found):
    return [one.pk for one in found.here]


LEFT_AT_2, BACK_AT_4 = moved(1, "left", 2), moved(1, "arrived", 4, position=1)
LATE = moved(1, "arrived", 3)


@pytest.mark.parametrize(
    ("movements", "away_from"),
    [
        pytest.param([], [], id="nobody moved"),
        pytest.param([LEFT_AT_2], [2, 3, 4, None], id="left, and stays away"),
        pytest.param([LEFT_AT_2, BACK_AT_4], [2, 3], id="left and came back"),
        pytest.param([BACK_AT_4, LEFT_AT_2], [2, 3], id="in whatever order they are read"),
        pytest.param([LATE], [1, 2], id="came late"),
        pytest.param([LATE, moved(1, "left", 4, position=1)], [1, 2, 4, None], id="came late and left early"),
        pytest.param([LEFT_AT_2, moved(1, "arrived", 2, position=1)], [], id="out and in again during one item"),
        pytest.param([moved(1, "left", at=15)], [None], id="a time alone tells of no item"),
        pytest.param([moved(1, "left", at=15), moved(1, "arrived", at=16, position=1)], [], id="and back"),
        pytest.param([moved(2, "left", 1)], [], id="somebody else"),
    ],
)
def test_demand_14_who_left_is_away_until_they_return(movements, away_from):
    assert [item for item in (1, 2, 3, 4, None) if 1 not in here(room(item, movements=movements))] == away_from


def test_demand_14_away_says_why():
    assert room(3, movements=[LEFT_AT_2]).away == {1: "Left at item 2.2."}
    assert room(1, movements=[LATE]).away == {1: "Arrived at item 2.3."}
    assert room(3, movements=[moved(1, "left", 2, 15)]).away == {1: "Left at 3pm, during item 2.2."}


def test_demand_14_the_order_taken_rules_and_not_the_order_printed():
    """Item 2.4 is taken first: whoever left at 2.2 was there for it."""
    taken = {4: 1, 1: 2, 2: 3, 3: 4}
    order = order_taken(AgendaItem(pk=pk, position=pk, taken_position=place) for pk, place in taken.items())
    assert [item.pk for item in order] == [4, 1, 2, 3]
    assert 1 in here(room(4, movements=[LEFT_AT_2], order=order))


@pytest.mark.parametrize(
    ("declaration", "away_from", "voteless"),
    [
        pytest.param(declared(1, "left", 2), [2], [2], id="left for an item"),
        pytest.param(declared(1, "left", 2, 3), [2, 3], [2, 3], id="left for two"),
        pytest.param(declared(1, "left"), [1, 2, 3, 4], [1, 2, 3, 4], id="left for all"),
        pytest.param(declared(1, "stayed", 2), [], [2], id="stayed and took no part"),
        pytest.param(declared(1, "spoke", 2), [], [2], id="spoke and did not vote"),
        pytest.param(declared(1, "none", 2), [], [], id="took part"),
        pytest.param(declared(1, "left", kind="nil"), [], [], id="a nil return touches nothing"),
    ],
)
def test_domain_41_an_interest_takes_out_for_its_items_only(declaration, away_from, voteless):
    rooms = {item: room(item, declarations=[declaration]) for item in (1, 2, 3, 4, None)}
    assert [item for item, found in rooms.items() if 1 not in here(found)] == away_from
    assert [item for item, found in rooms.items() if 1 in found.without_vote] == voteless


@pytest.mark.parametrize(
    ("rows", "filled"),
    [
        pytest.param([row(1), row(2), row(3)], 3, id="three holders"),
        pytest.param([row(1), row(2, "apologies"), row(3, "absent")], 1, id="one holder"),
        pytest.param([row(1, "apologies", substitute_id=8)], 1, id="a substitute"),
        pytest.param([row(1, "apologies", substitute_id=8), row(7, seat=None, stands_for_id=1)], 1, id="two for one"),
        pytest.param([row(1, "apologies"), row(7, seat=None, stands_for_id=1)], 1, id="a stand-in alone"),
        pytest.param([row(1), row(7, seat=None, stands_for_id=1)], 1, id="a stand-in beside the holder"),
        pytest.param([row(1, also=(2, 3)), row(2, "apologies"), row(3, "apologies")], 3, id="one for several"),
        pytest.param([row(1, also=(2,)), row(2)], 2, id="represented though there"),
        pytest.param([row(1), row(4)], 1, id="H3: no vote, no quorum"),
        pytest.param([row(1), row(7, seat=None)], 1, id="no seat, no quorum"),
        pytest.param([row(1), row(5, seat=Seat(pk=5, membership="associate", voting=False))], 1, id="H5: an associate"),
    ],
)
def test_h1_a_seat_counts_once_whoever_fills_it(rows, filled):
    assert room(1, rows).quorum.filled == filled


def test_demand_15_who_is_away_is_not_counted():
    assert room(2, movements=[LEFT_AT_2]).quorum.filled == 2
    left = [LEFT_AT_2, moved(2, "left", 3)]
    assert [room(item, movements=left).is_inquorate for item in (1, 2, 3)] == [False, False, True]
    assert room(3, movements=left).quorum.shortfall == "1 of the 2 voting seats needed was filled"


def test_demand_15_a_stand_in_who_leaves_leaves_the_seat_empty():
    rows = [row(1, "apologies"), row(7, seat=None, stands_for_id=1)]
    assert room(2, rows, movements=[moved(7, "left", 2)]).quorum.filled == 0
    rows = [row(1, also=(2,)), row(2, "apologies")]
    assert room(2, rows, movements=[LEFT_AT_2]).quorum.filled == 0


def test_a_presenter_is_there_for_the_items_they_were_asked_for():
    rows = [row(1), row(7, seat=None, items=(2,))]
    assert [7 in here(room(item, rows)) for item in (1, 2, None)] == [False, True, True]
    assert room(1, rows).away == {7: "There only for item 2.2."}


@pytest.mark.parametrize(
    ("presidings", "more", "who"),
    [
        pytest.param([], {}, [1], id="whoever the list has in the chair"),
        pytest.param([presiding(2)], {}, [2], id="by the meeting's own row"),
        pytest.param([presiding(1, how="joint"), presiding(2, how="joint")], {}, [1, 2], id="joint chairs"),
        pytest.param([presiding(1), presiding(2, 2)], {}, [2], id="of this item another"),
        pytest.param([presiding(1), presiding(2, 3)], {}, [1], id="of another item another"),
        pytest.param([], {"movements": [LEFT_AT_2]}, [], id="nobody, the chair having left"),
        pytest.param([], {"declarations": [declared(1, "chair_vacated", 2)]}, [], id="the chair vacated"),
    ],
)
def test_who_presides_at_an_item(presidings, more, who):
    rows = [row(1, is_presiding=True), row(2), row(3)]
    assert [one.pk for one in room(2, rows, presidings=presidings, **more).presiding] == who


@pytest.mark.parametrize(
    ("found", "who", "sentence"),
    [
        (room(2), 1, ""),
        (room(2, movements=[LEFT_AT_2]), 1,
         "Person 1 was not in the room for item 2.2 and cannot move, second or vote on it."),
        (room(2, declarations=[declared(1, "stayed", 2)]), 1,
         "Person 1 declared an interest in item 2.2 and cannot move, second or vote on it."),
    ],
)  # fmt: skip
def test_demand_14_who_left_moves_seconds_and_votes_on_nothing(found, who, sentence):
    assert why_not(check_may_take_part, found, row(who)) == sentence


def test_what_going_and_coming_does_to_the_quorum():
    enough, few = room(1).quorum, room(1, [row(1)]).quorum
    assert what_is_lost(enough, few) == (
        "There is no quorum now: 1 of the 2 voting seats needed was filled. "
        "Decisions wait, or are subject to ratification."
    )
    assert (what_is_lost(few, enough), what_is_lost(enough, enough)) == ("There is a quorum again.", "")


def test_a_board_without_terms_is_never_inquorate():
    assert not room(1, [row(1)], terms=None).is_inquorate


@pytest.mark.parametrize("rows", [[row(1, "expected")], [row(1, seat=None)]], ids=["not marked", "without seats"])
def test_nothing_is_held_against_a_list_that_was_not_kept(rows):
    assert not room(1, rows).is_inquorate


def test_2_1_a_minute_taker_without_vote_is_here_and_not_counted():
    found = room(1, [row(1), holding(row(4), items=[], also_for=[])])
    assert (here(found), found.quorum.filled) == ([1, 4], 1)

"""In which order somebody can come and go, and the sentence it makes (demand 14)."""

import datetime as dt

import pytest

from meetings.rules import movement as rules
from tests.meetings.room_rows import ITEMS, moved, row
from trust.tools.refusal import why_not

ORDER = list(ITEMS.values())


def refusal(before, coming, *, status="present", came_late=False):
    at = rules.place_in(before, coming, ORDER)
    return why_not(rules.check_can_move, row(1, status), before, coming, at, came_late=came_late)


LEFT_2, BACK_3, LATE_3 = moved(1, "left", 2), moved(1, "arrived", 3), moved(1, "arrived", 3)


@pytest.mark.parametrize(
    ("before", "coming", "given", "sentence"),
    [
        ([], LEFT_2, {}, ""),
        ([LEFT_2], BACK_3, {}, ""),
        ([LEFT_2, BACK_3], moved(1, "left", 4), {}, ""),
        ([LATE_3], moved(1, "left", 4), {}, ""),
        ([], LATE_3, {"status": "expected"}, ""),
        ([], LATE_3, {"came_late": True}, ""),
        ([moved(1, "left", 4)], LATE_3, {"came_late": True}, ""),
        ([], LATE_3, {}, "Person 1 has been here from the start, and has not left."),
        ([], LEFT_2, {"status": "apologies"}, "Person 1 is not marked as present and cannot have left."),
        ([LEFT_2], moved(1, "left", 3), {}, "Person 1 left at item 2.2 already."),
        ([LEFT_2], moved(1, "left", at=15), {}, "Person 1 left at item 2.2 already."),
        ([LATE_3], LEFT_2, {}, "Person 1 arrived at item 2.3 and cannot have left before that."),
        ([LATE_3], moved(1, "arrived", 4), {}, "Person 1 arrived at item 2.3 already."),
        ([moved(1, "left", 4)], LEFT_2, {}, "Person 1 left at item 2.4 as well. Take that back first."),
        ([moved(1, "left", at=15)], moved(1, "left", at=14), {},
         "Person 1 left at 3pm as well. Take that back first."),
    ],
)  # fmt: skip
def test_demand_14_nobody_leaves_twice_or_comes_who_is_there(before, coming, given, sentence):
    assert refusal(before, coming, **given) == sentence


def test_whoever_sits_for_the_holder_is_who_left():
    gone = row(1, "apologies", substitute_id=8, substitute_name="Sam Okoro")
    sentence = why_not(rules.check_can_move, gone, [LEFT_2], LEFT_2, 1, came_late=False)
    assert sentence == "Sam Okoro left at item 2.2 already."


def numbered(*movements):
    for pk, movement in enumerate(movements, 1):
        movement.pk = pk
    return list(movements)


@pytest.mark.parametrize(
    ("found", "going", "sentence"),
    [
        (["left 2"], 0, ""),
        (["left 2", "arrived 3"], 1, ""),
        (["left 2", "arrived 3"], 0, "Person 1 arrived at item 2.3 after that. Take that back first."),
        (["left 1", "arrived 3", "left 4"], 1, "Person 1 left at item 2.4 after that. Take that back first."),
        (["arrived 2", "left 3"], 0, ""),
    ],
)
def test_what_is_taken_back_leaves_a_coming_and_going(found, going, sentence):
    made = numbered(*(moved(1, said.split()[0], int(said.split()[1])) for said in found))
    assert why_not(rules.check_can_take_back, row(1), made, made[going]) == sentence


def test_leaving_for_an_interest_goes_with_its_declaration():
    left = moved(1, "left", 2)
    left.declaration_id = 4
    assert "Take the declaration down" in why_not(rules.check_can_take_back, row(1), [], left)
    assert "Take the declaration down first" in why_not(rules.check_nobody_moved, row(1), [left])


@pytest.mark.parametrize(
    ("movement", "returned", "sentence"),
    [
        (LEFT_2, False, "Joss Lindqvist left the meeting at item 2.2."),
        (LATE_3, False, "Joss Lindqvist joined the meeting at item 2.3."),
        (BACK_3, True, "Joss Lindqvist returned to the meeting at item 2.3."),
        (moved(1, "left", 2, 15), False, "Joss Lindqvist left the meeting at 3pm, during item 2.2."),
        (moved(1, "left", at=12), False, "Joss Lindqvist left the meeting at midday."),
    ],
)
def test_2_1_the_sentence_a_movement_puts_in_the_minutes(movement, returned, sentence):
    assert rules.movement_sentence("Joss Lindqvist", movement, returned=returned) == sentence


def test_a_movement_is_at_an_item_or_a_time():
    assert why_not(rules.check_place_given, None, None) == "Say at which item, or at what time."
    assert why_not(rules.check_place_given, None, dt.time(15)) == ""

"""Who may preside, and the sentence it puts in the minutes (requirement 2.1)."""

import pytest

from boards.models import Seat
from meetings.rules import presiding as rules
from meetings.rules.room import RoomAt
from tests.meetings.room_rows import ITEMS, declared, moved, presiding, row
from tests.meetings.test_rules_room import room
from trust.tools.refusal import why_not


def seated(pk, role="member", status="present", **fields):
    return row(pk, status, seat=Seat(pk=pk, role=role), **fields)


CHAIR, VICE, MEMBER = seated(1, "chair"), seated(2, "vice_chair"), seated(3)


@pytest.mark.parametrize(
    ("who", "how", "rows", "more", "sentence"),
    [
        (CHAIR, "chair", [CHAIR], {}, ""),
        (VICE, "vice_chair", [VICE], {}, ""),
        (MEMBER, "elected", [MEMBER], {}, ""),
        (MEMBER, "chair", [MEMBER], {}, "Person 3 is not the chair of this board."),
        (MEMBER, "vice_chair", [MEMBER], {}, "Person 3 is not a vice-chair of this board."),
        (MEMBER, "joint", [MEMBER], {}, "Person 3 is not a joint chair of this board."),
        (MEMBER, "vacant", [MEMBER], {}, ""),
        (MEMBER, "vacant", [MEMBER, CHAIR], {}, "The chair is not vacant: Person 1 holds it."),
        (seated(3, status="absent"), "elected", [MEMBER], {},
         "Person 3 is not marked as present and cannot be in the chair."),
        (MEMBER, "elected", [MEMBER], {"movements": [moved(3, "left", 1)]},
         "Person 3 is not in the room for that item and cannot preside. Left at item 2.1."),
    ],
)  # fmt: skip
def test_who_may_preside(who, how, rows, more, sentence):
    assert why_not(rules.check_can_preside, who, room(2, rows, **more), how, rows) == sentence


@pytest.mark.parametrize(
    ("who", "how"),
    [(CHAIR, "chair"), (VICE, "vice_chair"), (MEMBER, "elected"), (seated(4, "joint_chair"), "joint"),
     (seated(5, "chair", "apologies", substitute_id=8), "elected"), (row(6, seat=None), "elected")],
)  # fmt: skip
def test_how_somebody_comes_to_preside(who, how):
    assert rules.usual_how(who) == how


@pytest.mark.parametrize(
    ("names", "how", "of_item", "sentence"),
    [
        (["Rhiannon Vale"], "chair", False, ""),
        (["Rhiannon Vale"], "chair", True, "Rhiannon Vale took the chair for this item."),
        (["Tamsin Oakes"], "vice_chair", False,
         "Tamsin Oakes, vice-chair, took the chair in the absence of the chair."),
        (["Tamsin Oakes"], "elected", False, "Tamsin Oakes was elected by those present to take the chair."),
        (["Oyin Adeyemi"], "recused", True,
         "Oyin Adeyemi took the chair for this item, the chair having declared an interest."),
        (["Rhiannon Vale", "Bryn Hale"], "joint", False, "Rhiannon Vale and Bryn Hale presided as joint chairs."),
        (["Rhiannon Vale", "Bryn Hale"], "joint", True,
         "Rhiannon Vale and Bryn Hale presided over this item as joint chairs."),
        (["Bryn Hale"], "joint", True, "Bryn Hale, joint chair, took the chair for this item."),
        (["Tamsin Oakes"], "vacant", False, "Tamsin Oakes took the chair, the office of chair being vacant."),
    ],
)  # fmt: skip
def test_2_1_the_sentence_of_who_presided(names, how, of_item, sentence):
    assert rules.presiding_sentence(names, how, of_item=of_item) == sentence


def rooms(rows, **more) -> list[RoomAt]:
    return [room(item, rows, presidings=[presiding(1)], **more) for item in ITEMS]


@pytest.mark.parametrize(
    ("rows", "more", "proposed"),
    [
        ([CHAIR, VICE], {}, []),
        ([CHAIR, VICE], {"declarations": [declared(1, "chair_vacated", 2)]}, [(2, 2, "recused")]),
        ([CHAIR, VICE], {"declarations": [declared(1, "left", 2)]}, [(2, 2, "recused")]),
        ([CHAIR, VICE], {"movements": [moved(1, "left", 3)]}, [(3, 2, "vice_chair"), (4, 2, "vice_chair")]),
        ([CHAIR, MEMBER], {"movements": [moved(1, "left", 4)]}, [(4, None, "elected")]),
    ],
)
def test_who_is_proposed_where_nobody_presides(rows, more, proposed):
    found = rules.proposed_presiding(rooms(rows, **more), {1})
    assert [(one.item.pk, one.attendance and one.attendance.pk, one.how) for one in found] == proposed


def test_nobody_is_proposed_while_nobody_presides_at_all():
    assert rules.proposed_presiding([room(1, [CHAIR])], set()) == []


def test_recused_are_those_who_have_or_would_have_the_chair():
    interests = [declared(1, "none", 2), declared(3, "left", 2), declared(2, "none", kind="nil")]
    assert rules.recused_from(ITEMS[2], [CHAIR, VICE, MEMBER], interests, [presiding(2)]) == {1}
    assert rules.recused_from(ITEMS[1], [CHAIR, VICE, MEMBER], interests, [presiding(2)]) == set()
    assert "Put down the interest" in why_not(rules.check_somebody_is_recused, {1}, CHAIR)
    assert why_not(rules.check_somebody_is_recused, {1}, VICE) == ""

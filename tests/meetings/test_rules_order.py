"""Order taken against order printed (issue 3 §2; DOMAIN: order taken may differ from the agenda)."""

import pytest

from meetings.models import AgendaItem
from meetings.rules.order import order_taken, taken_otherwise

NUMBERS = ("2.1", "2.2", "2.3", "4.1", "4.2")


def items(taken: list[str]) -> list[AgendaItem]:
    """The five, those in ``taken`` with their place in it."""
    places = {number: place for place, number in enumerate(taken, 1)}
    return [
        AgendaItem(pk=pk, position=pk, number=number, title=f"Item of {number}", taken_position=places.get(number))
        for pk, number in enumerate(NUMBERS, 1)
    ]


@pytest.mark.parametrize(
    ("taken", "sentences"),
    [
        pytest.param([], [], id="nothing taken yet"),
        pytest.param(list(NUMBERS), [], id="in printed order nothing is said"),
        pytest.param(["2.1", "2.3", "4.2"], [], id="passing over items is nothing odd"),
        pytest.param(["2.1", "2.2", "4.2", "2.3", "4.1"], ["Item 4.2 was taken before item 2.3."], id="one early"),
        pytest.param(["2.2", "2.3", "4.1", "2.1"], ["Item 2.1 was taken after item 4.1."], id="one late"),
        pytest.param(["2.2", "2.1"], ["Item 2.2 was taken before item 2.1."], id="two the other way round"),
        pytest.param(
            ["4.1", "4.2", "2.1", "2.2", "2.3"],
            ["Item 4.1 was taken before item 2.1.", "Item 4.2 was taken before item 2.1."],
            id="a section first",
        ),
        pytest.param(
            ["4.2", "4.1", "2.3", "2.2", "2.1"],
            [f"Item {number} was taken before item 2.1." for number in ("4.2", "4.1", "2.3", "2.2")],
            id="backwards",
        ),
    ],
)
def test_2_3_minutes_tell_the_order_taken_where_it_was_another(taken, sentences):
    assert list(taken_otherwise(items(taken)).values()) == sentences


@pytest.mark.parametrize(
    ("taken", "order"),
    [
        pytest.param([], "2.1 2.2 2.3 4.1 4.2", id="as printed"),
        pytest.param(["2.1", "2.2"], "2.1 2.2 2.3 4.1 4.2", id="some taken as printed"),
        pytest.param(["2.1", "4.2", "2.3"], "2.1 2.2 4.2 2.3 4.1", id="those not taken stay behind their neighbour"),
        pytest.param(["4.2"], "2.1 2.2 2.3 4.1 4.2", id="the only one"),
    ],
)
def test_order_taken_is_whole(taken, order):
    assert " ".join(item.number for item in order_taken(items(taken))) == order


def test_demand_21_an_item_that_an_edition_does_not_show_is_not_named():
    shown = [item for item in items(["4.1", "2.1", "2.2"]) if item.number != "2.1"]
    assert list(taken_otherwise(shown).values()) == ["Item 4.1 was taken before item 2.2."]


def test_an_item_without_a_number_is_named_by_its_title():
    found = items(["4.1", "2.1"])
    found[0].number = ""
    assert list(taken_otherwise(found).values()) == ["Item 4.1 was taken before “Item of 2.1”."]

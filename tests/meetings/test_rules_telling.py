"""What the minutes tell of an item beside what was said of it (issue 3 §2; habit H8; demand 21)."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Meeting
from meetings.rules.telling import told_of_items

EARLIER = Meeting(pk=1, date=dt.date(2025, 9, 9))
HERE = Meeting(pk=2, date=dt.date(2025, 10, 14))


def item(pk: int, **fields: object) -> AgendaItem:
    return AgendaItem(pk=pk, position=pk, number=f"2.{pk}", title=f"Item {pk}", **{"meeting": HERE} | fields)


def told(*items: AgendaItem) -> dict[int, list[str]]:
    return told_of_items({one.pk: one for one in items})


WAS = AgendaItem(pk=9, number="4.1", meeting=EARLIER, state="deferred")


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ({}, []),
        ({"is_late": True, "late_reason": "It came in today"}, ["Urgent item. Reason for lateness: It came in today."]),
        ({"state": "deferred"}, ["Deferred to a later meeting."]),
        ({"state": "deferred", "state_reason": "No figures."}, ["Deferred to a later meeting. No figures."]),
        ({"state": "withdrawn", "state_reason": "Settled!"}, ["Withdrawn. Settled!"]),
        ({"came_from": WAS}, ["Deferred from the meeting on 9 September 2025."]),
        ({"came_from": AgendaItem(pk=8, meeting=EARLIER)}, ["Brought from the meeting on 9 September 2025."]),
    ],
)
def test_2_3_what_became_of_an_item_is_told_under_it(fields, sentences):
    assert told(item(1, **fields))[1] == sentences


def test_items_taken_together_say_so_of_each_other():
    into = item(2)
    found = told(item(1, state="moved", moved_to=into, state_reason="One report"), into)
    assert found == {1: ["Taken with item 2.2. One report."], 2: ["Item 2.1 was taken with this item."]}


def test_a_part_says_from_what_it_was_taken_apart():
    whole = item(1)
    assert told(whole, item(2, came_from=whole))[2] == ["Taken apart from item 2.1."]


def test_demand_21_items_that_the_edition_does_not_show_are_not_named():
    secret = item(1)
    assert told(item(2, came_from=secret), item(3, state="moved", moved_to=secret)) == {
        2: [],
        3: ["Taken with another item."],
    }


def test_an_item_not_taken_is_in_no_order():
    first, second = item(1, taken_position=2), item(2, taken_position=1, state="withdrawn")
    assert told(first, second) == {1: [], 2: ["Withdrawn."]}

"""What may become of an item, where it goes, and which number a late one gets (issue 3 §2; habit H8)."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Meeting
from meetings.rules import disposal as rules
from meetings.rules.late import late_number, place_after, reasoned, titled
from trust.tools.refusal import why_not

NEXT = dt.date(2025, 11, 11)
STATES = AgendaItem.State


def item(number="2.3", state="open", **fields):
    return AgendaItem(number=number, title="Early help", state=state, **{"meeting_id": 1} | fields)


def test_every_state_is_in_the_table():
    assert set(rules.NEXT) == set(STATES)
    assert {after for follows in rules.NEXT.values() for after in follows} == set(STATES)


@pytest.mark.parametrize(
    ("was", "becomes", "holds_items", "refusal"),
    [
        ("open", "deferred", False, ""),
        ("open", "withdrawn", False, ""),
        ("open", "moved", False, ""),
        ("deferred", "open", False, ""),
        ("open", "open", False, "Item 2.3 is on the agenda already."),
        ("deferred", "withdrawn", False, "Item 2.3 is deferred already. Put it back on the agenda first."),
        ("withdrawn", "deferred", False, "Item 2.3 is withdrawn already. Put it back on the agenda first."),
        ("open", "deferred", True, "Items stand under this heading. Deal with each of them."),
    ],
)
def test_2_3_what_may_become_of_an_item(was, becomes, holds_items, refusal):
    assert why_not(rules.check_can_become, item(state=was), becomes, holds_items=holds_items) == refusal


@pytest.mark.parametrize(
    ("into", "refusal"),
    [
        (item("2.5", pk=2), ""),
        (item(pk=1), "An item cannot be taken with itself."),
        (item("2.5", pk=2, meeting_id=9), "Both items are of one meeting."),
        (item("2.5", "withdrawn", pk=2), "Item 2.5 is withdrawn. Choose one that is taken."),
    ],
)
def test_what_takes_another_item_in(into, refusal):
    assert why_not(rules.check_can_take_in, into, item(pk=1)) == refusal


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        ("preparing", ""),
        ("called", ""),
        ("held", "The meeting on Tuesday 11 November 2025 has been held, and its agenda is closed."),
        (None, "No later meeting of this board is in the calendar yet. Call one, then put this on its agenda."),
    ],
)
def test_2_21_business_goes_to_a_next_meeting_that_is_open(state, refusal):
    assert why_not(rules.check_can_carry, Meeting(state=state, date=NEXT) if state else None) == refusal


def test_2_21_the_same_title_from_the_same_item_once_only():
    carried = [AgendaItem(title="School  funding.", meeting=Meeting(date=NEXT))]
    sentence = "“School  funding.” is on the agenda of Tuesday 11 November 2025 already."
    assert why_not(rules.check_not_carried_yet, "school funding", carried) == sentence
    assert why_not(rules.check_not_carried_yet, "School places", carried) == ""


@pytest.mark.parametrize(
    ("minuted", "changed", "refusal"),
    [
        (False, False, ""),
        (True, False, "Item 2.3 has been minuted since, and stays."),
        (False, True, "Item 2.3 has been changed since, and stays."),
    ],
)
def test_what_was_written_on_since_stays(minuted, changed, refusal):
    assert why_not(rules.check_can_come_off, item(), minuted=minuted, changed=changed) == refusal


@pytest.mark.parametrize(
    ("section", "found"),
    [("Priorities", "Priorities"), ("priorities.", "Priorities"), ("Gone", "Other"), (None, "Other")],
)
def test_the_heading_on_the_later_agenda(section, found):
    sections = [AgendaItem(title=title) for title in ("Decisions", "Priorities", "Other")]
    sections.append(AgendaItem(title="Next meeting", purpose="next_meeting"))
    asked = AgendaItem(title=section) if section else None
    assert rules.section_like(asked, sections).title == found
    assert rules.section_like(asked, []) is None


AGENDA = ("1.0", "1.1", "1.2", "2.0", "2.1", "2.2A", "2.2", "3.0")


def agenda() -> list[AgendaItem]:
    found, section = [], None
    for pk, number in enumerate(AGENDA, 1):
        top = number.endswith(".0")
        made = AgendaItem(pk=pk, position=pk, number=number, title=number, is_section=top)
        made.section_id = None if top else section
        made.exempt_paragraphs = "1" if number.endswith("A") else ""
        section = pk if top else section
        found.append(made)
    found[5].number = "2.1A"
    return found


@pytest.mark.parametrize(
    ("scheme", "after", "number", "of_its_own"),
    [
        pytest.param("sections", "1.2", "1.3", "", id="last of its section takes the next"),
        pytest.param("sections", "1.1", "", "1.1A", id="between two takes a letter"),
        pytest.param("sections", "2.1", "", "2.1B", id="a letter that an exempt item has is not given again"),
        pytest.param("sections", "2.1A", "", "2.1B", id="behind the exempt item too"),
        pytest.param("sections", "3.0", "3.1", "", id="first under an empty heading"),
        pytest.param("sections", "2.0", "", "2.0A", id="first under a heading"),
        pytest.param("sections", None, "3.1", "", id="at the end"),
    ],
)
def test_h8_a_late_item_is_numbered_without_renumbering_others(scheme, after, number, of_its_own):
    items = agenda()
    behind = next((one for one in items if one.number == after), items[-1] if after is None else None)
    new = AgendaItem(title="Late")
    new.section_id = behind.pk if behind.is_section else behind.section_id
    assert late_number(place_after(items, new, behind), new, scheme) == (number, of_its_own)


def test_h8_a_late_item_says_why():
    assert why_not(reasoned, "  ") == "Say why the item is late or urgent: the reason is minuted."
    assert reasoned(" The grant closes on Friday.\u202e ") == "The grant closes on Friday."


@pytest.mark.parametrize(
    ("title", "refusal"),
    [("\n Fees\tfor 2026 ", ""), (" ", "Give the item a title."), ("x" * 241, "A title holds up to 240 characters.")],
)
def test_an_item_has_a_title_of_one_line(title, refusal):
    assert why_not(titled, title) == refusal
    assert refusal or titled(title) == "Fees for 2026"

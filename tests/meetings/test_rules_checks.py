"""What the check page finds, without a database (demand 5)."""

import pytest

from meetings.models import AgendaItem, Attendance, Decision, Minute
from meetings.rules.checks import CHECKS, Finding, weighed, weights
from meetings.rules.missing import (
    attendance_findings,
    chair_findings,
    item_findings,
    part_findings,
    quorum_findings,
    withheld_findings,
)
from meetings.rules.presiding import ProposedPresiding
from tests.meetings.room_rows import moved
from tests.meetings.room_rows import row as seated
from tests.meetings.test_rules_room import room


def row(name: str, status: str = "present", *, presiding: bool = False) -> Attendance:
    return Attendance(name=name, status=status, is_presiding=presiding)


def item(number: str = "2.1", pk: int = 1, **fields: object) -> AgendaItem:
    return AgendaItem(pk=pk, number=number, title="The forum", **fields)


def block(text: str = "Said.", kind: str = "discussion") -> Minute:
    return Minute(text=text, kind=kind)


def amended(**words: str) -> Minute:
    decided = block("Agreed.", "decision")
    decided.decision = Decision(kind="amended", **words)
    return decided


WAITING = [row(name, "expected") for name in ("Ann", "Bea", "Cal", "Dan", "Eve")]


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([row("Ann", presiding=True)], []),
        ([], ["No attendance is recorded."]),
        ([row("Ann", "expected")], ["No attendance is recorded."]),
        ([row("Ann")], ["Nobody is recorded in the chair."]),
        (
            [row("Ann", presiding=True), row("Bea", "expected"), row("Cal", "expected")],
            ["Nothing is recorded of Bea and Cal: present, apologies or absent?"],
        ),
        (
            [row("Zoe", presiding=True), *WAITING],
            ["Nothing is recorded of Ann, Bea, Cal and two others: present, apologies or absent?"],
        ),
    ],
)
def test_attendance(rows, sentences):
    assert [finding.sentence for finding in attendance_findings(rows)] == sentences


@pytest.mark.parametrize(
    ("one", "blocks", "sentences"),
    [
        (item(), [block()], []),
        (item(), [], ["2.1 The forum has no minute."]),
        (item(purpose="apologies"), [], []),
        (item(purpose="next_meeting"), [], []),
        (item(state="deferred"), [], []),
        (item(purpose="decision"), [block()], ["2.1 The forum is for decision and has no decision."]),
        (item(), [block("  ")], ["2.1 The forum holds a paragraph without words."]),
        (item(), [amended()], ["2.1 The forum was agreed with an amendment, but not from what to what."]),
        (item(), [amended(amended_from="three", amended_to="two")], []),
    ],
)
def test_items(one, blocks, sentences):
    other = item("9.9", pk=9, purpose="apologies")
    found = item_findings([one, other], {1: blocks, 9: [block()]}, next_meeting="Tuesday")
    assert [finding.sentence for finding in found] == sentences
    assert all(finding.item == one for finding in found)


def test_a_heading_needs_no_minute_of_its_own():
    heading = item("2.0", pk=2, is_section=True)
    below = item(pk=1, section_id=2)
    assert item_findings([heading, below], {1: [block()]}, next_meeting="") == []


def test_nothing_minuted_stops_the_draft():
    found = weighed(item_findings([item()], {}, next_meeting=""), {})
    assert [(one.sentence, one.stops) for one in found] == [("Nothing is minuted yet.", True)]


def test_no_meeting_after_this_one():
    found = item_findings([item(purpose="next_meeting")], {1: [block()]}, next_meeting="")
    assert [one.sentence for one in found] == ["2.1 The forum has nothing to say: no later meeting is in the calendar."]


def decided(kind: str = "resolved", **fields: object) -> Minute:
    found = block("Agreed.", "decision")
    found.decision = Decision(kind=kind, **fields)
    return found


@pytest.mark.parametrize(
    ("rows", "found", "count"),
    [
        ([], decided(), 1),
        ([], decided(needs_ratifying=True), 0),
        ([], decided("noted"), 0),
        ([], block(), 0),
        ([seated(1), seated(2)], decided(), 0),
    ],
)
def test_demand_15_decisions_without_a_quorum_wait_or_are_ratified(rows, found, count):
    rooms = {1: room(1, [*rows, seated(3, "absent")])}
    assert len(quorum_findings(rooms, {1: [found]})) == count


@pytest.mark.parametrize(("who", "count"), [(1, 1), (2, 0)])
def test_demand_14_whoever_left_is_found_among_the_movers(who, count):
    rows = [seated(1), seated(2)]
    rooms = {2: room(2, rows, movements=[moved(1, "left", 2)])}
    blocks = {2: [decided(mover_id=who, seconder_id=who)]}
    assert len(part_findings(rooms, blocks, {row.pk: row for row in rows})) == count


def test_an_item_without_a_chair_is_found():
    proposed = ProposedPresiding(item(), None, "elected")
    assert [one.sentence for one in chair_findings([proposed])] == ["Nobody presides over item 2.1."]


def test_names_that_the_text_would_tell():
    found = withheld_findings({"Sam Okoro": "A young person"}, {item(): "Sam Okoro spoke.", item(pk=2): "All spoke."})
    assert len(found) == 1


@pytest.mark.parametrize("reason", ["", " ", "-", "…"])
def test_h8_a_late_item_says_why(reason):
    late = item(is_late=True, late_reason=reason)
    assert [one.check for one in item_findings([late], {1: [block()]}, next_meeting="")] == ["late"]
    late.late_reason = "The grant closes before the next meeting."
    assert item_findings([late], {1: [block()]}, next_meeting="") == []


def test_a_board_weighs_each_check():
    nobody = Finding("chair", "Nobody.")
    found = [nobody, Finding("amounts", "Over."), Finding("blank", "Left."), nobody]
    weighed_so = weighed(found, {"amounts": "stops", "blank": "off"})
    assert [(one.check, one.stops) for one in weighed_so] == [("amounts", True), ("chair", False)]


def test_a_weight_that_its_check_may_not_have_is_left_aside():
    assert weights({"nothing": "off", "attendance": "off"}) == weights({})
    assert weights({"attendance": "warns"})["attendance"] == "warns"


def test_what_is_found_is_known_again_by_its_place_and_words():
    one, other = block("One"), block("Other")
    known = Finding("amounts", "2.1 Old title: over.", item(), one, about="over.").fingerprint
    assert Finding("amounts", "2.1 New title: over.", item(), one, about="over.").fingerprint == known
    for changed in (
        Finding("amounts", "", item(), other, about="over."),
        Finding("amounts", "", item(), one, about="short."),
        Finding("weekday", "", item(), one, about="over."),
    ):
        assert changed.fingerprint != known


def test_every_check_has_a_label_of_its_own():
    assert len({check.label for check in CHECKS.values()}) == len(CHECKS)
    assert all(check.default in check.may_be for check in CHECKS.values())

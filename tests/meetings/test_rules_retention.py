"""How long records are kept, when they come due, and what stands against it: rules by table, without a database."""

import datetime as dt

import pytest

from meetings.models import Hold, Minutes, RecordClass, RetentionRule
from meetings.rules.retention import (
    CLASSES,
    STANDARD,
    Days,
    check_begins_after,
    check_can_be_kept_so,
    check_can_destroy,
    due_from,
    held_back,
    rule_words,
    shorter_than_inspection,
)
from trust.tools.refusal import why_not

HELD, APPROVED, PUBLISHED = dt.date(2020, 2, 29), dt.date(2020, 5, 5), dt.date(2020, 6, 6)
DAYS = Days(APPROVED, PUBLISHED)


def rule(keep: str, years: int | None = None, since: str = "", kind: str = "papers") -> RetentionRule:
    return RetentionRule(kind=kind, keep=keep, years=years, since=since, source="Schedule 1")


@pytest.mark.parametrize(
    ("given", "state", "due"),
    [
        pytest.param(rule("for_ever"), "approved", None, id="for ever is never due"),
        pytest.param(rule("years", 1, "meeting", "signed"), "approved", None, id="signed minutes never are"),
        pytest.param(rule("approved"), "circulated", None, id="a draft is kept while there is a draft"),
        pytest.param(rule("approved"), "approved", APPROVED, id="approval makes it due"),
        pytest.param(rule("approved"), "signed", APPROVED, id="so it stays once signed"),
        pytest.param(rule("years", 4, "meeting"), "draft", dt.date(2024, 2, 29), id="years from the meeting"),
        pytest.param(rule("years", 6, "meeting"), "draft", dt.date(2026, 3, 1), id="a leap day ends on the last"),
        pytest.param(rule("years", 2, "approval"), "approved", dt.date(2022, 5, 5), id="years from approval"),
        pytest.param(rule("years", 2, "publication"), "approved", dt.date(2022, 6, 6), id="from publication"),
    ],
)
def test_domain_54_when_a_record_comes_due(given, state, due):
    assert due_from(given, HELD, Minutes(state=state), DAYS) == due


@pytest.mark.parametrize("since", ["approval", "publication"])
def test_domain_54_what_is_counted_from_a_day_that_has_not_come_is_not_due(since):
    assert due_from(rule("years", 1, since), HELD, None, Days()) is None


@pytest.mark.parametrize(
    ("kind", "keep", "years", "since", "refusal"),
    [
        ("signed", "for_ever", None, "", ""),
        ("signed", "years", 6, "meeting", ""),
        ("signed", "approved", None, "", "Signed minutes are the record: keep them for ever, or for some years."),
        ("papers", "approved", None, "", "Papers stay open to inspection after the minutes are approved"),
        ("recordings", "years", None, "", "Say for how many years, and counted from when."),
        ("tapes", "for_ever", None, "", "There is no such class of record."),
    ],
)
def test_domain_54_a_rule_that_can_be_set(kind, keep, years, since, refusal):
    said = why_not(check_can_be_kept_so, kind, keep, years, since, source="Schedule 1")
    assert said == refusal if not refusal else said.startswith(refusal)


def test_domain_54_every_class_has_a_standard_rule_that_can_be_set_and_what_it_destroys():
    assert set(STANDARD) == set(CLASSES) == set(RecordClass.values)
    assert rule_words(STANDARD["signed"]) == "For ever"
    for kind, its in STANDARD.items():
        assert why_not(check_can_be_kept_so, kind, its.keep, its.years, its.since, source=its.source) == ""
        assert CLASSES[kind].remains


@pytest.mark.parametrize(
    ("given", "meeting", "kind", "holds"),
    [
        pytest.param(Hold(), 1, "papers", True, id="of the whole board"),
        pytest.param(Hold(meeting_id=1), 1, "papers", True, id="of the meeting"),
        pytest.param(Hold(meeting_id=2), 1, "papers", False, id="of another meeting"),
        pytest.param(Hold(kind="comments"), 1, "papers", False, id="of another class"),
        pytest.param(Hold(lifted_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), 1, "papers", False, id="lifted"),
    ],
)
def test_domain_54_what_a_hold_stands_against(given, meeting, kind, holds):
    assert (held_back([given], meeting, kind) is not None) is holds


def test_domain_14_a_rule_shorter_than_inspection_is_pointed_out():
    assert "six years: this is shorter" in shorter_than_inspection("papers", "years", 4, 6)
    assert shorter_than_inspection("papers", "years", 6, 6) == ""
    assert shorter_than_inspection("background", "years", 4, 6) == ""
    assert shorter_than_inspection("papers", "for_ever", None, 6) == ""


def test_domain_54_only_what_is_due_is_destroyed_and_something_is():
    assert why_not(check_can_destroy, {"a"}, {"a"}) == ""
    assert why_not(check_can_destroy, {"a"}, set()) == "Tick what is to be destroyed."
    assert "not due any more" in why_not(check_can_destroy, {"a"}, {"a", "b"})


def test_domain_54_a_rule_begins_after_the_one_before_and_not_in_time_to_come():
    today, earlier = dt.date(2026, 5, 5), RetentionRule(from_date=dt.date(2026, 5, 1))
    assert why_not(check_begins_after, earlier, today, on=today) == ""
    assert "began on" in why_not(check_begins_after, earlier, dt.date(2026, 5, 1), on=today)
    assert "set it when it is to hold" in why_not(check_begins_after, None, dt.date(2026, 5, 6), on=today)

"""Notice of key decisions, in tables (DOMAIN rule 20)."""

import datetime as dt

import pytest

from meetings.models import KeyDecisionNotice
from meetings.rules import key_decision as rules
from trust.tools.refusal import why_not

#: A Monday; 28 working days later are over on Wednesday 11 March 2026, and five on Monday 9 February.
TODAY = dt.date(2026, 2, 2)


def notice(days: int, **fields: object) -> KeyDecisionNotice:
    return KeyDecisionNotice(matter="A contract", expected_date=TODAY + dt.timedelta(days=days), **fields)


def test_domain_20_the_first_day_after_28_clear_days():
    first = rules.first_day(TODAY, rules.FULL)
    assert rules.clear_days(TODAY, first) == rules.FULL
    assert rules.clear_days(TODAY, first - dt.timedelta(days=1)) < rules.FULL


@pytest.mark.parametrize(("days", "shorter", "refusal"), [
    pytest.param(60, "", "", id="full notice"),
    pytest.param(20, "", "28 are asked for: the decision can be on or after", id="too short for full notice"),
    pytest.param(20, "general", "", id="general exception"),
    pytest.param(3, "general", "five are asked for", id="too short for the exception"),
    pytest.param(3, "urgent", "", id="special urgency"),
    pytest.param(-1, "urgent", "is past", id="a day gone by"),
])  # fmt: skip
def test_domain_20_how_long_each_kind_of_notice_is(days, shorter, refusal):
    said = why_not(rules.check_can_publish, notice(days, shorter=shorter), on=TODAY)
    assert refusal in said
    assert bool(refusal) == bool(said)


@pytest.mark.parametrize(("given", "refusal"), [
    (("", "", ""), ""),
    (("general", "", "The chair"), "Say why full notice was impracticable"),
    (("urgent", "The roof fell in.", " "), "Say who was told, or agreed"),
    (("urgent", "The roof fell in.", "The chair of scrutiny"), ""),
])  # fmt: skip
def test_domain_20_shorter_notice_gives_its_reason_and_who_agreed(given, refusal):
    said = why_not(rules.check_shorter, *given)
    assert refusal in said
    assert bool(refusal) == bool(said)


def test_domain_20_a_decision_before_its_day_is_amiss():
    published = notice(30, published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert rules.amiss(None, TODAY, "Item 4") == ""
    assert "no notice of it is published" in rules.amiss(notice(30), TODAY, "Item 4")
    assert "its notice says on or after 4 March 2026" in rules.amiss(published, TODAY, "Item 4")
    assert rules.amiss(published, published.expected_date, "Item 4") == ""

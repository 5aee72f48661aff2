"""Notice of key decisions, in tables (DOMAIN rule 20)."""

import datetime as dt

import pytest

from boards.models import TermsOfReference
from meetings.models import KeyDecisionNotice
from meetings.rules import key_decision as rules
from trust.tools.refusal import why_not

#: A Monday; 28 days later are over on Tuesday 3 March 2026, 28 working days on Friday 13 March, five on 10 February.
TODAY = dt.date(2026, 2, 2)


def notice(days: int, **fields: object) -> KeyDecisionNotice:
    return KeyDecisionNotice(matter="A contract", expected_date=TODAY + dt.timedelta(days=days), **fields)


def test_domain_20_the_first_day_after_28_clear_days():
    days = [least.first_day(TODAY) for least in (rules.FULL, rules.Least(28), rules.EXCEPTION)]
    assert days == [dt.date(2026, 3, 3), dt.date(2026, 3, 13), dt.date(2026, 2, 10)]


def test_domain_20_the_terms_say_how_long_and_which_days_count():
    terms = TermsOfReference(key_notice_days=28, key_notice_every_day=False)
    assert rules.full_notice(None) == rules.FULL
    said = why_not(rules.check_can_publish, notice(30), on=TODAY, full=rules.full_notice(terms))
    assert "and 28 are asked for: the decision can be on or after 13 March 2026" in said
    assert not why_not(rules.check_can_publish, notice(30), on=TODAY)


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

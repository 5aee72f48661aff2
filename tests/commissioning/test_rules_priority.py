"""When an action plan comes back to its board, and how milestones stand (requirement 2.18)."""

import datetime as dt

import pytest

from commissioning.models import Milestone, Priority
from commissioning.queries.priority import CameBack, comes_back
from commissioning.rules import priority as rules
from trust.tools.refusal import why_not

FIRST, TODAY = dt.date(2026, 1, 31), dt.date(2026, 11, 22)


def every(months: int | None, **fields: object) -> Priority:
    return Priority(returns_every=months, returns_from=FIRST if months else None, **fields)


@pytest.mark.parametrize(
    ("months", "day", "due", "after"),
    [
        (6, dt.date(2026, 1, 30), None, FIRST),
        (6, FIRST, FIRST, dt.date(2026, 7, 31)),
        (6, dt.date(2026, 7, 30), FIRST, dt.date(2026, 7, 31)),
        (6, dt.date(2027, 2, 1), dt.date(2027, 1, 31), dt.date(2027, 7, 31)),
        (1, dt.date(2026, 2, 28), dt.date(2026, 2, 28), dt.date(2026, 3, 31)),
        (None, TODAY, None, None),
    ],
)
def test_2_18_the_days_on_which_it_is_due_back(months, day, due, after):
    assert (rules.due_by(every(months), day), rules.comes_after(every(months), day)) == (due, after)


@pytest.mark.parametrize(
    ("is_known", "said"),
    [
        (True, "Comes back to the board on 20 December 2026."),
        (False, "Comes back to the board on its first agenda from 31 July 2026."),
    ],
)
def test_an_agenda_that_its_reader_does_not_see_yet_is_not_told_and_not_passed_over(is_known, said):
    came = CameBack(due=dt.date(2026, 7, 31), day=dt.date(2026, 12, 20), is_known=is_known)
    assert comes_back(every(6), [came], on=TODAY) == (said, False)


def test_it_comes_back_no_more_after_its_last_day():
    assert rules.comes_after(every(6, to_date=dt.date(2026, 7, 30)), FIRST) is None


@pytest.mark.parametrize(
    ("fields", "word", "tone"),
    [
        ({"due_date": dt.date(2026, 11, 21)}, "One day late", "warn"),
        ({"due_date": TODAY}, "To be reached", ""),
        ({}, "To be reached", ""),
        ({"due_date": TODAY, "reached_date": dt.date(2026, 11, 24)}, "Reached, two days late", "ok"),
        ({"reached_date": TODAY}, "Reached", "ok"),
        ({"dropped_date": TODAY, "dropped_reason": "No money"}, "Dropped", "none"),
    ],
)
def test_how_late_a_milestone_is_in_words(fields, word, tone):
    line = rules.milestone_line(Milestone(title="Peer supporters", **fields), on=TODAY)
    assert (line.word, line.tone) == (word, tone)


def test_an_action_plan_in_a_sentence():
    late, reached = {"due_date": FIRST}, {"reached_date": FIRST}
    lines = [rules.milestone_line(Milestone(**fields), on=TODAY) for fields in (late, reached, {})]
    said = "One of three milestones is reached, one is late; two actions are open, one is late."
    assert rules.plan_in_words(lines, (2, 1)) == said
    assert rules.plan_in_words(lines[:1], (0, 0)) == "One milestone is to be reached, one is late."
    assert rules.plan_in_words(lines[1:2], (0, 0)) == "One milestone is reached."
    assert rules.plan_in_words([], (0, 0)) == "Nothing is in its action plan yet."


@pytest.mark.parametrize(("months", "first"), [(6, None), (None, FIRST)])
def test_how_often_and_from_when_belong_together(months, first):
    assert "Give both" in why_not(rules.check_returns, months, first)


def test_a_milestone_is_reached_once_and_on_a_day_that_was():
    assert "still to come" in why_not(rules.check_can_reach, Milestone(), dt.date(2027, 1, 1), today=TODAY)
    assert "already" in why_not(rules.check_can_reach, Milestone(reached_date=FIRST), TODAY, today=TODAY)
    assert "nothing to take back" in why_not(rules.check_is_settled, Milestone())

"""Corrections are of accuracy, to words that stand there once (DOMAIN rule 11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Minutes
from meetings.rules.correction import check_can_correct, check_correction, corrected, difference
from trust.tools.refusal import why_not

TEXT = "The contract would be for three years, and the review after three months."


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        ("circulated", ""),
        ("draft", "These minutes are still at the desk: change them there."),
        ("approved", "These minutes are approved and cannot be changed."),
    ],
)
def test_when_a_correction_can_be_noted(state, refusal):
    assert why_not(check_can_correct, Minutes(state=state)) == refusal


@pytest.mark.parametrize(
    ("was", "becomes", "refusal"),
    [
        ("three years", "two years", ""),
        (", and the review after three months", "", ""),
        ("three", "two", "“three” stands in the paragraph 2 times: it must be plain which is meant."),
        ("four years", "two years", "“four years” does not stand in the paragraph any longer."),
        ("three years", "three years", "Nothing is corrected: the paragraph reads as it did."),
        (TEXT, "  ", "That would leave the paragraph without words."),
        ("three years", "x" * 50_001, "A paragraph holds at most 50,000 characters."),
    ],
)
def test_a_correction_and_its_words(was, becomes, refusal):
    assert why_not(check_correction, TEXT, was, becomes) == refusal


@pytest.mark.parametrize(
    ("after", "was", "becomes"),
    [
        (TEXT.replace("three years", "two years"), "for three", "for two"),
        (TEXT.replace("three months", "two months"), "after three", "after two"),
        (TEXT + " Agreed.", "months.", "months. Agreed."),
        ("Indeed. " + TEXT, "The", "Indeed. The"),
    ],
)
def test_what_was_changed_is_found_by_whole_words(after, was, becomes):
    assert corrected(TEXT, [(was, becomes)]) == after
    assert difference(TEXT, after) == (was, becomes)


WORDS = st.lists(st.sampled_from(["the", "a", "trust", "three", "years", "\n", "–"]), min_size=1, max_size=12)


@given(before=WORDS.map(" ".join), after=WORDS.map(" ".join))
def test_the_difference_made_again_gives_the_same_paragraph(before, after):
    was, becomes = difference(before, after)
    if was != becomes and before.strip() and after.strip():
        assert before.count(was) == 1
        assert corrected(before, [(was, becomes)]) == after


def test_corrections_of_one_paragraph_are_made_in_their_order():
    assert corrected(TEXT, [("three years", "two years"), ("two years,", "two years only,")]).startswith(
        "The contract would be for two years only,"
    )

"""How terms of reference read."""

import datetime as dt

import pytest

from boards.models import QuorumKind, TermsOfReference
from boards.rules.terms import check_follows, part_in_words, terms_in_sentences, voting_seats_needed
from trust.tools.refusal import why_not


def sentence_on(matter, voting_seats=12, kinds=(), **fields):
    terms = TermsOfReference(**{"quorum_members": 6, "quorum_partners": 2} | fields)
    return {term.matter: term.sentence for term in terms_in_sentences(terms, kinds, voting_seats)}.get(matter)


FIFTHS = {"quorum_members": None, "quorum_numerator": 2, "quorum_denominator": 5, "quorum_partners": 0}


@pytest.mark.parametrize(
    ("kinds", "fields", "sentence"),
    [
        ([], {}, "Six voting seats and two partners must be present."),
        ([], {"quorum_partners": 0}, "Six voting seats must be present."),
        ([], FIFTHS, "Two fifths of the voting seats (5 of 12) must be present."),
        ([], {"quorum_members": None, "quorum_partners": 0}, "The terms set no quorum."),
        (
            [QuorumKind(label="a councillor")],
            {"quorum_members": 7, "quorum_partners": 0},
            "Seven voting seats and a councillor must be present.",
        ),
    ],
)
def test_quorum(kinds, fields, sentence):
    assert sentence_on("Quorum", kinds=kinds, **fields) == sentence


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [(1, 2, "half"), (1, 3, "a third"), (1, 8, "an eighth"), (3, 4, "three quarters"), (4, 21, "4 in 21")],
)
def test_parts(numerator, denominator, words):
    assert part_in_words(numerator, denominator) == words


@pytest.mark.parametrize(("seats", "needed"), [(10, 4), (11, 5), (12, 5), (0, 0)])
def test_a_part_of_the_seats_is_rounded_up(seats, needed):
    assert voting_seats_needed(TermsOfReference(**FIFTHS), seats) == needed


@pytest.mark.parametrize(
    ("matter", "fields", "sentence"),
    [
        ("Meetings", {"meetings_a_year": 6, "notice_days": 5}, "Six times a year, on five clear days’ notice."),
        ("Meetings", {"notice_days": 1}, "On one clear day’s notice."),
        ("Deciding", {}, "By consensus; where partners differ the status quo remains."),
        (
            "Deciding",
            {"voting": "majority", "casting_vote": True},
            "By majority of those present and voting. Whoever presides has a casting vote.",
        ),
        ("Minutes", {}, "Approved at a following meeting; signed by whoever presides there."),
        ("Minutes", {"signatory": "nobody"}, "Approved at a following meeting; nobody signs."),
        ("Interests", {}, None),
        ("Interests", {"takes_declarations": True}, "Declarations of interest are taken at every meeting."),
    ],
)
def test_other_matters(matter, fields, sentence):
    assert sentence_on(matter, **fields) == sentence


def test_new_terms_begin_after_those_in_force_did():
    before = TermsOfReference(from_date=dt.date(2026, 4, 1))
    said = "Terms are in force that begin on 1 April 2026. New terms begin on a later day."
    assert why_not(check_follows, before, dt.date(2026, 4, 1)) == said
    assert why_not(check_follows, before, dt.date(2026, 4, 2)) == ""
    assert why_not(check_follows, None, dt.date(2026, 4, 1)) == ""

"""How terms of reference read."""

import datetime as dt

import pytest

from boards.models import Board, Constituency, Partner, TermsOfReference
from boards.rules.terms import (
    Asks,
    Kind,
    Matter,
    check_follows,
    part_in_words,
    terms_in_sentences,
    voting_seats_needed,
)
from trust.tools.refusal import why_not


def sentence_on(matter, voting_seats=12, kinds=(), matters=(), approver="", **fields):
    board = Board(name="Executive Group", reference_prefix="EG")
    terms = TermsOfReference(**{"quorum_members": 6, "quorum_partners": 2, "board": board} | fields)
    read = terms_in_sentences(terms, Asks(tuple(kinds), tuple(matters), approver), voting_seats)
    return {term.matter: term.sentence for term in read}.get(matter)


FIFTHS = {"quorum_members": None, "quorum_numerator": 2, "quorum_denominator": 5, "quorum_partners": 0}


@pytest.mark.parametrize(
    ("kinds", "fields", "sentence"),
    [
        ([], {}, "Six voting seats and two partners must be present."),
        ([], {"quorum_partners": 0}, "Six voting seats must be present."),
        ([], FIFTHS, "Two fifths of the voting seats (5 of 12) must be present."),
        ([], {"quorum_members": None, "quorum_partners": 0}, "The terms set no quorum."),
        (
            [Kind("a councillor")],
            {"quorum_members": 7, "quorum_partners": 0},
            "Seven voting seats and a councillor must be present.",
        ),
        (
            [Kind("a councillor"), Kind("head teachers", 2)],
            {"quorum_members": 7, "quorum_partners": 0},
            "Seven voting seats, a councillor and two × head teachers must be present.",
        ),
    ],
)
def test_domain_37_the_quorum_in_a_sentence(kinds, fields, sentence):
    assert sentence_on("Quorum", kinds=kinds, **fields) == sentence


@pytest.mark.parametrize(
    ("numerator", "denominator", "words"),
    [(1, 2, "half"), (1, 3, "a third"), (1, 8, "an eighth"), (3, 4, "three quarters"), (4, 21, "4 in 21")],
)
def test_parts(numerator, denominator, words):
    assert part_in_words(numerator, denominator) == words


NO_EXTRAORDINARY = "An extraordinary meeting does not approve them."
ANOTHER = {"approving_board": Board(pk=7, name="Trust Board")}


@pytest.mark.parametrize(
    ("fields", "approver", "sentence"),
    [
        ({}, "", f"Approved at a following meeting; signed by whoever presides there. {NO_EXTRAORDINARY}"),
        ({"signatory": "nobody"}, "", f"Approved at a following meeting; nobody signs. {NO_EXTRAORDINARY}"),
        (
            {"extraordinary_may_approve": True, "signatory": "chair"},
            "",
            "Approved at a following meeting; signed by the chair of the board. "
            "An extraordinary meeting may approve them.",
        ),
        ({"approves_minutes": False}, "", "Not approved at a following meeting; signed by whoever presides."),
        (ANOTHER, "Trust Board", "Approved by the Trust Board; signed by whoever presides there."),
        pytest.param(
            ANOTHER,
            "",
            "Approved by another board; signed by whoever presides there.",
            id="a reader who may not know of that board",
        ),
    ],
)
def test_who_approves_and_signs(fields, approver, sentence):
    assert sentence_on("Minutes", approver=approver, **fields) == sentence


def test_domain_35_only_some_vote_on_a_reserved_matter():
    schools, council = Partner(short_name="Schools"), Partner(short_name="Council")
    academies = Constituency(name="Academies")
    matters = [Matter("funding formula", (schools,), (academies,)), Matter("central spending", (council,))]
    said = "Only members for Schools and Academies vote on “funding formula”. "
    said += "Only members for Council vote on “central spending”."
    assert sentence_on("Who votes", matters=matters) == said
    assert sentence_on("Who votes") is None


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
            "By majority: more than half of the votes cast. Whoever presides has a casting vote where votes are equal.",
        ),
        ("Deciding", {"voting": "majority", "majority": "two_thirds"}, "By majority: two thirds of the votes cast."),
        ("Deciding", {"voting": "partner"}, "One partner, one vote: more than half of the votes cast."),
        ("Numbers", {}, None),
        ("Numbers", {"decision_numbers": "calendar"}, "Decisions are numbered by calendar year: EG 2025/7."),
        (
            "Numbers",
            {"decision_numbers": "municipal"},
            "Decisions are numbered by municipal year, from May: EG 2025-26/7.",
        ),
        ("Drafts", {}, "Members may comment on a circulated draft for seven days."),
        (
            "Drafts",
            {"comment_days": 1, "chair_clears": True},
            "Members may comment on a circulated draft for one day. The chair clears a draft before it is approved.",
        ),
        ("Drafts", {"comment_days": 0}, None),
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

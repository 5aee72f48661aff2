"""How partners stand to an agreement on a day, and how the agreement stands by that."""

import datetime as dt

import pytest

from boards.models import Adoption, Agreement, AskedPartner, Clause, Delegation, Partner
from boards.rules import adoption as answering
from boards.rules import agreement as rules
from boards.rules.adoption import Stand, amiss, answers_on
from boards.rules.agreement import answered_in_words, standing_on
from trust.tools.refusal import why_not

JAN, FEB, MAR, APR = (dt.date(2026, month, 1) for month in (1, 2, 3, 4))
CLAUSES = [Clause(pk=number, number=str(number)) for number in (1, 2)]
HEALTH, POLICE = Partner(pk=1, name="Health", short_name="Health"), Partner(pk=2, name="Police", short_name="Police")


def said(answer: str, day: dt.date = JAN, clause: int | None = None, pk: int = 1) -> Adoption:
    return Adoption(pk=pk, answer=answer, decided_date=day, clause_id=clause)


def stand(*given: Adoption, on: dt.date = APR, partner: Partner = HEALTH, due: dt.date | None = None) -> Stand:
    asked = AskedPartner(partner=partner, asked_date=JAN, due_date=due)
    return Stand(partner, answers_on(CLAUSES, given, on), on, asked)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        pytest.param([], "Not considered", id="silent"),
        pytest.param([said("agreed")], "Agreed", id="the whole speaks for every clause"),
        pytest.param([said("agreed", clause=1)], "Answered in part", id="one of two"),
        pytest.param([said("agreed"), said("declined", FEB, 2, 2)], "Declined in part", id="a clause after the whole"),
        pytest.param([said("declined", JAN, 2), said("agreed", FEB, pk=2)], "Agreed", id="the whole after a clause"),
        pytest.param(
            [said("agreed"), said("amended", JAN, 1, 2)], "Agreed with amendment", id="a clause on the same day"
        ),
        pytest.param([said("amended", JAN, 1), said("agreed", pk=2)], "Agreed with amendment", id="never by the order"),
        pytest.param([said("in_principle"), said("agreed", MAR, pk=2)], "Agreed", id="the latest counts"),
        pytest.param(
            [said("in_principle"), said("agreed", dt.date(2026, 5, 1), pk=2)], "Agreed in principle", id="not yet"
        ),
    ],
)
def test_4_6_how_a_partner_stands(given, word):
    assert stand(*given).word == word


def test_silence_says_how_long_and_how_late():
    assert stand(on=JAN).silence == "Silent since today"
    assert stand(on=FEB, due=dt.date(2026, 1, 29)).silence == "Silent for 31 days, three days late"
    assert stand(said("agreed", clause=1), on=FEB).silence == "Silent on the rest for 31 days"
    assert stand(said("declined"), on=FEB).silence == ""


AGREED, SILENT = stand(said("agreed", FEB)), stand(partner=POLICE)
DECLINED = stand(said("declined"), partner=POLICE)


@pytest.mark.parametrize(
    ("stands", "fields", "word", "sentence"),
    [
        pytest.param([AGREED, SILENT], {}, "With the partners", "Conditional: it waits for Police.", id="conditional"),
        pytest.param([AGREED], {}, "In force", "In force since 1 February 2026.", id="the last is in"),
        pytest.param([AGREED], {"from_date": MAR}, "In force", "In force since 1 March 2026.", id="its own first day"),
        pytest.param(
            [AGREED],
            {"from_date": dt.date(2026, 5, 1)},
            "Agreed, to come",
            "All have agreed. It takes effect on 1 May 2026.",
            id="to come",
        ),
        pytest.param([AGREED], {"to_date": MAR}, "Ended", "It ended on 1 March 2026.", id="ended"),
        pytest.param(
            [AGREED, DECLINED],
            {},
            "Not agreed by all",
            "Police has declined: it does not take effect.",
            id="one declined",
        ),
        pytest.param([], {}, "In force", "In force.", id="nobody was asked"),
    ],
)
def test_0_10_conditional_until_the_last_is_in(stands, fields, word, sentence):
    standing = standing_on(Agreement(**fields), stands, on=APR, status="asked")
    assert (standing.word, standing.sentence) == (word, sentence)
    assert standing.is_in_force == (word == "In force")


def test_3_8_under_review_with_the_reason():
    agreement = Agreement(status_reason="A Green Paper is awaited")
    standing = standing_on(agreement, [AGREED], on=APR, status="review", status_since=MAR)
    assert standing.word == "Under review"
    assert standing.sentence == (
        "Under review since 1 March 2026: A Green Paper is awaited. In force since 1 February 2026."
    )
    assert standing.is_in_force


def test_2_12_a_version_in_force_supersedes():
    standing = standing_on(Agreement(), [AGREED], on=APR, status="asked", follower=Agreement(version="2"))
    assert (standing.word, standing.sentence) == ("Superseded", "Version 2 has taken its place.")
    assert not standing.is_in_force


@pytest.mark.parametrize(
    ("day", "said_so"),
    [
        (FEB, "Before the power was given, which was on 1 March 2026."),
        (MAR, ""),
        (APR, "After the power ended on 31 March"),
    ],
)
def test_4_7_an_answer_outside_its_power_is_marked(day, said_so):
    power = Delegation(from_date=MAR, to_date=dt.date(2026, 3, 31))
    assert amiss(Adoption(delegation=power, decided_date=day)).startswith(said_so)
    assert bool(amiss(Adoption(delegation=power, decided_date=day))) == bool(said_so)


def test_what_an_officer_enters_names_its_paper():
    given = {"decided": JAN, "asked": JAN, "today": FEB, "delegation": None, "partner": HEALTH}
    assert "name the minute or letter" in why_not(answering.check_authority, paper="", by_partner=False, **given)
    assert why_not(answering.check_authority, paper="", by_partner=True, **given) == ""
    late = given | {"decided": MAR}
    assert "has not come yet" in why_not(answering.check_authority, paper="Minute 4", by_partner=True, **late)
    early = given | {"asked": FEB}
    assert "before that day" in why_not(answering.check_authority, paper="Minute 4", by_partner=True, **early)


@pytest.mark.parametrize(
    ("was", "becomes", "refused"),
    [("draft", "review", True), ("asked", "review", False), ("review", "asked", False), ("withdrawn", "asked", True)],
)
def test_every_state_goes_only_where_it_can(was, becomes, refused):
    assert set(rules.NEXT) == set(Agreement.Status)
    assert bool(why_not(rules.check_can_become, Agreement(status=was), becomes, "Because")) == refused
    assert why_not(rules.check_can_become, Agreement(status="asked"), "review", "") == "Say why, for the history."


@pytest.mark.parametrize(("versions", "following"), [(["1"], "2"), (["1", "2", "Draft B"], "3"), (["A"], "2")])
def test_the_next_version(versions, following):
    assert rules.next_version(versions) == following


@pytest.mark.parametrize(
    ("stands", "words"),
    [
        ([], "No partner has been asked"),
        ([SILENT], "No answer in full yet from the partner asked"),
        ([SILENT, SILENT], "No answer in full yet from the two partners asked"),
        ([AGREED, SILENT], "One of two partners has answered in full"),
        ([AGREED, AGREED], "Both partners have answered"),
    ],
)
def test_how_many_have_answered_in_words(stands, words):
    assert answered_in_words(stands) == words

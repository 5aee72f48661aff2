"""What was asked, given and spent, in sentences; what may be allocated; and when an allocation stands. No database."""

import datetime as dt

import pytest

from commissioning.rules import allocating, sums
from commissioning.rules.allocating import Held, Limit
from commissioning.rules.round import check_can_divide, left_told
from commissioning.rules.standing import Facts, Owned, Resolution, standing_from
from trust.tools.refusal import why_not

K = 100_000
DAY = dt.date(2026, 5, 1)


@pytest.mark.parametrize(
    ("pot", "shares", "told"),
    [
        pytest.param(810 * K, [162 * K] * 5, [], id="five shares come to the pot"),
        pytest.param(800 * K, [162 * K] * 5, ["Shares come to £810,000, £10,000 over the pot of £800,000 (1.2%)."]),
        pytest.param(820 * K, [162 * K] * 5, ["Shares come to £810,000: £10,000 of the pot is not divided."]),
        pytest.param(None, [162 * K], ["The pot is not confirmed yet. Shares come to £162,000."]),
        pytest.param(810 * K, [], [], id="not divided yet"),
        pytest.param(0, [1], ["Shares come to £0.01, £0.01 over the pot of £0."], id="of nothing there is no part"),
    ],
)
def test_2_14_shares_against_the_pot(pot, shares, told):
    assert sums.pot_told(pot, shares) == told


def test_2_14_what_the_paper_did_not_say():
    given = sum([30 * K, 34 * K, 24 * K, 83 * K])
    over = "Allocations come to £171,000, £9,000 over the share of £162,000 (5.6%)."
    assert sums.share_told(162 * K, given) == [over]
    assert sums.asked_told(393 * K, given) == "£393,000 asked, £171,000 allocated: 43.5% met, £222,000 unmet."


@pytest.mark.parametrize(
    ("asked", "given", "told"),
    [
        (100, 100, "£1 asked, £1 allocated: all of it met."),
        (100, 150, "£1 asked, £1.50 allocated: £0.50 more than was asked."),
        (100, 0, "£1 asked, £0 allocated: 0.0% met, £1 unmet."),
        (0, 0, ""),
    ],
)
def test_asked_beside_allocated(asked, given, told):
    assert sums.asked_told(asked, given) == told


def test_a_bid_larger_than_the_pot_is_told_not_refused():
    assert sums.bid_told(200 * K, 162 * K, of="the pot") == ["It asks for £38,000 more than the pot of £162,000 holds."]
    assert sums.bid_told(162 * K, 162 * K, of="the pot") == []


@pytest.mark.parametrize(
    ("spent", "forecast", "told"),
    [
        (40 * K, None, ["£40,000 of £162,000 is spent (24.7%)."]),
        (40 * K, 162 * K, ["£40,000 of £162,000 is spent (24.7%).", sums.spend_told(162 * K, 0, 162 * K)[1]]),
        (
            170 * K,
            171 * K,
            [
                "£170,000 of £162,000 is spent (104.9%).",
                "That is £8,000 over what was allocated (4.9%).",
                "£171,000 is forecast by the end of the year, £9,000 over what was allocated (5.6%).",
            ],
        ),
        (0, 100 * K, [sums.spend_told(162 * K, 0, None)[0], sums.spend_told(162 * K, 0, 100 * K)[1]]),
    ],
)
def test_spend_and_forecast(spent, forecast, told):
    assert sums.spend_told(162 * K, spent, forecast) == told


def test_equal_shares_are_told_before_they_are_made():
    assert left_told(810 * K, [], 5, 162 * K) == ["Five shares of £162,000 come to £810,000."]
    assert left_told(810 * K, [162 * K], 5, 162 * K)[1].startswith("Shares come to £972,000, £162,000 over")


@pytest.mark.parametrize(
    ("given", "there", "refusal"),
    [
        (["A", "B"], [], ""),
        ([], [], "Choose a board, or name a body, for each share."),
        (["A"], ["a"], "A has a share of this round already."),
        (["A", "a"], [], "a is named twice."),
    ],
)
def test_each_has_one_share(given, there, refusal):
    assert why_not(check_can_divide, given, there) == refusal


SHARE = Limit("the share", 162 * K, 88 * K)


@pytest.mark.parametrize(
    ("pence", "reason", "source", "refused"),
    [
        (74 * K, "", "", False),
        (83 * K, "", "", True),
        (83 * K, "The need is greater than was thought", "", False),
        (83 * K, "", "Money returned by the north", False),
    ],
)
def test_2_14_over_the_share_only_for_a_reason(pence, reason, source, refused):
    said = why_not(allocating.check_within, [SHARE], pence, reason=reason, source=source)
    assert bool(said) is refused
    if refused:
        assert "£171,000, £9,000 over the share of £162,000 (5.6%)" in said
        assert "say where the rest comes from" in said


def test_what_replaces_counts_once_and_only_when_it_stands():
    was, new = Held(1, 83 * K, stands=True), Held(2, 60 * K, replaces=1)
    assert [one.pk for one in allocating.counted([was, new])] == [1]
    assert allocating.committed([was, new]) == 83 * K
    stands = Held(2, 60 * K, replaces=1, stands=True)
    assert [one.pk for one in allocating.counted([was, stands])] == [2]
    assert allocating.committed([was, stands]) == 60 * K
    more = Held(3, 90 * K, replaces=2)
    assert allocating.committed([was, stands, more]) == 90 * K
    assert allocating.counted([was, Held(2, 1, replaces=1, is_withdrawn=True)]) == [was]


@pytest.mark.parametrize(
    ("check", "given", "refusal"),
    [
        (allocating.check_year_open, ({2025: DAY}, 2025), "The year 2025/26 of this fund was closed on 1 May 2026."),
        (allocating.check_gate_open, (["It has no agreement."],), "Nothing can be allocated from this fund yet."),
    ],
)
def test_refusals(check, given, refusal):
    assert why_not(check, *given).startswith(refusal)


RESOLVED = Resolution("EG 2026/3", "Executive Group", stands=True, since=DAY)
AGREED = Owned("Health Trust", 1, 30 * K, consented=30 * K, drawn=30 * K, answer="agreed", date=DAY)
STANDS = Facts(30 * K, "Executive Group", RESOLVED, [AGREED])
QUARREL = Resolution("EG 2026/4", "Executive Group", False, sentence="The status quo remains.", is_in_dispute=True)


def facts(**changes):
    return Facts(**{**STANDS.__dict__, **changes})


def owned(**changes):
    return [Owned(**{**AGREED.__dict__, **changes})]


@pytest.mark.parametrize(
    ("given", "state", "missing"),
    [
        (STANDS, "Stands", []),
        (facts(resolution=None), "Waits", ["No resolution is cited that authorised it."]),
        (facts(lines=[]), "Waits", ["It is not put down whose money it is."]),
        (facts(pence=40 * K), "Waits", ["It is not put down whose money £10,000 of it is."]),
        (facts(resolution=QUARREL), "Status quo", ["The status quo remains."]),
        (facts(lines=owned(answer="")), "Waits", ["Health Trust has not answered on £30,000 of its money."]),
        (facts(lines=owned(answer="declined")), "Status quo", ["Health Trust did not agree to spend £30,000"]),
        (facts(lines=owned(consented=None)), "Waits", ["The resolution does not say that it spends £30,000"]),
        (facts(lines=owned(drawn=31 * K)), "Waits", ["The resolution spends £30,000 of the money of Health Trust"]),
        (facts(confirming="Joint Team"), "Provisional", ["Joint Team has not confirmed it."]),
        (facts(confirming="Joint Team", confirmation=RESOLVED), "Stands", []),
        (facts(gate=["It has no agreement in law."]), "Waits", ["It has no agreement in law."]),
        (facts(is_withdrawn=True), "Withdrawn", []),
    ],
)
def test_1_16_an_allocation_stands_only_with_everything(given, state, missing):
    found = standing_from(given)
    assert (found.state, found.stands) == (state, state == "Stands")
    assert len(found.missing) == len(missing)
    for one, sentence in zip(found.missing, missing, strict=True):
        assert one.sentence.startswith(sentence)
        assert one.ask


def test_it_stands_since_the_last_of_them_came():
    later = dt.date(2026, 6, 2)
    assert standing_from(facts(confirming="Joint Team", confirmation=RESOLVED, confirmed_date=later)).since == later

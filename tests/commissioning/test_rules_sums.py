"""Sums are checked and never corrected (requirement 2.14)."""

import pytest

from commissioning.rules.sums import Sums
from trust.tools.money_in_forms import pence_from

K = 100_000


@pytest.mark.parametrize(
    ("amount", "contributed", "allocated", "differences"),
    [
        pytest.param(162 * K, [], [30 * K, 34 * K], [], id="within the share"),
        pytest.param(
            162 * K,
            [],
            [30 * K, 34 * K, 24 * K, 83 * K],
            ["Allocations come to £171,000, £9,000 over the fund (5.6%)."],
            id="2.14 over-allocation is said",
        ),
        pytest.param(None, [10 * K], [20 * K], [], id="3.5 an amount not confirmed yet is compared with nothing"),
        pytest.param(
            100 * K,
            [60 * K, 30 * K],
            [],
            ["Contributions come to £90,000, £10,000 less than the fund."],
            id="contributions that fall short are said",
        ),
    ],
)
def test_2_14_what_does_not_add_up_is_said(amount, contributed, allocated, differences):
    assert Sums(amount, sum(contributed), sum(allocated)).differences == differences


@pytest.mark.parametrize(
    ("words", "pence"),
    [("162k", 162 * K), ("£13,245", 1_324_500), ("13.245m", 1_324_500_000), ("£1,250.50", 125_050), ("0", 0)],
)
def test_money_as_people_write_it(words, pence):
    assert pence_from(words) == pence


@pytest.mark.parametrize("words", ["", "-5", "1,5", "£1.005", "10 or 20", "€40", "12,34,567", "9" * 20])
def test_what_is_not_one_amount_of_pounds_is_refused(words):
    with pytest.raises(ValueError, match="Enter an amount"):
        pence_from(words)

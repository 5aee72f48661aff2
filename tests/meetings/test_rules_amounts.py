"""Amounts as minutes write them, and whether they add up (requirement 2.14)."""

import pytest

from meetings.models import AgendaItem, Minute
from meetings.rules.amounts import amounts
from meetings.rules.prose import passages
from meetings.rules.sums import sum_findings

FUND = AgendaItem(pk=1, number="2.6", title="The fund")


def said(*texts: str) -> list[str]:
    found = sum_findings(FUND, passages([Minute(text=text) for text in texts]))
    return [finding.sentence.removeprefix("2.6 The fund: ") for finding in found]


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("162k", [162_000]),
        ("£162k", [162_000]),
        ("30K", [30_000]),
        ("£13,245", [13_245]),
        ("£13,245.50", [13_245.5]),
        ("£0.8m", [800_000]),
        ("£0.8M", [800_000]),
        ("£2 million", [2_000_000]),
        ("£1.5bn", [1_500_000_000]),
        ("£40 thousand", [40_000]),
        ("£1,250,000 and £7", [1_250_000, 7]),
        ("£500, £600.", [500, 600]),
        ("1.5k", [1_500]),
        ("£30,000 for Moorings (£4,000 of it now)", [30_000, 4_000]),
        ("10km", []),
        ("162", []),
        ("1.5m", []),
        ("page 3k2", []),
        ("12,000 people", []),
        ("", []),
    ],
)
def test_amounts_are_read(text, pounds):
    assert [amount.pence / 100 for amount in amounts(text)] == pounds


@pytest.mark.parametrize(
    "text",
    [
        "about 600k a year",
        "around £30,000",
        "up to £5m",
        "over £1m",
        "£30k-£34k",
        "£30,000 to £34,000",
        "30-34k",
        "between £10 and 20k",
        "approximately £3,000",
        "c. £3,000",
        "nearly £2m",
    ],
)
def test_what_is_rounded_or_a_range_is_not_sure(text):
    assert not any(amount.is_sure for amount in amounts(text))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30k + 34k + 24k + 83k against 162k.", "the amounts come to 171k against the 162k stated, 9k over (5.6%)."),
        (
            "Awards of £30k, £34k, £24k and £83k came to £162k.",
            "the amounts come to £171k against the £162k stated, £9k over (5.6%).",
        ),
        (
            "A total of £162,000: £80,000 to Moorings and £83,000 to Home.",
            "the amounts come to £163,000 against the £162,000 stated, £1,000 over (0.6%).",
        ),
        (
            "£162,000 was allocated as follows:\n\n- Moorings £80,000\n- Home £81,000",
            "the amounts come to £161,000 against the £162,000 stated, £1,000 short (0.6%).",
        ),
        (
            "The awards were:\n\n- Moorings £80,000\n- Home £81,000\n- Total £162,000",
            "the amounts come to £161,000 against the £162,000 stated, £1,000 short (0.6%).",
        ),
        (
            "Moorings | £30,000\nHome | £34,000\nTotal | £65,000",
            "the amounts come to £64,000 against the £65,000 stated, £1,000 short (1.5%).",
        ),
        (
            "The fund is £100,000. The group gave £40,000 to A, £50,000 to B and £30,000 to C.",
            "the amounts come to £120,000 against the £100,000 stated, £20,000 over (20.0%).",
        ),
        (
            "£0.8m was shared: £0.5m and £0.4m.",
            "the amounts come to £900,000 against the £0.8m stated, £100,000 over (12.5%).",
        ),
        (
            "They gave:\n\n- Moorings 30k\n- Home 34k\n\nThis makes 65k in all.",
            "the amounts come to 64k against the 65k stated, 1k short (1.5%).",
        ),
        ("£50,000 (30% of £162,000) is spent.", "30% of £162,000 is £48,600, not £50,000."),
        ("30 per cent of the £162,000 is £50,000.", "30% of £162,000 is £48,600, not £50,000."),
    ],
)
def test_2_14_what_does_not_add_up_is_said(text, sentence):
    found = said(text)
    assert found == [sentence.replace("30% of", "30% of")]


def test_2_14_a_share_in_one_paragraph_and_the_list_in_the_next_block():
    share = "What was left was divided between the five, which came to 162k each. Bids totalling 393k had come in."
    given = "These were to receive part of it:\n\n- Boats 30k\n- Home 34k\n- Drink 24k\n- Parents 83k"
    assert said(share, given) == ["the amounts come to 171k against the 162k stated, 9k over (5.6%)."]


@pytest.mark.parametrize(
    "text",
    [
        "A total of £162,000: £80,000 to Moorings and £82,000 to Home.",
        "30k + 34k + 24k + 83k = 171k",
        "£162,000 was allocated as follows:\n\n- Moorings £80,000\n- Home £82,000",
        "Moorings | £30,000\nHome | £34,000\nTotal | £64,000",
        "The fund is £100,000. The group gave £40,000 to A and £30,000 to B.",
        "Of the £162,000, £80,000 and £50,000 have been spent.",
        "Spend rose from £30k to £34k and then £40k.",
        "Quotes of £20k, £30k and £40k were received. The budget is £60k.",
        "Bids came in against the share of 162k:\n\n- Boats 100k\n- Home 200k",
        "There are two options, £40,000 or £50,000, within a budget of £60,000.",
        "The grant of £50,000 pays for:\n\n- about £30,000 of rent\n- £25,000 of wages",
        "The budget is £10,000.\n\n- Moorings asked £8,000, was given £4,000\n- Home asked £9,000, was given £6,000",
        "The budget is £60,000.\n\n- A post, £40,000\n- A room\n- A van, £30,000",
        "£802,345 and £100,000, in all £0.9m",
        "Grants of £5 each were made to three families: £5, £5 and £5.",
        "£48,600 (30% of £162,000) is spent.",
        "33% of £100,000 is £33,333.",
        "Each of five shares is 162k, 810k in all.",
        "The cost was £3,000 in 2010, £4,000 in 2011 and £5,000 in 2012.",
        "£1,000 was taken from £9,000, leaving £8,000.",
        "No money was spoken of.",
        "The fund was £50,000 last year and is £55,000 now:\n\n- Moorings £30,000\n- Home £25,000",
    ],
)
def test_2_14_what_adds_up_or_is_no_sum_is_left_alone(text):
    assert said(text) == []

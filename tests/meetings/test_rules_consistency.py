"""Where a text contradicts itself: a list and its number, blanks, enclosures (requirements 1.2, 1.13)."""

import pytest

from meetings.models import AgendaItem, Minute
from meetings.rules.consistency import blank_findings, count_findings, enclosure_findings
from meetings.rules.prose import passages

ITEM = AgendaItem(pk=1, number="3.1", title="The plan")


def points(how_many: int) -> str:
    return "\n\n" + "\n".join(f"- Point {n}" for n in range(how_many))


def counted(text: str) -> list[str]:
    return [found.about for found in count_findings(ITEM, passages([Minute(text=text)]))]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The plan has the five ‘main features’ of a trust. This means:" + points(7), "“five ‘main features’”, seven"),
        ("Four options were put:" + points(3), "“Four options”, three"),
        ("The plan has 5 aims:" + points(2), "“5 aims”, two"),
        ("There are six new areas of work, which are" + points(5), "“six new areas”, five"),
        ("Bids came from four schools:" + points(3), "“four schools”, three"),
        ("Twelve headings are proposed. These are" + points(14), "“Twelve headings”, 14"),
        ("- The board has two roles:\n  - To plan\n  - To pay\n  - To listen\n- And more", "“two roles”, three"),
        ("Three reasons were given:\n\n(1) One\n(2) Two", "“Three reasons”, two"),
    ],
)
def test_1_13_a_list_that_is_longer_or_shorter_than_the_text_says(text, sentence):
    stated, listed = sentence.rsplit(", ", 1)
    assert counted(text) == [f"the text says {stated}, and {listed} are listed."]


@pytest.mark.parametrize(
    "text",
    [
        "Three options were put:" + points(3),
        "There are five options, including:" + points(2),
        "Some of the five options are:" + points(2),
        "The two schools asked for the following:" + points(3),
        "The board meets 3 times a year to:" + points(2),
        "In the 2 years since, these were done:" + points(4),
        "The three partners run two projects:" + points(2),
        "Of ten bids the group agreed the following three:" + points(3),
        "The five aims were agreed." + points(3),
        "At 2.30 they spoke of:" + points(4),
        "Points were made:" + points(4),
        "Five aims were agreed in 2009.",
        points(3),
        "",
    ],
)
def test_1_13_a_list_that_is_as_long_as_it_says_is_left_alone(text):
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("The board noted the report of [post].", ["[post]"]),
        ("[Name] joined, and [name of the partner] left.", ["[Name]", "[name of the partner]"]),
        ("The sum is ____.", ["____"]),
        ("She said “we was [sic] there”.", []),
        ("It is [redacted].", []),
        ("See [the plan](https://example.org).", []),
        ("As in [1] and […].", []),
        ("Nothing left.", []),
    ],
)
def test_blanks_that_a_phrase_left(text, blanks):
    found = blank_findings(ITEM, passages([Minute(text=text)]))
    sentences = [finding.sentence.removeprefix("3.1 The plan: ") for finding in found]
    assert sentences == [f"“{blank}” is still to be filled in." for blank in blanks]


@pytest.mark.parametrize(
    ("agenda", "text", "count"),
    [
        ("Enclosures: None", "The plan is an appendix.", 1),
        ("", "Enclosures: none.\n\nA copy is at Appendix 1.", 1),
        ("Enclosures: nil. The plan is at Annex A.", "Noted.", 1),
        ("Enclosures: the plan", "It is at Appendix 1.", 0),
        ("Enclosures: None", "There is no appendix.", 0),
        ("", "It is at Appendix 1.", 0),
    ],
)
def test_1_2_enclosures_that_are_none_beside_an_appendix(agenda, text, count):
    item = AgendaItem(pk=1, number="3.1", title="The plan", text=agenda)
    assert len(enclosure_findings(item, passages([Minute(text=text)]))) == count

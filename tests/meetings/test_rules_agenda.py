"""The order and the numbers of an agenda (requirement 2.3)."""

import itertools

import pytest

from boards.models import TermsOfReference
from meetings.models import AgendaItem, Meeting, Minutes, Purpose
from meetings.rules import agenda
from trust.tools.refusal import why_not

SECTIONS, PLAIN = TermsOfReference.Numbering.SECTIONS, TermsOfReference.Numbering.PLAIN


def items(written: str) -> list[AgendaItem]:
    """From "Matters: KH scheme, =4a own, !exempt one; Loose" to items: sections end in ":", "=" states, "!" exempts."""
    keys, made = itertools.count(1), []
    for part in written.split(";"):
        heading, colon, rest = part.partition(":")
        section = AgendaItem(pk=next(keys), title=heading.strip(), is_section=bool(colon), position=len(made))
        made.append(marked(section))
        for title in filter(None, (words.strip() for words in rest.split(","))):
            item = AgendaItem(pk=next(keys), title=title, section=section, position=len(made))
            made.append(marked(item))
    return made


def marked(item: AgendaItem) -> AgendaItem:
    if item.title.startswith("="):
        item.number_stated, _, item.title = item.title[1:].partition(" ")
    elif item.title.startswith("!"):
        item.exempt_paragraphs, item.title = "3", item.title[1:]
    return item


@pytest.mark.parametrize(
    ("written", "scheme", "numbers"),
    [
        pytest.param("M: a, b; D: c; Next", SECTIONS, "1.0 1.1 1.2 2.0 2.1 3.0", id="sections N.0 and items N.n"),
        pytest.param("M: a, b; D: c; Next", PLAIN, "- 1 2 - 3 4", id="plain numbers run through all sections"),
        pytest.param("D: a, =19(a) b, c", SECTIONS, "1.0 1.1 - 1.2", id="a number of its own is skipped"),
        pytest.param("D: a, =1.2 b, c", SECTIONS, "1.0 1.1 - 1.3", id="and given to nobody else"),
        pytest.param(
            "=III D: a, b; E: c", SECTIONS, "- III.1 III.2 1.0 1.1", id="a section's own number is its items'"
        ),
        pytest.param("=4.0 D: a; E", SECTIONS, "- 4.1 1.0", id="4.0 numbers 4.1"),
        pytest.param("D: a, !b, !c, d", SECTIONS, "1.0 1.1 1.1A 1.1B 1.2", id="an exempt item leaves no gap"),
        pytest.param("D: !a, b", SECTIONS, "1.0 1.0A 1.1", id="an exempt item first in its section"),
        pytest.param("a; !b; c", PLAIN, "1 1A 2", id="an exempt item, plain"),
        pytest.param("a", SECTIONS, "1.0", id="one item"),
    ],
)
def test_2_3_numbers(written, scheme, numbers):
    assert [number or "-" for number in agenda.number_items(items(written), scheme)] == numbers.split()


def titles(found) -> str:
    return "; ".join(
        f"{one.top.title}: {', '.join(item.title for item in one.items)}" if one.top.is_section else one.top.title
        for one in found
    )


@pytest.mark.parametrize(
    ("moving", "up", "after"),
    [
        pytest.param("b", True, "M: b, a; D: c; N", id="up within its section"),
        pytest.param("a", False, "M: b, a; D: c; N", id="down within its section"),
        pytest.param("c", True, "M: a, b, c; D: ; N", id="up into the section above"),
        pytest.param("b", False, "M: a; D: b, c; N", id="down into the section below"),
        pytest.param("a", True, "M: a, b; D: c; N", id="the first stays"),
        pytest.param("c", False, "M: a, b; D: c; N", id="the last stays"),
        pytest.param("D", True, "D: c; M: a, b; N", id="a section takes its items along"),
        pytest.param("N", True, "M: a, b; N; D: c", id="a loose item passes a section"),
    ],
)
def test_one_place_up_or_down(moving, up, after):
    made = items("M: a, b; D: c; N")
    found = agenda.branches(made)
    agenda.shift(found, next(item for item in made if item.title == moving), up=up)
    assert titles(found) == after


@pytest.mark.parametrize(
    ("moving", "section", "before", "after"),
    [
        ("a", "D", "c", "M: b; D: a, c; N"),
        ("a", "D", None, "M: b; D: c, a; N"),
        ("b", "M", "a", "M: b, a; D: c; N"),
        ("c", None, "M", "c; M: a, b; D: ; N"),
        ("N", "M", "b", "M: a, N, b; D: c"),
        ("D", None, "M", "D: c; M: a, b; N"),
    ],
)
def test_dragged_to_a_place(moving, section, before, after):
    made = items("M: a, b; D: c; N")
    named = {item.title: item for item in made}
    found = agenda.branches(made)
    agenda.place(found, named[moving], section=named.get(section), before=named.get(before))
    assert titles(found) == after


def test_a_section_stands_in_no_other():
    made = items("M: a; D: c")
    sentence = why_not(agenda.place, agenda.branches(made), made[0], section=made[2], before=None)
    assert sentence == "A section cannot stand inside another."


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (None, ""),
        ("draft", ""),
        ("circulated", "The minutes of this meeting are circulated, and its agenda can no longer change."),
        ("approved", "The minutes of this meeting are approved, and the agenda with them."),
        ("signed", "The minutes of this meeting are approved, and the agenda with them."),
    ],
)
def test_when_the_agenda_can_change(state, sentence):
    assert why_not(agenda.check_agenda_open, Meeting(), Minutes(state=state) if state else None) == sentence


@pytest.mark.parametrize(
    ("purpose", "terms", "stands"),
    [
        (Purpose.LAST_MINUTES, {"approves_minutes": True}, True),
        (Purpose.LAST_MINUTES, {"approves_minutes": False}, False),
        (Purpose.DECLARATIONS, {"takes_declarations": True}, True),
        (Purpose.DECLARATIONS, {"takes_declarations": False}, False),
        (Purpose.MATTERS_ARISING, {"approves_minutes": False}, True),
    ],
)
def test_2_3_approving_and_declaring_are_the_terms_matter(purpose, terms, stands):
    assert agenda.stands_by_terms(purpose, TermsOfReference(**terms)) is stands

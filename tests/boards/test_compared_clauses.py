"""Two versions of an agreement clause by clause: the same, changed, moved, put in, taken out (issue 5 §4)."""

import re

import pytest

from boards.models import Clause
from boards.rules.compared_clauses import compared_clauses
from tests.boards.agreed import create_agreement


def clauses(text: str, first: int) -> list[Clause]:
    """From lines such as "i: Work together." """
    rows = [line.strip().split(": ", 1) for line in text.strip().splitlines()]
    return [
        Clause(pk=first + place, number=number, text=said, position=place) for place, (number, said) in enumerate(rows)
    ]


BEFORE = """i: Work together for the five outcomes.
ii: Share information in the way the protocol says.
iii: Contribute to strategic planning and research."""


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(BEFORE, [], id="the same"),
        pytest.param(BEFORE.replace("five", "six"), ["Clause i"], id="a word changed"),
        pytest.param(
            "i: Visit every harbour.\n" + BEFORE.replace("iii:", "iv:").replace("ii:", "iii:").replace("i: W", "ii: W"),
            ["Clause i, put in", "Clause ii, i before", "Clause iii, ii before", "Clause iv, iii before"],
            id="one put in before them",
        ),
        pytest.param("\n".join(BEFORE.splitlines()[::2]), ["Clause ii, taken out"], id="one taken out"),
        pytest.param(
            "i: Share information in the way the protocol says.\nii: Work together for the five outcomes.\n"
            + BEFORE.splitlines()[2],
            ["Clause i, moved, ii before", "Clause ii, i before"],
            id="two changed places",
        ),
        pytest.param(
            BEFORE.replace("Share information in the way the protocol says.", "Visit every harbour."),
            ["Clause ii, taken out", "Clause ii, put in"],
            id="another in its place",
        ),
        pytest.param("", ["Clause i, taken out", "Clause ii, taken out", "Clause iii, taken out"], id="all taken out"),
    ],
)
def test_4_6_versions_are_compared_clause_by_clause(after, told):
    found = compared_clauses(clauses(BEFORE, 1), clauses(after, 10) if after else [])
    assert [one.head for one in found if not one.is_same] == told


def test_every_clause_of_both_stands_in_it_once():
    before, after = clauses(BEFORE, 1), clauses("iii: Work.\nii: Work together for the six outcomes.", 10)
    found = compared_clauses(before, after)
    assert sorted(one.before.number for one in found if one.before) == ["i", "ii", "iii"]
    assert [one.after.number for one in found if one.after] == ["iii", "ii"]
    assert "".join(piece.text for piece in found[-1].pieces if piece.mark != "ins") in {one.text for one in before}


@pytest.mark.django_db
def test_4_6_the_page_compares_two_versions_word_by_word(cast, as_):
    first = create_agreement(cast)
    second = create_agreement(cast, version="2", supersedes=first, status="draft", lead_in="Each agrees:")
    clause = second.clauses.first()
    clause.text = "Words of clause one."
    clause.save()
    page = as_("clerk").get(f"/agreements/{second.pk}/compare/?with={first.pk}").content.decode()
    assert re.findall(r"<(del|ins)><span[^>]*>[^<]*</span>(1|one)<", page) == [("del", "1"), ("ins", "one")]
    assert "Words before the clauses" in page
    assert "The same in both: clause 2." in page
    assert f"/agreements/{second.pk}/compare/?with={first.pk}" in as_("clerk").get(f"/agreements/{second.pk}/").text
    other = create_agreement(cast, title="Protocol")
    assert as_("clerk").get(f"/agreements/{second.pk}/compare/?with={other.pk}").status_code == 404
    assert as_("clerk").get(f"/agreements/{second.pk}/compare/?with=x").status_code == 302
    assert as_("outsider").get(f"/agreements/{second.pk}/compare/?with={first.pk}").status_code == 404

"""The matrix answers who has agreed, when, by what authority, on any day: as a page, Excel and PDF."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from boards.models import Delegation
from tests.boards.agreed import ASKED, TODAY, create_agreement
from tests.factories import create_partner

pytestmark = pytest.mark.django_db

PAGE = "/agreements/matrix/"


@pytest.fixture
def agreement(cast):
    """The Health Trust agreed in principle, and ten days later for good under a delegated power."""
    agreement = create_agreement(cast)
    power = Delegation.objects.create(
        partner=cast.health, from_body="Trust board", to_post="Director", scope="All of it"
    )
    told = {"partner": cast.health, "by_body": "Trust board"}
    agreement.adoptions.create(answer="in_principle", decided_date=ASKED, **told)
    later = {"decided_date": ASKED + dt.timedelta(days=10), "paper": "=Minute 45", "delegation": power}
    agreement.adoptions.create(answer="agreed", **later, **told)
    return agreement


def cells(as_, **asked: object) -> dict[str, str]:
    """The sheet's first document, by partner."""
    file = as_("clerk").get("/agreements/matrix.xlsx", asked)
    rows = list(load_workbook(io.BytesIO(file.content)).active.values)
    return {row[0]: row[1] for row in rows[1:]}


def test_gap_2_who_has_agreed_when_and_by_what_authority(as_, agreement):
    page = as_("member").get(PAGE).content.decode()
    assert "by the Director under a delegated power" in page
    assert "Silent for 30 days" in page
    found = cells(as_)
    assert found["Northshire Health Trust"].startswith("Agreed. Trust board, ")
    assert found["Northshire County Council"] == "Not considered. Silent for 30 days"


def test_3_8_the_files_say_what_each_body_was_recommended_to_decide(cast, as_, agreement):
    agreement.asked.filter(partner=cast.health).update(recommendation="Pay half of it.")
    assert cells(as_)["Northshire Health Trust"].endswith(". Recommended: Pay half of it")
    file = as_("clerk").get(f"/agreements/{agreement.pk}/answers.csv").content.decode("utf-8-sig").splitlines()
    assert file[0].endswith(",Recommended to decide")
    assert any(line.startswith("Northshire Health Trust") and line.endswith(",Pay half of it.") for line in file)
    assert "Recommended: Pay half of it." in as_("member").get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("days", "word"), [(-1, ""), (0, "Agreed in principle"), (9, "Agreed in principle"), (10, "Agreed.")]
)
def test_4_6_on_any_date_in_the_past(as_, agreement, days, word):
    on = ASKED + dt.timedelta(days=days)
    found = cells(as_, on=on.isoformat())
    assert found.get("Northshire Health Trust", "").startswith(word)
    assert bool(found) == (days >= 0)


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_others_find_nothing_of_a_closed_board_in_it(as_, agreement, who):
    page = as_(who).get(PAGE).content.decode()
    assert "Silent for" not in page
    assert "Health Trust" not in page
    assert as_(who).get(f"/agreements/{agreement.pk}/answers.csv").status_code == 404


def test_it_is_cut_by_partner_and_answer(cast, as_, agreement):
    silent = as_("clerk").get("/agreements/matrix.csv", {"answer": "silent"}).content.decode()
    assert "County Council" in silent
    assert "Health Trust" not in silent
    one = as_("clerk").get("/agreements/matrix.csv", {"partner": cast.health.slug}).content.decode()
    assert "County Council" not in one


def test_by_clause_as_a_sheet_whose_cells_begin_no_formula(as_, agreement):
    file = as_("clerk").get(f"/agreements/{agreement.pk}/answers.csv").content.decode()
    heads, *rows = file.splitlines()
    assert heads.endswith("Clause 1,Clause 2")
    assert len(rows) == 2
    assert not any(cell.startswith("=") for row in rows for cell in row.split(","))


def test_as_pdf_with_the_day_it_is_of(as_, agreement):
    file = as_("clerk").get(f"/agreements/{agreement.pk}/answers.pdf", {"on": ASKED.isoformat()})
    assert file["Content-Type"] == "application/pdf"
    assert f"{ASKED:%d-%m-%Y}.pdf" in file["Content-Disposition"]
    assert file.content.startswith(b"%PDF")
    assert as_("clerk").get("/agreements/matrix.exe").status_code == 404


def test_statements_are_constant(cast, as_, agreement):
    client = as_("clerk")

    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE)
        return len(captured)

    statements()
    before = statements()
    for number in range(6):
        more = create_agreement(cast, title=f"Agreement {number}")
        partner = create_partner(f"Partner {number}")
        more.asked.create(partner=partner, asked_date=ASKED)
        told = {"partner": partner, "by_body": "Board", "decided_date": TODAY}
        for clause in more.clauses.all():
            more.adoptions.create(clause=clause, answer="amended", amendment="Or else", **told)
    assert statements() == before <= 20

"""The picture page, its drawing and its PDF: on any day, and what each of the cast may know of."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import BoardRelation
from tests.factories import create_board
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.django_db

APRIL, EVE = dt.date(2011, 4, 1), dt.date(2011, 3, 31)
PLACES = ["/boards/picture/", "/boards/picture.svg"]
INSIDE, OUTSIDE = ["clerk", "chair", "member"], ["member_of_another_partner", "outsider", "public"]


def read(client, address, **asked):
    return client.get(address, asked).content.decode()


@pytest.fixture
def network(cast):
    """Trust Board, under it the closed Executive Group, under that a public panel."""
    top = create_board("Trust Board", visibility="public")
    panel = create_board("Public Panel", visibility="public")
    BoardRelation.objects.create(board=cast.board, to_board=top, kind="under")
    BoardRelation.objects.create(board=panel, to_board=cast.board, kind="under")
    BoardRelation.objects.create(board=panel, to_board=cast.board, kind="reports_to", words="monthly")
    return top


@pytest.mark.parametrize("who", OUTSIDE)
@pytest.mark.parametrize("address", PLACES)
def test_gap_9_others_see_neither_the_board_nor_its_gap(as_, network, who, address):
    page = read(as_(who), address, since="2001-01-01")
    assert "Public Panel" in page
    assert "Trust Board" in page
    assert "Executive" not in page
    assert "reports to" not in page
    assert "monthly" not in page


@pytest.mark.parametrize("who", INSIDE)
def test_those_who_sit_on_it_see_it_drawn_and_in_the_list(as_, network, who):
    page = read(as_(who), "/boards/picture/")
    listed = re.sub(r"\s+", " ", page.split('id="list"')[1])
    assert listed.index("Trust Board") < listed.index("Executive Group") < listed.index("Public Panel")
    assert "reports to Executive Group: “monthly”" in listed
    assert 'aria-hidden="true"' in page.split("<svg")[1].split(">")[0]


def test_0_8_the_structure_of_another_day_is_read_with_what_changed(as_, network):
    old = create_board("Service Partnership", visibility="public", ended_date=EVE, status="superseded")
    new = create_board("Priority Group", visibility="public", founded_date=APRIL)
    BoardRelation.objects.create(board=new, to_board=old, kind="succeeds", from_date=APRIL)
    before = read(as_("public"), "/boards/picture/", on="2011-03-31")
    assert "Service Partnership" in before
    assert "Priority Group" not in before
    assert "Thursday 31 March 2011" in before
    after = read(as_("public"), "/boards/picture/", on="2011-04-01", since="2011-03-31")
    assert "is new." in after
    assert "is no longer there" in after
    assert "What changed since 31 March 2011" in after


@pytest.mark.parametrize(
    "asked", [{"on": "soon"}, {"since": "2011-02-30"}, {"on": "2011-01-01", "since": "2012-01-01"}]
)
def test_a_day_that_is_none_gets_a_sentence_and_the_picture(as_, network, asked):
    page = read(as_("public"), "/boards/picture/", **asked)
    assert 'role="alert"' in page
    assert "Public Panel" in page


def test_where_there_are_no_boards_the_page_says_what_would_be_here(client, db):
    page = read(client, "/boards/picture/")
    assert "There was none." in page
    assert "Sign in" in page


def test_statements_are_constant(cast, as_, network):
    member = as_("member")

    def counted():
        with CaptureQueriesContext(connection) as captured:
            read(member, "/boards/picture/", since="2005-01-01")
        return len(captured)

    before = counted()
    for number in range(20):
        board = create_board(f"Group {number}", visibility="public")
        BoardRelation.objects.create(board=board, to_board=network, kind="under")
        BoardRelation.objects.create(board=board, to_board=network, kind="reports_to")
    assert counted() == before <= 9


@pytest.mark.skipif(bool(missing_for_pdf()), reason="no Pango")
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_picture_is_on_one_sheet_across_and_told_in_the_tagged_pdf(as_, network, tmp_path, paper):
    import pikepdf

    answer = as_("member").get("/boards/picture.pdf", {"paper": paper})
    path = tmp_path / "picture.pdf"
    path.write_bytes(answer.content)
    with pikepdf.open(path) as pdf:
        width, height = (float(side) for side in pdf.pages[0].MediaBox[2:])
        assert (width > height, round(width)) == (True, 842 if paper == "a4" else 1191)
        assert len(pdf.pages) == 2
        figures = [str(thing.Alt) for thing in pdf.objects if _is_figure(thing)]
    assert [said.startswith("The network of boards on ") for said in figures] == [True]


def _is_figure(thing):
    import pikepdf

    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"

"""The calendar over all boards, as each of the cast."""

import datetime as dt
import io

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from openpyxl import load_workbook

from boards.models import Board
from tests.factories import create_meeting
from trust.tools.sheets import safe_cell

pytestmark = pytest.mark.django_db


@pytest.fixture
def meetings(cast):
    create_meeting(cast.board, dt.date(2011, 1, 25), state="held", venue="=cmd()")
    create_meeting(cast.other_board, dt.date(2031, 1, 25))
    return create_meeting(cast.board, dt.date(2031, 2, 22))


def page(as_, who, query="") -> str:
    return as_(who).get(f"/meetings/{query}").content.decode()


def test_each_reader_sees_what_they_may_know_of(cast, as_, meetings):
    assert "Executive Group, Saturday 22 February 2031" in page(as_, "member")
    assert "Safer Streets" not in page(as_, "member")
    assert "Executive" not in page(as_, "member_of_another_partner")
    assert "No meeting has been called that you may know of" in page(as_, "public")
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    assert "Executive Group" in page(as_, "public")


@pytest.mark.parametrize("query", ["year=0000", "year=٠٠٠٠", "year=99999", "board=%00", "year=%00"])
def test_a_choice_that_makes_no_sense_breaks_nothing(as_, meetings, query):
    assert as_("member").get(f"/meetings/?{query}").status_code == 200
    assert as_("member").get(f"/meetings/meetings.csv?{query}").status_code == 200


def test_the_choice_is_in_the_address(as_, meetings):
    assert "2011" not in page(as_, "member", "?year=2031").split("Show</button>")[1]
    assert "One meeting</p>" in page(as_, "member", "?board=executive-group&year=2011")
    assert "No meeting of that board and year" in page(as_, "member", "?board=safer-streets-group")
    assert "Two meetings</p>" in page(as_, "member", "?year=none")


def test_the_list_as_files_holds_no_formula(as_, meetings):
    sheet = as_("member").get("/meetings/meetings.csv").content.decode("utf-8-sig")
    assert "'=cmd()" in sheet
    assert "Safer" not in sheet
    book = load_workbook(io.BytesIO(as_("member").get("/meetings/meetings.xlsx?year=2011").content))
    assert [cell.value for cell in book.active[2]][3] == "'=cmd()"
    assert as_("member").get("/meetings/meetings.exe").status_code == 404


@pytest.mark.parametrize(
    ("value", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("Room 2", "Room 2"), (-3, -3), (None, "")]
)
def test_cells_are_safe(value, cell):
    assert safe_cell(value) == cell


@pytest.mark.parametrize("many", [1, 12])
def test_the_cost_does_not_grow(cast, as_, meetings, many, django_assert_max_num_queries):
    for month in range(many):
        create_meeting(cast.board, dt.date(2032, month + 1, 1))
    client = as_("member")
    with django_assert_max_num_queries(8):
        client.get("/meetings/")


def on_the_board_page(cast, who) -> str:
    request = RequestFactory().get("/")
    request.user = getattr(cast, who)
    template = Template("{% load meetings_of_board %}{% board_meetings board %}")
    return template.render(Context({"request": request, "board": cast.board}))


def test_the_board_page_shows_its_meetings(cast, meetings):
    assert "Tuesday 25 January 2011" in on_the_board_page(cast, "member")
    assert "Call a meeting" in on_the_board_page(cast, "clerk")
    assert "Call a meeting" not in on_the_board_page(cast, "member")
    assert "2011" not in on_the_board_page(cast, "member_of_another_partner")

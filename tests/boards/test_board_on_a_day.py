"""A board, and its names and relations, as of any day (issue 5 §2)."""

import datetime as dt

import pytest

from boards.models import BoardName, BoardRelation, BoardStatus
from tests.factories import create_board, create_person

pytestmark = pytest.mark.django_db

BEFORE, AFTER = "2010-06-01", "2012-06-01"
EVE, APRIL = dt.date(2011, 3, 31), dt.date(2011, 4, 1)


@pytest.fixture
def changed(cast):
    """Since April 2011 another name, another status, under another board, and another in the seat."""
    board = cast.board
    BoardName.objects.create(board=board, name="Pilot Group", strapline="First steps", to_date=EVE)
    BoardName.objects.create(board=board, name=board.name, from_date=APRIL)
    BoardStatus.objects.create(board=board, status="pilot", to_date=EVE)
    BoardStatus.objects.create(board=board, status="standing", from_date=APRIL)
    BoardRelation.objects.create(
        board=board, to_board=create_board("Old Trust", visibility="public"), kind="under", to_date=EVE
    )
    BoardRelation.objects.create(
        board=board, to_board=create_board("New Trust", visibility="public"), kind="under", from_date=APRIL
    )
    cast.seats["member"].holdings.update(from_date=APRIL)
    cast.seats["member"].holdings.create(person=create_person("Asha Quill"), to_date=EVE)
    return board


def read(client, board, day, page=""):
    answer = client.get(f"{board.get_absolute_url()}{page}?on={day}")
    assert answer.status_code == 200
    text = answer.content.decode()
    return text[text.index("<h1") : text.index("<footer")]


def test_the_board_as_it_was_on_a_day(as_, changed):
    then, now = read(as_("member"), changed, BEFORE), read(as_("member"), changed, AFTER)
    for said in ("Pilot Group", "First steps", "Asha Quill", "Old Trust"):
        assert (said in then, said in now) == (True, said == "Pilot Group")
    assert ("Joss Lindqvist" in now, "New Trust" in now, "New Trust" in then) == (True, True, False)
    assert "As of" in then


def test_names_and_relations_of_a_day(as_, changed):
    then = read(as_("member"), changed, BEFORE, "network/")
    assert "it was called Pilot Group, “First steps”, and was pilot" in then
    assert then.index("Old Trust") < then.index("On other days") < then.index("New Trust")


@pytest.mark.parametrize("page", ["", "network/"])
@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_a_closed_board_is_absent_on_every_day(as_, changed, who, page):
    assert as_(who).get(f"{changed.get_absolute_url()}{page}?on={BEFORE}").status_code == 404


@pytest.mark.parametrize("page", ["", "network/"])
@pytest.mark.parametrize("day", ["1066-13-01", "1066-10-14", "9999-12-31", "x" * 300, "%00", "31.3.2011"])
def test_what_is_no_day_is_said(as_, changed, page, day):
    answer = as_("member").get(f"{changed.get_absolute_url()}{page}?on={day}")
    assert answer.status_code in (200, 422)
    assert answer.status_code == 200 or any(
        said in answer.content.decode() for said in ("is no day", "Nothing is kept")
    )


def test_nothing_can_be_changed_from_another_day(as_, changed):
    assert "/change/" not in read(as_("clerk"), changed, BEFORE)
    assert "/seats/add/" not in read(as_("clerk"), changed, BEFORE)


def test_a_board_that_had_not_begun_was_not_called_anything(as_, changed):
    changed.founded_date, changed.ended_date = APRIL, dt.date(2013, 3, 31)
    changed.save()
    before, after = (
        read(as_("member"), changed, BEFORE, "network/"),
        read(as_("member"), changed, "2014-01-01", "network/"),
    )
    assert "It had not begun on this day: its first day is Friday 1 April 2011." in before
    assert "It has ended by this day: its last day is Sunday 31 March 2013." in after
    assert "it was called" not in before + after


def test_what_is_to_come_is_not_said_to_be_since(as_, changed):
    """Names, relations and who joins a footprint begin on a day that has not come."""
    later = create_board("Later Trust", visibility="public")
    BoardRelation.objects.create(board=changed, to_board=later, kind="reports_to", from_date=dt.date(2090, 4, 1))
    page = " ".join(read(as_("member"), changed, AFTER, "network/").split())
    assert "From 1 April 2090" in page
    assert "Since 1 April 2090" not in page
    assert "Since 1 April 2011" in page

"""A sheet that was brought in is taken back as one act, or not at all (issue 5 §1)."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from boards.models import PeopleSheet, Person, Post, Seat, SeatHolding
from boards.operations import sheet as operations
from boards.operations.sheet_back import take_sheet_back
from boards.permissions import words_on
from tests.boards.keeper import done
from tests.boards.sheets import a_row, csv_of
from tests.factories import create_attendance, create_meeting, create_seat
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LEAVES = a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026")
BEGINS = a_row("Asha Quill", Post_of_the_person="Head of Service")
NEW = a_row("Nye Harte", Partner="Police", New_seat="yes")


def standing() -> dict[str, list[Any]]:
    """Everybody, every post, seat and time in one, as they stand."""
    models = (Person, Post, Seat, SeatHolding)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@pytest.fixture
def before(cast):
    return standing()


@pytest.fixture
def sheet(cast, before) -> PeopleSheet:
    """One leaves, one new person takes the seat, and one sits in a new seat."""
    given = {"by": cast.clerk, "at": timezone.now()}
    sheet = operations.send_sheet(name="autumn.csv", content=csv_of(LEAVES, BEGINS, NEW), **given)
    operations.ask_to_bring_in(sheet=sheet, by=cast.clerk)
    return operations.bring_in(sheet=sheet, on=TODAY, **given)


def back(cast, sheet, by=None) -> PeopleSheet:
    return take_sheet_back(sheet=sheet, why="The wrong year", by=by or cast.clerk, at=timezone.now(), on=TODAY)


def test_everything_is_as_it_was_and_access_with_it(cast, sheet, before):
    assert "see_papers" not in words_on(cast.member, cast.board)
    taken = back(cast, sheet)
    assert standing() == before
    assert "see_papers" in words_on(cast.member, cast.board)
    assert (taken.state, taken.taken_back_by, taken.reason) == ("taken_back", cast.clerk, "The wrong year")
    last = cast.seats["member"].holdings.get().history.first()
    assert last.history_change_reason == "The sheet autumn.csv is taken back: The wrong year"


def test_it_is_done_on_its_page_after_reading_it_through(cast, as_, sheet, before):
    page = as_("clerk").get(sheet.get_absolute_url()).content.decode()
    address = f"{sheet.get_absolute_url()}take-back/"
    assert address in page
    after = done(as_("clerk"), address, why="The wrong year").content.decode()
    assert ("Taken back" in after, "The wrong year" in after, standing() == before) == (True, True, True)


def change(what: str) -> None:
    asha = Person.objects.get(name="Asha Quill")
    if what == "person":
        asha.email = "asha@example.org"
        asha.save()
    if what == "ended":
        holding = SeatHolding.objects.get(person__name="Joss Lindqvist")
        holding.to_date = dt.date(2026, 3, 30)
        holding.save()
    if what == "seat":
        seat = Seat.objects.get(partner__short_name="Police", board__name="Executive Group")
        seat.title = "Borough Commander"
        seat.save()


@pytest.mark.parametrize(("what", "said"), [("person", "Asha Quill"), ("ended", "Joss Lindqvist"), ("seat", "Borough")])
def test_what_was_changed_since_refuses_it_whole(cast, sheet, what, said):
    change(what)
    now = standing()
    with pytest.raises(Refused, match=said) as refused:
        back(cast, sheet)
    assert ("changed since the sheet was brought in" in str(refused.value), standing() == now) == (True, True)


@pytest.mark.parametrize("what", ["attendance", "seat"])
def test_what_is_named_elsewhere_since_refuses_it_whole(cast, sheet, what):
    asha = Person.objects.get(name="Asha Quill")
    if what == "attendance":
        create_attendance(create_meeting(cast.board), asha, seat=cast.seats["member"])
    else:
        create_seat(cast.other_board, partner=cast.police, holder=asha)
    now = standing()
    with pytest.raises(Refused, match="named elsewhere since"):
        back(cast, sheet)
    assert standing() == now


def test_twice_is_said_and_a_sheet_that_is_not_in_has_nothing_to_take_back(cast, as_, sheet):
    back(cast, sheet)
    again = as_("clerk").post(f"{sheet.get_absolute_url()}take-back/", {"why": "x", "confirmed": "yes"})
    assert (again.status_code, "is taken back already" in again.content.decode()) == (409, True)
    fresh = operations.send_sheet(name="x.csv", content=csv_of(NEW), by=cast.clerk, at=timezone.now())
    with pytest.raises(Refused, match="there is nothing to take back"):
        back(cast, fresh)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_nobody_else_takes_it_back(cast, as_, sheet, who):
    now = standing()
    answer = as_(who).post(f"{sheet.get_absolute_url()}take-back/", {"why": "x", "confirmed": "yes"})
    assert (answer.status_code in (403, 404), standing() == now) == (True, True)

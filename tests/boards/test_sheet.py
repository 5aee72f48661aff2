"""People and seats from a sheet: looked at first, then whole or not at all (issue 5 §1)."""

import datetime as dt
from typing import Any

import pytest

from boards.models import ChairBar, PeopleSheet, Person, Post, Seat, SeatHolding
from boards.operations import access
from boards.operations import sheet as operations
from boards.queries.sheet import plan_of
from tests.boards.keeper import create_keeper
from tests.boards.sheets import a_row, csv_of
from tests.factories import create_person, create_seat
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 4, 2)
NOW = dt.datetime(2026, 4, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def send(cast):
    def sent(*rows: dict[str, str], by: Any = None) -> PeopleSheet:
        return operations.send_sheet(name="autumn.csv", content=csv_of(*rows), by=by or cast.clerk, at=NOW)

    return sent


@pytest.fixture
def planned(cast, send):
    """What rows come to, as the act of each and its sentences."""

    def told(*rows: dict[str, str]) -> list[tuple[str, list[str]]]:
        return [(line.act, line.wrong or line.said) for line in plan_of(send(*rows), cast.clerk)]

    return told


@pytest.fixture
def brought_in(cast, send):
    def done(*rows: dict[str, str], by: Any = None, **choices: str) -> PeopleSheet:
        by = by or cast.clerk
        sheet = send(*rows, by=by)
        given = {int(name[4:]): value for name, value in choices.items()}
        operations.choose_people(sheet=sheet, choices=given, by=by)
        operations.ask_to_bring_in(sheet=sheet, by=by)
        return operations.bring_in(sheet=sheet, by=by, at=NOW, on=TODAY)

    return done


def test_who_begins_in_a_free_seat_is_told_and_nothing_is_made(cast, planned):
    create_seat(cast.board, partner=cast.health)
    people = Person.objects.count()
    assert planned(a_row("Asha Quill")) == [("make", ["Asha Quill, who is new, sits there from 1 April 2026."])]
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "Joss Lindqvist holds this seat and no last day is set. End that first."),
        ({"Board": "Safer Streets Group"}, "You manage no board called “Safer Streets Group”."),
        ({"Board": ""}, "The row names no board."),
        ({"Partner": "Harbour Trust"}, "No partner goes by “Harbour Trust”."),
        ({"Partner": "", "Class_of_partners": "Schools"}, "No class of partners is called “Schools”."),
        ({"Partner": ""}, "Say whose seat it is: a partner, a class of partners, or a post."),
        ({"Person": ""}, "The row names nobody, and does not say yes under New seat."),
        ({"Partner": "Police"}, "The board has no such seat. Write yes under New seat to have it made."),
        ({"First_day": ""}, "First day is empty."),
        ({"Last_day": "1 March 2026"}, "The last day, 1 March 2026, is before the first, 1 April 2026."),
        ({"First_day": "", "Last_day": "1 May 2026"}, "Asha Quill does not hold this seat, so it cannot end."),
        ({"Part": "Chair", "New_seat": "yes"}, "The board has a chair’s seat: Northshire County Council. End it"),
        ({"Part": "Observer", "New_seat": "yes", "Votes": "yes"}, "An observer does not vote."),
        ({"First_day": "46113"}, "First day is the number 46113, which a spreadsheet shows as 1 April 2026."),
    ],
)
def test_what_stands_against_a_row_is_said_beside_it(planned, said, wrong):
    (line,) = planned(a_row("Asha Quill", **said))
    assert line[0] == "wrong"
    assert line[1][0].startswith(wrong)


def test_one_leaves_and_another_begins_in_one_sheet_in_any_order(cast, planned):
    begins = a_row("Asha Quill")
    leaves = a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026")
    assert planned(begins, leaves) == [
        ("make", ["Asha Quill, who is new, sits there from 1 April 2026."]),
        ("change", ["Joss Lindqvist leaves the seat after 31 March 2026."]),
    ]


def test_a_year_of_change_is_brought_in_and_history_says_from_which_sheet(cast, brought_in):
    sheet = brought_in(
        a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026"),
        a_row("Asha Quill", E_mail="", Post_of_the_person="Head of Service") | {"E-mail address": "a@example.org"},
        a_row("Nye Harte", Partner="Police", New_seat="yes", Membership="Associate"),
    )
    asha = Person.objects.get(name="Asha Quill")
    assert (asha.email, str(asha.posts.get())) == ("a@example.org", "Head of Service, Health Trust")
    assert asha.holdings.get().seat == cast.seats["member"]
    seat = Seat.objects.get(board=cast.board, partner=cast.police)
    assert (seat.membership, seat.holdings.get().person.name) == ("associate", "Nye Harte")
    assert sheet.made == {"seats": 1, "people": 2, "holdings": 2, "ended": 1, "same": 0}
    for record in (asha, seat, asha.holdings.get(), cast.seats["member"].holdings.get(person__name="Joss Lindqvist")):
        last = record.history.first()
        assert (last.history_user, last.history_change_reason) == (cast.clerk, "From the sheet autumn.csv")


def test_access_is_what_the_seats_say_once_the_sheet_is_in(cast, brought_in):
    assert cast.member.groups.filter(boardgrant__content_object=cast.board).exists()
    brought_in(a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026"))
    assert not cast.member.groups.filter(boardgrant__content_object=cast.board).exists()


def test_access_is_made_once_for_each_board_and_partner(cast, brought_in, monkeypatch):
    done: list[str] = []
    real = access._board_groups
    monkeypatch.setattr(access, "_board_groups", lambda board: done.append(board.name) or real(board))
    brought_in(*(a_row(f"Person {n}", New_seat="yes") for n in range(5)))
    assert done == ["Executive Group"]


def test_sent_again_everything_is_so_already(cast, send, brought_in):
    rows = [
        a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026"),
        a_row("Asha Quill"),
        a_row("", Partner="Police", New_seat="yes"),
        a_row("", Partner="Police", New_seat="yes"),
    ]
    brought_in(*rows)
    assert Seat.objects.filter(board=cast.board, partner=cast.police).count() == 2
    again = send(*rows)
    assert {line.act for line in plan_of(again, cast.clerk)} == {"same"}
    with pytest.raises(Refused, match="There is nothing to bring in"):
        operations.ask_to_bring_in(sheet=again, by=cast.clerk)


def test_two_rows_for_one_person_in_one_seat(planned):
    create = a_row("Asha Quill", New_seat="yes")
    assert planned(create, create)[1][1] == [
        "Another row has Asha Quill in this seat on some of those days. Take one of them out."
    ]


def test_two_rows_for_one_person_on_two_boards_make_one_person(cast, brought_in):
    keeper = create_keeper()
    row = a_row("Asha Quill", New_seat="yes")
    brought_in(row, row | {"Board": "Safer Streets Group"}, by=keeper)
    assert Person.objects.get(name="Asha Quill").holdings.count() == 2


def test_somebody_of_that_name_may_be_somebody_else_so_it_is_asked(cast, planned):
    other = create_person("Asha Quill", partner=cast.council, post="Headteacher")
    create_seat(cast.board, partner=cast.council, holder=other, role="observer", voting=False)
    assert planned(a_row("Asha Quill", New_seat="yes")) == [("choose", [])]


@pytest.mark.parametrize(("choice", "count"), [("new", 2), ("theirs", 1)])
def test_the_officer_says_who_it_is(cast, brought_in, choice, count):
    other = create_person("Asha Quill", partner=cast.council, post="Headteacher")
    create_seat(cast.board, partner=cast.council, holder=other, role="observer", voting=False)
    value = choice if choice == "new" else f"person-{other.pk}"
    brought_in(a_row("Asha Quill", New_seat="yes", Post_of_the_person="Governor"), row_2=value)
    assert Person.objects.filter(name="Asha Quill").count() == count
    assert Post.objects.filter(person__name="Asha Quill", partner=cast.health, title="Governor").count() == 1


def test_another_address_is_somebody_else(cast, planned):
    other = create_person("Asha Quill", partner=cast.council, email="asha@example.org")
    create_seat(cast.board, partner=cast.council, holder=other, role="observer", voting=False)
    row = a_row("Asha Quill", New_seat="yes") | {"E-mail address": "quill@example.org"}
    assert planned(row)[0][0] == "make"


def test_a_name_of_another_board_is_not_given_away(cast, planned):
    """The clerk may not know of those on a closed board; somebody of that name is new to them."""
    (line,) = planned(a_row("Oyin Adeyemi", New_seat="yes"))
    assert line[0] == "make"


def test_what_changed_meanwhile_leaves_nothing_behind_but_the_reason(cast, send):
    create_seat(cast.board, partner=cast.police)
    sheet = send(a_row("Asha Quill", New_seat="yes"), a_row("Nye Harte", Partner="Police"))
    operations.ask_to_bring_in(sheet=sheet, by=cast.clerk)
    Seat.objects.filter(partner=cast.police, board=cast.board).update(to_date=dt.date(2026, 3, 1))
    operations.bring_in_sheet.function(sheet_id=sheet.pk, by_id=cast.clerk.pk)
    sheet.refresh_from_db()
    assert (sheet.state, sheet.reason) == ("failed", "One row must be put right or told apart first.")
    assert not Person.objects.filter(name="Asha Quill").exists()


def test_a_row_refused_half_way_undoes_the_rows_before_it(cast, send, monkeypatch):
    sheet = send(a_row("Asha Quill", New_seat="yes"), a_row("Nye Harte", New_seat="yes"))
    operations.ask_to_bring_in(sheet=sheet, by=cast.clerk)
    real, given = operations.appoint, []

    def second_refused(**said: Any) -> Any:
        given.append(said)
        if len(given) > 1:
            raise Refused("The tide is out.")
        return real(**said)

    monkeypatch.setattr(operations, "appoint", second_refused)
    seats = Seat.objects.count()
    operations.bring_in_sheet.function(sheet_id=sheet.pk, by_id=cast.clerk.pk)
    sheet.refresh_from_db()
    assert (sheet.state, sheet.reason) == ("failed", "Row 3: The tide is out.")
    assert (Seat.objects.count(), Person.objects.filter(name="Asha Quill").count()) == (seats, 0)


def test_whoever_sits_by_their_post_leaves_with_it(cast, planned):
    Seat.objects.filter(pk=cast.seats["member"].pk).update(title="Director", follows_post=True)
    (line,) = planned(a_row("Joss Lindqvist", First_day="", Last_day="31 March 2026"))
    assert line[1][0].startswith("Joss Lindqvist sits here as Director, and leaves the seat when they leave that post.")


def test_a_chair_barred_elsewhere_is_refused_in_the_preview(cast, send):
    joss = cast.person("member")
    ChairBar.objects.create(board=cast.board, other_board=cast.other_board, source="Working Together")
    create_seat(cast.other_board, partner=cast.council, holder=joss, role="chair")
    SeatHolding.objects.filter(seat=cast.seats["chair"]).update(to_date=dt.date(2026, 3, 31))
    sheet = send(a_row("Joss Lindqvist", Partner="Council", Part="Chair"))
    sheet = operations.choose_people(sheet=sheet, choices={2: f"person-{joss.pk}"}, by=cast.clerk)
    (line,) = plan_of(sheet, cast.clerk)
    assert line.wrong[0].startswith("Joss Lindqvist chairs another board that, by a rule of the partnership,")


def test_statements_do_not_grow_with_the_rows(cast, send, django_assert_max_num_queries):
    sheet = send(*(a_row(f"Person {n}", New_seat="yes") for n in range(60)))
    with django_assert_max_num_queries(14):
        assert len(plan_of(sheet, cast.clerk)) == 60

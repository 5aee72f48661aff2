"""Appointing, leaving, covering, adding and ending seats; and access that follows."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from boards.models import Person, Post, Seat, SeatHolding, Substitute
from boards.operations import seat as operations
from boards.permissions import words_on
from boards.rules.person import NewPerson
from tests.factories import create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
NEW = {"name": "Asha Quill", "initials": "", "email": "asha@example.org", "post": "Head of Service"}


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def seat_page(cast, act="", who="member"):
    return f"/boards/executive-group/seats/{cast.seats[who].pk}/{act}"


def holding_of(cast, who="member"):
    return cast.seats[who].holdings.get()


def leave(cast, who="member", last_day=TODAY - dt.timedelta(days=1)):
    holding = holding_of(cast, who)
    operations.end_holding(holding=holding, last_day=last_day, by=cast.clerk, on=TODAY)


def acts(cast):
    substitute = Substitute.objects.create(seat=cast.seats["member"], person=create_person("Bryn Toller"))
    ends = [f"holders/{holding_of(cast).pk}/end/", f"substitutes/{substitute.pk}/end/", "end/"]
    pages = [seat_page(cast, act) for act in ["appoint/", "substitutes/add/", *ends]]
    changes = [seat_page(cast, act) for act in ("change/", "agency/", "vacancy/")]
    return [*pages, *changes, "/boards/executive-group/seats/add/"]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 403),
        ("member", 403),
        ("member_of_another_partner", 404),
        ("outsider", 404),
        ("public", 404),
    ],
)
def test_who_may_change_seats(cast, as_, who, status):
    client = as_(who)
    assert {client.get(page).status_code for page in acts(cast)} == {status}
    posted = {client.post(page, {"confirmed": "yes"} | day("last_day", TODAY)).status_code for page in acts(cast)}
    assert posted == ({status} if status != 200 else {302, 409, 422})


@pytest.mark.parametrize(("who", "status"), [("clerk", 200), ("member", 200), ("outsider", 404), ("public", 404)])
def test_who_reads_a_seat(cast, as_, who, status):
    assert as_(who).get(seat_page(cast)).status_code == status


def test_a_seat_of_another_board_is_not_here(cast, as_):
    assert as_("clerk").get(seat_page(cast, "appoint/", "member_of_another_partner")).status_code == 404


def test_appointing_is_read_through_before_it_is_done(cast, as_):
    leave(cast)
    asked = NEW | day("from_date", TODAY)
    read = as_("clerk").post(seat_page(cast, "appoint/"), asked)
    assert "Read it through" in read.content.decode()
    assert "Asha Quill (AQ), who is new here" in read.content.decode()
    assert not Person.objects.filter(name="Asha Quill").exists()
    done = as_("clerk").post(seat_page(cast, "appoint/"), asked | {"confirmed": "yes"}, follow=True)
    assert "The seat is filled." in done.content.decode()
    holding = SeatHolding.objects.get(person__name="Asha Quill")
    assert (holding.seat, holding.from_date, holding.history.get().history_user) == (
        cast.seats["member"],
        TODAY,
        cast.clerk,
    )
    assert Post.objects.get(person=holding.person).partner == cast.health


def test_an_answer_can_be_changed(cast, as_):
    leave(cast)
    page = as_("clerk").post(seat_page(cast, "appoint/"), NEW | day("from_date", TODAY) | {"change": "yes"})
    assert 'value="Asha Quill"' in page.content.decode()


def test_a_second_holder_for_a_filled_seat_is_refused_with_nothing_lost(cast, as_):
    leave(cast, last_day=dt.date(2999, 3, 31))
    page = as_("clerk").post(seat_page(cast, "appoint/"), NEW | day("from_date", TODAY))
    assert page.status_code == 409
    said = "Joss Lindqvist holds this seat until 31 March 2999. End that first, or start later."
    assert said in page.content.decode()
    assert 'value="asha@example.org"' in page.content.decode()
    assert not Person.objects.filter(name="Asha Quill").exists()


def test_the_database_refuses_what_slipped_past_the_rule(cast, monkeypatch):
    monkeypatch.setattr("boards.rules.seat.check_seat_free", lambda *args: None)
    with pytest.raises(Refused, match="Somebody else changed this seat at the same moment"):
        operations.appoint(
            seat=cast.seats["member"], person=NewPerson("Asha Quill"), from_date=TODAY, by=cast.clerk, on=TODAY
        )
    assert not Person.objects.filter(name="Asha Quill").exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatHolding.objects.create(seat=cast.seats["member"], person=cast.person("chair"), from_date=TODAY)


def test_appointing_gives_access_and_the_last_day_takes_it(cast):
    seat = create_seat(cast.board, partner=cast.police)
    person = cast.person("member_of_another_partner")
    assert not words_on(cast.member_of_another_partner, cast.board)
    held = operations.appoint(seat=seat, person=person, from_date=TODAY, by=cast.clerk, on=TODAY)
    assert words_on(cast.member_of_another_partner, cast.board) == {"see_papers", "see_exempt"}
    yesterday = TODAY - dt.timedelta(days=1)
    held.from_date = yesterday
    held.save()
    operations.end_holding(holding=held, last_day=yesterday, why="Moved post", by=cast.clerk, on=TODAY)
    assert not words_on(cast.member_of_another_partner, cast.board)
    assert held.history.first().history_change_reason == "Moved post"


@pytest.mark.parametrize(
    ("who", "words"),
    [("member", {"see_papers", "see_exempt"}), ("chair", {"see_papers", "see_exempt"})],
)
def test_a_substitute_reads_and_does_not_preside(cast, who, words):
    person = cast.person("member_of_another_partner")
    Post.objects.create(person=person, partner=cast.seats[who].partner)
    covering = operations.add_substitute(seat=cast.seats[who], person=person, from_date=TODAY, by=cast.clerk, on=TODAY)
    assert words_on(cast.member_of_another_partner, cast.board) == words
    covering.from_date = TODAY - dt.timedelta(days=9)
    covering.save()
    operations.end_substitute(substitute=covering, last_day=TODAY - dt.timedelta(days=1), by=cast.clerk, on=TODAY)
    assert not words_on(cast.member_of_another_partner, cast.board)


def test_the_minute_takers_substitute_takes_minutes(cast):
    person = cast.person("outsider")
    Post.objects.create(person=person, partner=cast.council)
    operations.add_substitute(seat=cast.seats["clerk"], person=person, from_date=TODAY, by=cast.clerk, on=TODAY)
    assert "minute" in words_on(cast.outsider, cast.board)


def test_a_seat_is_added_vacant_and_ended(cast, as_):
    asked = {"partner": cast.police.pk, "role": "member", "membership": "core", "voting": "on", "confirmed": "yes"}
    asked |= {"count": "1"}
    page = as_("clerk").post("/boards/executive-group/seats/add/", asked | day("from_date", TODAY), follow=True)
    assert "Vacant" in page.content.decode()
    seat = Seat.objects.get(board=cast.board, partner=cast.police)
    operations.end_seat(seat=seat, last_day=TODAY, by=cast.clerk, on=TODAY)
    with pytest.raises(Refused, match="This seat ends on"):
        operations.appoint(seat=seat, person=cast.person("member"), from_date=TODAY, by=cast.clerk, on=TODAY)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"role": "member"}, "Say whose seat it is: a partner, a class of partners, or a post."),
        ({"title": "Guest", "role": "observer", "voting": "on"}, "An observer does not vote."),
    ],
)
def test_a_seat_that_cannot_be_is_refused(as_, asked, said):
    page = as_("clerk").post(
        "/boards/executive-group/seats/add/", {"membership": "core", "count": "1"} | asked | day("from_date", TODAY)
    )
    assert page.status_code == 409
    assert said in page.content.decode()


def test_a_form_half_filled_says_what_is_missing(cast, as_):
    page = as_("clerk").post(seat_page(cast, "appoint/"), {"from_date_day": "31", "from_date_month": "2"})
    assert page.status_code == 422
    assert "Choose somebody from the list" in page.content.decode()
    assert "The date must include a year." in page.content.decode()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Zoë Ŵ\u202e Ŷ\t ap Rhys", "Zoë Ŵ Ŷ ap Rhys"),
        ("👩‍🏫 Ms Reed", "👩‍🏫 Ms Reed"),
        ("مريم Haddad\u200f", "مريم Haddad\u200f"),
    ],
)
def test_any_name_is_text(cast, as_, name, kept):
    leave(cast)
    asked = {"name": name, "confirmed": "yes"} | day("from_date", TODAY)
    page = as_("clerk").post(seat_page(cast, "appoint/"), asked, follow=True)
    assert SeatHolding.objects.filter(seat=cast.seats["member"], person__name=kept).exists()
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize("name", ["\u202e\u202c", "Asha\x00 Quill"])
def test_a_name_of_nothing_is_asked_for_again(cast, as_, name):
    leave(cast)
    asked = {"name": name, "confirmed": "yes"} | day("from_date", TODAY)
    assert as_("clerk").post(seat_page(cast, "appoint/"), asked).status_code == 422


def test_the_chair_may_not_appoint(cast):
    with pytest.raises(NotPermitted):
        operations.end_seat(seat=cast.seats["member"], last_day=TODAY, by=cast.chair, on=TODAY)

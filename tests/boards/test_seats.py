"""The places at a board: whose, how many, from when; and what changes from a day on."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Constituency, Post, Seat, SeatHolding, Substitute
from boards.operations.seat import add_substitute, appoint, end_holding
from boards.operations.seats import add_seats, change_seat, confirm_agency
from boards.permissions import words_on
from boards.queries.seats import seats_on, voting_seats_on
from boards.rules.place import Place
from tests.factories import create_partner, create_person, create_seat, create_user
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)
ADD = "/boards/executive-group/seats/add/"
ASKED = {
    "role": "member",
    "membership": "core",
    "voting": "on",
    "count": "1",
    "from_date_day": TODAY.day,
    "from_date_month": TODAY.month,
    "from_date_year": TODAY.year,
    "confirmed": "yes",
}


def page_of(seat, act=""):
    return f"/boards/executive-group/seats/{seat.pk}/{act}"


def test_3_6_four_seats_of_an_agency_to_be_confirmed_are_added_at_once(cast, as_):
    for agency in ("first key agency", "second key agency", "third key agency"):
        as_("clerk").post(ADD, ASKED | {"agency_stated": agency, "count": "4"})
    added = Seat.objects.filter(board=cast.board).exclude(agency_stated="")
    assert added.count() == 12
    text = as_("member").get("/boards/executive-group/").content.decode()
    assert "First key agency, to be confirmed" in text
    seat = added.filter(agency_stated="first key agency").first()
    form = as_("clerk").get(page_of(seat, "agency/")).content.decode()
    assert "For all 4 seats of the “first key agency”" in form
    asked = {"partner": cast.police.pk, "all_so_stated": "on", "confirmed": "yes"}
    done = as_("clerk").post(page_of(seat, "agency/"), asked, follow=True).content.decode()
    assert "The partner is confirmed." in done
    assert "Stated in the paper as the first key agency" in done
    assert added.filter(partner=cast.police).count() == 4


@pytest.mark.parametrize("stated", ["a key agency", "The  key agency", "key agency"])
def test_3_6_an_agency_is_stated_without_its_article(cast, as_, stated):
    """The pages say “the key agency” of it."""
    as_("clerk").post(ADD, ASKED | {"agency_stated": stated})
    assert Seat.objects.filter(board=cast.board, agency_stated="key agency").count() == 1


def test_3_6_a_partner_is_confirmed_once(cast):
    [seat] = add_seats(
        board=cast.board, place=Place(agency_stated="first key agency"), from_date=TODAY, by=cast.clerk, on=TODAY
    )
    said = {"seat": seat, "all_so_stated": False, "by": cast.clerk, "on": TODAY}
    confirm_agency(partner=cast.health, **said)
    with pytest.raises(Refused, match="This seat is Northshire Health Trust’s already"):
        confirm_agency(partner=cast.police, **said)


def test_4_8_a_partner_sends_an_officer_and_an_elected_member_in_one_act(cast, as_):
    as_("clerk").post(ADD, ASKED | {"partner": cast.police.pk, "side": "both"})
    seats = Seat.objects.filter(board=cast.board, partner=cast.police)
    assert sorted(seats.values_list("side", flat=True)) == ["member", "officer"]
    text = as_("member").get("/boards/executive-group/").content.decode()
    assert "Elected member" in text
    assert "Officer" in text


def test_1_6_a_seat_is_agreed_and_vacant_and_says_why(cast, as_):
    said = {"title": "Two young people", "vacancy_reason": "Aspired to; no young person is found yet"}
    as_("clerk").post(ADD, ASKED | said)
    assert "Aspired to; no young person is found yet" in as_("member").get("/boards/executive-group/").content.decode()
    seat = Seat.objects.get(title="Two young people")
    appoint(seat=seat, person=cast.person("outsider"), from_date=TODAY, by=cast.clerk, on=TODAY)
    seat.refresh_from_db()
    assert seat.vacancy_reason == ""
    refused = as_("clerk").post(page_of(seat, "vacancy/"), {"vacancy_reason": "x", "confirmed": "yes"})
    assert refused.status_code == 409
    assert "Petra Nowak holds this seat: it is not vacant." in refused.content.decode()


def test_4_3_a_seat_belongs_to_a_class_and_is_covered_from_within_it(cast):
    schools = Constituency.objects.create(name="Schools and colleges")
    college = create_partner("Westmere College", constituency=schools)
    seat = create_seat(cast.board, constituency=schools, title="Head teacher")
    mine, other = create_person(partner=college), create_person("Hal Okonedo", partner=cast.police)
    add_substitute(seat=seat, person=mine, from_date=TODAY, by=cast.clerk, on=TODAY)
    said = "Hal Okonedo has a post with Northshire Police, and none with Schools and colleges. A substitute comes"
    with pytest.raises(Refused, match=said):
        add_substitute(seat=seat, person=other, from_date=TODAY, by=cast.clerk, on=TODAY)


def test_h1_a_substitute_from_another_agency_is_refused_with_nothing_lost(cast, as_):
    asked = ASKED | {"person": cast.person("chair").pk}
    page = as_("clerk").post(page_of(cast.seats["member"], "substitutes/add/"), asked)
    assert page.status_code == 409
    assert "Rhiannon Vale has a post with Northshire County Council, and none with Northshire" in page.content.decode()
    assert not Substitute.objects.exists()


def test_h1_a_post_that_has_ended_is_offered_as_one(cast, as_):
    left = create_person("Asha Quill")
    Post.objects.create(person=left, partner=cast.health, title="Ward Manager", to_date=dt.date(2015, 12, 1))
    SeatHolding.objects.filter(seat=cast.seats["member"]).update(person=left)
    form = as_("clerk").get(page_of(cast.seats["member"], "substitutes/add/")).content.decode()
    assert "Asha Quill, Ward Manager, Health Trust (until 1 December 2015)" in form


def test_h1_somebody_without_any_post_sits_for_the_agency_only_with_a_reason(cast, as_):
    petra = cast.person("outsider")
    create_seat(cast.board, title="Lay member", holder=petra)
    at, asked = page_of(cast.seats["member"], "substitutes/add/"), ASKED | {"person": petra.pk}
    page = as_("clerk").post(at, asked)
    assert (page.status_code, "say why they do so without a post" in page.content.decode()) == (409, True)
    why = {"without_post": "Retired in March, speaks for the Trust until June"}
    assert "Retired in March" in as_("clerk").post(at, asked | why | {"change": "yes"}).content.decode()
    as_("clerk").post(at, asked | why)
    assert Substitute.objects.get().without_post == why["without_post"]
    seat = as_("clerk").get(page_of(cast.seats["member"], "")).content.decode()
    assert "Sits for it without a post: Retired in March" in seat


def test_h1_somebody_new_without_a_post_gets_none(cast, as_):
    told = {"name": "Hal Okonedo", "without_post": "A neighbour of the school"}
    as_("clerk").post(page_of(cast.seats["member"], "substitutes/add/"), ASKED | told)
    hal = Substitute.objects.get().person
    assert (hal.name, hal.posts.exists()) == ("Hal Okonedo", False)


def test_h1_a_reason_does_not_let_in_somebody_of_another_agency(cast, as_):
    asked = ASKED | {"person": cast.person("chair").pk, "without_post": "Knows the matter"}
    page = as_("clerk").post(page_of(cast.seats["member"], "substitutes/add/"), asked)
    assert (page.status_code, Substitute.objects.exists()) == (409, False)


def test_h2_substitutes_are_asked_in_an_order_that_can_be_changed(cast, as_):
    seat, today = cast.seats["member"], TODAY
    first, second = (create_person(name, partner=cast.health) for name in ("Asha Quill", "Bryn Toller"))
    for person in (first, second):
        add_substitute(seat=seat, person=person, from_date=today, by=cast.clerk, on=today)
    row = seat.substitutes.get(person=second)
    done = as_("clerk").post(page_of(seat, f"substitutes/{row.pk}/move/"), {"way": "up"}, follow=True)
    assert "Bryn Toller has moved up." in done.content.decode()
    assert [who.person for who in seat.substitutes.all()] == [second, first]
    assert as_("member").post(page_of(seat, f"substitutes/{row.pk}/move/"), {"way": "down"}).status_code == 403


def test_h3_the_vote_is_taken_away_from_a_day_on_and_meetings_before_keep_it(cast, as_):
    seat, holder = cast.seats["member"], cast.person("member")
    asked = ASKED | {"partner": cast.health.pk, "why": "Votes are for the statutory members"}
    del asked["voting"]
    done = as_("clerk").post(page_of(seat, "change/"), asked, follow=True)
    assert "The seat is changed." in done.content.decode()
    votes = {
        day: [one.seat.voting for one in seats_on(cast.board, day) if one.holder == holder]
        for day in (YESTERDAY, TODAY)
    }
    assert votes == {YESTERDAY: [True], TODAY: [False]}
    assert "see_papers" in words_on(cast.member, cast.board)


def test_a_mistake_in_a_seat_is_put_right_in_the_seat_itself(cast):
    seat = cast.seats["member"]
    place = Place(partner=cast.health, title="Director of Nursing")
    change_seat(seat=seat, place=place, from_date=seat.from_date, by=cast.clerk, on=TODAY)
    seat.refresh_from_db()
    assert (seat.title, Seat.objects.filter(partner=cast.health, board=cast.board).count()) == (
        "Director of Nursing",
        1,
    )


def test_two_chairs_where_one_is_allowed_are_refused(cast, as_):
    page = as_("clerk").post(ADD, ASKED | {"partner": cast.health.pk, "role": "chair"})
    assert page.status_code == 409
    said = "The board has a chair’s seat: Northshire County Council. End it first, or make both of them joint chairs."
    assert said in page.content.decode()


def test_joint_chairs_both_preside(cast):
    seat, user = cast.seats["chair"], create_user()
    place = Place(partner=cast.council, role=Seat.Role.JOINT_CHAIR)
    change_seat(seat=seat, place=place, from_date=TODAY, by=cast.clerk, on=TODAY)
    second = Place(partner=cast.health, role=Seat.Role.JOINT_CHAIR)
    [added] = add_seats(board=cast.board, place=second, from_date=TODAY, by=cast.clerk, on=TODAY)
    appoint(seat=added, person=create_person(partner=cast.health, user=user), from_date=TODAY, by=cast.clerk, on=TODAY)
    assert "chair" in words_on(user, cast.board)
    assert "chair" in words_on(cast.chair, cast.board)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"title": "Guest", "membership": "attendee"}, "Somebody in attendance does not vote."),
        ({"title": "Borough Commander", "follows_post": "on"}, "Name both the partner and the post"),
    ],
)
def test_a_seat_that_cannot_be_is_refused(as_, asked, said):
    page = as_("clerk").post(ADD, ASKED | asked)
    assert page.status_code == 409
    assert said in page.content.decode()


def test_a_seat_cannot_end_before_it_began(cast, as_):
    asked = {"last_day_day": "1", "last_day_month": "1", "last_day_year": "2004", "confirmed": "yes"}
    page = as_("clerk").post(page_of(cast.seats["member"], "end/"), asked)
    assert page.status_code == 409
    assert "This seat began on 1 January 2005. Its last day cannot be before that." in page.content.decode()


def test_keepers_manage_seats_and_read_no_papers(cast, as_):
    keeper = create_user()
    Post.objects.create(person=create_person(user=keeper), partner=cast.council, keeps_register=True)
    from boards.operations.access import refresh_board_access

    refresh_board_access(cast.board, on=TODAY)
    client = as_("public")
    client.force_login(keeper)
    assert client.get(page_of(cast.seats["member"])).status_code == 200
    assert words_on(keeper, cast.board) == {"manage"}


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner"])
def test_others_may_neither_add_nor_change(cast, who):
    by = getattr(cast, who)
    refused = (NotPermitted, Exception)
    with pytest.raises(refused):
        add_seats(board=cast.board, place=Place(title="Guest"), from_date=TODAY, by=by, on=TODAY)
    with pytest.raises(refused):
        change_seat(seat=cast.seats["chair"], place=Place(title="Guest"), from_date=TODAY, by=by, on=TODAY)
    assert not Seat.objects.filter(title="Guest").exists()


def test_nobody_leaves_a_seat_that_goes_with_their_post_by_the_seat(cast):
    post = Post.objects.get(person=cast.person("member"))
    place = Place(partner=cast.health, title=post.title, follows_post=True)
    seat = change_seat(seat=cast.seats["member"], place=place, from_date=TODAY, by=cast.clerk, on=TODAY)
    holding = SeatHolding.objects.get(seat=seat)
    with pytest.raises(Refused, match="Joss Lindqvist sits here as Director, Child and Family Health"):
        end_holding(holding=holding, last_day=TODAY, by=cast.clerk, on=TODAY)


def test_demand_11_who_sat_on_a_day_is_read_as_of_that_day(cast, as_):
    end_holding(holding=cast.seats["member"].holdings.get(), last_day=YESTERDAY, by=cast.clerk, on=TODAY)
    page = "/boards/executive-group/seats/"
    assert "Joss Lindqvist" not in as_("clerk").get(page).content.decode()
    past = as_("clerk").get(f"{page}?on={YESTERDAY.isoformat()}").content.decode()
    assert "Joss Lindqvist" in past
    sheet = as_("clerk").get(f"{page}seats.csv?on={YESTERDAY.isoformat()}").content.decode("utf-8-sig")
    assert 'Health Trust,"Director, Child and Family Health",,Votes,Joss Lindqvist,' in sheet
    assert as_("public").get(page).status_code == 404
    assert as_("clerk").get(f"{page}seats.exe").status_code == 404


def test_h5_an_associate_member_has_a_standing_place_reads_the_papers_and_has_no_vote(cast, as_):
    ines = create_person("Ines Farrow", partner=cast.police, user=create_user("ines@example.org"))
    create_seat(cast.board, partner=cast.police, holder=ines, membership="associate", voting=False)
    assert words_on(ines.user, cast.board) == {"see_papers", "see_exempt"}
    page = as_("member").get("/boards/executive-group/").text
    assert "Associate member" in page
    assert "Ines Farrow" in page
    assert voting_seats_on(cast.board, TODAY) == 2, "a quorum is counted of the others"


def test_gap_4_seats_belong_to_agencies_and_those_who_hold_and_cover_them_are_dated(cast):
    seat = cast.seats["member"]
    heir = create_person("Ines Farrow", partner=cast.health)
    held = seat.holdings.get()
    end_holding(holding=held, last_day=YESTERDAY, by=cast.clerk, on=TODAY)
    assert [one.holding for one in seats_on(cast.board, TODAY) if one.seat == seat] == [None], (
        "vacant, and its own still"
    )
    appoint(seat=seat, person=heir, from_date=TODAY, by=cast.clerk, on=TODAY)
    add_substitute(seat=seat, person=held.person, from_date=TODAY, by=cast.clerk, on=TODAY)
    for day, holder, covers in ((YESTERDAY, held.person, []), (TODAY, heir, [held.person])):
        now = next(one for one in seats_on(cast.board, day) if one.seat == seat)
        assert (now.seat.partner, now.holding.person, [one.person for one in now.substitutes]) == (
            cast.health,
            holder,
            covers,
        )

"""How many seats each agency has, on every board and over all, against the terms (requirements 1.15, 3.6)."""

import datetime as dt
import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from boards.models import Constituency, Partner, Seat, SeatShare
from boards.queries.share import shares_of
from boards.rules.share import Share, owner_counted
from tests.factories import create_board, create_partner, create_person, create_seat

TODAY = timezone.localdate()
PAGE = "/boards/balance/"
SCHOOLS = Partner(pk=5, constituency_id=3)


@pytest.mark.parametrize(
    ("seat", "given", "owner"),
    [
        pytest.param(Seat(partner=SCHOOLS), [], ("partner", 5), id="its partner"),
        pytest.param(Seat(partner=SCHOOLS), [("class", 3)], ("class", 3), id="the class that the terms name"),
        pytest.param(Seat(partner=SCHOOLS), [("partner", 5), ("class", 3)], ("partner", 5), id="partner before class"),
        pytest.param(Seat(agency_stated="first key agency"), [], ("stated", "first key agency"), id="as stated"),
        pytest.param(
            Seat(partner=SCHOOLS, agency_stated="first key agency"),
            [("stated", "first key agency")],
            ("stated", "first key agency"),
            id="a partner confirmed counts for what the paper said",
        ),
        pytest.param(Seat(constituency_id=3), [], ("class", 3), id="its class"),
        pytest.param(Seat(title="Chief Executive"), [], ("post", ""), id="a post alone"),
    ],
)
def test_1_15_whose_share_a_seat_counts_for(seat, given, owner):
    assert owner_counted(seat, given) == owner


def leadership_group(cast):
    """Four seats from each of three agencies, none of them named; one agency has three."""
    board = create_board("Leadership Group", visibility="public")
    terms = board.terms.get()
    for agency, seats in (("first key agency", 4), ("second key agency", 4), ("third key agency", 3)):
        SeatShare.objects.create(terms=terms, agency_stated=agency, number=4)
        for _ in range(seats):
            Seat.objects.create(board=board, agency_stated=agency, from_date=dt.date(2020, 1, 1))
    return board


@pytest.mark.django_db
def test_3_6_four_from_each_of_three_agencies_is_twelve_and_who_is_short_is_shown(cast, as_):
    board = leadership_group(cast)
    shares = shares_of([board], TODAY)
    assert [(one.owner, one.number, one.given, one.short) for one in shares] == [
        ("First key agency", 4, 4, 0),
        ("Second key agency", 4, 4, 0),
        ("Third key agency", 3, 4, 1),
    ]
    text = as_("public").get(f"{PAGE}?board=leadership-group").content.decode()
    assert "11 seats, one short of the terms" in text
    assert "one short" in text


@pytest.mark.django_db
def test_1_15_over_all_boards_by_agency(cast, as_):
    create_seat(cast.other_board, partner=cast.council, holder=cast.person("clerk"))
    text = as_("clerk").get(f"{PAGE}?over_all=yes&order=-seats").content.decode()
    assert "<caption" in text
    assert text.index("Council") < text.index("Health Trust")


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["member_of_another_partner", "public"])
def test_1_15_a_board_that_one_may_not_know_of_is_in_no_balance(as_, who):
    for asked in ("", "?over_all=yes", "?board=executive-group"):
        text = as_(who).get(PAGE + asked).content.decode()
        assert "Executive Group" not in text
        assert "Health Trust" not in text


@pytest.mark.django_db
def test_1_15_minute_takers_observers_and_those_in_attendance_weigh_nothing(cast):
    create_seat(cast.board, partner=cast.police, membership="attendee", voting=False)
    create_seat(cast.board, partner=cast.police, role="observer", voting=False)
    found = {share.owner: share.number for share in shares_of([cast.board], TODAY)}
    assert found == {"Council": 1, "Health Trust": 1}


@pytest.mark.django_db
def test_1_15_the_balance_of_a_day_in_the_past(cast, as_):
    create_seat(cast.board, partner=cast.police, from_date=TODAY)
    yesterday = TODAY - dt.timedelta(days=1)
    assert "Police" in as_("member").get(f"{PAGE}?board=executive-group").content.decode()
    past = as_("member").get(f"{PAGE}?board=executive-group&on={yesterday.isoformat()}").content.decode()
    assert "Police" not in past.split("<table")[1]


@pytest.mark.django_db
def test_1_15_a_day_that_is_none_is_said(as_):
    answer = as_("member").get(f"{PAGE}?on=yesterday")
    assert answer.status_code == 422
    assert "“yesterday” is no day." in answer.content.decode()


@pytest.mark.django_db
def test_1_15_as_a_sheet(cast, as_):
    cast.council.short_name = "=Council"
    cast.council.save()
    text = as_("member").get(f"{PAGE}balance.csv").content.decode("utf-8-sig")
    assert "Executive Group,'=Council,1,1,1,,0" in text
    book = load_workbook(io.BytesIO(as_("member").get(f"{PAGE}balance.xlsx?over_all=yes").content))
    assert [cell.value for cell in next(book.active.rows)][:2] == ["Agency", "Boards"]
    assert as_("member").get(f"{PAGE}balance.exe").status_code == 404


@pytest.mark.django_db
def test_4_3_a_class_that_the_terms_give_seats_is_counted_by_its_partners(cast):
    schools = Constituency.objects.create(name="Schools and colleges")
    SeatShare.objects.create(terms=cast.board.terms.get(), constituency=schools, number=3)
    college = create_partner("Westmere College", constituency=schools)
    create_seat(cast.board, partner=college, holder=create_person(partner=college))
    create_seat(cast.board, constituency=schools)
    found = {share.owner: share for share in shares_of([cast.board], TODAY)}
    assert (found["Schools and colleges"].number, found["Schools and colleges"].short) == (2, 1)


@pytest.mark.django_db
def test_6_the_balance_takes_as_many_statements_for_many_boards(cast, django_assert_num_queries):
    boards = [leadership_group(cast), *(create_board() for _ in range(5))]
    for board in boards[1:]:
        create_seat(board, partner=cast.police, holder=create_person())
    for some in (boards[:1], boards):
        with django_assert_num_queries(4):
            shares_of(some, TODAY)


def test_a_share_that_has_more_than_given_is_over():
    share = Share(None, "Council", given=1, seats=[Seat(), Seat()], filled=1)
    assert (share.over, share.short, share.vacant) == (1, 0, 1)

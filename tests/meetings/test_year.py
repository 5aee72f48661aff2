"""The meetings a board holds every year (requirement 1.8), as each of the cast reads and makes them."""

import datetime as dt

import pytest

from boards.models import Board
from meetings.models import Meeting, StandingItem, YearlyMeeting
from meetings.operations.year import create_year
from tests.factories import create_meeting
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db

AT = "/boards/executive-group/year/"
YEAR = f"{AT}?year=2031"
MARCH, SEPTEMBER, FEBRUARY = dt.date(2031, 3, 11), dt.date(2031, 9, 9), dt.date(2032, 2, 10)


@pytest.fixture
def purposes(cast):
    """Agree, review, sign off; a board that anybody may know of."""
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()
    cast.board.terms.update(meetings_a_year=3)
    said = [("Agree the plan and what is spent", 3), ("Mid-year review", 9), ("End of year", 2)]
    return [
        YearlyMeeting.objects.create(board=cast.board, purpose=purpose, month=month, position=place)
        for place, (purpose, month) in enumerate(said, 1)
    ]


def sent(purposes, *days: dt.date | None) -> dict[str, object]:
    form: dict[str, object] = {"form": "in_person", "starts_at": "2pm", "venue": "Town Hall"}
    for one, day in zip(purposes, days, strict=False):
        if day:
            parts = {"day": day.day, "month": day.month, "year": day.year}
            form |= {f"day_{one.pk}_{part}": value for part, value in parts.items()}
    return form


def make(cast, purposes, *days):
    given = {one.pk: day for one, day in zip(purposes, days, strict=False) if day}
    return create_year(board=cast.board, year=2031, on=MARCH, days=given, by=cast.clerk, venue="Town Hall")


def test_1_8_three_meetings_are_made_together_with_their_standing_items(cast, as_, purposes):
    StandingItem.objects.create(board=cast.board, title="Any other business", position=1)
    StandingItem.objects.create(board=cast.board, title="The plan for next year", position=2, yearly=purposes[0])
    days = sent(purposes, MARCH, SEPTEMBER, FEBRUARY)
    assert "Usually in February 2032" in as_("clerk").get(f"{AT}create/?year=2031").content.decode()
    assert "What happens next" in as_("clerk").post(f"{AT}create/?year=2031", days).content.decode()
    assert not Meeting.objects.exists()
    as_("clerk").post(f"{AT}create/?year=2031", days | {"confirmed": "yes"})
    made = list(Meeting.objects.order_by("date"))
    assert [(one.date, one.yearly) for one in made] == list(zip((MARCH, SEPTEMBER, FEBRUARY), purposes, strict=True))
    agendas = [set(one.items.values_list("title", flat=True)) for one in made]
    assert all("Any other business" in agenda for agenda in agendas)
    assert ["The plan for next year" in agenda for agenda in agendas] == [True, False, False]


def test_1_8_a_missing_meeting_and_a_fourth_are_shown(cast, as_, purposes):
    make(cast, purposes, MARCH, SEPTEMBER)
    page = as_("clerk").get(YEAR).content.decode()
    assert "No meeting is in the calendar for “End of year”." in page
    make(cast, purposes, None, None, FEBRUARY)
    create_meeting(cast.board, dt.date(2031, 12, 2))
    page = as_("clerk").get(YEAR).content.decode()
    assert "Four meetings are in this year, and three are usual." in page
    assert "Tuesday 2 December 2031" in page


def test_1_8_two_meetings_for_one_purpose_are_shown_and_one_is_put_right(cast, as_, purposes):
    make(cast, purposes, MARCH)
    other = create_meeting(cast.board, dt.date(2031, 9, 16), yearly=purposes[0])
    assert "Two meetings are for “Agree the plan and what is spent”." in as_("clerk").get(YEAR).content.decode()
    as_("clerk").post(f"{AT}meetings/{other.address}/", {"yearly": purposes[1].pk})
    other.refresh_from_db()
    assert other.yearly == purposes[1]


@pytest.mark.parametrize(("days", "sentence"), [
    ([], "Give the day of at least one meeting."),
    ([dt.date(2030, 3, 11)], "11 March 2030 is not in this year"),
    ([MARCH, MARCH], "Two of these meetings are on one day."),
])  # fmt: skip
def test_1_8_days_that_cannot_be_are_refused_and_nothing_is_half_made(cast, as_, purposes, days, sentence):
    with pytest.raises(Refused, match=sentence):
        make(cast, purposes, *days)
    answer = as_("clerk").post(f"{AT}create/?year=2031", sent(purposes, *days) | {"confirmed": "yes"})
    assert (answer.status_code, sentence in answer.content.decode()) == (409, True)
    assert not Meeting.objects.exists()


def test_1_8_one_that_is_there_is_not_made_again(cast, purposes):
    make(cast, purposes, MARCH)
    with pytest.raises(Refused, match="in the calendar already"):
        make(cast, purposes, dt.date(2031, 3, 18))


def test_1_8_purposes_are_set_down_changed_and_ended_by_the_officers(cast, as_):
    as_("clerk").post(f"{AT}purposes/add/", {"purpose": "Mid-year review", "month": 9, "position": 1})
    one = YearlyMeeting.objects.get()
    as_("clerk").post(f"{AT}purposes/{one.pk}/", {"purpose": "Review", "month": 10, "position": 1})
    one.refresh_from_db()
    assert (one.purpose, one.month) == ("Review", 10)
    as_("clerk").post(f"{AT}purposes/{one.pk}/end/", {"confirmed": "yes"})
    one.refresh_from_db()
    assert one.ended_date is not None


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "public"])
def test_1_8_others_read_the_year_and_change_nothing(cast, as_, purposes, who):
    make(cast, purposes, MARCH)
    page = as_(who).get(YEAR).content.decode()
    assert "Mid-year review" in page
    assert ("Tuesday 11 March 2031" in page) == (who == "chair")
    assert ("No meeting is in the calendar" in page) == (who == "chair")
    for act in ("create/?year=2031", "purposes/add/", f"purposes/{purposes[0].pk}/end/"):
        as_(who).post(f"{AT}{act}", sent(purposes, None, SEPTEMBER) | {"purpose": "x", "month": 1, "confirmed": "yes"})
    assert Meeting.objects.count() == 1
    assert YearlyMeeting.objects.filter(ended_date=None).count() == 3


def test_1_8_the_year_is_a_sheet_and_nonsense_in_the_address_is_this_year(cast, as_, purposes):
    make(cast, purposes, MARCH)
    rows = as_("clerk").get("/boards/executive-group/year.csv?year=2031").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("Agree the plan and what is spent,March 2031,11 March 2031")
    assert rows[2].endswith("Not in the calendar")
    assert as_("public").get(f"{AT}?year=99999999999").status_code == 200


def test_1_8_a_standing_item_can_belong_to_one_meeting_of_the_year(cast, as_, purposes):
    given = {"title": "Sign off", "is_section": "item", "purpose": "decision", "yearly": purposes[2].pk}
    as_("clerk").post("/boards/executive-group/standing-items/add/", given)
    assert StandingItem.objects.get().yearly == purposes[2]
    assert "Only at: End of year" in as_("clerk").get("/boards/executive-group/standing-items/").content.decode()

"""The room on the ordinary pages: coming, going, the chair, stand-ins (requirement 2.1; demands 14, 15; H1)."""

import pytest

from boards.operations.access import refresh_board_access
from meetings.models import Movement, Presiding
from tests.factories import create_item, create_person
from tests.meetings.minuted import create_with_items, numbers_away, row

pytestmark = pytest.mark.django_db
PAGE = "/boards/executive-group/meetings/2025-10-14/attendance/"
CAST = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


@pytest.fixture
def meeting(cast):
    return create_with_items(cast, "1", "2", "3")


def left(meeting, number="2", **fields):
    item = meeting.items.get(number=number).pk if number else ""
    return {"attendance": row(meeting).pk, "happened": "left", "item": item, "at_time": ""} | fields


def taken(meeting, number="2", name="Joss Lindqvist", how="elected"):
    item = meeting.items.get(number=number).pk if number else ""
    return {"attendance": row(meeting, name).pk, "item": item, "how": how}


def test_demand_14_who_records_and_who_reads(as_, meeting):
    posted = [as_(who).post(f"{PAGE}movements/add/", left(meeting)).status_code for who in CAST]
    assert posted == [302, 403, 403, 404, 404, 404]
    assert numbers_away(meeting) == ["2", "3"]
    sentence = "Joss Lindqvist left the meeting at item 2."
    assert sentence in as_("member").get(PAGE).content.decode()
    assert "Take back" not in as_("member").get(PAGE).content.decode()
    pk = Movement.objects.get().pk
    back = [as_(who).post(f"{PAGE}movements/{pk}/take-back/").status_code for who in reversed(CAST)]
    assert back == [404, 404, 404, 403, 403, 302]
    assert numbers_away(meeting) == []


def test_demand_15_what_is_lost_shows_at_once(as_, meeting):
    page = as_("clerk").post(f"{PAGE}movements/add/", left(meeting), follow=True).content.decode()
    assert "There is no quorum now: 1 of the 2 voting seats needed was filled." in page
    assert "No quorum at 2 Business" in page


@pytest.mark.parametrize(
    ("wrong", "sentence", "status"),
    [
        ({"item": ""}, "Say at which item, or at what time.", 422),
        ({"at_time": "late"}, "Enter a time, like 2pm or 14:00.", 422),
        ({"attendance": "999999"}, "That cannot be chosen", 422),
        ({"happened": "came_back"}, "Joss Lindqvist has been here from the start, and has not left.", 409),
    ],
)
def test_what_is_refused_keeps_the_form(as_, meeting, wrong, sentence, status):
    answer = as_("clerk").post(f"{PAGE}movements/add/", left(meeting, **wrong))
    assert (answer.status_code, Movement.objects.count()) == (status, 0)
    assert sentence in answer.content.decode()


def test_came_late_and_came_back(as_, meeting):
    clerk = as_("clerk")
    clerk.post(f"{PAGE}movements/add/", left(meeting, happened="came_late"))
    clerk.post(f"{PAGE}movements/add/", left(meeting, "3", at_time="3.15pm"))
    page = clerk.get(PAGE).content.decode()
    assert "Joss Lindqvist joined the meeting at item 2." in page
    assert "Joss Lindqvist left the meeting at 3.15pm, during item 3." in page
    assert numbers_away(meeting) == ["1", "3"]


def test_2_1_somebody_takes_the_chair_for_an_item(as_, meeting):
    posted = [as_(who).post(f"{PAGE}presiding/add/", taken(meeting)).status_code for who in CAST]
    assert posted == [302, 403, 403, 404, 404, 404]
    page = as_("member").get(PAGE).content.decode()
    assert "Joss Lindqvist was elected by those present to take the chair for item 2." in page
    pk = Presiding.objects.get().pk
    back = [as_(who).post(f"{PAGE}presiding/{pk}/take-back/").status_code for who in reversed(CAST)]
    assert (back, Presiding.objects.count()) == ([404, 404, 404, 403, 403, 302], 0)


def test_nobody_presides_who_is_not_an_officer_of_the_board(as_, meeting):
    answer = as_("clerk").post(f"{PAGE}presiding/add/", taken(meeting, how="vice_chair"))
    assert "Joss Lindqvist is not a vice-chair of this board." in answer.content.decode()
    assert (answer.status_code, Presiding.objects.count()) == (409, 0)


def test_a_chair_is_proposed_where_nobody_presides(as_, cast, meeting):
    as_("clerk").post(f"{PAGE}movements/add/", left(meeting, attendance=row(meeting, "Rhiannon Vale").pk))
    page = as_("clerk").get(PAGE).content.decode()
    assert "Nobody presides over item 2." in page
    item = meeting.items.get(number="2").pk
    form = as_("clerk").get(f"{PAGE}presiding/add/?item={item}&how=elected").content.decode()
    assert f'<option value="{item}" selected>' in form
    assert "Nobody presides" not in as_("member").get(PAGE).content.decode()


def test_an_observer_learns_nothing_of_an_exempt_item(as_, cast, meeting):
    secret = create_item(meeting, "Prices", number="4", exempt_paragraphs="3", exempt_reason="Prices.")
    Movement.objects.create(attendance=row(meeting), direction="left", item=secret)
    Presiding.objects.create(meeting=meeting, attendance=row(meeting), item=secret, how="elected")
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    refresh_board_access(cast.board, on=meeting.date)
    page = as_("member").get(PAGE).content.decode()
    assert "item 4" not in page
    assert "left the meeting at item 4" in as_("clerk").get(PAGE).content.decode()


def test_h1_another_stands_in_with_a_warning_from_elsewhere(as_, cast, meeting):
    meeting.attendances.filter(name="Joss Lindqvist").update(status="apologies")
    address = f"{PAGE}{row(meeting).pk}/stand-in/"
    posted = [as_(who).post(address, {"name": "Nia Bowen", "post": "Matron"}).status_code for who in reversed(CAST)]
    assert posted == [404, 404, 404, 403, 403, 302]
    assert row(meeting, "Nia Bowen").stands_for == row(meeting)
    page = as_("member").get(PAGE).content.decode()
    assert "stands in for Joss Lindqvist" in page
    assert "Choose who stands in" in as_("clerk").post(address, {"name": ""}).content.decode()
    stranger = create_person("Ola Brandt", partner=cast.council, post="Planner")
    page = as_("clerk").post(address, {"substitute": stranger.pk}, follow=True).content.decode()
    assert "This seat is Health Trust’s, and its substitute comes from elsewhere." in page

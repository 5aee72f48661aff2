"""Districts, footprints, and one board for each district in one act (requirement 4.2)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Board, BoardRelation, District, Footprint, Seat
from boards.operations.footprint import bring_up_to_date
from tests.boards.keeper import create_keeper, day, done, signed_in
from tests.factories import create_board, create_partner, create_person, create_seat

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
APRIL = dt.date(2011, 4, 1)
TWELVE = "Ashdale Brackenby Cawdale Dunmere Eskerdale Fernholme Garsmere Holmby Ivelcombe Jarrowby Kelderby Westmere"
GIVEN = {"kind": "district_trust", "visibility": "public", "name": "[district] District Trust"}


@pytest.fixture
def kept(cast):
    return signed_in(create_keeper())


@pytest.fixture
def twelve(kept):
    create_partner("Quay Borough Council", category="district")
    council = create_partner("Westmere District Council", category="district")
    done(kept, "/boards/districts/add/", names=TWELVE.replace(" ", "\n"))
    assert District.objects.get(name="Westmere").partner == council
    return list(District.objects.all())


def test_4_2_twelve_district_trusts_are_made_in_one_act_from_a_template(cast, kept, twelve):
    like = create_board("Pilot Trust", visibility="public", terms={"quorum_members": 5, "casting_vote": True})
    create_seat(like, partner=create_partner("Quay District Council", category="district"), holder=create_person())
    create_seat(like, title="Head teacher")
    top = create_board("County Trust", visibility="public")
    answers = {"districts": [district.pk for district in twelve], "under": top.pk, "locality_of": top.pk}
    done(kept, "/boards/districts/boards/", like=like.pk, **answers, **GIVEN, **day("founded_date", APRIL))
    boards = Board.objects.filter(kind="district_trust", name__endswith="District Trust")
    assert boards.count() == 12
    board = Board.objects.get(name="Westmere District Trust")
    assert (board.footprint.name, board.terms.get().quorum_members) == ("Westmere", 5)
    assert {str(seat) for seat in board.seats.all()} == {"Westmere District Council", "Head teacher"}
    assert {row.kind for row in BoardRelation.objects.filter(board=board, to_board=top)} == {"under", "locality_of"}
    assert Seat.objects.filter(board__in=boards, agency_stated="district council").count() == 11
    assert len(set(boards.values_list("reference_prefix", flat=True))) == 12


def test_if_one_cannot_be_set_up_none_is(cast, kept, twelve):
    create_board("Holmby District Trust", visibility="public")
    answers = GIVEN | {"districts": [district.pk for district in twelve]} | day("founded_date", APRIL)
    answer = kept.post("/boards/districts/boards/", answers)
    assert answer.status_code == 409
    assert "There is a board called Holmby District Trust already." in answer.content.decode()
    assert Board.objects.filter(name__endswith="District Trust").count() == 1
    same = kept.post("/boards/districts/boards/", answers | {"name": "District Trust"})
    assert "Write [district] where the name of the district goes" in same.content.decode()


def test_4_2_with_no_district_chosen_the_refusal_says_what_to_choose(kept, twelve):
    answer = kept.post("/boards/districts/boards/", {"name": "[district] Trust"})
    assert (answer.status_code, "Choose at least one district." in answer.content.decode()) == (422, True)


def test_4_2_a_footprint_is_a_named_set_of_districts(cast, kept, twelve):
    east = [district.pk for district in twelve[:3]]
    page = done(kept, "/boards/footprints/add/", name="East", districts=east).content.decode()
    assert "Ashdale, Brackenby and Cawdale" in page
    footprint = Footprint.objects.get()
    done(
        kept,
        f"/boards/footprints/{footprint.pk}/change/",
        name="Far East",
        districts=east[:2],
        **day("from_date", TODAY),
    )
    assert [str(district) for district in Footprint.objects.get(name="Far East").districts.all()] == [
        "Ashdale",
        "Brackenby",
    ]
    again = kept.post("/boards/footprints/add/", {"name": "far east", "districts": east})
    assert "There is a footprint called far east already." in again.content.decode()


def test_names_that_are_there_are_refused_and_nothing_is_added(kept, twelve):
    answer = kept.post("/boards/districts/add/", {"names": "Nowhere\nholmby"})
    assert "Holmby is there already. Leave it out." in answer.content.decode()
    assert not District.objects.filter(name="Nowhere").exists()


@pytest.mark.parametrize("who", ["clerk", "member", "member_of_another_partner", "outsider"])
def test_others_read_of_districts_but_set_up_nothing(as_, who):
    assert as_(who).get("/boards/footprints/").status_code == 200
    for address in ("footprints/add/", "districts/add/", "districts/boards/"):
        assert as_(who).get(f"/boards/{address}").status_code == 403


def test_a_footprint_of_a_board_one_may_not_know_of_is_not_listed(cast, as_):
    cast.board.footprint = Footprint.objects.create(name="Undisclosed ground")
    cast.board.save()
    assert "Undisclosed ground" not in as_("public").get("/boards/footprints/").content.decode()
    assert "Undisclosed ground" in as_("member").get("/boards/footprints/").content.decode()


@pytest.fixture
def east(kept, twelve):
    """East had three districts; the third left, and a fourth joined, on 1 April 2011."""
    keys = [district.pk for district in twelve]
    done(kept, "/boards/footprints/add/", name="East", districts=keys[:3])
    footprint = Footprint.objects.get(name="East")
    at = f"/boards/footprints/{footprint.pk}/change/"
    done(kept, at, name="East", districts=[*keys[:2], keys[3]], **day("from_date", APRIL))
    return footprint


def test_4_2_districts_join_and_leave_a_footprint_on_a_day(as_, east, cast):
    cast.board.footprint = east
    cast.board.save()
    client = as_("member")
    before = client.get("/boards/footprints/?on=2011-03-31").content.decode()
    after = client.get("/boards/footprints/").content.decode()
    assert ("Ashdale, Brackenby and Cawdale" in before, "Ashdale, Brackenby and Dunmere" in after) == (True, True)
    assert "Cawdale: Until 31 March 2011" in " ".join(after.split())
    assert [str(district) for district in east.districts.all()] == ["Ashdale", "Brackenby", "Dunmere"]


def test_districts_against_boards_are_a_file_of_any_day(as_, east, cast):
    cast.board.footprint = east
    cast.board.save()
    file = as_("member").get("/boards/footprints/footprints.csv?on=2011-03-31").content.decode("utf-8-sig")
    heads, line = file.splitlines()[:2]
    told = dict(zip(heads.split(","), line.split(","), strict=True))
    assert (told["Board"], told["Cawdale"], told["Dunmere"]) == ("Executive Group", "For it", "")
    assert "Executive Group" not in as_("public").get("/boards/footprints/footprints.csv").content.decode()
    assert as_("member").get("/boards/footprints/footprints.pdf").status_code == 404


def test_a_change_before_the_last_one_is_refused_and_nothing_is_changed(kept, east, twelve):
    asked = {"name": "West", "districts": [twelve[5].pk], **day("from_date", dt.date(2010, 1, 1))}
    answer = kept.post(f"/boards/footprints/{east.pk}/change/", asked | {"confirmed": "yes"})
    assert (answer.status_code, "Choose" in answer.content.decode()) == (409, True)
    assert Footprint.objects.get(pk=east.pk).name == "East"


def test_what_is_to_come_is_today_s_on_its_day(kept, east, twelve):
    tomorrow = TODAY + dt.timedelta(days=1)
    at = f"/boards/footprints/{east.pk}/change/"
    done(kept, at, name="East", districts=[twelve[0].pk], **day("from_date", tomorrow))
    assert east.districts.count() == 3
    assert bring_up_to_date(east, on=tomorrow).districts.count() == 1


def test_a_change_to_come_is_what_the_form_begins_with(kept, east, twelve):
    """Another name alone, with the form as it is offered, takes nobody out who is still to join."""
    tomorrow = TODAY + dt.timedelta(days=1)
    at = f"/boards/footprints/{east.pk}/change/"
    to_come = {twelve[0], twelve[4]}
    done(kept, at, name="East", districts=[one.pk for one in to_come], **day("from_date", tomorrow))
    form = kept.get(at).context["form"]
    assert (set(form["districts"].initial), form["from_date"].initial) == (to_come, tomorrow)
    offered = [one.pk for one in form["districts"].initial]
    done(kept, at, name="Far East", districts=offered, **day("from_date", form["from_date"].initial))
    assert set(bring_up_to_date(east, on=tomorrow).districts.all()) == to_come

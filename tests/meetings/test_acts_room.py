"""Coming and going, the chair and interests as a desk sends them: done, said, taken back (demand 14)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Movement, SetAside
from meetings.operations.attendance import open_attendance, record_attendance
from meetings.queries.presence import sat_of
from meetings.queries.room import room_record
from meetings.queries.roomwire import people_wire, room_wire
from tests.factories import create_attendance, create_item, create_meeting, create_person, create_seat
from tests.meetings.test_acts import act

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    create_seat(cast.board, partner=cast.health, holder=create_person("Tamsin Oakes"), role="vice_chair")
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    for row in meeting.attendances.all():
        record_attendance(attendance=row, status="present", by=cast.clerk, at=meeting.called_at)
    for number in (1, 2, 3):
        create_item(meeting, f"Business {number}", number=f"2.{number}", position=number)
    return meeting


@pytest.fixture
def post(as_, meeting):
    at = reverse("meetings:desk_act", args=[meeting.board.slug, meeting.address])
    return lambda sent: as_("clerk").post(at, sent, content_type="application/json")


@pytest.fixture
def lines(meeting):
    """The lines of the list and the items, by first name and number."""
    rows = {row.name.split()[0].lower(): row.pk for row in meeting.attendances.all()}
    return rows | {item.number: item.pk for item in meeting.items.all()}


def told(answer) -> str:
    assert answer.status_code == 200, answer.content
    return answer.json()["sentence"]


def here(meeting, number: str = "") -> set[str]:
    item = meeting.items.get(number=number) if number else None
    return {row.name.split()[0] for row in room_record(meeting).at(item).here}


def test_somebody_leaves_at_an_item_and_comes_back(post, meeting, lines):
    left = act("movement", attendance=lines["joss"], direction="left", item=lines["2.2"])
    assert told(post(left)) == "Joss Lindqvist left the meeting at item 2.2."
    assert "Joss" in here(meeting, "2.1")
    assert "Joss" not in here(meeting, "2.3")
    back = act("movement", attendance=lines["joss"], direction="arrived", item=lines["2.3"])
    assert told(post(back)) == "Joss Lindqvist arrived at item 2.3."
    assert "Joss" in here(meeting, "2.3")
    assert told(post(act("undo", of=back["act"]))) == "Taken back: Joss Lindqvist arrived at item 2.3."
    told(post(act("undo", of=left["act"])))
    assert not Movement.objects.exists()


def test_a_time_will_do_and_late_is_late(post, meeting, lines):
    sent = act("movement", attendance=lines["joss"], direction="left", at_time="15:10")
    assert told(post(sent)) == "Joss Lindqvist left the meeting at 3.10pm."
    late = act("movement", attendance=lines["rhiannon"], direction="arrived", item=lines["2.2"], late=True)
    assert told(post(late)) == "Rhiannon Vale arrived at item 2.2."
    assert "Rhiannon" not in here(meeting, "2.1")


def declared(lines, who: str, *numbers: str, **fields: object) -> dict:
    usual = {"nature": "loyalty", "interest": "A governor of the school.", "consequence": "none"}
    return act("declare", attendance=lines[who], items=[lines[number] for number in numbers], **usual | fields)


def test_the_chair_leaves_it_for_an_item_and_the_vice_chair_takes_it(post, meeting, lines):
    sent = declared(lines, "rhiannon", "2.2", consequence="chair_vacated")
    said = "Rhiannon Vale declared an interest: A governor of the school. Left the chair."
    assert told(post(sent)) == said
    chair = act("preside", attendance=lines["tamsin"], item=lines["2.2"], how="")
    assert told(post(chair)) == "Tamsin Oakes is in the chair for item 2.2."
    assert meeting.presidings.get(item=lines["2.2"]).how == "recused"
    told(post(act("undo", of=chair["act"])))
    assert not meeting.presidings.filter(item=lines["2.2"]).exists()
    assert told(post(act("undo", of=sent["act"]))) == "The declaration of Rhiannon Vale is taken down."


def test_whoever_leaves_for_an_interest_is_away_for_its_item_only(post, meeting, lines):
    told(post(declared(lines, "joss", "2.2", consequence="left")))
    assert ["Joss" in here(meeting, number) for number in ("2.1", "2.2", "2.3")] == [True, False, True]


def test_a_nil_return_is_put_down(post, meeting, lines):
    sent = declared(lines, "joss", nature="nil", interest="")
    assert told(post(sent)) == "Joss Lindqvist: nothing to declare."
    assert meeting.declarations.get().kind == "nil"


def test_an_interest_that_is_none_is_set_aside_once_and_asked_again_when_taken_back(post, lines):
    sent = act("set_aside", attendance=lines["joss"], item=lines["2.1"])
    assert told(post(sent)) == "Joss Lindqvist: not an interest in this item."
    told(post(act("set_aside", attendance=lines["joss"], item=lines["2.1"])))
    assert SetAside.objects.count() == 1
    told(post(act("undo", of=sent["act"])))
    assert not SetAside.objects.exists()


def test_the_chair_goes_over_and_back(post, meeting, lines):
    sent = act("preside", attendance=lines["tamsin"], item=None, how="")
    assert told(post(sent)) == "Tamsin Oakes is in the chair."
    told(post(act("undo", of=sent["act"])))
    assert meeting.attendances.get(is_presiding=True).name == "Rhiannon Vale"


def test_somebody_without_a_seat_is_put_on_the_list_and_taken_off(post, meeting, lines):
    sent = act("somebody", name="Bevan", capacity="presenter", items=[lines["2.2"]])
    assert told(post(sent)) == "Bevan is here: presenter."
    row = meeting.attendances.get(name="Bevan")
    assert [item.number for item in row.items.all()] == ["2.2"]
    assert told(post(act("undo", of=sent["act"]))) == "Bevan is no longer on the list."


def test_several_for_one_and_one_for_several(cast, post, meeting, lines):
    told(post(act("attendance", attendance=lines["joss"], status="apologies")))
    for name in ("Ines Okafor", "Bryn Teague"):
        told(post(act("stand_in", attendance=lines["joss"], name=name)))
    assert room_record(meeting).now.quorum.filled == 3
    told(post(act("attendance", attendance=lines["rhiannon"], status="apologies")))
    sent = act("also_for", attendance=lines["tamsin"], others=[lines["rhiannon"]])
    assert told(post(sent)) == "Tamsin Oakes sits for Rhiannon Vale too."
    assert room_record(meeting).now.quorum.filled == 3
    told(post(act("undo", of=sent["act"])))
    assert room_record(meeting).now.quorum.filled == 2


def test_an_undo_leaves_in_the_chair_whom_somebody_put_there_since(post, meeting, lines):
    """Two officers record who presides over an item, and the first takes their own act back."""
    for name in ("joss", "tamsin"):
        mine = act("preside", attendance=lines[name], item=lines["2.2"], how="elected")
        assert post(mine).status_code == 200
    theirs = act("preside", attendance=lines["joss"], item=lines["2.2"], how="elected")
    assert post(theirs).status_code == 200
    refused = post(act("undo", of=mine["act"]))
    assert (refused.status_code, refused.json()["sentence"]) == (
        422,
        "The chair has been changed since. Nothing was taken back.",
    )
    assert [row.attendance_id for row in meeting.presidings.filter(item=lines["2.2"])] == [lines["joss"]]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("movement", {"attendance": "joss", "direction": "left"}),
        ("movement", {"attendance": "joss", "direction": "sideways", "item": "2.1"}),
        ("movement", {"attendance": "joss", "direction": "left", "at_time": "25:00"}),
        ("movement", {"attendance": "joss", "direction": "left", "at_time": 7}),
        ("movement", {"attendance": "joss", "direction": "left", "item": 2**40}),
        ("preside", {"attendance": "joss", "how": "by force"}),
        ("declare", {"attendance": "joss", "nature": "loyalty", "items": "2.1"}),
        ("declare", {"attendance": "joss", "nature": "loyalty", "items": [], "interest": ""}),
        ("declare", {"attendance": "joss", "nature": "loyalty", "items": [None], "interest": "x"}),
        ("undeclare", {"declaration": 7}),
        ("undo_movement", {}),
        ("set_aside", {"attendance": "joss"}),
        ("somebody", {"name": ""}),
        ("somebody", {"name": "Bevan", "capacity": "member"}),
        ("also_for", {"attendance": "joss", "others": 7}),
        ("stand_in", {"attendance": "joss"}),
    ],
)
def test_bad_fields_change_nothing(post, meeting, lines, kind, fields):
    before = meeting.attendances.count(), Movement.objects.count(), meeting.declarations.count()
    answer = post(
        act(
            kind,
            **{name: lines.get(value, value) if isinstance(value, str) else value for name, value in fields.items()},
        )
    )
    assert answer.status_code == 422
    assert answer.json()["sentence"].endswith((".", "?"))
    assert (meeting.attendances.count(), Movement.objects.count(), meeting.declarations.count()) == before


def test_the_wire_tells_the_room_at_every_item(cast, post, meeting, lines):
    told(post(act("movement", attendance=lines["joss"], direction="left", item=lines["2.2"])))
    wire = room_wire(meeting, cast.clerk)
    assert wire["order"] == [lines["2.1"], lines["2.2"], lines["2.3"]]
    assert wire["at"][str(lines["2.3"])]["away"] == {lines["joss"]: "Left at item 2.2."}
    assert wire["at"]["0"]["quorum"]["filled"] == 2
    assert (wire["terms"]["voting"], wire["terms"]["needed"]) == (3, 2)


def test_the_wire_keeps_exempt_items_from_those_not_entitled(cast, meeting, lines):
    secret = create_item(meeting, "Care of a child", number="6.1", exempt_paragraphs="1", exempt_reason="Privacy.")
    assert secret.pk in room_wire(meeting, cast.clerk)["order"]
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert secret.pk not in room_wire(meeting, cast.clerk)["order"]


def test_what_changes_while_the_room_is_read_is_not_taken_for_told(cast, meeting, monkeypatch):
    def read_and_overtaken(meeting):
        record = room_record(meeting)
        record_attendance(attendance=record.rows[0], status="apologies", by=cast.clerk, at=meeting.called_at)
        return record

    monkeypatch.setattr("meetings.queries.roomwire.room_record", read_and_overtaken)
    wire = room_wire(meeting, cast.clerk)
    assert wire["rows"][0]["status"] == "present"
    assert wire["revision"] < sat_of(meeting).room


def test_the_room_costs_the_same_however_many_came(cast, meeting, django_assert_num_queries):
    room_wire(meeting, cast.clerk)
    with CaptureQueriesContext(connection) as few:
        room_wire(meeting, cast.clerk)
    for number in range(12):
        create_attendance(meeting, create_person(f"Guest {number}"), capacity="observer")
        create_item(meeting, f"More {number}", number=f"3.{number}")
    with django_assert_num_queries(len(few)):
        room_wire(meeting, cast.clerk)


def test_people_to_choose_from_are_those_the_officer_may_know_of(cast, meeting):
    names = {person["name"] for person in people_wire(meeting, cast.clerk)["people"]}
    assert "Joss Lindqvist" in names
    assert "Oyin Adeyemi" not in names


@pytest.mark.parametrize("where", ["desk_room", "desk_people"])
@pytest.mark.parametrize(("who", "status"), [("clerk", 200), ("member", 403), ("outsider", 404), ("public", 302)])
def test_who_reads_the_room_of_a_desk(as_, meeting, where, who, status):
    at = reverse(f"meetings:{where}", args=[meeting.board.slug, meeting.address])
    assert as_(who).get(at).status_code == status

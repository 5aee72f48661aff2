"""Items that those who sit on a board submit for its agenda, as each of the cast (habit H5)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Seat
from meetings.models import AgendaItem, Paper, SubmittedItem
from tests.factories import create_item, create_meeting
from tests.meetings.papers import sent

pytestmark = pytest.mark.django_db
HERE = "/boards/executive-group/items/"
ASK = {"title": "Evening buses", "why": "Young people cannot get home."}


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board, timezone.localdate() + dt.timedelta(days=20), state="preparing")
    create_item(meeting, "Decision making", is_section=True)
    return meeting


def submitted(as_, **more) -> SubmittedItem:
    as_("member").post(f"{HERE}submit/", ASK | more)
    return SubmittedItem.objects.get()


@pytest.mark.parametrize(("membership", "role", "status"), [
    ("associate", "member", 200), ("core", "member", 200), ("statutory", "member", 200), ("lay", "member", 200),
    ("attendee", "member", 403), ("core", "observer", 403), ("core", "minute_taker", 403),
])  # fmt: skip
def test_h5_whoever_sits_submits_items_and_an_associate_as_well(cast, as_, membership, role, status):
    kept = {"membership": membership, "role": role, "voting": False}
    Seat.objects.filter(pk=cast.seats["member"].pk).update(**kept)
    assert as_("member").get(f"{HERE}submit/").status_code == status
    assert as_("member").post(f"{HERE}submit/", ASK).status_code == (302 if status == 200 else status)


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_h5_nobody_else_submits_or_learns_what_was(as_, who):
    one = submitted(as_)
    for at in ("", "submit/", f"{one.pk}/", f"{one.pk}/file/", f"{one.pk}/take/", f"{one.pk}/decline/"):
        assert as_(who).get(HERE + at).status_code == 404


def test_h5_the_officer_sees_it_where_the_agenda_is_prepared(as_, meeting):
    submitted(as_)
    assert "Evening buses" in as_("clerk").get(meeting.get_absolute_url()).text
    assert "Evening buses" in as_("clerk").get(HERE).text
    assert "one to answer" in as_("clerk").get("/boards/executive-group/").text


def test_h5_one_member_does_not_see_what_another_submitted(cast, as_):
    one = submitted(as_)
    SubmittedItem.objects.update(submitted_by=cast.person("outsider"))
    assert as_("member").get(f"{HERE}{one.pk}/").status_code == 404
    assert "Evening buses" not in as_("member").get(HERE).text
    assert as_("chair").get(f"{HERE}{one.pk}/").status_code == 200


def test_h5_taken_on_it_is_an_item_with_its_paper(as_, meeting):
    one = submitted(as_, paper_title="Survey of young people", file=sent("survey.pdf"))
    section = meeting.items.get(is_section=True)
    where = {"meeting": meeting.pk, "section": section.pk, "purpose": "decision", "kind": "report"}
    read = as_("clerk").post(f"{HERE}{one.pk}/take/", where)
    assert "Read it through" in read.text
    as_("clerk").post(f"{HERE}{one.pk}/take/", where | {"confirmed": "yes"})
    item = AgendaItem.objects.get(title="Evening buses")
    assert (item.section, item.text, item.purpose) == (section, "Young people cannot get home.", "decision")
    paper = Paper.objects.get(item=item)
    assert (paper.title, paper.kind, paper.file_name) == ("Survey of young people", "report", "survey.pdf")
    assert "On the agenda" in as_("member").get(HERE).text
    assert as_("clerk").post(f"{HERE}{one.pk}/take/", where | {"confirmed": "yes"}).status_code == 409


def test_h5_declined_with_a_reason_that_the_sender_reads(as_):
    one = submitted(as_)
    assert as_("clerk").post(f"{HERE}{one.pk}/decline/", {"reason": "", "confirmed": "yes"}).status_code == 422
    as_("clerk").post(f"{HERE}{one.pk}/decline/", {"reason": "It is the Council’s own.", "confirmed": "yes"})
    assert "It is the Council’s own." in as_("member").get(f"{HERE}{one.pk}/").text
    assert as_("member").post(f"{HERE}{one.pk}/take-back/", {"confirmed": "yes"}).status_code == 409


def test_h5_it_can_be_taken_back_by_its_sender_alone(as_):
    one = submitted(as_)
    assert as_("clerk").post(f"{HERE}{one.pk}/take-back/", {"confirmed": "yes"}).status_code == 403
    as_("member").post(f"{HERE}{one.pk}/take-back/", {"confirmed": "yes"})
    assert SubmittedItem.objects.get().state == "withdrawn"


@pytest.mark.parametrize("act", ["take/", "decline/"])
def test_h5_only_the_clerk_answers(as_, meeting, act):
    one = submitted(as_)
    where = {"meeting": meeting.pk, "purpose": "decision", "reason": "x", "confirmed": "yes"}
    assert {as_(who).post(f"{HERE}{one.pk}/{act}", where).status_code for who in ("chair", "member")} == {403}
    assert SubmittedItem.objects.get().state == "waiting"


def test_h5_it_is_for_a_meeting_that_its_sender_knows_of(as_, meeting):
    answer = as_("member").post(f"{HERE}submit/", ASK | {"meeting": meeting.pk})
    assert answer.status_code == 422
    meeting.state = "called"
    meeting.save()
    assert submitted(as_, meeting=meeting.pk).meeting == meeting


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_had_as_a_file(as_, kind):
    submitted(as_)
    assert as_("clerk").get(f"{HERE[:-1]}.{kind}?state=waiting").status_code == 200

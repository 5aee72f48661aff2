"""What is done at the desk besides writing, as a browser sends it: done once, and always answered."""

import datetime as dt
import json
import uuid

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import Substitute
from meetings.models import Act, Attendance
from meetings.operations.attendance import open_attendance
from meetings.queries.presence import sat_of
from tests.factories import create_item, create_meeting, create_minutes, create_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    return meeting


@pytest.fixture
def joss(meeting) -> Attendance:
    return meeting.attendances.get(name="Joss Lindqvist")


def act(kind: str, **fields: object) -> dict:
    return {"act": str(uuid.uuid4()), "kind": kind, "done_at": timezone.now().isoformat()} | fields


@pytest.fixture
def post(as_, meeting):
    def posted(sent: object, who: str = "clerk", **headers: str):
        at = reverse("meetings:desk_act", args=[meeting.board.slug, meeting.address])
        body = sent if isinstance(sent, bytes) else json.dumps(sent)
        return as_(who).post(at, body, content_type="application/json", headers=headers)

    return posted


def test_an_act_is_done_and_said(post, joss):
    answer = post(act("attendance", attendance=joss.pk, status="present"))
    assert (answer.status_code, answer.json()["sentence"]) == (200, "Joss Lindqvist: present.")
    joss.refresh_from_db()
    assert joss.status == "present"


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404)],
)
def test_who_may_act_at_the_desk(post, joss, who, status):
    assert post(act("attendance", attendance=joss.pk, status="present"), who).status_code == status
    assert Act.objects.count() == (status == 200)


def test_signed_out_is_told_in_json(post, joss, cast):
    sent = act("attendance", attendance=joss.pk, status="present")
    for answer in (post(sent, "public"), post(sent, **{"X-Officer": str(cast.chair.pk)})):
        assert (answer.status_code, answer.json()["signed_out"]) == (401, True)
    assert not Act.objects.exists()


def test_a_retry_is_answered_the_same_and_done_once(post, joss):
    sent = act("attendance", attendance=joss.pk, status="present")
    first = post(sent).json()
    post(act("attendance", attendance=joss.pk, status="apologies"))
    assert post(sent).json()["sentence"] == first["sentence"]
    joss.refresh_from_db()
    assert (joss.status, Act.objects.count()) == ("apologies", 2)


BAD = [
    b"",
    b"[]",
    b"null",
    b'{"act": "x"}',
    b"[" * 100_000,
    json.dumps(act("attendance") | {"done_at": "yesterday"}).encode(),
    json.dumps(act("attendance") | {"done_at": "2025-10-14T13:00:00"}).encode(),
    json.dumps(act("attendance") | {"act": 7}).encode(),
    json.dumps(act("attendance", attendance=1e400)).encode(),
    json.dumps(act("public", count="\ud800")).encode(),
    json.dumps(act("public", count="x" * 60_000)).encode(),
    json.dumps(act("x" * 30)).encode(),
]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_what_is_no_act_is_refused_in_a_sentence(post, body):
    answer = post(body)
    assert answer.status_code == 422
    assert answer.json()["sentence"].endswith(".")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("attendance", {"status": "present"}),
        ("attendance", {"attendance": 2**63, "status": "present"}),
        ("attendance", {"attendance": "1", "status": "present"}),
        ("attendance", {"attendance": "joss", "status": "asleep"}),
        ("substitute", {"attendance": "joss", "person": 0}),
        ("substitute", {"attendance": "joss", "name": ["x"]}),
        ("substitute", {"attendance": "joss", "name": "x" * 121}),
        ("chair", {"attendance": "joss"}),
        ("public", {"count": -1}),
        ("public", {"count": True}),
        ("public", {"count": 10_001}),
        ("juggle", {}),
        ("undo", {"of": "x"}),
        ("undo", {"of": str(uuid.uuid4())}),
    ],
)
def test_bad_fields_change_nothing(post, joss, kind, fields):
    answer = post(act(kind, **{name: joss.pk if value == "joss" else value for name, value in fields.items()}))
    assert answer.status_code == 422
    assert answer.json()["sentence"].endswith(".")
    assert not Act.objects.exists()


def test_the_list_of_another_meeting_is_out_of_reach(cast, post):
    other = create_meeting(cast.board, dt.date(2025, 11, 11))
    open_attendance(meeting=other, by=cast.clerk)
    row = other.attendances.get(name="Joss Lindqvist")
    answer = post(act("attendance", attendance=row.pk, status="present"))
    assert (answer.status_code, answer.json()["sentence"]) == (422, "They are not on the attendance list any longer.")


def test_closed_minutes_take_nothing(cast, post, meeting, joss):
    create_minutes(meeting, state="approved", approved_at=timezone.now(), approved_by=cast.clerk)
    answer = post(act("attendance", attendance=joss.pk, status="present"))
    assert answer.json()["sentence"] == "These minutes are approved and cannot be changed."


def test_what_was_refused_can_be_tried_again_under_its_key(post, joss):
    """Acts that arrive out of order: the chair before the presence it stands on."""
    sent = act("chair", attendance=joss.pk)
    refusal = "Joss Lindqvist is not marked as present and cannot be in the chair."
    assert (post(sent).json()["sentence"], Act.objects.count()) == (refusal, 0)
    post(act("attendance", attendance=joss.pk, status="present"))
    assert post(sent).status_code == 200


@pytest.mark.parametrize(
    ("away", "sentence"),
    [
        (
            dt.timedelta(hours=3),
            "This computer’s clock is fast, so the time of arrival is kept.",
        ),
        (dt.timedelta(days=-2), ""),
        (
            dt.timedelta(days=-60),
            "It waited on this computer for more than a fortnight, so the time of arrival is kept.",
        ),
    ],
)
def test_when_it_was_done_stands_beside_when_it_arrived(post, joss, away, sentence):
    done = timezone.now() + away
    answer = post(act("attendance", attendance=joss.pk, status="present") | {"done_at": done.isoformat()})
    kept = Act.objects.get()
    assert answer.json()["sentence"] == f"Joss Lindqvist: present. {sentence}".strip()
    assert kept.done_at == (done if away.days == -2 else kept.arrived_at)


def test_each_act_is_undone_by_its_inverse(cast, post, meeting, joss):
    deputy = create_person("Ines Okafor", partner=cast.health, post="Deputy Director")
    acts = [
        act("attendance", attendance=joss.pk, status="absent"),
        act("substitute", attendance=joss.pk, person=deputy.pk),
        act("attendance", attendance=joss.pk, status="present"),
        act("public", count=4),
    ]
    stood = []
    for sent in acts:
        stood.append(standing(meeting))
        assert post(sent).status_code == 200
    for sent, before in zip(reversed(acts), reversed(stood), strict=True):
        assert post(act("undo", of=sent["act"])).status_code == 200
        assert standing(meeting) == before
    assert post(act("undo", of=acts[0]["act"])).json()["sentence"] == "That is undone already."


def test_an_undo_takes_nothing_back_that_somebody_did_since(cast, post, meeting, joss):
    """Two officers mark one person, and the first takes their own act back."""
    mine, theirs = (act("attendance", attendance=joss.pk, status=status) for status in ("present", "apologies"))
    counted, recounted = act("public", count=4), act("public", count=5)
    for sent in (mine, theirs, counted, recounted):
        assert post(sent).status_code == 200
    answers = [post(act("undo", of=sent["act"])) for sent in (mine, counted)]
    assert [(answer.status_code, answer.json()["sentence"]) for answer in answers] == [
        (422, "What is marked for Joss Lindqvist has been changed since. Nothing was taken back."),
        (422, "The count of the public has been changed since. Nothing was taken back."),
    ]
    joss.refresh_from_db()
    assert (joss.status, standing(meeting)[0]) == ("apologies", 5)


def standing(meeting) -> list:
    meeting.refresh_from_db()
    rows = meeting.attendances.values_list("name", "status", "substitute_name", "is_presiding")
    return [meeting.public_count, *rows]


def test_the_chair_goes_back_to_who_had_it(post, meeting, joss):
    chair = meeting.attendances.get(name="Rhiannon Vale")
    for row in (chair, joss):
        post(act("attendance", attendance=row.pk, status="present"))
    sent = act("chair", attendance=joss.pk)
    answer = post(sent).json()
    assert (answer["sentence"], answer["undo"]) == ("Joss Lindqvist is in the chair.", True)
    assert answer["room"] == sat_of(meeting).room
    post(act("undo", of=sent["act"]))
    chair.refresh_from_db()
    assert chair.is_presiding


def test_a_substitute_from_elsewhere_comes_with_a_warning(cast, post, joss):
    oyin = cast.person("member_of_another_partner")
    Substitute.objects.create(seat=joss.seat, person=oyin)
    answer = post(act("substitute", attendance=joss.pk, person=oyin.pk))
    said = "Oyin Adeyemi sits for Joss Lindqvist. This seat is Health Trust’s, and its substitute comes from elsewhere."
    assert answer.json()["sentence"] == said


def test_nobody_sits_for_a_member_whom_the_officer_may_not_know_of(cast, post, joss):
    answer = post(act("substitute", attendance=joss.pk, person=cast.person("member_of_another_partner").pk))
    assert answer.json()["sentence"].startswith("They are not among the people you can choose from.")


def test_a_name_alone_sits_for_a_member(post, joss):
    post(act("substitute", attendance=joss.pk, name="Bevan Pugh", post="Manager"))
    joss.refresh_from_db()
    assert (joss.substitute_name, joss.status) == ("Bevan Pugh", "apologies")


@pytest.mark.parametrize("name", ["meetings:desk_act", "meetings:pulse", "actions:read_line", "actions:save_item"])
def test_a_form_in_place_of_json_is_refused_in_a_sentence(cast, meeting, name):
    """The guard against forged requests reads a form before the desk's doors do."""
    item = [create_item(meeting).pk] if name.endswith("item") else []
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.clerk)
    client.get(reverse("meetings:desk", args=[meeting.board.slug, meeting.address]))
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    at = reverse(name, args=[meeting.board.slug, meeting.address, *item])
    answer = client.post(at, {"act": "x"}, headers={"X-CSRFToken": token})
    assert answer.status_code in (415, 422)
    assert "What was sent cannot be read." in answer.content.decode()

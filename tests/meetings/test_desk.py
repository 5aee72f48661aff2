"""The minuting desk as a page: who opens it, what stands on it, and what it costs."""

import datetime as dt
import json
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.models import MinutedItem
from tests.factories import PASSWORD, create_attendance, create_block, create_item, create_meeting, create_minutes
from trust.tools import words


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    create_item(
        meeting, "Support for the forum", number="2.1", section=section, purpose="decision", report_of="Director"
    )
    create_attendance(meeting, cast.person("chair"), seat=cast.seats["chair"], is_presiding=True)
    return meeting


@pytest.fixture
def address(meeting):
    return reverse("meetings:desk", args=[meeting.board.slug, meeting.address])


def items_of(html: str) -> list[dict]:
    scripts = re.findall(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(script) for script in scripts]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 403),
        ("member", 403),
        ("member_of_another_partner", 404),
        ("outsider", 404),
        ("public", 302),
    ],
)
def test_who_opens_the_desk(as_, address, who, status):
    assert as_(who).get(address).status_code == status
    assert as_(who).post(address).status_code == 405


def test_the_desk_shows_items_what_they_lack_and_the_room(as_, address):
    html = as_("clerk").get(address).content.decode()
    assert "Support for the forum" in html
    assert "no minute" in html
    assert "In the chair: Rhiannon Vale" in html
    assert "1 of 1 voting seats filled" in html
    assert "None" not in html
    assert "· <" not in html.replace("· <a ", ""), "a dot with nothing after it"


def test_what_was_written_is_in_the_page_and_inert(as_, meeting, address):
    item = meeting.items.get(number="2.1")
    hostile = "</script><script>alert(1)</script> & **done**"
    create_block(create_minutes(meeting), item, hostile)
    html = as_("clerk").get(address).content.decode()
    assert "<script>alert" not in html
    assert "<strong>done</strong>" in html
    assert items_of(html)[-1]["blocks"][0]["text"] == hostile
    assert items_of(html)[-1]["lacks"] == "no outcome"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("approved", "approved and cannot be changed"), ("circulated", "have been circulated. Return them to the desk")],
)
def test_closed_minutes_are_read_only_and_say_so(cast, as_, meeting, address, state, sentence):
    approved = {"approved_at": meeting.called_at, "approved_by": cast.clerk} if state == "approved" else {}
    create_minutes(meeting, state=state, **approved)
    html = as_("clerk").get(address).content.decode()
    assert sentence in html
    assert "data-closed" in html


def test_exempt_items_are_for_those_entitled(cast, as_, meeting, address):
    create_item(meeting, "Care of a child", number="6.1", exempt_paragraphs="1", exempt_reason="Privacy.")
    assert b"Care of a child" in as_("clerk").get(address).content
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert b"Care of a child" not in as_("clerk").get(address).content


def test_the_desk_costs_the_same_however_long_the_agenda(as_, meeting, address):
    client = as_("clerk")
    client.get(address)
    few = _statements(client, address)
    _fill(create_minutes(meeting), meeting)
    assert _statements(client, address) == few <= 34


def _fill(minutes, meeting):
    for number in range(30):
        item = create_item(meeting, f"Item {number}", number=f"3.{number}")
        create_block(minutes, item, "Said.", kind="decision")


def _statements(client, address) -> int:
    with CaptureQueriesContext(connection) as statements:
        assert client.get(address).status_code == 200
    return len(statements)


def send(client, meeting, item, text, **headers):
    block = {"key": str(uuid.uuid4()), "kind": "discussion", "text": text}
    body = {"save": str(uuid.uuid4()), "base": 0, "blocks": [block]}
    address = reverse("actions:save_item", args=[meeting.board.slug, meeting.address, item.pk])
    return client.post(address, json.dumps(body), content_type="application/json", headers=headers)


@pytest.mark.parametrize(
    ("text", "status", "sentence"),
    [
        ("x" * 200_000, 422, "A block holds up to 50,000 characters; this one has 200,000. Divide it."),
        ("<script>alert(1)</script> 👩‍👩‍👧 שלום\u200f \u202eback \x07\ud83d", 200, ""),
    ],
)
def test_bad_input_is_saved_or_told(as_, meeting, text, status, sentence):
    answer = send(as_("clerk"), meeting, meeting.items.get(number="2.1"), text)
    assert answer.status_code == status
    assert answer.json().get("sentence", "") == sentence


def test_a_stale_form_after_approval_is_refused_in_a_sentence(cast, as_, meeting):
    create_minutes(meeting, state="approved", approved_at=meeting.called_at, approved_by=cast.clerk)
    answer = send(as_("clerk"), meeting, meeting.items.get(number="2.1"), "Too late.")
    assert (answer.status_code, answer.json()) == (
        409,
        {"sentence": "These minutes are approved and cannot be changed."},
    )


def test_text_begun_by_one_officer_is_not_saved_as_another(cast, as_, meeting):
    item = meeting.items.get(number="2.1")
    answer = send(as_("clerk"), meeting, item, "Hers.", **{"X-Officer": str(cast.chair.pk)})
    assert (answer.status_code, answer.json()["signed_out"]) == (401, True)
    assert not item.blocks.exists()
    assert send(as_("clerk"), meeting, item, "Hers.", **{"X-Officer": str(cast.clerk.pk)}).status_code == 200


def test_signing_in_again_leaves_the_desk_its_token(as_, address, client):
    client.post(reverse("account_login"), {"login": "clerk@example.org", "password": PASSWORD})
    assert "csrftoken" in client.get(address).cookies


@pytest.mark.parametrize("days", [0, 1])
def test_a_save_is_told_by_its_time_and_an_older_one_by_its_day_too(cast, as_, meeting, address, days):
    saved_at = timezone.now() - dt.timedelta(days=days)
    item = meeting.items.get(number="2.1")
    minutes = create_minutes(meeting)
    MinutedItem.objects.create(minutes=minutes, item=item, saved_at=saved_at, saved_by=cast.clerk)
    day = f"{words.short_date(saved_at)}, " if days else ""
    assert f'id="saved">Saved {day}{words.clock(saved_at)}</p>' in as_("clerk").get(address).content.decode()

"""An item as another desk saved it, for a desk that has not touched it."""

import json
import uuid

import pytest
from django.urls import reverse

from tests.factories import create_attendance, create_item, create_meeting


@pytest.fixture
def item(cast):
    meeting = create_meeting(cast.board)
    create_attendance(meeting, cast.person("member"), seat=cast.seats["member"])
    return create_item(meeting, number="2.1", purpose="decision")


@pytest.fixture
def now(as_, item):
    def asked(who: str = "clerk", **headers: str):
        at = reverse("actions:item_now", args=[item.meeting.board.slug, item.meeting.address, item.pk])
        return as_(who).get(at, headers=headers)

    return asked


def save(as_, item, *blocks: dict) -> None:
    at = reverse("actions:save_item", args=[item.meeting.board.slug, item.meeting.address, item.pk])
    body = {"save": str(uuid.uuid4()), "base": 0, "blocks": list(blocks)}
    assert as_("clerk").post(at, json.dumps(body), content_type="application/json").status_code == 200


def test_2_9_an_item_as_it_stands_has_its_lines_as_said_and_as_read(as_, item, now):
    line = {"key": str(uuid.uuid4()), "kind": "action", "text": "Meet", "action": {"who": "JL", "when": "7 February"}}
    save(as_, item, line)
    told = now().json()
    assert (told["version"], told["by"], told["lacks"]) == (1, "Kirsty Sandhu", "no outcome")
    (block,) = told["blocks"]
    assert block["action"] == line["action"]
    assert block["recognised"]["who"] == "Joss Lindqvist"
    assert told["last_save"]
    assert told["saved"]


def test_an_item_nobody_has_minuted_is_empty(now):
    told = now().json()
    assert (told["version"], told["blocks"], told["lacks"], told["saved"]) == (0, [], "no minute", "")


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 401)],
)
def test_who_is_told(now, who, status):
    assert now(who).status_code == status


def test_another_officer_than_the_desks_is_told_nothing(now):
    answer = now(**{"X-Officer": "0"})
    assert answer.status_code == 401
    assert answer.json()["signed_out"] is True

"""What I owe, over all boards: late first, then what is due before the board next meets (issue 2 §3.7)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actions.models import Part
from actions.queries.mine import owed_by
from actions.queries.owed import owed_by_partner
from tests.factories import create_action, create_item, create_meeting, create_seat

TODAY = timezone.localdate  # asked by each test: a long run may go past midnight


def day(days: int) -> dict[str, object]:
    return {"due_kind": "day", "due_date": TODAY() + dt.timedelta(days=days)}


@pytest.fixture
def owed(cast):
    def read(who: str = "member"):
        found = owed_by(getattr(cast, who), on=TODAY())
        return {name: [owed.line.text for owed in getattr(found, name)] for name in ("late", "soon", "later", "done")}

    return read


def test_late_then_before_the_next_meeting_then_the_rest(cast, owed):
    me = [cast.person("member")]
    create_meeting(cast.board, TODAY() + dt.timedelta(days=10))
    create_action(cast.board, "Later", owners=me, **day(11))
    create_action(cast.board, "Undated", owners=me)
    create_action(cast.board, "Soon", owners=me, **day(10))
    create_action(cast.board, "Late", owners=me, **day(-1))
    create_action(cast.board, "Later still late", owners=me, **day(-9))
    create_action(cast.board, "Closed", owners=me, state="closed")
    create_action(cast.board, "Not mine", owners=[cast.person("chair")])
    assert owed() == {
        "late": ["Later still late", "Late"],
        "soon": ["Soon"],
        "later": ["Later", "Undated"],
        "done": [],
    }


def test_my_own_part_done_waits_to_be_agreed(cast, owed):
    action = create_action(cast.board, "Both", owners=[cast.person("member"), cast.person("chair")])
    action.parts.filter(person=cast.person("member")).update(state="done")
    assert owed()["done"] == ["Both"]
    assert owed("chair")["later"] == ["Both"]


def test_over_all_boards_and_for_the_partner_and_the_post(cast, owed):
    seat = create_seat(cast.other_board, partner=cast.health, holder=cast.person("member"), title="Safety lead")
    Part.objects.create(
        action=create_action(cast.other_board, "As the post"), owner="post", seat=seat, name="Safety lead"
    )
    Part.objects.create(
        action=create_action(cast.board, "As the partner"), owner="partner", partner=cast.health, name="Health Trust"
    )
    assert sorted(owed()["later"]) == ["As the partner", "As the post"]
    assert owed("chair")["later"] == []


def test_the_page_says_it_in_words(cast, as_):
    empty = as_("member").get(reverse("actions:mine")).content.decode()
    assert "You owe nothing." in empty
    create_action(cast.board, "Query the report card", owners=[cast.person("member")], **day(-10))
    page = as_("member").get(reverse("actions:mine")).content.decode()
    for words in ("One action, one late", "Query the report card", "Executive Group", "10 days late"):
        assert words in page


def test_nobody_who_is_not_signed_in_owes(as_):
    answer = as_("public").get(reverse("actions:mine"))
    assert answer.status_code == 302
    assert "/account/login/" in answer.headers["Location"]


def test_statements_do_not_grow_with_what_is_owed(cast, as_):
    client, counts = as_("member"), []
    for _ in range(2):
        for _ in range(8):
            create_action(cast.board, owners=[cast.person("member"), cast.person("chair")], **day(3))
        with CaptureQueriesContext(connection) as statements:
            client.get(reverse("actions:mine"))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 14


def test_what_is_exempt_is_neither_listed_nor_counted_without_the_word(cast, as_):
    item = create_item(create_meeting(cast.board), exempt_paragraphs="3", exempt_reason="Business affairs.")
    create_action(cast.board, "Secret task", owners=[cast.person("member")]).items.add(item)
    reader = {"reader": cast.member, "on": TODAY()}
    assert len(owed_by_partner(cast.health, **reader)) == 1
    assert "Secret task" in as_("member").get("/").content.decode()
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert owed_by_partner(cast.health, **reader) == []
    for address in ("/", reverse("actions:mine")):
        assert "Secret task" not in as_("member").get(address).content.decode()

"""The same action said twice is one action; links to items and decisions; moved to the plan (issue 6 §1; gap 6)."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, RegisterEntry
from actions.queries.arising import arising_at, said_once
from meetings.models import Decision
from tests.factories import create_action, create_block, create_item, create_meeting, create_minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return create_meeting(cast.board, timezone.localdate() - dt.timedelta(days=9), state="held")


@pytest.fixture
def two(cast, meeting) -> tuple[Action, Action]:
    said = {"meeting": meeting}
    first = create_action(cast.board, "Send it", owners=[cast.person("member")], number=1, **said)
    again = create_action(cast.board, "Send it round", owners=[cast.person("chair")], number=2, **said)
    again.items.add(create_item(meeting, "Money", number="2.1"))
    return first, again


@pytest.fixture
def send(as_, cast):
    def post(action: Action, name: str, who: str = "clerk", **given: object):
        address = reverse(f"actions:{name}", args=[cast.board.slug, action.year, action.number])
        return as_(who).post(address, given)

    return post


def test_gap_6_the_joined_reference_stays_readable_and_points_on(send, as_, two):
    first, again = two
    assert send(again, "join", other="see eg/2025/1").status_code == 302
    again.refresh_from_db()
    assert (again.joined_to, again.state) == (first, "not_needed")
    assert Action.objects.get(pk=first.pk).owners_shown == "Joss Lindqvist, Rhiannon Vale"
    assert [item.title for item in first.items.all()] == ["Money"]
    page = as_("member").get(again.get_absolute_url()).content.decode()
    assert "The same as" in page
    assert "EG/2025/1" in page
    assert "EG/2025/2</a> says the same." in as_("member").get(first.get_absolute_url()).content.decode()


def test_gap_6_in_the_minutes_table_it_stands_once(send, two, meeting):
    found = arising_at(meeting)
    assert [action.number for action in said_once(found)] == [2, 1]
    send(two[1], "join", other="EG/2025/1")
    assert [action.number for action in said_once(arising_at(meeting))] == [1]


def test_parted_again_each_is_as_it_was(send, two):
    first, again = two
    send(again, "join", other="EG/2025/1")
    assert send(again, "part_again", reason="They are two.", seen="0").status_code == 302
    again.refresh_from_db()
    assert (again.joined_to, again.state) == (None, "not_started")
    assert [part.state for part in again.parts.all()] == ["not_started"]
    assert Action.objects.get(pk=first.pk).owners_shown == "Joss Lindqvist"
    assert not first.items.exists()


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ("EG/2025/2", "That is this action itself."),
        ("EG/2025/9", "No action that you may know of has this reference."),
        ("the first", "Write a reference, such as EG/2025/3."),
        ("", "Fill in “Reference of the other action”."),
    ],
)
def test_what_cannot_be_joined_is_said(send, two, other, sentence):
    page = send(two[1], "join", other=other)
    assert page.status_code in (409, 422)
    assert sentence in page.content.decode()


def test_a_circle_is_refused_and_a_joined_one_is_not_reopened(send, two):
    first, again = two
    send(again, "join", other="EG/2025/1")
    assert "points on itself" in send(first, "join", other="EG/2025/2").content.decode()
    seen = again.progress.last().pk
    assert "Part them first." in send(again, "reopen", reason="Why not.", seen=seen).content.decode()


def test_linked_to_an_item_and_a_decision_and_let_go(send, as_, two, cast, meeting):
    item = create_item(meeting, "Health", number="3.1")
    decision = Decision.objects.create(block=create_block(create_minutes(meeting), item, "Agreed.", kind="decision"))
    assert send(two[0], "cite", item=item.pk, decision=decision.pk).status_code == 302
    page = as_("clerk").get(two[0].get_absolute_url()).content.decode()
    assert "3.1 Health" in page
    assert ": agreed, 3.1 Health" in page
    send(two[0], "remove_link", item=item.pk)
    assert not two[0].items.exists()
    assert two[0].decisions.get() == decision


def test_moved_to_the_forward_plan_each_points_to_the_other(send, as_, two):
    month = f"{timezone.localdate():%B %Y}"
    given = {"title": "Send it", "month": month, "reason": "Yearly.", "key": uuid.uuid4(), "seen": "0"}
    assert send(two[0], "move", **given).status_code == 302
    entry, action = RegisterEntry.objects.get(), Action.objects.get(pk=two[0].pk)
    assert (action.state, action.moved_to) == ("closed", entry)
    assert entry.reference in as_("member").get(action.get_absolute_url()).content.decode()
    assert "EG/2025/1" in as_("member").get(entry.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["join", "cite", "part_again", "move", "remove_link"])
@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404)])
def test_only_officers_and_chair_do_any_of_it(send, two, name, who, status):
    assert send(two[0], name, who, other="EG/2025/2", reason="x").status_code == status

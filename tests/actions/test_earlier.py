"""Restoring an earlier wording: a new wording, nothing lost, and its actions with it (demand 4)."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from actions.models import Action
from actions.operations.desk import save_item
from meetings.models import AgendaItem, MinutedItem, Minutes
from meetings.queries.earlier import earlier
from meetings.rules.blocks import Block
from tests.factories import create_attendance, create_item, create_meeting

NOW = dt.datetime(2025, 10, 14, 13, 3, tzinfo=dt.UTC)


@pytest.fixture
def item(cast) -> AgendaItem:
    """Written in two spells: an action and a paragraph, and then the paragraph alone."""
    meeting = create_meeting(cast.board, dt.date(2025, 10, 14), state="held")
    create_attendance(meeting, cast.person("member"), seat=cast.seats["member"])
    found = create_item(meeting, "Budget", number="2.3")
    said = Block(uuid.uuid4(), "discussion", "Said.")
    owed = Block(uuid.uuid4(), "action", "Ask the Trust", who="JL", when="Friday")
    for spell, blocks in enumerate([[said, owed], [said]]):
        at = NOW + spell * dt.timedelta(minutes=30)
        save_item(item=found, save=uuid.uuid4(), base=spell, blocks=blocks, by=cast.clerk, at=at)
    return found


@pytest.fixture
def restore(as_, item):
    def restored(was: object = 1, base: object = 2, who: str = "clerk"):
        at = reverse("actions:restore", args=[item.meeting.board.slug, item.meeting.address, item.pk])
        return as_(who).post(at, {"was": was, "base": base}, follow=True)

    return restored


def test_restoring_makes_a_new_wording_and_keeps_the_one_before(item, restore):
    assert not Action.objects.exists()
    page = restore().content.decode()
    assert "That wording stands again." in page
    action = Action.objects.get()
    assert (action.text, action.owners_stated, action.due_stated) == ("Ask the Trust", "JL", "Friday")
    assert [len(one.wording) for one in earlier(item).wordings] == [2, 1, 2]
    assert MinutedItem.objects.get().version == 3


def test_a_wording_saved_meanwhile_is_not_written_over(item, restore):
    page = restore(base=1).content.decode()
    assert "saved this item after you opened it" in page
    assert MinutedItem.objects.get().version == 2


@pytest.mark.parametrize(("was", "says"), [("", "Choose the wording"), (99, "is not in the list"), ("x", "Choose the")])
def test_what_is_no_wording_is_refused_in_words(restore, was, says):
    assert says in restore(was=was).content.decode()


def test_approved_minutes_are_not_restored(cast, item, restore):
    Minutes.objects.update(state="approved", approved_at=NOW, approved_by=cast.clerk)
    assert "approved and cannot be changed" in restore().content.decode()
    assert MinutedItem.objects.get().version == 2


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404), ("outsider", 404)])
def test_only_who_minutes_the_board_restores(restore, who, status):
    assert restore(who=who).status_code == status
    assert MinutedItem.objects.get().version == 2


def test_a_block_that_stands_under_another_item_since_comes_back_as_a_new_one(cast, item, restore):
    wording = MinutedItem.history.order_by("history_id").first().wording
    other = create_item(item.meeting, "Later", number="2.4")
    moved = Block(uuid.UUID(wording[1]["key"]), "discussion", "Now here.")
    save_item(item=other, save=uuid.uuid4(), base=0, blocks=[moved], by=cast.clerk, at=NOW)
    restore()
    assert list(item.blocks.values_list("text", flat=True)) == ["Said.", "Ask the Trust"]
    assert list(other.blocks.values_list("text", flat=True)) == ["Now here."]

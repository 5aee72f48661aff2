"""An action written into the log by hand, by the clerk."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action
from tests.factories import create_action


@pytest.fixture
def add(cast, as_):
    def added(by: str = "clerk", **given: object):
        usual = {"text": "Book the hall", "who": "JL", "when": "asap", "key": str(uuid.uuid4())}
        return as_(by).post(reverse("actions:add", args=[cast.board.slug]), usual | given)

    return added


def test_the_clerk_adds_an_action_that_arose_from_no_item(add, cast):
    assert add().status_code == 302
    action = Action.objects.get()
    assert (action.reference, action.text, action.owners_shown, action.due_shown) == (
        f"EG/{timezone.localdate().year}/1",
        "Book the hall",
        "Joss Lindqvist",
        "asap",
    )
    assert action.recorded_by == cast.clerk
    assert action.history.get().history_user == cast.clerk


def test_the_same_form_sent_twice_is_one_action(add):
    key = str(uuid.uuid4())
    assert add(key=key).headers["Location"] == add(key=key).headers["Location"]
    assert Action.objects.count() == 1


def test_all_of_a_board_is_its_members(add):
    add(who="ALL")
    action = Action.objects.get()
    assert (action.parts.count(), action.owners_shown) == (3, "ALL")


NOBODY = "ALL stands for nobody: Executive Group has no members today. Name who owes it."


@pytest.fixture
def deserted(cast):
    """Every seat of the board is vacant; its clerk still minutes it."""
    for seat in cast.seats.values():
        seat.holdings.update(to_date="2006-01-01")


def test_bad_input_all_of_a_board_without_members_is_refused_and_nothing_typed_is_lost(add, deserted):
    page = add(who="ALL", text="Be ready for the inspectors")
    assert page.status_code == 422
    assert NOBODY in page.content.decode()
    assert "Be ready for the inspectors" in page.content.decode()
    assert not Action.objects.exists()


@pytest.mark.parametrize("outside", ["", "on"])
def test_bad_input_nor_is_an_action_given_to_all_where_all_is_nobody(cast, as_, deserted, outside):
    action = create_action(cast.board, "Be ready", owners=[cast.person("member")])
    address = reverse("actions:owners", args=[cast.board.slug, action.year, action.number])
    page = as_("clerk").post(address, {"who": "all members", "reason": "Everybody’s.", "outside": outside, "seen": 0})
    assert page.status_code == 422
    assert NOBODY.replace("ALL", "all members") in page.content.decode()
    assert action.parts.get().person == cast.person("member")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": " "}, "Fill in “What is to be done?”."),
        ({"when": "7 February 1911"}, "7 February 1911 is too far from today to be meant."),
        ({"when": "07.02.2110"}, "07.02.2110 is too far from today to be meant."),
        ({"key": "x"}, "Enter a valid UUID"),
    ],
)
def test_what_cannot_be_added_is_said_and_kept(add, given, sentence):
    answer = add(**given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode() or "key" in given
    assert not Action.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)])
def test_others_do_not_add(add, who, status):
    assert add(who).status_code == status
    assert not Action.objects.exists()

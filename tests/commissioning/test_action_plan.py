"""An action plan: milestones of its own, and actions of the one log, each cut to its reader (requirement 2.18)."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from actions.models import Action
from commissioning.models import Priority, PriorityAction
from tests.boards.keeper import day, done
from tests.commissioning.planned import TODAY
from tests.factories import create_action, create_item, create_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def priority(cast) -> Priority:
    return Priority.objects.create(board=cast.board, title="Infant feeding")


def to(priority: Priority, name: str, *more: int) -> str:
    return reverse(f"commissioning:{name}", args=[priority.pk, *more])


def page_of(client, priority: Priority) -> str:
    return client.get(priority.get_absolute_url()).content.decode()


def test_2_18_a_milestone_is_added_reached_and_taken_back(as_, priority):
    clerk, due = as_("clerk"), TODAY - dt.timedelta(days=3)
    done(clerk, to(priority, "add_milestone"), title="Peer supporters", **day("due_date", due))
    assert "Three days late" in page_of(as_("member"), priority)
    milestone = priority.milestones.get()
    done(clerk, to(priority, "reach_milestone", milestone.pk), words="Seen in each centre", **day("day", TODAY))
    assert "Seen in each centre" in page_of(as_("member"), priority)
    done(clerk, to(priority, "open_milestone", milestone.pk))
    assert "Three days late" in page_of(as_("member"), priority)
    assert milestone.history.count() == 3


def test_a_milestone_is_dropped_for_a_reason_and_stays_in_sight(as_, priority):
    milestone = priority.milestones.create(title="Peer supporters")
    address = to(priority, "drop_milestone", milestone.pk)
    assert done(as_("clerk"), address).status_code == 422
    page = done(as_("clerk"), address, reason="No money").content.decode()
    assert ("Dropped" in page, "No money" in page) == (True, True)
    assert "It was dropped on" in done(as_("clerk"), address, reason="Again").content.decode()


def test_a_milestone_is_changed_and_one_with_actions_is_not_taken_out(as_, cast, priority):
    milestone = priority.milestones.create(title="Peer supporters")
    done(as_("clerk"), to(priority, "change_milestone", milestone.pk), title="Supporters", due_stated="by summer")
    assert "To be reached by summer" in page_of(as_("member"), priority)
    PriorityAction.objects.create(priority=priority, milestone=milestone, action=create_action(cast.board))
    address = to(priority, "take_out_milestone", milestone.pk)
    assert "The milestone has one action." in done(as_("clerk"), address).content.decode()


def test_an_action_of_the_log_is_found_by_reference_or_words_and_linked(as_, cast, priority):
    action = create_action(cast.board, "Train the supporters", owners=[cast.person("member")])
    milestone = priority.milestones.create(title="Peer supporters")
    find = to(priority, "find_plan_action")
    for words in (action.reference, "train the"):
        assert "Train the supporters" in as_("clerk").get(find, {"words": words}).content.decode()
    done(as_("clerk"), to(priority, "link_plan_action", action.pk), milestone=milestone.pk)
    page = page_of(as_("member"), priority)
    assert ("Train the supporters" in page, "one action is open" in page) == (True, True)
    again = done(as_("clerk"), to(priority, "link_plan_action", action.pk))
    assert (again.status_code, "already" in again.content.decode()) == (409, True)


def test_an_action_that_the_officer_may_not_know_of_is_neither_found_nor_linked(as_, cast, priority):
    action = create_action(cast.other_board, "Light the streets")
    page = as_("clerk").get(to(priority, "find_plan_action"), {"words": "light"}).content.decode()
    assert "No action that you may know of" in page
    assert done(as_("clerk"), to(priority, "link_plan_action", action.pk)).status_code == 404


def test_each_reader_sees_the_actions_they_may_know_of(as_, cast, priority):
    closed = create_item(create_meeting(cast.board), exempt_paragraphs="3", exempt_reason="Terms of the contract")
    secret = create_action(cast.other_board, "Light the streets")
    exempt = create_action(cast.board, "Offer the contract")
    exempt.items.add(closed)
    for action in (secret, exempt):
        PriorityAction.objects.create(priority=priority, action=action)
    page = page_of(as_("member"), priority)
    assert "Light the streets" not in page
    assert ("Offer the contract" in page) == ("One action is open" in page)


def test_a_new_action_goes_straight_into_the_one_log(as_, cast, priority):
    key = uuid.uuid4()
    sent = {"text": "Train the supporters", "who": "JL", "when": "", "key": key}
    for _ in range(2):
        page = done(as_("clerk"), to(priority, "add_plan_action"), **sent).content.decode()
        assert "The action is in the log and in the plan." in page
    action = Action.objects.get()
    assert (action.board, action.parts.get().person) == (cast.board, cast.person("member"))
    assert priority.plan_actions.get().action == action
    assert "Infant feeding" in as_("member").get(action.get_absolute_url()).content.decode()


def test_an_action_without_words_is_refused_and_nothing_is_lost(as_, priority):
    answer = done(as_("clerk"), to(priority, "add_plan_action"), text="", who="JL", key=uuid.uuid4())
    assert (answer.status_code, 'value="JL"' in answer.content.decode()) == (422, True)


def test_taken_out_of_the_plan_it_stays_in_the_log(as_, cast, priority):
    action = create_action(cast.board, "Train the supporters")
    link = PriorityAction.objects.create(priority=priority, action=action)
    done(as_("clerk"), to(priority, "unlink_plan_action", link.pk))
    assert (priority.plan_actions.exists(), Action.objects.filter(pk=action.pk).exists()) == (False, True)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_others_put_nothing_into_it(as_, cast, priority, who):
    action = create_action(cast.board, "Train the supporters")
    done(as_(who), to(priority, "link_plan_action", action.pk))
    done(as_(who), to(priority, "add_plan_action"), text="Mine", key=uuid.uuid4())
    assert not priority.plan_actions.exists()

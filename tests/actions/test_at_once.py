"""Two connections at one action, or at one item: heard one after the other, nothing lost, no number twice."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from actions.models import FINISHED, SETTLED, Action, Progress
from actions.operations.adding import NewAction, add_action
from actions.operations.changing import change_due
from actions.operations.desk import save_item
from actions.operations.progress import record_progress
from actions.operations.settling import close_action, drop_action
from actions.rules.due import Due
from actions.rules.owners import Owners
from meetings.rules.blocks import Block
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_action, create_item, create_meeting
from trust.tools.refusal import Refused


@pytest.fixture
def people(transactional_db) -> the_cast.Cast:
    return the_cast.assemble()


def test_closing_and_updating_at_once(people):
    action = create_action(people.board, owners=[people.person("member"), people.person("chair")])
    usual = {"at": timezone.now()}
    parts = list(action.parts.all())
    results = at_once(
        lambda: close_action(action=action, reason="Agreed.", seen=0, by=people.clerk, **usual),
        lambda: drop_action(action=action, reason="Overtaken.", seen=0, by=people.chair, **usual),
        lambda: record_progress(part=parts[0], state="done", text="Sent.", by=people.member, **usual),
        lambda: record_progress(part=parts[1], state="in_progress", text="Begun.", by=people.chair, **usual),
    )
    refused = [result for result in results if isinstance(result, Refused)]
    action.refresh_from_db()
    assert Progress.objects.count() == len(results) - len(refused)
    assert (action.state in SETTLED) == any(not isinstance(result, Refused) for result in results[:2])
    if action.state in SETTLED:
        assert {part.state for part in action.parts.all()} <= set(FINISHED)


def test_bad_input_closing_and_extending_at_once_is_one_of_them_and_a_sentence(people):
    action = create_action(people.board, owners=[people.person("member")])
    day = Due("day", timezone.localdate() + dt.timedelta(days=30))
    told = {"reason": "Agreed.", "seen": 0, "at": timezone.now()}
    results = at_once(
        lambda: close_action(action=action, by=people.chair, **told),
        lambda: change_due(action=action, due=day, meeting=None, by=people.clerk, **told),
    )
    (refused,) = [result for result in results if isinstance(result, Refused)]
    assert "Meanwhile:" in str(refused) or "is closed" in str(refused)
    entry = Progress.objects.get()
    action.refresh_from_db()
    assert (entry.kind, action.state, action.due_kind) in [("closed", "closed", "none"), ("due", "not_started", "day")]


def test_numbers_given_at_once_are_all_different(people):
    def adding():
        new = NewAction("Do it", "", Owners(), Due("none"), None, uuid.uuid4())
        now = timezone.now()
        return add_action(new, board=people.board, on=now.date(), by=people.clerk, at=now).number

    assert sorted(at_once(*[adding] * 4)) == [1, 2, 3, 4]


def test_the_same_form_sent_twice_at_once_is_one_action(people):
    new = NewAction("Do it", "", Owners(), Due("none"), None, uuid.uuid4())
    now = timezone.now()

    def adding():
        return add_action(new, board=people.board, on=now.date(), by=people.clerk, at=now).pk

    assert len(set(at_once(*[adding] * 4))) == 1
    assert Action.objects.count() == 1


def test_items_saved_at_once_number_their_actions_apart(people):
    meeting = create_meeting(people.board)
    items = [create_item(meeting, number=f"2.{n}") for n in range(4)]

    def saving(item):
        key = uuid.uuid4()
        blocks = [Block(key, "action", "Do it", who="ALL", when="next meeting")]
        usual = {"by": people.clerk, "at": timezone.now()}
        return lambda: save_item(item=item, save=uuid.uuid4(), base=0, blocks=blocks, **usual).minuted.version

    assert at_once(*(saving(item) for item in items)) == [1] * 4
    assert sorted(Action.objects.values_list("number", flat=True)) == [1, 2, 3, 4]

"""Two connections at one item: no save is lost, none is doubled."""

import uuid

import pytest
from django.utils import timezone

from meetings.models import Minute, MinutedItem, Minutes
from meetings.operations.desk import save_item
from meetings.rules.blocks import Block
from meetings.rules.conflict import Conflict
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_item, create_meeting

WRITERS = 4


@pytest.fixture
def item(transactional_db):
    return create_item(create_meeting(the_cast.assemble().board))


def saving(item, text, *, save=None, base=0, key=None):
    by = item.meeting.board.role_groups.get(role="officer").group.user_set.get()
    words = Block(key or uuid.uuid4(), "decision", text)
    return lambda: (
        save_item(item=item, save=save or uuid.uuid4(), base=base, blocks=[words], by=by, at=timezone.now()).version
    )


def test_first_saves_at_one_moment_are_one_save_and_conflicts(item):
    results = at_once(*(saving(item, f"Text {n}.") for n in range(WRITERS)))
    assert [result for result in results if result == 1] == [1]
    assert len([result for result in results if isinstance(result, Conflict)]) == WRITERS - 1
    assert Minute.objects.count() == MinutedItem.objects.count() == Minutes.objects.count() == 1


def test_retries_at_one_moment_are_one_save(item):
    again, key = uuid.uuid4(), uuid.uuid4()
    assert at_once(*(saving(item, "Once.", save=again, key=key) for _ in range(WRITERS))) == [1] * WRITERS
    assert Minute.objects.count() == 1
    assert MinutedItem.history.count() == 1


def test_items_of_one_meeting_do_not_wait_for_one_another(item):
    items = [item, *(create_item(item.meeting) for _ in range(WRITERS - 1))]
    assert at_once(*(saving(each, "Its own.") for each in items)) == [1] * WRITERS
    assert Minutes.objects.count() == 1


def test_no_update_is_lost_when_each_tries_until_it_is_in(item):
    def until_in(text):
        def act():
            base = 0
            while True:
                try:
                    return saving(item, text, base=base)()
                except Conflict as conflict:
                    base = conflict.current.version

        return act

    versions = at_once(*(until_in(f"Text {n}.") for n in range(WRITERS)))
    assert sorted(versions) == [1, 2, 3, 4]

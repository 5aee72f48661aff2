"""Writing and ordering an agenda, by one clerk and by two at once."""

from functools import partial

import pytest

from meetings.models import AgendaItem
from meetings.operations import agenda as operations
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_block, create_item, create_meeting, create_minutes
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return with_agenda(cast)


def with_agenda(cast):
    """Sections Matters (a, b) and Decisions (c), numbered."""
    meeting = create_meeting(cast.board)
    for title, items in (("Matters", "ab"), ("Decisions", "c")):
        section = create_item(meeting, title, is_section=True)
        for item in items:
            create_item(meeting, item, section=section)
    operations.renumber(meeting, by=cast.clerk)
    return meeting


def named(meeting, title) -> AgendaItem:
    return meeting.items.get(title=title)


def agenda(meeting) -> str:
    return ", ".join(str(item) for item in meeting.items.all())


def test_items_are_added_and_numbered(cast, meeting):
    section = named(meeting, "Matters")
    item = operations.add_item(meeting=meeting, fields={"title": "d", "section": section}, by=cast.clerk)
    operations.add_item(meeting=meeting, fields={"title": "Next", "is_section": True}, by=cast.clerk)
    assert item.number == "1.3"
    assert agenda(meeting) == "1.0 Matters, 1.1 a, 1.2 b, 1.3 d, 2.0 Decisions, 2.1 c, 3.0 Next"


def test_a_number_of_its_own_holds(cast, meeting):
    operations.change_item(item=named(meeting, "a"), fields={"number_stated": "19(a)"}, by=cast.clerk)
    assert agenda(meeting) == "1.0 Matters, 19(a) a, 1.1 b, 2.0 Decisions, 2.1 c"


def test_an_item_is_removed_and_the_rest_numbered_anew(cast, meeting):
    operations.remove_item(item=named(meeting, "a"), by=cast.clerk)
    assert agenda(meeting) == "1.0 Matters, 1.1 b, 2.0 Decisions, 2.1 c"
    assert AgendaItem.history.filter(history_type="-").get().history_user == cast.clerk


def test_what_is_minuted_stays(cast, meeting):
    create_block(create_minutes(meeting), named(meeting, "a"))
    with pytest.raises(Refused, match="has been minuted"):
        operations.remove_item(item=named(meeting, "a"), by=cast.clerk)
    with pytest.raises(Refused, match="Move or remove the items"):
        operations.remove_item(item=named(meeting, "Decisions"), by=cast.clerk)


def test_the_agenda_of_circulated_minutes_stays(cast, meeting):
    create_minutes(meeting, state="circulated")
    with pytest.raises(Refused, match="are circulated"):
        operations.shift_item(item=named(meeting, "a"), up=False, by=cast.clerk)


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_the_agenda_of_a_meeting_called_off_stays(cast, meeting, as_, state):
    meeting.state = state
    meeting.save()
    with pytest.raises(Refused, match=f"This meeting is {state} and its agenda can no longer change."):
        operations.shift_item(item=named(meeting, "a"), up=False, by=cast.clerk)
    page = as_("clerk").get(meeting.get_absolute_url()).content.decode()
    assert "Add an item" not in page
    assert 'value="down"' not in page


def test_moving_writes_history_in_few_statements(cast, meeting, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        operations.shift_item(item=named(meeting, "Decisions"), up=True, by=cast.clerk)
    assert agenda(meeting) == "1.0 Decisions, 1.1 c, 2.0 Matters, 2.1 a, 2.2 b"
    last = named(meeting, "c").history.latest()
    assert (last.history_user, last.history_change_reason) == (cast.clerk, "The order of the agenda changed.")


def test_an_item_is_dragged_into_another_section(cast, meeting):
    operations.place_item(
        item=named(meeting, "b"), section=named(meeting, "Decisions"), before=named(meeting, "c"), by=cast.clerk
    )
    assert agenda(meeting) == "1.0 Matters, 1.1 a, 2.0 Decisions, 2.1 b, 2.2 c"


@pytest.mark.django_db(transaction=True)
def test_two_clerks_reorder_at_once():
    cast = the_cast.assemble()
    meeting = with_agenda(cast)

    moving = [named(meeting, title) for title in ("a", "b", "Matters", "a")]
    at_once(*(partial(operations.shift_item, item=item, up=False, by=cast.clerk) for item in moving))
    items = list(meeting.items.all())
    assert [item.position for item in items] == [1, 2, 3, 4, 5]
    assert len({item.number for item in items}) == 5
    assert {item.title for item in items} == {"Matters", "Decisions", "a", "b", "c"}

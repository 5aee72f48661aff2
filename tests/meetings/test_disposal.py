"""Items deferred, withdrawn, taken together, split, late, or put on the next agenda; and each undone."""

from functools import partial

import pytest

from meetings.models import AgendaItem
from meetings.operations.agenda import change_item
from meetings.operations.disposal import defer, move_into, put_back, withdraw
from meetings.operations.late import late_item, split_item, table_next, take_off
from tests import cast as the_cast
from tests.at_once import at_once
from tests.factories import create_block, create_minutes
from tests.meetings.sitting import agenda, create_going_on, create_next, titled
from trust.tools.refusal import Refused, why_not

pytestmark = pytest.mark.django_db

REASON = "The figures came this morning."


@pytest.fixture
def meeting(cast):
    return create_going_on(cast)


def test_2_3_a_deferred_item_arrives_on_the_next_agenda_and_says_where_it_came_from(cast, meeting):
    later = create_next(cast)
    given = {"text": "Members are asked to agree it.", "exempt_paragraphs": "3", "exempt_reason": "Prices."}
    item = change_item(item=titled(meeting, "c"), fields=given, by=cast.clerk)
    done = defer(item=item, reason=REASON, by=cast.clerk)
    assert (done.item.state, done.item.state_reason, done.not_carried) == ("deferred", REASON, "")
    assert agenda(later).endswith("2.1 c, 2.2 d, 2.2A c, 3.0 Next meeting")
    arrived = done.arrived_as
    assert (arrived.came_from, arrived.text, arrived.exempt_paragraphs) == (item, given["text"], "3")
    assert done.item.history.first().history_change_reason == REASON


def test_a_deferral_undone_takes_the_item_off_the_later_agenda(cast, meeting):
    later = create_next(cast)
    before = agenda(later)
    defer(item=titled(meeting, "c"), reason="", by=cast.clerk)
    put_back(item=titled(meeting, "c"), by=cast.clerk)
    assert (titled(meeting, "c").state, agenda(later)) == ("open", before)


@pytest.mark.parametrize("written", ["minuted", "changed"])
def test_a_deferral_is_not_undone_over_what_was_written_since(cast, meeting, written):
    later = create_next(cast, state="called")
    arrived = defer(item=titled(meeting, "c"), reason="", by=cast.clerk).arrived_as
    if written == "minuted":
        create_block(create_minutes(later), arrived, "Agreed.")
    else:
        change_item(item=arrived, fields={"text": "Now with figures."}, by=cast.clerk)
    sentence = f"Item {arrived.number_shown} has been {written} since, and stays."
    assert why_not(put_back, item=titled(meeting, "c"), by=cast.clerk) == sentence
    assert titled(meeting, "c").state == "deferred"


def test_a_deferral_with_no_next_meeting_in_the_calendar_holds_and_says_so(cast, meeting):
    done = defer(item=titled(meeting, "c"), reason="", by=cast.clerk)
    assert done.item.state == "deferred"
    assert done.arrived_as is None
    assert done.not_carried.startswith("No later meeting of this board is in the calendar yet.")


def test_withdrawn_and_put_back(cast, meeting):
    withdraw(item=titled(meeting, "c"), reason=REASON, by=cast.clerk)
    refused = why_not(defer, item=titled(meeting, "c"), reason="", by=cast.clerk)
    assert refused == "Item 2.1 is withdrawn already. Put it back on the agenda first."
    item = put_back(item=titled(meeting, "c"), by=cast.clerk)
    assert (item.state, item.state_reason) == ("open", "")
    assert [row.state for row in item.history.all()][:3] == ["open", "withdrawn", "open"]


def test_items_taken_with_another_go_along_with_it(cast, meeting):
    a, b, c = (titled(meeting, title) for title in "abc")
    move_into(item=a, into=b, reason="", by=cast.clerk)
    move_into(item=b, into=c, reason="One report.", by=cast.clerk)
    assert [titled(meeting, title).moved_to for title in "ab"] == [c, c]
    assert why_not(move_into, item=c, into=a, reason="", by=cast.clerk).startswith("Item 1.1 is taken with another")
    assert put_back(item=titled(meeting, "b"), by=cast.clerk).moved_to is None


def test_an_item_is_split_and_the_part_says_from_which(cast, meeting):
    part = split_item(item=titled(meeting, "a"), title="a, the costs", by=cast.clerk)
    assert (part.came_from.title, part.number_shown) == ("a", "1.1A")
    assert agenda(meeting) == (
        "1.0 Matters, 1.1 a, 1.1A a, the costs, 1.2 b, 2.0 Decisions, 2.1 c, 2.2 d, 3.0 Next meeting"
    )


def test_h8_a_late_item_comes_on_with_its_reason_and_changes_no_number(cast, meeting):
    late = late_item(meeting=meeting, title="Flooding", reason=REASON, after=titled(meeting, "c"), by=cast.clerk)
    assert (late.number_shown, late.is_late, late.late_reason) == ("2.1A", True, REASON)
    late_item(meeting=meeting, title="Roads", reason=REASON, after=titled(meeting, "d"), by=cast.clerk)
    assert agenda(meeting) == (
        "1.0 Matters, 1.1 a, 1.2 b, 2.0 Decisions, 2.1 c, 2.1A Flooding, 2.2 d, 2.3 Roads, 3.0 Next meeting"
    )
    with pytest.raises(Refused, match="Say why"):
        late_item(meeting=meeting, title="Fees", reason=" ", after=None, by=cast.clerk)


def test_until_the_agenda_is_out_a_late_item_is_numbered_with_the_others(cast):
    later = create_next(cast)
    late_item(meeting=later, title="Flooding", reason=REASON, after=titled(later, "c"), by=cast.clerk)
    assert "2.1 c, 2.2 Flooding, 2.3 d" in agenda(later)


def test_what_came_on_comes_off_again_unless_minuted(cast, meeting):
    before = agenda(meeting)
    late = late_item(meeting=meeting, title="Flooding", reason=REASON, after=None, by=cast.clerk)
    take_off(item=late, by=cast.clerk)
    part = split_item(item=titled(meeting, "a"), title="Costs", by=cast.clerk)
    create_block(create_minutes(meeting), part, "Agreed.")
    assert why_not(take_off, item=part, by=cast.clerk) == "Item 1.1A has been minuted since, and stays."
    called = why_not(take_off, item=titled(meeting, "a"), by=cast.clerk)
    assert called == "This item was called with the agenda. Mark it as withdrawn instead."
    assert agenda(meeting) != before


def test_2_21_business_for_the_next_meeting_stands_on_its_agenda_once(cast, meeting):
    refused = why_not(table_next, item=titled(meeting, "d"), title="School funding", by=cast.clerk)
    assert refused.startswith("No later meeting of this board is in the calendar yet.")
    later = create_next(cast)
    new = table_next(item=titled(meeting, "d"), title="School  funding", by=cast.clerk)
    assert (new.meeting, new.came_from.title, new.section.title) == (later, "d", "Decisions")
    assert "2.3 School funding" in agenda(later)
    again = why_not(table_next, item=titled(meeting, "d"), title="school funding.", by=cast.clerk)
    assert again.startswith("“School funding” is on the agenda of")
    take_off(item=new, by=cast.clerk)
    assert "School" not in agenda(later)


def test_demand_21_business_from_an_exempt_item_stays_exempt(cast, meeting):
    create_next(cast)
    given = {"exempt_paragraphs": "1", "exempt_reason": "A child."}
    item = change_item(item=titled(meeting, "d"), fields=given, by=cast.clerk)
    assert table_next(item=item, title="Placement", by=cast.clerk).exempt_paragraphs == "1"
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    with pytest.raises(Refused):
        withdraw(item=item, reason="", by=cast.clerk)


@pytest.mark.parametrize("who", ["member", "chair"])
def test_members_change_nothing_of_the_agenda(cast, meeting, who):
    by, item = getattr(cast, who), titled(meeting, "c")
    create_next(cast)
    before = AgendaItem.history.count()
    for act in (
        lambda: defer(item=item, reason="", by=by),
        lambda: withdraw(item=item, reason="", by=by),
        lambda: move_into(item=item, into=titled(meeting, "d"), reason="", by=by),
        lambda: split_item(item=item, title="x", by=by),
        lambda: late_item(meeting=meeting, title="x", reason="x", after=None, by=by),
        lambda: table_next(item=item, title="x", by=by),
        lambda: put_back(item=item, by=by),
    ):
        assert why_not(act) == "Only the officers who minute this board may do this."
    assert AgendaItem.history.count() == before


@pytest.mark.django_db(transaction=True)
def test_two_officers_who_table_the_same_business_at_once_table_it_once(transactional_db):
    cast = the_cast.assemble()
    meeting, later = create_going_on(cast), create_next(cast)

    table = partial(table_next, item=titled(meeting, "d"), title="School funding", by=cast.clerk)
    assert len([one for one in at_once(*[table] * 4) if isinstance(one, Refused)]) == 3
    assert later.items.filter(title="School funding").count() == 1

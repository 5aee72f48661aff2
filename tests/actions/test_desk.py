"""Action lines at the desk become actions: numbered, owned, due (requirements 2.4, 2.6, 2.7; gap 6)."""

import datetime as dt
import uuid

import pytest

from actions.models import Action, LastNumber
from actions.operations.desk import save_item
from actions.queries.checks import action_findings
from boards.models import Substitute
from meetings.models import AgendaItem, MinutedItem, Minutes
from meetings.rules.blocks import Block, BlockRefused
from meetings.rules.conflict import Conflict
from tests.factories import create_attendance, create_item, create_meeting, create_person
from trust.tools.refusal import Refused

NOW = dt.datetime(2011, 1, 25, 14, 3, tzinfo=dt.UTC)


@pytest.fixture
def item(cast) -> AgendaItem:
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25))
    for who in ("chair", "member", "clerk"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who])
    return create_item(meeting, number="2.1")


@pytest.fixture
def save(cast, item):
    """Save action lines ``(text, who, when)`` or ``(text, who, when, key)`` as the clerk."""

    def saved(*lines: tuple, **given: object) -> MinutedItem:
        keyed = [(*line, uuid.uuid4())[:4] for line in lines]
        standing = MinutedItem.objects.filter(item=item).first()
        usual = {"save": uuid.uuid4(), "base": standing.version if standing else 0, "by": cast.clerk, "at": NOW}
        return save_item(
            item=item,
            blocks=[Block(key, "action", text, who=who, when=when) for text, who, when, key in keyed],
            **usual | given,
        )

    return saved


def test_an_action_block_is_an_action_with_number_owner_and_day(save, item, cast):
    save(("Circulate the scheme", "JL", "07.02.11"))
    action = Action.objects.get()
    assert (action.reference, action.text, action.meeting) == ("EG/2011/1", "Circulate the scheme", item.meeting)
    assert (action.owners_shown, action.due_shown) == ("Joss Lindqvist", "Monday 7 February 2011")
    assert list(action.items.all()) == [item]
    assert action.parts.get().seat == cast.seats["member"]


def test_joint_owners_owe_a_part_each_and_nobody_is_guessed(save):
    save(("Map the priorities", "JL/RV/JG", "05.04.11"))
    action = Action.objects.get()
    assert [(part.owner, part.name) for part in action.parts.all()] == [
        ("person", "Joss Lindqvist"),
        ("person", "Rhiannon Vale"),
        ("unknown", "JG"),
    ]
    assert action.flags == ["JG matches nobody at this meeting"]


def test_all_is_a_part_for_each_member_or_who_sat_for_them_and_said_once(save, item, cast):
    stand_in = create_person("Sol Amadi")
    Substitute.objects.create(seat=cast.seats["member"], person=stand_in)
    line = item.meeting.attendances.get(person=cast.person("member"))
    line.status, line.substitute = "apologies", stand_in
    line.save()
    save(("Be ready for the inspectors", "ALL", "07.02.11"))
    action = Action.objects.get()
    assert sorted(part.name for part in action.parts.all()) == ["Kirsty Sandhu", "Rhiannon Vale", "Sol Amadi"]
    assert action.owners_shown == "ALL"


def test_all_follows_attendance_that_is_taken_later(save, item):
    key = uuid.uuid4()
    item.meeting.attendances.update(status="expected")
    save(("Be ready", "ALL", "", key))
    assert Action.objects.get().flags == ["ALL stands for all members expected until attendance is taken"]
    here = item.meeting.attendances.first()
    here.status = "present"
    here.save()
    save(("Be ready", "ALL", "", key))
    assert [part.name for part in Action.objects.get().parts.all()] == [here.name]
    assert Action.objects.get().flags == []


def test_bad_input_all_where_nobody_is_a_member_is_owed_by_nobody_and_said_before_the_draft_goes(save, item, cast):
    item.meeting.attendances.all().delete()
    for seat in cast.seats.values():
        seat.holdings.update(to_date="2006-01-01")
    save(("Be ready", "ALL", "07.02.11"))
    action = Action.objects.get()
    assert [(part.owner, part.person) for part in action.parts.all()] == [("unknown", None)]
    sentence = "ALL stands for nobody: no member is on the attendance list"
    assert action.flags == [sentence]
    assert [sentence in finding.sentence for finding in action_findings(item.meeting)] == [True]


def test_a_block_saved_again_keeps_its_number_and_unread_words_are_read_again(save):
    key = uuid.uuid4()
    save(("Meet", "J", "", key))
    save(("Meet the heads", "JL", "asap", key))
    action = Action.objects.get()
    assert (action.number, action.text, action.owners_shown, action.due_shown) == (
        1,
        "Meet the heads",
        "Joss Lindqvist",
        "asap",
    )
    assert action.history.count() == 1


def test_a_number_is_never_given_twice(save):
    save(("One", "JL", ""))
    save(("Two", "JL", ""))
    assert [action.number for action in Action.objects.all()] == [2]
    assert LastNumber.objects.get().number == 2
    assert Action.history.filter(history_type="-").get().text == "One"


def test_next_meeting_is_linked_and_moves_with_it(save, cast):
    following = create_meeting(cast.board, dt.date(2011, 2, 22))
    save(("Table the paper", "JL", "next meeting"))
    assert Action.objects.get().due_meeting == following
    following.date = dt.date(2011, 3, 1)
    following.save()
    action = Action.objects.with_due_on().get()
    assert (action.due_on, action.due_shown) == (dt.date(2011, 3, 1), "Meeting of Tuesday 1 March 2011")


def test_next_meeting_is_found_once_it_is_on_the_calendar_and_again_when_called_off(save, cast):
    save(("Table the paper", "JL", "next meeting"))
    assert Action.objects.with_due_on().get().due_shown == "Next meeting"
    following = create_meeting(cast.board, dt.date(2011, 2, 22))
    assert Action.objects.with_due_on().get().due_on == dt.date(2011, 2, 22)
    following.state = "cancelled"
    following.save()
    create_meeting(cast.board, dt.date(2011, 3, 29))
    assert Action.objects.with_due_on().get().due_on == dt.date(2011, 3, 29)


def test_what_was_reported_on_is_not_deleted_with_its_block(save, cast):
    save(("Ask", "JL", ""))
    action = Action.objects.get()
    action.progress.create(part=action.parts.get(), text="Asked.", at=NOW, by=cast.member)
    with pytest.raises(BlockRefused, match="EG/2011/1 has been reported on") as refusal:
        save()
    assert refusal.value.key == action.block.key
    assert Action.objects.filter(pk=action.pk, block__item__isnull=False).exists()


def test_an_owner_who_reported_is_not_typed_away(save, cast):
    key = uuid.uuid4()
    save(("Ask", "JL", "", key))
    action = Action.objects.get()
    action.progress.create(part=action.parts.get(), text="Asked.", at=NOW, by=cast.member)
    with pytest.raises(BlockRefused, match="Joss Lindqvist has reported"):
        save(("Ask", "RV", "", key))
    save(("Ask them all", "JL", "", key))
    assert Action.objects.get().text == "Ask them all"


def test_what_went_out_with_the_draft_is_not_deleted_with_its_block(save, item, cast):
    save(("Ask", "JL", ""))
    Minutes.objects.filter(meeting=item.meeting).update(state="circulated", circulated_at=NOW, circulated_by=cast.clerk)
    with pytest.raises(Refused, match="Return them to the desk"):
        save()


def test_a_conflict_leaves_actions_as_they_were(save):
    save(("Ask", "JL", ""))
    with pytest.raises(Conflict):
        save(("Other", "RV", ""), base=0)
    assert Action.objects.get().text == "Ask"


def test_a_failure_half_way_leaves_nothing(save, monkeypatch):
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("actions.operations.desk.read_owners", fails)
    with pytest.raises(RuntimeError):
        save(("Ask", "JL", ""))
    assert not Action.objects.exists()
    assert not LastNumber.objects.exists()
    assert not MinutedItem.objects.exists()


def test_a_line_that_is_too_long_is_refused_by_its_block(save):
    with pytest.raises(BlockRefused, match="Who by holds up to 160 characters"):
        save(("Ask", "x" * 161, ""))


def test_the_wording_of_the_item_holds_who_and_when_as_they_were_said(save):
    key = uuid.uuid4()
    save(("Circulate the scheme", "JL/JG", "07.02.11", key))
    save(("Circulate the schemes", None, None, key))
    said = [row.wording[0]["action"] for row in MinutedItem.history.all()]
    assert said == [{"who": "JL/JG", "when": "07.02.11"}]
    assert Action.objects.get().owners_stated == "JL/JG"


def test_words_that_did_not_change_cost_no_reading(save, django_assert_max_num_queries):
    key = uuid.uuid4()
    save(("Ask", "JL", "07.02.11", key))
    with django_assert_max_num_queries(11):
        save(("Ask them", "JL", "07.02.11", key))

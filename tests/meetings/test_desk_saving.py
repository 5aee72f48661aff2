"""Saving one item at the desk: once each, in order, never over somebody else's words."""

import datetime as dt
import itertools
import re
import uuid

import pytest
from django.http import Http404

from meetings.models import AgendaItem, Decision, Minute, MinutedItem, Minutes, Vote
from meetings.models.locks import SENTENCE
from meetings.operations.desk import save_item
from meetings.rules.blocks import Block, BlockRefused
from meetings.rules.conflict import Conflict
from tests.factories import create_attendance, create_item, create_meeting, create_minutes
from trust.tools.refusal import NotPermitted, Refused

NOW = dt.datetime(2025, 10, 14, 14, 3, tzinfo=dt.UTC)


def block(text: str, kind: str = "discussion", key: uuid.UUID | None = None, **fields: str | bool) -> Block:
    return Block(key or uuid.uuid4(), kind, text, **fields)


@pytest.fixture
def item(cast) -> AgendaItem:
    return create_item(create_meeting(cast.board), number="2.3")


@pytest.fixture
def save(cast, item):
    """Save as the clerk on the version that stands, unless told otherwise."""

    def saved(*blocks: Block, **given: object) -> MinutedItem:
        standing = MinutedItem.objects.filter(item=item).first()
        usual = {"save": uuid.uuid4(), "base": standing.version if standing else 0, "by": cast.clerk, "at": NOW}
        return save_item(item=item, blocks=list(blocks), **usual | given)

    return saved


def texts(item: AgendaItem) -> list[str]:
    return list(item.blocks.values_list("text", flat=True))


def test_blocks_are_written_changed_moved_and_deleted(save, item):
    first, second, third = block("One."), block("Two.", "noted"), block("Three.", "note")
    assert save(first, second, third).version == 1
    assert texts(item) == ["One.", "Two.", "Three."]
    kept = {row.key: row.pk for row in item.blocks.all()}
    changed = block("Three, reworded.", "discussion", third.key)
    assert save(changed, first).version == 2
    assert texts(item) == ["Three, reworded.", "One."]
    assert {row.pk for row in item.blocks.all()} == {kept[first.key], kept[third.key]}


def test_the_same_save_again_is_no_second_save(save, item):
    again = uuid.uuid4()
    words = block("Said once.")
    first = save(words, save=again, base=0)
    second = save(words, save=again, base=0)
    assert (first.version, second.version, texts(item)) == (1, 1, ["Said once."])


def test_a_retry_is_answered_even_when_the_minutes_were_approved_meanwhile(cast, save, item):
    again, words = uuid.uuid4(), block("Said once.")
    save(words, save=again, base=0)
    Minutes.objects.filter(meeting=item.meeting).update(state="approved", approved_at=NOW, approved_by=cast.clerk)
    assert save(words, save=again, base=0).version == 1


def test_a_stale_base_is_a_conflict_with_what_stands(cast, save, item):
    save(block("Theirs."))
    with pytest.raises(Conflict, match=r"Kirsty Sandhu saved this item after you opened it") as conflict:
        save(block("Mine."), base=0)
    assert conflict.value.current.wording[0]["text"] == "Theirs."
    assert texts(item) == ["Theirs."]


def test_a_decision_block_is_a_decision_while_it_is_one(save, item):
    words = block("option 3.", "decision", decision_kind="amended", amended_from="three", amended_to="two")
    save(words)
    decision = Decision.objects.get()
    assert (decision.kind, decision.amended_from, decision.amended_to) == ("amended", "three", "two")
    save(block("option 3.", "noted", words.key))
    assert not Decision.objects.exists()
    assert Decision.history.filter(history_type="-").count() == 1


def test_a_decision_subject_to_ratification_says_so_on_the_wire_and_in_the_record(save):
    words = block("option 3.", "decision", ratify=True)
    minuted = save(words)
    assert Decision.objects.get().needs_ratifying
    assert minuted.wording[0]["decision"]["ratify"] is True
    save(block("option 3.", "decision", words.key))
    assert not Decision.objects.get().needs_ratifying


def test_half_an_amendment_is_kept_with_the_item_until_it_is_whole(save):
    minuted = save(block("option 3.", "decision", decision_kind="amended", amended_from="three"))
    assert Decision.objects.get().amended_from == ""
    assert minuted.wording[0]["decision"]["amended_from"] == "three"


def test_a_decision_that_was_voted_on_is_not_deleted_by_the_way(cast, save, item):
    words = block("option 3.", "decision")
    save(words)
    voter = create_attendance(item.meeting, cast.person("chair"))
    Vote.objects.create(decision=Decision.objects.get(), attendance=voter, choice="for")
    with pytest.raises(BlockRefused, match="take that away first") as refused:
        save(block("Nothing of it."))
    assert refused.value.key == words.key
    assert texts(item) == ["option 3."]


@pytest.mark.parametrize("state", ["approved", "signed"])
def test_approved_minutes_are_closed(cast, save, item, state):
    create_minutes(item.meeting, state=state, approved_at=NOW, approved_by=cast.clerk)
    with pytest.raises(Refused, match=SENTENCE):
        save(block("Too late.", "decision"))


@pytest.mark.parametrize("who", ["chair", "member"])
def test_only_who_minutes_the_board_writes(cast, save, who):
    with pytest.raises(NotPermitted, match="Only the officers who minute this board"):
        save(block("Mine."), by=getattr(cast, who))


@pytest.mark.parametrize("who", ["outsider", "member_of_another_partner"])
def test_others_do_not_know_of_it(cast, save, who):
    with pytest.raises(Http404):
        save(block("Mine."), by=getattr(cast, who))


def test_a_block_of_another_item_stays_there(cast, save, item):
    taken = block("Here.")
    save(taken)
    other = create_item(item.meeting)
    with pytest.raises(BlockRefused, match="another item"):
        save_item(item=other, save=uuid.uuid4(), base=0, blocks=[taken], by=cast.clerk, at=NOW)
    assert not MinutedItem.objects.filter(item=other).exists()


def test_history_has_one_row_for_each_spell_with_its_last_wording(cast, save, item):
    key = uuid.uuid4()
    for minute in (0, 1, 2, 9):
        save(block(f"After {minute} minutes.", key=key), at=NOW + dt.timedelta(minutes=minute))
    save(block("A second spell.", key=key), at=NOW + dt.timedelta(minutes=11))
    wordings = [row.wording[0]["text"] for row in MinutedItem.history.order_by("history_id")]
    assert wordings == ["After 9 minutes.", "A second spell."]
    rows = Minute.history.order_by("history_id")
    assert [(row.text, row.history_user) for row in rows] == [(text, cast.clerk) for text in wordings]


def test_a_spell_ends_where_another_hand_writes(cast, save):
    officer = cast.chair
    officer.groups.add(*cast.clerk.groups.all())
    key = uuid.uuid4()
    for by, text in [(cast.clerk, "Hers."), (officer, "His."), (cast.clerk, "Hers again.")]:
        save(block(text, key=key), by=by)
    assert [row.text for row in Minute.history.order_by("history_id")] == ["Hers.", "His.", "Hers again."]


def test_demand_1_words_that_a_save_takes_away_stay_in_history(save):
    """No wording of weight is overwritten, however soon after."""
    key, sentence = uuid.uuid4(), "The scheme would be costed and brought back in the spring."
    save(block(f"Members asked. {sentence}", key=key))
    save(block("Members asked.", key=key))
    save(block("Members asked why.", key=key))
    for history, text in [(MinutedItem.history, lambda row: row.wording[0]["text"]), (Minute.history, _text)]:
        kept = [text(row) for row in history.order_by("history_id")]
        assert kept == [f"Members asked. {sentence}", "Members asked why."]


def test_demand_1_words_taken_away_little_by_little_stay_in_history(save):
    """A sentence deleted a word at a time is a sentence deleted: history keeps it within a line."""
    key, sentence = uuid.uuid4(), "The scheme would be costed and brought back in the spring by the officers."
    words = re.split(" ", sentence)
    for left in range(len(words), 0, -1):
        save(block(" ".join(words[:left]), key=key))
    kept = [row.wording[0]["text"] for row in MinutedItem.history.order_by("history_id")]
    assert kept[0].startswith("The scheme would be costed")
    assert kept[-1] == "The"
    assert all(len(before) - len(after) <= 60 for before, after in itertools.pairwise(kept))


def _text(row: Minute) -> str:
    return row.text


def test_a_save_that_takes_a_block_away_leaves_the_wording_with_it_in_history(save):
    first, second = block("One."), block("Two.")
    save(first, second)
    save(first)
    kept = [[sent["text"] for sent in row.wording] for row in MinutedItem.history.order_by("history_id")]
    assert kept == [["One.", "Two."], ["One."]]


def test_an_autosave_does_not_grow_with_the_item(save, django_assert_max_num_queries):
    many = [block(f"Point {n}.") for n in range(60)]
    save(*many)
    tick = [*many[:-1], block("Point 59, and more.", key=many[-1].key)]
    with django_assert_max_num_queries(8):
        save(*tick)

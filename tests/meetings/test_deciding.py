"""Recording what was decided: letters, numbers, outcomes, and what is locked by it (requirements 0.1 to 0.3)."""

import uuid
from dataclasses import replace

import pytest

from boards.queries.terms import terms_on
from meetings.models import Decision, LastDecisionNumber, MinutedItem
from meetings.operations.deciding import decide_item, reopen_item, strike_decision
from meetings.operations.desk import save_item
from meetings.operations.voting import own_vote, record_mover, record_votes
from meetings.rules.blocks import Block, BlockRefused, as_block
from meetings.rules.voting import Recorded
from tests.meetings.deciding import create_decision, create_to_decide, set_terms
from tests.meetings.minuted import AT, HELD, create_held, row
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db


def decide(cast, item):
    return decide_item(item=item, by=cast.clerk, at=AT)


def votes(cast, decision, *counts, **more):
    given = dict(zip(("votes_for", "votes_against", "abstentions"), counts, strict=False))
    return record_votes(decision=decision, recorded=Recorded(**given | more), by=cast.clerk)


def fresh(decision):
    return Decision.objects.get(pk=decision.pk)


def test_0_3_deciding_gives_number_outcome_and_lock(cast):
    decision = create_to_decide(cast)
    votes(cast, decision, 3, 1, 0)
    minuted = decide(cast, decision.block.item)
    found = fresh(decision)
    assert (found.number, found.number_year, found.number_in_year) == ("EG 2025/1", 2025, 1)
    assert (found.outcome, found.outcome_words) == ("carried", "Carried: 3 for, 1 against, 0 abstained.")
    assert (found.recorded_by, minuted.decided_by, minuted.decided_at) == (cast.clerk, cast.clerk, AT)
    assert found.history.first().history_change_reason == "What was decided is recorded"


def test_0_1_several_decisions_get_letters_and_numbers_in_order(cast):
    set_terms(cast, decision_numbers="municipal")
    meeting = create_held(cast)
    found = create_decision(meeting, "That one.", "That two.", kind="resolved")
    later = create_decision(meeting, number="2.2")
    decide(cast, later[0].block.item)
    decide(cast, found[0].block.item)
    told = [(one.letter, one.number) for one in map(fresh, [*found, *later])]
    assert told == [("1", "EG 2025-26/2"), ("2", "EG 2025-26/3"), ("", "EG 2025-26/1")]


def test_boards_that_do_not_number_decide_without(cast):
    decision = create_to_decide(cast, decision_numbers="none")
    decide(cast, decision.block.item)
    assert (fresh(decision).number, fresh(decision).outcome) == ("", "carried")


def test_a_lost_motion_is_kept_as_lost(cast):
    decision = create_to_decide(cast)
    votes(cast, decision, 1, 3)
    decide(cast, decision.block.item)
    found = fresh(decision)
    assert (found.kind, found.outcome, found.outcome_words) == ("lost", "lost", "Lost: 1 for, 3 against.")
    wording = MinutedItem.objects.get(item=decision.block.item).wording
    assert wording[0]["decision"]["kind"] == "lost"


def test_domain_38_by_consensus_a_vote_against_leaves_the_status_quo_and_opens_a_dispute(cast):
    decision = create_to_decide(cast, voting="consensus")
    named = {
        row(decision.block.item.meeting, name).pk: how
        for name, how in [("Rhiannon Vale", "for"), ("Joss Lindqvist", "against")]
    }
    votes(cast, decision, named=named, roll=True)
    decide(cast, decision.block.item)
    found = fresh(decision)
    assert found.outcome == "status_quo"
    assert found.outcome_words == "The status quo remains: the terms decide by consensus, and 1 voted against."
    assert list(found.dispute.partners.all()) == [cast.health]


def test_h4_without_a_quorum_it_waits_to_be_ratified(cast):
    decision = create_to_decide(cast, quorum_members=5)
    decide(cast, decision.block.item)
    found = fresh(decision)
    assert (found.outcome, found.needs_ratifying) == ("waits", True)
    assert found.outcome_words == "It does not stand yet: it waits for ratification at a meeting."


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        pytest.param(
            {"kind": "moved"}, "It was moved, and what became of the motion is not recorded.", id="moved only"
        ),
        pytest.param({"kind": "amended"}, "say from what to what first", id="half an amendment"),
    ],
)
def test_what_is_not_complete_is_not_recorded(cast, spoil, refusal):
    decision = create_to_decide(cast)
    Decision.objects.filter(pk=decision.pk).update(**spoil)
    with pytest.raises(Refused, match=refusal):
        decide(cast, decision.block.item)
    assert fresh(decision).recorded_at is None
    assert not LastDecisionNumber.objects.exists()


def test_it_is_decided_once_and_only_by_the_clerk(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    with pytest.raises(NotPermitted):
        decide_item(item=item, by=cast.member, at=AT)
    decide(cast, item)
    with pytest.raises(Refused, match="is recorded already"):
        decide(cast, item)
    with pytest.raises(Refused, match="Reopen the item to change it"):
        votes(cast, decision, 4, 0)


def desk_save(cast, item, blocks):
    minuted = MinutedItem.objects.get(item=item)
    return save_item(item=item, save=uuid.uuid4(), base=minuted.version, blocks=blocks, by=cast.clerk, at=AT)


def at_desk(item):
    return [as_block(block, []) for block in item.blocks.select_related("decision")]


def test_demand_6_the_desk_refuses_other_words_of_a_decided_item_and_takes_narrative(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    decide(cast, item)
    sent = at_desk(item)
    with pytest.raises(BlockRefused, match="Decision EG 2025/1 is recorded") as refused:
        desk_save(cast, item, [replace(sent[0], text="Option 4 was agreed.")])
    assert refused.value.key == decision.block.key
    talk = Block(uuid.uuid4(), "discussion", "There was discussion.")
    desk_save(cast, item, [talk, *sent])
    assert [block.text for block in item.blocks.all()] == ["There was discussion.", "Option 3 was agreed."]


def test_reopened_it_is_changed_and_keeps_its_number(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    decide(cast, item)
    reopen_item(item=item, reason="The chair read it back.", by=cast.clerk)
    assert (fresh(decision).outcome, fresh(decision).number) == ("", "EG 2025/1")
    desk_save(cast, item, [replace(at_desk(item)[0], text="Option 4 was agreed.")])
    with pytest.raises(BlockRefused, match="EG 2025/1 keeps its number"):
        desk_save(cast, item, [])
    decide(cast, item)
    assert fresh(decision).number == "EG 2025/1"
    reasons = set(decision.history.values_list("history_change_reason", flat=True))
    assert "Reopened: The chair read it back." in reasons


def test_reopening_needs_a_reason_and_something_recorded(cast):
    decision = create_to_decide(cast)
    with pytest.raises(Refused, match="nothing to reopen"):
        reopen_item(item=decision.block.item, reason="Why not.", by=cast.clerk)
    decide(cast, decision.block.item)
    with pytest.raises(Refused, match="Give the reason"):
        reopen_item(item=decision.block.item, reason=" ", by=cast.clerk)


def test_0_3_a_decision_recorded_in_error_keeps_its_number(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    with pytest.raises(Refused, match="has no number"):
        strike_decision(decision=decision, reason="Twice.", by=cast.clerk)
    decide(cast, item)
    strike_decision(decision=decision, reason="Recorded twice.", by=cast.clerk)
    found = fresh(decision)
    assert (found.struck_reason, found.number) == ("Recorded twice.", "EG 2025/1")


def test_demand_14_no_vote_by_someone_who_left(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    joss = row(item.meeting)
    joss.movements.create(direction="left", item=item)
    with pytest.raises(Refused, match="Joss Lindqvist was not in the room for item"):
        votes(cast, decision, named={joss.pk: "for"}, roll=True)
    with pytest.raises(Refused, match="Three people could vote on this item, and four votes are recorded"):
        votes(cast, decision, 4, 0)
    with pytest.raises(Refused, match="Joss Lindqvist was not in the room"):
        record_mover(decision=decision, mover=joss, seconder=None, by=cast.clerk)
    assert not decision.votes.exists()


def test_who_leaves_after_the_vote_was_recorded_stops_the_deciding(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    votes(cast, decision, 4, 0)
    row(item.meeting).movements.create(direction="left", item=item)
    with pytest.raises(Refused, match="Three people could vote on this item"):
        decide(cast, item)


def test_demand_16_votes_by_name_make_the_count_and_are_replaced(cast):
    decision = create_to_decide(cast)
    meeting = decision.block.item.meeting
    pks = [row(meeting, name).pk for name in ("Rhiannon Vale", "Joss Lindqvist", "Tomos Bevan")]
    votes(cast, decision, named=dict(zip(pks, ["for", "against", "for"], strict=True)), roll=True)
    assert (fresh(decision).votes_for, fresh(decision).votes_against, decision.votes.count()) == (2, 1, 3)
    votes(cast, decision, by_consensus=True)
    assert (fresh(decision).votes_for, decision.votes.count(), fresh(decision).by_consensus) == (None, 0, True)


def test_domain_10_an_own_vote_is_minuted_on_request(cast):
    decision = create_to_decide(cast)
    joss = row(decision.block.item.meeting)
    with pytest.raises(Refused, match="Give the count of the votes first"):
        own_vote(decision=decision, attendance=joss, choice="against", by=cast.clerk)
    votes(cast, decision, 4, 0)
    with pytest.raises(Refused, match="More votes are named than counted: against"):
        own_vote(decision=decision, attendance=joss, choice="against", by=cast.clerk)
    votes(cast, decision, 3, 1)
    own_vote(decision=decision, attendance=joss, choice="against", by=cast.clerk)
    assert [(vote.choice, vote.on_request) for vote in decision.votes.all()] == [("against", True)]
    own_vote(decision=decision, attendance=joss, choice="", by=cast.clerk)
    assert not decision.votes.exists()


def test_mover_and_seconder(cast):
    decision = create_to_decide(cast)
    meeting = decision.block.item.meeting
    rhiannon, joss = row(meeting, "Rhiannon Vale"), row(meeting)
    with pytest.raises(Refused, match="Nobody seconds their own motion"):
        record_mover(decision=decision, mover=joss, seconder=joss, by=cast.clerk)
    record_mover(decision=decision, mover=rhiannon, seconder=joss, by=cast.clerk)
    assert (fresh(decision).mover, fresh(decision).seconder) == (rhiannon, joss)


def test_domain_35_only_those_of_a_reserved_matter_vote_on_it(cast):
    decision = create_to_decide(cast)
    item = decision.block.item
    matter = terms_on(cast.board, HELD).reserved_matters.create(label="The funding formula")
    matter.partners.add(cast.health)
    item.matter = matter.label
    item.save()
    tomos = row(item.meeting, "Tomos Bevan")
    with pytest.raises(Refused, match="Tomos Bevan does not vote on The funding formula"):
        votes(cast, decision, named={tomos.pk: "for"}, roll=True)
    with pytest.raises(Refused, match="Two people could vote on this item, and four votes are recorded"):
        votes(cast, decision, 4, 0)
    votes(cast, decision, 2, 0)
    assert fresh(decision).votes_for == 2


def test_one_partner_one_vote(cast):
    decision = create_to_decide(cast, voting="partner")
    meeting = decision.block.item.meeting
    with pytest.raises(Refused, match="count the votes by partner"):
        votes(cast, decision, 4, 0)
    names = {"Rhiannon Vale": "for", "Tomos Bevan": "for", "Joss Lindqvist": "against"}
    named = {row(meeting, name).pk: choice for name, choice in names.items()}
    votes(cast, decision, named=named, roll=True, counted="partner")
    assert (fresh(decision).votes_for, fresh(decision).votes_against) == (1, 1)
    decide(cast, decision.block.item)
    assert fresh(decision).outcome == "lost"


def test_a_casting_vote_decides_a_tie_where_the_terms_give_one(cast):
    decision = create_to_decide(cast, casting_vote=True)
    rhiannon = row(decision.block.item.meeting, "Rhiannon Vale")
    votes(cast, decision, 2, 2, casting="for", casting_by=rhiannon.pk)
    decide(cast, decision.block.item)
    assert fresh(decision).outcome_words == "Carried by the casting vote: 2 for, 2 against."

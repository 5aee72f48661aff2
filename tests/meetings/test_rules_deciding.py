"""Letters, numbers and what a decided item refuses at the desk (requirements 0.1 to 0.3)."""

import datetime as dt
import uuid

import pytest

from boards.models import TermsOfReference
from meetings.models import AgendaItem, Decision, Minute, MinutedItem
from meetings.rules.blocks import Block, BlockRefused
from meetings.rules.deciding import check_can_decide, check_decisions_stand
from meetings.rules.numbers import number_words, takes_number, year_of
from trust.tools.refusal import why_not


@pytest.mark.parametrize(
    ("day", "numbering", "words"),
    [
        (dt.date(2025, 1, 5), "calendar", "EG 2025/7"),
        (dt.date(2025, 4, 30), "municipal", "EG 2024-25/7"),
        (dt.date(2025, 5, 1), "municipal", "EG 2025-26/7"),
        (dt.date(2099, 6, 1), "municipal", "EG 2099-00/7"),
    ],
)
def test_0_3_a_number_is_of_the_year_of_the_meeting(day, numbering, words):
    assert number_words("EG", year_of(day, numbering), 7, numbering) == words


def test_what_decides_nothing_has_no_number():
    terms = TermsOfReference(decision_numbers="calendar")
    unnumbered = {kind for kind in Decision.Kind.values if not takes_number(kind, terms)}
    assert unnumbered == {"noted", "moved", "deferred"}
    assert not takes_number("agreed", TermsOfReference())
    assert not takes_number("agreed", None)


ITEM = AgendaItem(number="2.1", title="Forum")


def decision(kind="agreed", text="That it is so.", **fields):
    return Decision(block=Minute(key=uuid.UUID(int=1), kind="decision", text=text), kind=kind, **fields)


@pytest.mark.parametrize(
    ("item", "minuted", "decisions", "refusal"),
    [
        pytest.param(ITEM, None, [decision()], "", id="a decision with words"),
        pytest.param(ITEM, None, [], "No decision is written under item 2.1 yet.", id="none"),
        pytest.param(ITEM, None, [decision(text=" ")], "A decision under item 2.1 has no words yet.", id="no words"),
        pytest.param(
            ITEM,
            MinutedItem(decided_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC)),
            [decision()],
            "What was decided under item 2.1 is recorded already.",
            id="already",
        ),
        pytest.param(
            AgendaItem(number="2.1", state="withdrawn"),
            None,
            [decision()],
            "Item 2.1 was withdrawn, so nothing was decided under it.",
            id="withdrawn",
        ),
        pytest.param(
            ITEM,
            None,
            [decision("amended")],
            "Item 2.1 was agreed with an amendment: say from what to what first.",
            id="half an amendment",
        ),
    ],
)
def test_what_can_be_decided(item, minuted, decisions, refusal):
    assert why_not(check_can_decide, item, minuted, decisions) == refusal


def stand(sent, *, decided=True, number=""):
    row = Minute(key=uuid.UUID(int=1), kind="decision", text="So be it.")
    row.decision = Decision(kind="agreed", number=number)
    check_decisions_stand(decided=decided, standing={row.key: row}, blocks=sent)


def block(text="So be it.", kind="decision", key=1, decided="agreed"):
    return Block(uuid.UUID(int=key), kind, text, decision_kind=decided)


@pytest.mark.parametrize(
    ("sent", "given", "refusal"),
    [
        pytest.param([block(), block("Talk.", "discussion", 2)], {}, "", id="narrative stays open"),
        pytest.param(
            [block("Other.")], {}, "This decision is recorded. Reopen the item to change its words.", id="words"
        ),
        pytest.param(
            [block(decided="resolved")],
            {},
            "This decision is recorded. Reopen the item to change its words.",
            id="kind",
        ),
        pytest.param([], {}, "This decision is recorded. Reopen the item to take it out.", id="deleted"),
        pytest.param(
            [block(kind="discussion")], {}, "This decision is recorded. Reopen the item to take it out.", id="retyped"
        ),
        pytest.param(
            [block(), block(key=2)],
            {},
            "What was decided here is recorded. Reopen the item to add a decision.",
            id="another",
        ),
        pytest.param([block("Other.")], {"decided": False, "number": "EG 2025/1"}, "", id="open, other words"),
        pytest.param(
            [],
            {"decided": False, "number": "EG 2025/1"},
            "EG 2025/1 keeps its number and is not deleted: mark it as recorded in error instead.",
            id="open, numbered",
        ),
        pytest.param([], {"decided": False}, "", id="open, without a number"),
    ],
)
def test_0_3_what_the_desk_may_not_do_to_a_decision(sent, given, refusal):
    assert why_not(stand, sent, **given) == refusal


def test_the_refusal_is_of_the_block():
    with pytest.raises(BlockRefused) as refused:
        stand([block("Other.")])
    assert refused.value.key == uuid.UUID(int=1)

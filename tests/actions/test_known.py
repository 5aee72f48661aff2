"""What lists of many say a reader may know of is what each meeting says, item by item (demands 21, 22; issue 5 §5)."""

import random

import pytest

from actions.models import Action
from actions.queries.action import actions_known_to, parts_owed_by
from boards.models import Board, SeatHolding
from boards.permissions import SEE_PAPERS, words_on, words_on_partner
from meetings.models import Meeting
from meetings.queries.entitled import items_closed_to, sight_at
from meetings.queries.minutes import DRAFTS
from tests.actions.county import TODAY, county_of

pytestmark = pytest.mark.django_db


def closed_by_sight(reader) -> set[int]:
    """Asked of each meeting by itself."""
    meetings = Meeting.objects.prefetch_related("items__section")
    return {pk for meeting in meetings for pk in sight_at(reader, meeting).closed(meeting.items.all())}


def every_action():
    return Action.objects.select_related("meeting__minutes", "block").prefetch_related("items", "parts__person")


def owes(part, reader) -> bool:
    if part.owner == "post":
        return SeatHolding.objects.held_on(TODAY).filter(seat=part.seat, person__user=reader).exists()
    if part.owner == "partner":
        return "represent_partner" in words_on_partner(reader, part.partner)
    return part.person.user_id == reader.pk


def knows(action, reader, closed: set[int], held: dict[int, frozenset[str]]) -> bool:
    """One action by itself, each reason asked apart; ``held`` are the reader’s words by board."""
    words = held[action.board_id] | held.get(action.followed_by_id, frozenset())
    origins = {item.pk for item in action.items.all()} | ({action.block.item_id} if action.block else set())
    sent = action.meeting.minutes.state != "draft" or words & set(DRAFTS)
    theirs = SEE_PAPERS in words or any(owes(part, reader) for part in action.parts.all())
    return bool(theirs and sent and not origins & closed)


@pytest.mark.parametrize("seed", range(6))
def test_lists_of_items_and_actions_say_what_each_meeting_says(seed):
    for reader in county_of(random.Random(seed)).readers:
        closed = closed_by_sight(reader)
        assert set(items_closed_to(reader).values_list("pk", flat=True)) == closed, reader.pk
        held = {board.pk: words_on(reader, board) for board in Board.objects.all()}
        told = {action.pk for action in every_action() if knows(action, reader, closed, held)}
        assert set(actions_known_to(reader, on=TODAY).values_list("pk", flat=True)) == told, reader.pk


def test_the_lot_holds_every_case():
    """Somebody is shut out of something and somebody is let in, in each way; else the test above says little."""
    readers = county_of(random.Random(1)).readers
    closed = [closed_by_sight(reader) for reader in readers]
    every = set().union(*closed)
    assert any(own != every for own in closed)
    assert any(parts_owed_by(reader, on=TODAY).exists() for reader in readers)
    for kind in ({"exempt_paragraphs": ""}, {"restricted_reason": ""}):
        items = set(items_closed_to(readers[-1]).exclude(**kind).values_list("pk", flat=True))
        assert any(items - own for own in closed), kind

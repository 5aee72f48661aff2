"""What a clerk should look at before the draft leaves the desk (requirement 2.4; demand 5): as far as actions go."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from actions.models import Action, Part
from actions.queries.arising import arising_at
from actions.queries.desk import action_lacks
from actions.queries.lines import one_line, origin
from actions.queries.who import people_at
from actions.rules.owners import recognise_owners
from meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class ActionCheck:
    """One thing to look at: the item it is under, the sentence, and where it is put right."""

    item: str
    text: str
    sentence: str
    address: str


def checks_of(meeting: Meeting) -> list[ActionCheck]:
    """Actions without an owner or a date, words that were not recognised, and ALL where the room has changed."""
    actions = arising_at(meeting)
    members = _members(meeting) if any(part.from_all for a in actions for part in a.parts.all()) else frozenset()
    return [
        ActionCheck(
            item=item.number_shown if (item := origin(action)) else "",
            text=one_line(action.text) or "An action without words",
            sentence=sentence,
            address=_desk(meeting, item, action),
        )
        for action in actions
        for sentence in _sentences(action, members)
    ]


def lacks_by_item(meeting: Meeting) -> dict[int, list[str]]:
    """By item, in two or three words each, what its actions lack; items whose actions lack nothing are not there."""
    found: dict[int, list[str]] = defaultdict(list)
    for action in arising_at(meeting):
        if (item := origin(action)) and (wanting := action_lacks(action)):
            found[item.pk] += wanting
    return dict(found)


def _sentences(action: Action, members: frozenset[tuple[object, ...]]) -> list[str]:
    found = [f"{flag}." for flag in action.flags]
    parts = list(action.parts.all())
    if not parts:
        found.append("Nobody is named to do it.")
    if action.due_kind == Action.Due.NONE:
        found.append("No date is given.")
    stood_for = {(Part.Owner.PERSON, part.person_id) for part in parts if part.from_all and part.person_id}
    if stood_for and members and stood_for != {member for member in members if member[0] == Part.Owner.PERSON}:
        found.append("ALL was read before the attendance list was changed: look the owners up again, below.")
    return found


def _members(meeting: Meeting) -> frozenset[tuple[object, ...]]:
    """Whom ALL stands for as the attendance list is now."""
    return frozenset(owner.identity for owner in recognise_owners("ALL", people_at(meeting)).owners)


def _desk(meeting: Meeting, item: AgendaItem | None, action: Action) -> str:
    if item is None or not action.block_id:
        return action.get_absolute_url()
    try:
        return f"{reverse('meetings:desk', args=[meeting.board.slug, meeting.address])}#{item.anchor}"
    except NoReverseMatch:
        return item.get_absolute_url()

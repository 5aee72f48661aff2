"""What a clerk should look at before the draft leaves the desk (requirement 2.4; demand 5): as far as actions go."""

from collections import defaultdict
from collections.abc import Iterator

from actions.models import Action, Part
from actions.queries.arising import arising_at
from actions.queries.desk import action_lacks
from actions.queries.lines import one_line, origin
from actions.queries.undertakings import promises_at
from actions.queries.who import people_at
from actions.rules.owners import recognise_owners
from meetings.models import Meeting
from meetings.rules.checks import Finding

LONGEST_QUOTED = 90


def action_findings(meeting: Meeting) -> list[Finding]:
    """Actions without an owner or a date, words that were not recognised, ALL where the room has changed, promises."""
    actions = arising_at(meeting)
    members = _members(meeting) if any(part.from_all for a in actions for part in a.parts.all()) else frozenset()
    found = [finding for action in actions for finding in _of_action(action, members)]
    return found + [
        Finding(
            "undertaking",
            f"{promise.item.number_shown} “{promise.sentence}” Nobody is down for it.".strip(),
            promise.item,
            promise.block,
            about=promise.sentence,
            code=promise.code,
        )
        for promise in promises_at(meeting, actions)
    ]


def lacks_by_item(meeting: Meeting) -> dict[int, list[str]]:
    """By item, in two or three words each, what its actions lack; items whose actions lack nothing are not there."""
    found: dict[int, list[str]] = defaultdict(list)
    for action in arising_at(meeting):
        if (item := origin(action)) and (wanting := action_lacks(action)):
            found[item.pk] += wanting
    return dict(found)


def _of_action(action: Action, members: frozenset[tuple[object, ...]]) -> list[Finding]:
    item = origin(action)
    quoted = _quoted(one_line(action.text))
    where = f"{item.number_shown} {quoted}" if item else quoted
    elsewhere = "" if item else action.get_absolute_url()
    key = action.key
    return [
        Finding(check, f"{where.strip()}: {said}", item, action.block, about=f"{key} {said}", address=elsewhere)
        for check, said in _sentences(action, members)
    ]


def _quoted(text: str) -> str:
    short = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED].rsplit(' ', 1)[0]}…"
    return f"“{short}”" if text else "An action without words"


def _sentences(action: Action, members: frozenset[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """Check and sentence of each thing amiss with an action."""
    yield from (("owner", f"{flag}.") for flag in action.owners_flags)
    yield from (("no_due", f"{flag}.") for flag in action.due_flags)
    parts = list(action.parts.all())
    if not parts:
        yield "no_owner", "nobody is named to do it."
    if action.due_kind == Action.Due.NONE:
        yield "no_due", "no date is given."
    stood_for = {(Part.Owner.PERSON, part.person_id) for part in parts if part.from_all and part.person_id}
    if stood_for and members and stood_for != {member for member in members if member[0] == Part.Owner.PERSON}:
        yield "all", "ALL was read before the attendance list was changed. Look the owners up again."


def _members(meeting: Meeting) -> frozenset[tuple[object, ...]]:
    """Whom ALL stands for as the attendance list is now."""
    return frozenset(owner.identity for owner in recognise_owners("ALL", people_at(meeting)).owners)

"""An action as a line of a table: words prepared once, so that a long table costs little."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse

from actions.models import FINISHED, Action, ActionQuerySet, Part, Progress, State
from actions.models.wording import names_shown
from actions.queries.silence import pressed
from actions.rules.action import handed_by, late_in_words, tally
from actions.rules.reminder import NO_RETURN_AFTER, is_silent
from boards.models import Person
from meetings.models import AgendaItem
from trust.tools.markup import as_text

#: The tone of each state's tag.
TONES = {
    State.NOT_STARTED: "",
    State.IN_PROGRESS: "brand",
    State.BLOCKED: "warn",
    State.DONE: "ok",
    State.CLOSED: "ok",
    State.NOT_NEEDED: "none",
}
NO_RETURN = "No return"
_OF_OWNERS = (Progress.Kind.OWNERS, Progress.Kind.FELL, Progress.Kind.JOINED)
CHANGES = [Progress.Kind.DUE, *_OF_OWNERS]


@dataclass(frozen=True)
class ActionLine:
    """What a table says of one action. ``tags`` are pairs of words and tone: how it stands, and how late it is.

    ``handed`` says from which group it was handed up; it is set where another board follows it. ``parts``: each
    owner's part apart, as name, state and tone, where several owe one. ``points_on``: the reference it was joined to.
    """

    pk: int
    reference: str
    address: str
    board: str
    text: str
    item: str
    item_title: str
    item_address: str
    who: str
    when: str
    tags: tuple[tuple[str, str], ...]
    is_late: bool
    handed: str = ""
    parts: tuple[tuple[str, str, str], ...] = ()
    points_on: str = ""


def with_lines(actions: ActionQuerySet) -> ActionQuerySet:
    """Everything that lines are made of: three statements, however many actions."""
    reports = Progress.objects.filter(action=OuterRef("pk"), kind=Progress.Kind.REPORT, part__isnull=False)
    return (
        actions.with_due_on()
        .annotate(is_reported=Exists(reports), is_pressed=pressed())
        .select_related(
            "board",
            "followed_by",
            "meeting__board",
            "due_meeting",
            "joined_to__board",
            "block__item__meeting__board",
            "block__item__section",
        )
        .prefetch_related(Prefetch("parts", Part.objects.select_related("person")), "items__meeting__board")
    )


def lines(actions: Iterable[Action], *, today: dt.date) -> list[ActionLine]:
    return [line(action, today=today) for action in actions]


def lines_of(keys: Sequence[int], *, today: dt.date) -> list[ActionLine]:
    """Those of a page, in the order of their keys: what lines are made of is then read of these alone."""
    found = with_lines(Action.objects.filter(pk__in=keys)).order_by()
    return lines(sorted(found, key=lambda action: keys.index(action.pk)), today=today)


def line(action: Action, *, today: dt.date) -> ActionLine:
    item = origin(action)
    parts = list(action.parts.all())
    late = late_in_words(action.due_on, action.state, today)
    silent = _is_silent(action, is_late=late.endswith("late"))
    return ActionLine(
        pk=action.pk,
        reference=action.reference,
        address=action.get_absolute_url(),
        board=action.board.name,
        text=worded(action),
        item=item.number_shown if item else "",
        item_title=item.title if item else "",
        item_address=place_of(action, item) if item else "",
        who=action.owners_shown,
        when=action.due_short,
        tags=state_tags(action.state, [part.state for part in parts], late, silent=silent),
        is_late=late.endswith("late"),
        handed=handed_by(action.board.name) if action.followed_by_id else "",
        parts=parts_apart(parts) if len(parts) > 1 else (),
        points_on=action.joined_to.reference if action.joined_to else "",
    )


def state_in_words(action: Action, *, late: str) -> str:
    """In one cell of a file what the tags of its line say of it: "No return" stands before the state it hides."""
    return NO_RETURN if _is_silent(action, is_late=late.endswith("late")) else State(action.state).label


def _is_silent(action: Any, *, is_late: bool) -> bool:
    """Of an action that was not loaded ``with_lines`` it is not known, and not said."""
    reported, reminded = getattr(action, "is_reported", True), NO_RETURN_AFTER * getattr(action, "is_pressed", False)
    return action.state not in FINISHED and is_silent(is_late=is_late, reported=reported, reminded=reminded)


def parts_apart(parts: Iterable[Part]) -> tuple[tuple[str, str, str], ...]:
    return tuple((part.name, State(part.state).label, TONES[State(part.state)]) for part in parts)


def state_tags(state: str, states: Iterable[str], late: str, *, silent: bool = False) -> tuple[tuple[str, str], ...]:
    """How it stands: where several owe a part, how many have done theirs; how late it is; that nobody said a word.

    "No return" is a state of its own, never green (H13): no owner has reported, though late or reminded often.
    """
    counted = tally(states).shown if state in (State.NOT_STARTED, State.IN_PROGRESS) else ""
    tags = [(counted, "act") if counted else (State(state).label, TONES[State(state)])]
    if silent:
        tags = [*(tags if counted else []), (NO_RETURN, "decide")]
    return tuple(tags + ([(late, "warn")] if late else []))


def one_line(text: str) -> str:
    """The words of an action alone, on one line."""
    return " ".join(as_text(text).split())


def worded(action: Action) -> str:
    """The words of its block, which a correction on approval may have changed; its own where it has none."""
    return one_line(action.block.text if action.block else action.text)


def place_of(action: Action, item: AgendaItem) -> str:
    """Where the item is read: in the minutes where the action stands in them, else on the agenda."""
    if not action.block:
        return item.get_absolute_url()
    meeting = item.meeting
    return f"{reverse('meetings:minutes', args=[meeting.board.slug, meeting.address])}#{item.anchor}"


def origin(action: Action) -> AgendaItem | None:
    """The item the action arose from: that of its block, else the first it is linked to."""
    if action.block:
        return action.block.item
    return next(iter(action.items.all()), None)


def as_minuted(action: Action, *, publicly: bool) -> tuple[str, str]:
    """Who and when as the minutes said, whatever was changed since; the public edition withholds names where asked.

    Load ``progress`` of CHANGES with the action, oldest first.
    """
    was = {_changed(entry): entry.was for entry in reversed(action.progress.all())}
    who = was.get(Progress.Kind.OWNERS)
    if who is None:
        who = names_shown((_name(part, publicly=publicly), part.from_all) for part in action.parts.all())
    elif publicly:
        who = _withheld_in(who)
    return who, was.get(Progress.Kind.DUE, action.due_short)


def _changed(entry: Progress) -> str:
    return Progress.Kind.OWNERS if entry.kind in _OF_OWNERS else entry.kind


def _withheld_in(names: str) -> str:
    """Names written down in words, those that ask for it as the public edition calls them."""
    for person in Person.objects.exclude(public_name=""):
        names = person.public_name.join(re.split(rf"\b{re.escape(person.name)}\b", names))
    return names


def as_spoken(action: Action, *, publicly: bool) -> str:
    """For the column beside the minute: the initials as they were written, unless they would tell a name withheld."""
    withheld = publicly and any(part.person and part.person.public_name for part in action.parts.all())
    changed = any(entry.kind in _OF_OWNERS and entry.was != entry.becomes for entry in action.progress.all())
    return as_minuted(action, publicly=publicly)[0] if withheld or changed else action.owners_stated


def _name(part: Part, *, publicly: bool) -> str:
    return (publicly and part.person and part.person.public_name) or part.name

"""What one mail says: each action in words, as far as a mail may tell of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse

from actions.models import FINISHED, Action, Occasion, Part, ReminderLine
from actions.queries.action import actions_known_to
from actions.queries.lines import origin, worded
from actions.queries.owing import closed_among, to_be_chased
from actions.rules.action import late_in_words
from boards.models import Person
from trust.tools.words import counted, long_date, number, short_date

#: What stands in the place of words that a mail may not carry: it is read by more than those it is for.
WITHHELD = "An action from closed business. Its words are not in this mail."


@dataclass(frozen=True)
class Entry:
    """One action in a mail."""

    pk: int
    part: int
    board: str
    reference: str
    item: str
    text: str
    due: str
    late: str
    why: str
    link: str = ""


@dataclass(frozen=True)
class Letter:
    """``also``: how many more actions the person owes that this mail does not bring to mind. ``words`` are those that
    ``writer``, an officer who chases, adds of their own."""

    person: Person
    entries: tuple[Entry, ...]
    subject: str
    also: int
    words: str = ""
    writer: str = ""


@dataclass(frozen=True)
class _Told:
    """What the letters of many are made of, by key."""

    actions: dict[int, Action]
    shut: set[int]
    also: dict[int, set[int]]


def letters_of(told: Sequence[tuple[Person, Sequence[ReminderLine]]], *, on: dt.date) -> list[Letter]:
    """What each is told, late ones first. A constant number of statements, but for those who owe closed business."""
    named = {line.action_id for _, lines in told for line in lines if line.action_id}
    rows = Action.objects.filter(pk__in=named).with_due_on()
    rows = rows.select_related("board", "followed_by", "due_meeting", "meeting", "block__item__section")
    actions = {row.pk: row for row in rows.prefetch_related("items")}
    found = _Told(actions, closed_among(named), _owed_besides([person for person, _ in told], on))
    return [_letter(person, lines, found, on) for person, lines in told]


def _letter(person: Person, lines: Sequence[ReminderLine], told: _Told, on: dt.date) -> Letter:
    said = {line.action_id: line for line in lines if line.action_id in told.actions}
    found = sorted((told.actions[pk] for pk in said), key=lambda row: (row.due_on or dt.date.max, row.pk))
    entries = tuple(_entry(row, said[row.pk], on, is_closed=row.pk in told.shut) for row in found)
    return Letter(person, entries, _subject(entries), len(told.also.get(person.pk, set()) - said.keys()))


def in_words_of(letter: Letter, officer: Any, words: str) -> Letter:
    """The same with the officer's own words, where there are any."""
    writer = getattr(officer, "person", None) or officer
    return replace(letter, words=words, writer=str(writer)) if words else letter


def with_links(letter: Letter, links: Mapping[int, str]) -> Letter:
    """The same with the addresses that open a part for who has no login, by part."""
    return replace(letter, entries=tuple(replace(one, link=links.get(one.part, one.link)) for one in letter.entries))


def _entry(action: Action, line: ReminderLine, on: dt.date, *, is_closed: bool) -> Entry:
    item = None if is_closed else origin(action)
    return Entry(
        pk=action.pk,
        part=line.part_id or 0,
        board=action.kept_by.name,
        reference=action.reference,
        item=" ".join(filter(None, [item.number_shown, item.title])) if item else "",
        text=WITHHELD if is_closed else worded(action) or "An action without words.",
        due=action.due_shown,
        late=late_in_words(action.due_on, action.state, on),
        why=_why(line, action, on),
        link=site(action.get_absolute_url()),
    )


def _why(line: ReminderLine, action: Action, on: dt.date) -> str:
    match line.occasion:
        case Occasion.ISSUED if action.meeting:
            return f"new, from the meeting of {short_date(action.meeting.date)}"
        case Occasion.LATE:
            return late_in_words(action.due_on, action.state, on)
        case Occasion.CHASE:
            return "the officers of the board ask how it goes"
    return "due today" if action.due_on == on else f"due on {long_date(line.for_day)}"


def _subject(entries: tuple[Entry, ...]) -> str:
    """One action by its board and why; several by how many, and how many of these are late."""
    if len(entries) == 1:
        return f"{entries[0].board}: {entries[0].reference} – {entries[0].why}"
    late = sum(entry.late.endswith("late") for entry in entries)
    boards = {entry.board for entry in entries}
    whose = f"{boards.pop()}: " if len(boards) == 1 else ""
    said = f"{counted(len(entries), 'action')} to see to{f', {number(late)} late' if late else ''}"
    return f"{whose}{said if whose else said.capitalize()}"


def _owed_besides(people: Sequence[Person], on: dt.date) -> dict[int, set[int]]:
    """By person every open action they owe by name and may know of; for nobody without a login: they have no list to
    look at."""
    users = {person.pk: person for person in people if person.user_id}
    parts = Part.objects.filter(person__in=users).exclude(state__in=FINISHED)
    parts = parts.filter(action__in=to_be_chased().order_by().values("pk")).order_by()
    owed_by: dict[int, set[int]] = {}
    for person, action in parts.values_list("person", "action"):
        owed_by.setdefault(person, set()).add(action)
    shut = closed_among(set().union(*owed_by.values()))
    for person, theirs in owed_by.items():
        if closed := theirs & shut:
            known = actions_known_to(users[person].user, on=on).filter(pk__in=closed)
            theirs -= closed - set(known.values_list("pk", flat=True))
    return owed_by


def site(path: str) -> str:
    """The whole address, as a mail needs it."""
    return settings.SITE_ADDRESS.rstrip("/") + path


def my_actions() -> str:
    return site(reverse("actions:mine"))

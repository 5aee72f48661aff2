"""What one mail says: each action in words, as far as a mail may tell of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import reverse

from actions.models import Action, Occasion, Reminder, ReminderLine
from actions.queries.action import actions_known_to
from actions.queries.lines import origin, worded
from actions.queries.owing import Owing, closed_among, known_of, may_know, owed, to_be_chased
from actions.queries.reach import Reach
from actions.queries.reminder import asking
from actions.rules.action import late_in_words
from actions.rules.reminder import Prompt, still_holds
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
    """``also``: how many more actions the person owes that this mail does not bring to mind."""

    person: Person
    entries: tuple[Entry, ...]
    subject: str
    also: int


def lines_that_hold(reminder: Reminder, lines: list[ReminderLine], reach: Reach, *, on: dt.date) -> list[ReminderLine]:
    """Of what was to be said, what is still so: still owed by them, open, out of the desk, and theirs to know."""
    named = {line.action_id for line in lines if line.action_id}
    rows = owed(to_be_chased().filter(pk__in=named), on=on)
    owings = [Owing(*row) for row in rows if row[0] == reminder.person_id]
    known = known_of({owing.action for owing in owings})
    allowed = {owing.action for owing in may_know(reach.people[reminder.person_id], owings, known, on=on)}
    asked = asking(line.part_id for line in lines if not line.chase_id)
    return [
        line
        for line in lines
        if line.action_id in allowed
        and line.part_id not in asked
        and not reach.is_off(reminder.person_id, line.board_id)
        and still_holds(Prompt(Occasion(line.occasion), line.for_day), known[line.action_id].standing, on)
    ]


def letter_of(
    person: Person, lines: list[ReminderLine], *, on: dt.date, linked: Callable[[int], str] | None = None
) -> Letter:
    """What they are told, late ones first. ``linked`` makes the address of a part for who has no login."""
    said = {line.action_id: line for line in lines if line.action_id}
    shut = closed_among(said.keys())
    rows = Action.objects.filter(pk__in=said).with_due_on()
    rows = rows.select_related("board", "followed_by", "due_meeting", "meeting", "block__item__section")
    found = sorted(rows.prefetch_related("items"), key=lambda row: (row.due_on or dt.date.max, row.pk))
    entries = tuple(_entry(row, said[row.pk], on, is_closed=row.pk in shut) for row in found)
    entries = tuple(replace(one, link=_link(row, one, person, linked)) for row, one in zip(found, entries, strict=True))
    return Letter(person, entries, _subject(entries), _also(person, said, on))


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


def _link(action: Action, entry: Entry, person: Person, linked: Callable[[int], str] | None) -> str:
    if linked and not person.user_id and entry.part:
        return linked(entry.part)
    return site(action.get_absolute_url())


def _also(person: Person, said: dict[int, ReminderLine], on: dt.date) -> int:
    """Named to nobody without a login: they have no list to look at."""
    if not person.user_id:
        return 0
    known = actions_known_to(person.user, on=on).filter(parts__person=person).exclude(pk__in=said)
    return to_be_chased().filter(pk__in=known.values("pk")).count()


def site(path: str) -> str:
    """The whole address, as a mail needs it."""
    return settings.SITE_ADDRESS.rstrip("/") + path


def my_actions() -> str:
    return site(reverse("actions:mine"))

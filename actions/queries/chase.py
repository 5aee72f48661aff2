"""Whom a chase of the officers would reach, what each would read, and who cannot be reached and why."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Prefetch
from django.http import Http404

from actions.models import FINISHED, Action, Chase, Occasion, Part, Reminder, ReminderLine
from actions.queries.action import known_on_board
from actions.queries.letter import Letter, in_words_of, letters_of
from actions.queries.lines import worded
from actions.queries.owing import Known, Owing, known_of, may_know, owed, to_be_chased
from actions.queries.reach import CLOSED, TURNED_OFF, Reach, reach_of
from boards.models import Board, Person

LATE, SOME = "late", "some"
NOBODY = {
    Part.Owner.POST: "Nobody holds the post.",
    Part.Owner.PARTNER: "Nobody represents the partner who could be written to.",
    Part.Owner.SECRETARIAT: "The board has no officer with a login.",
    Part.Owner.OUTSIDER: "They are outside the partnership’s records.",
    Part.Owner.UNKNOWN: "It is not known who is meant.",
}


@dataclass(frozen=True)
class Chaseable:
    """An open action in the choice of a chase."""

    pk: int
    shown: str
    is_late: bool


@dataclass(frozen=True)
class Unreached:
    """Whom a chase does not reach: the owner as printed, about which action, and why."""

    name: str
    reference: str
    why: str


@dataclass(frozen=True)
class Reached:
    """Somebody a chase reaches, with what they owe of it."""

    person: Person
    owings: tuple[Owing, ...]


@dataclass(frozen=True)
class Plan:
    """A chase before it is asked for."""

    reached: tuple[Reached, ...]
    unreached: tuple[Unreached, ...]
    known: dict[int, Known]
    reach: Reach

    @property
    def mails(self) -> int:
        each = self.reach.each
        return sum(len(one.owings) if one.person.pk in each else 1 for one in self.reached)


def open_on_log(board: Board, reader: Any, *, on: dt.date) -> list[Chaseable]:
    """What may be chased: open, in the board's list, and the officer's to know of; late ones first."""
    known = known_on_board(board, reader, on=on).kept_on(board.pk)
    rows = to_be_chased().filter(pk__in=known.values("pk")).with_due_on()
    rows = rows.select_related("board", "block", "due_meeting").prefetch_related("parts").order_by("due_on", "pk")
    return [Chaseable(row.pk, _shown(row), bool(row.due_on and row.due_on < on)) for row in rows]


def _shown(action: Action) -> str:
    told = filter(None, [action.owners_shown or "Nobody named", action.due_short])
    return f"{action.reference}: {worded(action) or 'An action without words'} ({', '.join(told)})"


def plan_of(board: Board, reader: Any, actions: list[int], *, on: dt.date) -> Plan:
    """A constant number of statements, but for those who owe closed business."""
    allowed = {one.pk for one in open_on_log(board, reader, on=on)}.intersection(actions)
    owings = [Owing(*row) for row in owed(Action.objects.filter(pk__in=allowed), on=on)]
    known, reach = known_of(allowed), reach_of({owing.person for owing in owings})
    reached: list[Reached] = []
    unreached = _owned_by_nobody(allowed, {owing.part for owing in owings})
    for person, rows in groupby(owings, key=lambda owing: owing.person):
        once = list({owing.action: owing for owing in reversed(list(rows))}.values())[::-1]
        told, left = _told(reach, person, once, known, board, on)
        unreached += left
        reached += [Reached(reach.people[person], tuple(told))] if told else []
    return Plan(tuple(reached), tuple(unreached), known, reach)


def _told(
    reach: Reach, person: int, owings: list[Owing], known: dict[int, Known], board: Board, on: dt.date
) -> tuple[list[Owing], list[Unreached]]:
    name = reach.people[person].name
    why = reach.why_not(person) or (TURNED_OFF if reach.is_off(person, board.pk) else "")
    told = [] if why else may_know(reach.people[person], owings, known, on=on)
    left = [owing for owing in owings if owing not in told]
    return told, [Unreached(name, known[owing.action].reference, why or CLOSED) for owing in left]


def _owned_by_nobody(actions: set[int], reached: set[int]) -> list[Unreached]:
    rows = Part.objects.filter(action__in=actions).exclude(state__in=FINISHED).exclude(pk__in=reached)
    return [
        Unreached(part.name, part.action.reference, NOBODY.get(Part.Owner(part.owner), "They are not in the records."))
        for part in rows.select_related("action__board")
    ]


def previews_of(plan: Plan, words: str, *, by: Any, on: dt.date) -> list[Letter]:
    """What each would read, as it would be sent now, with these words of the officer's own."""
    told = []
    for one in plan.reached:
        groups = [[owing] for owing in one.owings] if one.person.pk in plan.reach.each else [list(one.owings)]
        told += [(one.person, [_line(owing, on) for owing in group]) for group in groups]
    return [in_words_of(letter, by, words) for letter in letters_of(told, on=on)]


def _line(owing: Owing, on: dt.date) -> ReminderLine:
    return ReminderLine(action_id=owing.action, part_id=owing.part, occasion=Occasion.CHASE, for_day=on)


def unreached_on(board: Board, reader: Any, *, on: dt.date) -> tuple[Unreached, ...]:
    """Owners of open actions on the board's list to whom nobody can write, and why."""
    return plan_of(board, reader, [one.pk for one in open_on_log(board, reader, on=on)], on=on).unreached


def chase_for(board: Board, pk: int) -> Chase:
    """A chase of this board with its mails; 404 otherwise."""
    mails = Prefetch("reminders", Reminder.objects.select_related("person").prefetch_related("lines").order_by("pk"))
    found = Chase.objects.filter(board=board, pk=pk).select_related("board", "asked_by__person")
    chase = found.prefetch_related(mails).first()
    if chase is None:
        raise Http404("No chase is at this address.")
    return chase

"""When a priority’s action plan comes back to its board, and how milestones stand (requirement 2.18)."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commissioning.models import Milestone, Priority
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing, number, short_date


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of that month."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_by(priority: Priority, day: dt.date) -> dt.date | None:
    """The latest day up to this one on which its action plan was to come back; nothing where none was."""
    if not priority.returns_every or not priority.returns_from or priority.returns_from > day:
        return None
    first, every = priority.returns_from, priority.returns_every
    rounds = ((day.year - first.year) * 12 + day.month - first.month) // every
    due = months_on(first, rounds * every)
    return due if due <= day else months_on(first, (rounds - 1) * every)


def comes_after(priority: Priority, day: dt.date) -> dt.date | None:
    """The first such day after this one, while the priority lasts."""
    if not priority.returns_every or not priority.returns_from:
        return None
    last = due_by(priority, day)
    rounds = 0 if last is None else _rounds(priority, last) + 1
    due = months_on(priority.returns_from, rounds * priority.returns_every)
    return None if priority.to_date and due > priority.to_date else due


def _rounds(priority: Priority, due: dt.date) -> int:
    first = priority.returns_from or due
    return ((due.year - first.year) * 12 + due.month - first.month) // (priority.returns_every or 1)


def returns_in_words(priority: Priority) -> str:
    """Every six months from 1 June 2026; "" where it does not come back by itself."""
    if not priority.returns_every or not priority.returns_from:
        return ""
    every = "Every month" if priority.returns_every == 1 else f"Every {number(priority.returns_every)} months"
    return f"{every} from {short_date(priority.returns_from)}"


def return_text(priority: Priority) -> str:
    said = returns_in_words(priority)
    every = f"{said[:1].lower()}{said[1:].partition(' from ')[0]}"
    return f"The action plan of this priority comes back to the board {every}, with how far it has got."


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone with how it stands, in a word and a tone."""

    milestone: Milestone
    word: str
    tone: str

    @property
    def is_open(self) -> bool:
        return self.milestone.reached_date is None and self.milestone.dropped_date is None

    @property
    def is_late(self) -> bool:
        return self.is_open and self.tone == "warn"


def milestone_line(milestone: Milestone, *, on: dt.date) -> MilestoneLine:
    due = milestone.due_date
    if milestone.reached_date:
        late = (milestone.reached_date - due).days if due else 0
        return MilestoneLine(milestone, f"Reached, {counted(late, 'day')} late" if late > 0 else "Reached", "ok")
    if milestone.dropped_date:
        return MilestoneLine(milestone, "Dropped", "none")
    if due and due < on:
        return MilestoneLine(milestone, f"{counted((on - due).days, 'day').capitalize()} late", "warn")
    return MilestoneLine(milestone, "To be reached", "")


def plan_in_words(lines: Sequence[MilestoneLine], actions: tuple[int, int]) -> str:
    """Two of five milestones are reached, one is late; three actions are open, one is late. ``actions``: open, late."""
    counting = [line for line in lines if not line.milestone.dropped_date]
    reached = sum(1 for line in counting if line.milestone.reached_date)
    late = sum(1 for line in counting if line.is_late)
    told = []
    if counting:
        told.append(f"{_reached(reached, len(counting))}{_late(late)}")
    if actions[0]:
        told.append(f"{counted(actions[0], 'action')} {'is' if actions[0] == 1 else 'are'} open{_late(actions[1])}")
    said = "; ".join(told) or "nothing is in its action plan yet"
    return f"{said[:1].upper()}{said[1:]}."


def _reached(reached: int, of: int) -> str:
    """two milestones are to be reached; one of two milestones is reached; both milestones are reached"""
    if reached in (0, of):
        how = "reached" if reached else "to be reached"
        return f"{'all ' if reached > 1 else ''}{counted(of, 'milestone')} {'is' if of == 1 else 'are'} {how}"
    return f"{number(reached)} of {counted(of, 'milestone')} {'is' if reached == 1 else 'are'} reached"


def _late(count: int) -> str:
    return f", {number(count)} {'is' if count == 1 else 'are'} late" if count else ""


def check_returns(every: int | None, first: dt.date | None) -> None:
    if bool(every) != bool(first):
        raise Refused("Give both: every how many months it comes back, and from which day. Or leave both empty.")


def check_can_reach(milestone: Milestone, day: dt.date, *, today: dt.date) -> None:
    check_is_open(milestone)
    if day > today:
        raise Refused(f"{short_date(day)} is still to come. Put it down once it is reached.")


def check_is_open(milestone: Milestone) -> None:
    if milestone.reached_date:
        raise Refused(f"It was reached on {short_date(milestone.reached_date)} already.")
    if milestone.dropped_date:
        raise Refused(f"It was dropped on {short_date(milestone.dropped_date)}.")


def check_is_settled(milestone: Milestone) -> None:
    if not milestone.reached_date and not milestone.dropped_date:
        raise Refused("It is neither reached nor dropped: there is nothing to take back.")


def check_unused(titles: Iterable[str], what: str) -> None:
    """Nothing stands on what is taken out."""
    if found := list(titles):
        raise Refused(f"{what} has {listing(found)}. Take these out first, or give it a last day.")

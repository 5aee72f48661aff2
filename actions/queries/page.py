"""One action's page: where it came from, who owes what, what was said, and what this reader may do."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from actions.models import Action, Evidence, Part, Progress, State
from actions.permissions import KEEPS, is_owner
from actions.queries.lines import TONES, ActionLine, line, origin
from actions.rules.action import CAN, REPORTABLE
from boards.permissions import MINUTE, SEE_PAPERS, words_on
from meetings.models import AgendaItem


@dataclass(frozen=True)
class PartLine:
    """One owner's part; ``may_report`` is this reader's."""

    part: Part
    state: str
    tone: str
    may_report: bool
    is_mine: bool


@dataclass(frozen=True)
class Entry:
    """One dated entry in words."""

    said: str
    text: str
    who: str
    at: dt.datetime
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class ActionPage:
    action: Action
    line: ActionLine
    item: AgendaItem | None
    parts: tuple[PartLine, ...]
    entries: tuple[Entry, ...]
    may: frozenset[str]
    sees_board: bool
    sees_kept: bool
    last_seen: int

    @property
    def mine(self) -> list[PartLine]:
        """The reader's own parts that they may report on."""
        return [part for part in self.parts if part.is_mine and part.may_report]


def action_page(action: Action, reader: Any, *, on: dt.date) -> ActionPage:
    """``action`` as loaded by ``action_for``. Constant statements but for a partner's or post's own parts."""
    held = words_on(reader, action.kept_by)
    sees_kept = SEE_PAPERS in held
    entries = list(
        action.progress.select_related("by__person", "person", "part", "answers").prefetch_related("evidence")
    )
    acts = CAN[State(action.state)] if held.intersection(KEEPS) else set()
    return ActionPage(
        action=action,
        line=line(action, today=on),
        item=origin(action),
        parts=tuple(_part(part, action, reader, clerk=MINUTE in held, on=on) for part in action.parts.all()),
        entries=tuple(_entry(entry) for entry in reversed(entries)),
        may=frozenset(acts),
        sees_board=sees_kept if not action.followed_by else SEE_PAPERS in words_on(reader, action.board),
        sees_kept=sees_kept,
        last_seen=entries_last(entries),
    )


def entries_last(entries: Sequence[Progress]) -> int:
    return max((entry.pk for entry in entries), default=0)


def last_entry(action: Action) -> int:
    """The last entry made, for acts that must not be decided on an older page."""
    return action.progress.order_by("-pk").values_list("pk", flat=True).first() or 0


def _part(part: Part, action: Action, reader: Any, *, clerk: bool, on: dt.date) -> PartLine:
    part.action = action
    is_open = "report" in CAN[State(action.state)] and (part.state in REPORTABLE)
    is_mine = is_owner(reader, part, on=on) or (clerk and part.owner == Part.Owner.SECRETARIAT)
    state = State(part.state)
    return PartLine(part, state.label, TONES[state], is_open and (clerk or is_mine), is_mine)


def _entry(entry: Progress) -> Entry:
    return Entry(said=_said(entry), text=entry.text, who=entry.who, at=entry.at, evidence=tuple(entry.evidence.all()))


def _said(entry: Progress) -> str:
    """What an entry did, in a sentence."""
    if entry.kind in (Progress.Kind.DUE, Progress.Kind.OWNERS, Progress.Kind.FELL):
        what = "When by" if entry.kind == Progress.Kind.DUE else "Who by"
        return f"{what} changed from {entry.was or 'nothing given'} to {entry.becomes or 'nothing given'}"
    if entry.kind in _TOLD:
        return _TOLD[entry.kind](entry)
    if entry.kind != Progress.Kind.REPORT:
        return entry.get_kind_display()
    about = f"{entry.part.name}: " if entry.part else ""
    waits = f", waits for {entry.waits_for}" if entry.waits_for else ""
    return f"{about}{entry.get_state_display() if entry.state else 'Update'}{waits}"


def _named(entry: Progress) -> str:
    return entry.part.name if entry.part else "An owner"


def _asked(entry: Progress) -> str:
    """ "Joss Lindqvist asked for more time, until Tuesday 3 May 2011" """
    return f"{_named(entry)} asked {f'for more time, until {entry.becomes}' if entry.becomes else 'not to owe it'}"


def _answered(entry: Progress) -> str:
    answered = getattr(entry, "answers", None)
    return f"What {_named(entry)} asked is {answered.get_outcome_display().lower() if answered else 'answered'}"


_TOLD: dict[str, Callable[[Progress], str]] = {
    Progress.Kind.HANDED: lambda entry: f"Handed on from {entry.was} to {entry.becomes}",
    Progress.Kind.ASKED: _asked,
    Progress.Kind.ANSWERED: _answered,
}

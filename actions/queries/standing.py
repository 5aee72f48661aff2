"""How a board's actions stand before its meeting, for its chair: what is late by agency, put off, and not answered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch

from actions.models import FINISHED, Action, Part, Progress
from actions.queries.arising import of_board
from actions.queries.lines import ActionLine, line
from actions.queries.silence import times_reminded
from actions.queries.trend import trend_of
from actions.queries.walk import extensions
from actions.rules.reminder import is_silent, reminded_in_words
from actions.rules.trend import Point
from actions.rules.walking import times_extended
from boards.models import Board, Post
from boards.queries.seats import post_for, posts_on

NOBODYS = "No agency"
OFTEN = 2


@dataclass(frozen=True)
class Agency:
    """One agency with what it owes that is late, oldest first; an action that several owe stands under each."""

    name: str
    lines: tuple[ActionLine, ...]


@dataclass(frozen=True)
class Extended:
    line: ActionLine
    times: str


@dataclass(frozen=True)
class Silent:
    """Somebody who owes what is late, or of which they were reminded often, and has said nothing of it: "no return"."""

    name: str
    agency: str
    lines: tuple[ActionLine, ...]
    reminded: str


@dataclass(frozen=True)
class BoardStanding:
    open: int
    late: int
    agencies: tuple[Agency, ...]
    extended: tuple[Extended, ...]
    silent: tuple[Silent, ...]
    trend: tuple[Point, ...]


def standing_of(board: Board, reader: Any, *, on: dt.date) -> BoardStanding:
    """Constant statements, however much is owed."""
    reports = Progress.objects.filter(kind=Progress.Kind.REPORT, part__isnull=False)
    parts = Part.objects.select_related("person", "partner", "seat__partner")
    found = of_board(board.pk, reader, on=on).outstanding().annotate(extensions=Count("progress", filter=extensions()))
    found = found.prefetch_related(None).prefetch_related(
        Prefetch("parts", parts), Prefetch("progress", reports), "items__meeting__board"
    )
    actions = list(found.order_by("due_on", "year", "number"))
    late = [action for action in actions if _is_late(action, on)]
    posts = posts_on({part.person_id for action in actions for part in _waiting(action) if part.person_id}, on)
    often = sorted((a for a in actions if a.extensions >= OFTEN), key=lambda a: -a.extensions)
    return BoardStanding(
        open=len(actions),
        late=len(late),
        agencies=_by_agency(late, posts, on),
        extended=tuple(Extended(line(action, today=on), times_extended(action.extensions)) for action in often),
        silent=_silent(actions, posts, on),
        trend=tuple(trend_of(board, reader, on=on)),
    )


def _is_late(action: Action, on: dt.date) -> bool:
    return action.state not in FINISHED and action.due_on is not None and action.due_on < on


def _waiting(action: Action) -> list[Part]:
    return [part for part in action.parts.all() if part.state not in FINISHED]


def agency_of(part: Part, posts: dict[int, list[Post]]) -> str:
    """The partner that owes it, in whose seat it is owed, or with whom its owner has a post."""
    partner = part.partner or (part.seat.partner if part.seat else None)
    post = post_for(posts.get(part.person_id or 0, []), None) if not partner else None
    return partner.short_name if partner else post.partner.short_name if post else NOBODYS


def _by_agency(late: Iterable[Action], posts: dict[int, list[Post]], on: dt.date) -> tuple[Agency, ...]:
    """Agencies in the order of the oldest that each owes."""
    owed: dict[str, dict[int, ActionLine]] = defaultdict(dict)
    for action in late:
        names: Collection[str] = [agency_of(part, posts) for part in _waiting(action)] or [NOBODYS]
        for name in names:
            owed[name].setdefault(action.pk, line(action, today=on))
    return tuple(Agency(name, tuple(lines.values())) for name, lines in owed.items())


def _silent(actions: Iterable[Action], posts: dict[int, list[Post]], on: dt.date) -> tuple[Silent, ...]:
    """Whoever has most to say comes first."""
    waiting = [(action, part) for action in actions if action.state not in FINISHED for part in _waiting(action)]
    reminded = times_reminded(part.pk for _, part in waiting)
    owed: dict[tuple[str, str], list[tuple[ActionLine, int]]] = defaultdict(list)
    for action, part in waiting:
        told, times = {entry.part_id for entry in action.progress.all()}, reminded.get(part.pk, 0)
        if is_silent(is_late=_is_late(action, on), reported=part.pk in told, reminded=times):
            owed[part.name, agency_of(part, posts)].append((line(action, today=on), times))
    found = [
        Silent(name, agency, tuple(line for line, _ in lines), reminded_in_words(max(times for _, times in lines)))
        for (name, agency), lines in owed.items()
    ]
    return tuple(sorted(found, key=lambda one: -len(one.lines)))

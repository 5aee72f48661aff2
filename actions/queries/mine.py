"""What one reader owes, over all their boards."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actions.models import CALLED_OFF, FINISHED, SETTLED, Part, Request
from actions.queries.action import actions_known_to, parts_owed_by
from actions.queries.lines import ActionLine, line, with_lines
from actions.queries.request import told_to_owner
from boards.queries.held import held_by
from meetings.models import Meeting

_REQUESTS = Prefetch("requests", Request.objects.select_related("asked", "answer").order_by("-pk"))
_KEPT_BY = Coalesce(OuterRef("followed_by"), OuterRef("board"))


@dataclass(frozen=True)
class OwedLine:
    """An action the reader owes a part of; ``as_who`` where they owe it for a partner or in a post.

    ``updates`` are the addresses at which its open parts are updated; ``asked`` what was asked of the board of them.
    """

    line: ActionLine
    as_who: str
    updates: tuple[str, ...] = ()
    asked: str = ""


@dataclass(frozen=True)
class Owed:
    """What is owed: late; due before the board next meets; later; put off; done and waiting to be agreed."""

    late: list[OwedLine]
    soon: list[OwedLine]
    later: list[OwedLine]
    put_off: list[OwedLine]
    done: list[OwedLine]

    @property
    def count(self) -> int:
        return len(self.late) + len(self.soon) + len(self.later) + len(self.put_off)


def owed_by(reader: Any, *, on: dt.date) -> Owed:
    """Constant statements, however much is owed; of each what is due first comes first."""
    held = held_by(reader)
    mine = parts_owed_by(reader, on=on, held=held).exclude(state__in=SETTLED)
    known = actions_known_to(reader, on=on, held=held).outstanding().confirmed()
    found = with_lines(known.filter(Exists(mine.filter(action=OuterRef("pk")))))
    found = found.annotate(next_meets=Subquery(_next_meeting(on))).prefetch_related(
        Prefetch("parts", mine.distinct().prefetch_related(_REQUESTS), to_attr="mine")
    )
    owed = Owed([], [], [], [], [])
    for action in found.order_by("due_on", "board__name", "year", "number"):
        place(owed, action, on).append(_line(action, on))
    return owed


def _line(action: Any, on: dt.date) -> OwedLine:
    open_parts = [part for part in action.mine if part.state not in FINISHED]
    updates = tuple(f"{action.get_absolute_url()}parts/{part.pk}/" for part in open_parts)
    asked = [told_to_owner(last) for part in open_parts if (last := next(iter(part.requests.all()), None))]
    return OwedLine(line(action, today=on), _as_who(action.mine), updates, " ".join(filter(None, asked)))


def place(owed: Owed, action: Any, on: dt.date) -> list[OwedLine]:
    """Under which heading an action stands for those who owe ``action.mine``."""
    if all(part.state in FINISHED for part in action.mine):
        return owed.done
    if action.due_on and action.due_on < on:
        return owed.late
    if all(part.state in FINISHED or (part.put_off_until and part.put_off_until > on) for part in action.mine):
        return owed.put_off
    if action.due_on and action.next_meets and action.due_on <= action.next_meets:
        return owed.soon
    return owed.later


def _as_who(parts: list[Part]) -> str:
    return ", ".join(part.name for part in parts if part.owner != Part.Owner.PERSON)


def _next_meeting(on: dt.date) -> QuerySet[Any]:
    coming = Meeting.objects.filter(board=_KEPT_BY, date__gte=on).exclude(state__in=CALLED_OFF)
    return coming.order_by("date").values("date")[:1]

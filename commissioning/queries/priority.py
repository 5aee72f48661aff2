"""Priorities, cut to the boards whose papers the reader may see: the list, with how each action plan stands."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from actions.models import FINISHED, SETTLED
from actions.queries.action import actions_known_to
from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Milestone, Plan, Priority, PriorityReturn
from commissioning.queries.groups import groups_on_priorities
from commissioning.queries.there import or_404
from commissioning.rules import priority as rules
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to
from trust.tools.words import short_date


@dataclass(frozen=True)
class PriorityLine:
    """A priority with how its action plan stands. ``comes_back``: when it comes to the board, in a sentence."""

    priority: Priority
    groups: tuple[Board, ...]
    milestones: tuple[rules.MilestoneLine, ...]
    actions: tuple[int, int]
    comes_back: str
    is_overdue: bool

    @property
    def in_words(self) -> str:
        return rules.plan_in_words(self.milestones, self.actions)

    @property
    def is_late(self) -> bool:
        return bool(self.actions[1]) or any(line.is_late for line in self.milestones)

    @property
    def led_by(self) -> str:
        """Manager, Youth Support, Council"""
        partner = self.priority.lead_partner
        return ", ".join(filter(None, [self.priority.lead, partner.short_name if partner else ""]))


@dataclass(frozen=True)
class CameBack:
    """An action plan on an agenda. ``is_known``: whether the reader may know of the meeting."""

    due: dt.date
    day: dt.date
    is_known: bool


def priorities_seen_by(reader: Any) -> QuerySet[Priority]:
    return Priority.objects.filter(board__in=boards_where(reader)).select_related("board", "lead_partner", "plan")


def priority_for(reader: Any, pk: int) -> Priority:
    return or_404(priorities_seen_by(reader).filter(pk=pk).first())


def priorities_to_work_to(reader: Any, *, on: dt.date) -> QuerySet[Priority]:
    """Those of a day that a group can be said to work to."""
    return priorities_seen_by(reader).filter(pk__in=Priority.objects.held_on(on).values("pk"))


def milestone_for(priority: Priority, pk: int) -> Milestone:
    return or_404(priority.milestones.select_related("priority__board").filter(pk=pk).first())


def plans_to_serve(reader: Any) -> QuerySet[Plan]:
    """Plans of the boards whose priorities the reader may put down."""
    return Plan.objects.filter(board__in=boards_where(reader, "manage")).select_related("board")


ORDERS = {
    "title": lambda line: line.priority.title.casefold(),
    "board": lambda line: line.priority.board.name.casefold(),
    "lead": lambda line: line.led_by.casefold(),
    "plan": lambda line: line.priority.plan.title.casefold() if line.priority.plan else "",
    "late": lambda line: (line.is_late, line.is_overdue),
}


def priority_lines(reader: Any, cut: Mapping[str, Any], *, order: str, on: dt.date) -> list[PriorityLine]:
    """As asked: board, plan, words, state. The statements are as many for a hundred as for one."""
    lines = lines_of(_cut(priorities_seen_by(reader), cut, on), reader, on=on)
    if cut.get("state") == "late":
        lines = [line for line in lines if line.is_late]
    if cut.get("state") == "overdue":
        lines = [line for line in lines if line.is_overdue]
    key = ORDERS.get(order.removeprefix("-"))
    return sorted(lines, key=key, reverse=order.startswith("-")) if key else lines


def _cut(found: QuerySet[Priority], cut: Mapping[str, Any], on: dt.date) -> QuerySet[Priority]:
    if board := cut.get("board"):
        found = found.filter(board=board)
    if plan := cut.get("plan"):
        found = found.filter(plan=plan)
    if words := cut.get("words"):
        found = found.filter(Q(title__icontains=words) | Q(lead__icontains=words) | Q(need__icontains=words))
    if cut.get("state") == "ended":
        return found.filter(to_date__lt=on)
    return found.exclude(to_date__lt=on) if cut.get("state") != "all" else found


def lines_of(priorities: QuerySet[Priority], reader: Any, *, on: dt.date) -> list[PriorityLine]:
    """Each with its milestones, and how many of its actions are open and late. Six statements."""
    found = list(priorities.prefetch_related("milestones").order_by("board__name", "position", "title"))
    groups = groups_on_priorities(reader, on=on) if found else {}
    actions = actions_of(found, reader, on=on)
    returns = _returns_of(found, reader)
    return [_line(one, groups.get(one.pk, []), actions[one.pk], returns[one.pk], on=on) for one in found]


def _line(
    one: Priority, groups: Sequence[Board], actions: tuple[int, int], returns: Sequence[CameBack], *, on: dt.date
) -> PriorityLine:
    said, overdue = comes_back(one, returns, on=on)
    milestones = tuple(rules.milestone_line(milestone, on=on) for milestone in one.milestones.all())
    return PriorityLine(one, tuple(groups), milestones, actions, said, overdue)


def actions_of(priorities: Sequence[Priority], reader: Any, *, on: dt.date) -> dict[int, tuple[int, int]]:
    """By priority, how many actions of its plan that the reader may know of are open, and late. One statement."""
    counts: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    known = actions_known_to(reader, on=on).confirmed().exclude(state__in=SETTLED).with_due_on()
    known = known.filter(priorities__priority__in=priorities).order_by()
    for priority, state, due in known.values_list("priorities__priority", "state", "due_on").distinct():
        were_open, late = counts[priority]
        counts[priority] = (were_open + 1, late + (state not in FINISHED and due is not None and due < on))
    return counts


def _returns_of(priorities: Sequence[Priority], reader: Any) -> dict[int, list[CameBack]]:
    """By priority, by day. Two statements."""
    found: dict[int, list[CameBack]] = defaultdict(list)
    returns = PriorityReturn.objects.filter(priority__in=priorities).select_related("item__meeting__board")
    known = set(meetings_known_to(reader).filter(items__priority_return__in=returns).values_list("pk", flat=True))
    for one in returns.order_by("item__meeting__date", "pk"):
        came = CameBack(one.due_date, one.item.meeting.date, one.item.meeting_id in known)
        found[one.priority_id].append(came)
    return found


def comes_back(priority: Priority, returns: Sequence[CameBack], *, on: dt.date) -> tuple[str, bool]:
    """When its action plan comes to the board next, and whether it should have come already.

    Of an agenda that its reader does not see yet only the day is told on which it was due.
    """
    coming = next((one for one in returns if one.day >= on and one.is_known), None)
    if coming:
        return f"Comes back to the board on {short_date(coming.day)}.", False
    due = rules.due_by(priority, on) if priority.holds_on(on) else None
    waits = due is not None and not any(one.due >= due or one.day >= due for one in returns)
    if due and waits and due < on:
        return f"Was to come back to the board by {short_date(due)}, and is on no agenda yet.", True
    unseen = next((one.due for one in returns if one.day >= on), None)
    after = unseen or (due if waits else rules.comes_after(priority, on))
    if after is None:
        return "", False
    return f"Comes back to the board on its first agenda from {short_date(after)}.", False


def returns_known(priority: Priority, reader: Any) -> list[PriorityReturn]:
    """Where it came back, on agendas that the reader may know of; latest first."""
    found = PriorityReturn.objects.filter(priority=priority, item__meeting__in=meetings_known_to(reader))
    found = found.exclude(item__in=items_closed_to(reader)).select_related("item__meeting__board")
    return list(found.order_by("-item__meeting__date", "-pk"))

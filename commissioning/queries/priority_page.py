"""One priority’s page: the outcomes it serves, and its action plan of milestones and actions of the one log."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actions.models import Action
from actions.queries.action import actions_known_to
from actions.queries.lines import ActionLine, line, with_lines
from actions.rules.joining import reference_in
from boards.models import Outcome, OutcomeList
from boards.rules.outcome import standing_for
from commissioning.models import Priority, PriorityAction, PriorityOutcome
from commissioning.queries.priority import priorities_seen_by
from commissioning.queries.there import or_404
from commissioning.rules.priority import MilestoneLine, milestone_line

MOST_FOUND = 20


@dataclass(frozen=True)
class OutcomeRead:
    """An outcome served, as the list in force calls it. ``formerly``: what it was called when it was put down."""

    link: PriorityOutcome
    title: str
    formerly: str
    is_over: bool


@dataclass(frozen=True)
class PlanAction:
    """An action of the log in a priority’s action plan."""

    link: PriorityAction
    line: ActionLine


@dataclass(frozen=True)
class Mark:
    """A milestone with the actions under it."""

    line: MilestoneLine
    actions: tuple[PlanAction, ...]


@dataclass(frozen=True)
class ActionPlan:
    marks: tuple[Mark, ...]
    loose: tuple[PlanAction, ...]


def outcomes_served(priority: Priority, *, on: dt.date) -> list[OutcomeRead]:
    """Those served on the day or later, by the list in force: links survive when a list is replaced (1.12)."""
    links = [
        one for one in priority.outcomes.select_related("outcome__outcomes") if not one.to_date or one.to_date >= on
    ]
    if not links:
        return []
    every = list(Outcome.objects.select_related("outcomes").prefetch_related("follows"))
    follows = {one.pk: [before.pk for before in one.follows.all()] for one in every}
    in_force = [one for one in every if one.outcomes.holds_on(on)]
    return [_outcome(link, standing_for(link.outcome, in_force, follows)) for link in links]


def _outcome(link: PriorityOutcome, now: Sequence[Outcome]) -> OutcomeRead:
    if not now:
        return OutcomeRead(link, link.outcome.title, "", is_over=True)
    title = " and ".join(one.title for one in now)
    formerly = "" if link.outcome in now else link.outcome.title
    return OutcomeRead(link, title, "" if formerly == title else formerly, is_over=False)


def outcome_link_for(priority: Priority, pk: int) -> PriorityOutcome:
    return or_404(priority.outcomes.select_related("priority__board", "outcome").filter(pk=pk).first())


def outcomes_to_serve(*, on: dt.date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The outcomes of the lists in force, under the name of each list, to be chosen from."""
    lists = OutcomeList.objects.prefetch_related("outcomes").order_by("-from_date", "name")
    return [
        (one.name, [(str(each.pk), each.title) for each in one.outcomes.all()]) for one in lists if one.holds_on(on)
    ]


def action_plan(priority: Priority, reader: Any, *, on: dt.date) -> ActionPlan:
    """Milestones in their order, each with those of its actions that the reader may know of; the rest after them."""
    known = with_lines(actions_known_to(reader, on=on).confirmed()).filter(priorities__priority=priority)
    lines = {action.pk: line(action, today=on) for action in known.distinct()}
    under: dict[int, list[PlanAction]] = defaultdict(list)
    links = priority.plan_actions.select_related("action").order_by("action__year", "action__number")
    for link in links:
        if link.action_id in lines:
            under[link.milestone_id or 0].append(PlanAction(link, lines[link.action_id]))
    marks = [Mark(milestone_line(one, on=on), tuple(under[one.pk])) for one in priority.milestones.all()]
    return ActionPlan(tuple(marks), tuple(under[0]))


def plan_action_for(priority: Priority, reader: Any, pk: int, *, on: dt.date) -> PriorityAction:
    """404 for an action that the reader may not know of."""
    found = priority.plan_actions.select_related("priority__board", "action__board").filter(pk=pk)
    return or_404(found.filter(action__in=actions_known_to(reader, on=on)).first())


def actions_to_link(priority: Priority, reader: Any, words: str, *, on: dt.date) -> list[Action]:
    """Of those the reader may know of, by reference or by words; those in the plan already left out."""
    known = actions_known_to(reader, on=on).confirmed().select_related("board")
    if reference := reference_in(words):
        prefix, year, number = reference
        known = known.filter(board__reference_prefix__iexact=prefix, year=year, number=number)
    else:
        known = known.filter(text__icontains=words)
    known = known.exclude(priorities__priority=priority).order_by("-year", "-number")
    return list(known.distinct()[:MOST_FOUND])


def action_to_link(reader: Any, pk: int, *, on: dt.date) -> Action:
    return or_404(actions_known_to(reader, on=on).confirmed().select_related("board").filter(pk=pk).first())


def priorities_of_action(action: Action, reader: Any) -> list[Priority]:
    """Those whose action plan it is in, as far as the reader reads the papers of their board."""
    return list(priorities_seen_by(reader).filter(plan_actions__action=action).distinct())

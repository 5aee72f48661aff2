"""A plan of the closed board with a priority, its action plan and its instruments."""

import datetime as dt
from typing import Any

from django.utils import timezone

from actions.models import Action
from boards.models import Outcome, OutcomeList
from commissioning.models import Plan, PlanStep, Priority, PriorityAction
from meetings.models import AgendaItem
from tests.cast import Cast
from tests.factories import LONG_AGO


def furnish_plan(cast: Cast, priority: Priority, action: Action, item: AgendaItem) -> dict[str, dict[str, Any]]:
    """What to put into their addresses: by address name, and for all."""
    plan = Plan.objects.create(board=cast.board, title="Moorings plan", from_date=LONG_AGO)
    told = {"date": dt.date(2025, 6, 3), "recorded_at": timezone.now(), "recorded_by": cast.clerk}
    step = PlanStep.objects.create(plan=plan, year=2025, kind="agreed", reason="Moorings", **told)
    milestone = priority.milestones.create(title="Moorings is bought")
    link = PriorityAction.objects.create(priority=priority, action=action, milestone=milestone)
    outcomes = OutcomeList.objects.create(name="Outcomes", from_date=LONG_AGO)
    served = priority.outcomes.create(outcome=Outcome.objects.create(outcomes=outcomes, title="Be safe"))
    instrument = cast.board.instruments.create(title="Moorings agreement")
    instrument.items.add(item)
    return {
        "": {
            "instrument": instrument.pk,
            "plan": plan.pk,
            "priority": priority.pk,
            "milestone": milestone.pk,
            "action": action.pk,
        },
        "commissioning:take_step": {"becomes": "reviewed", "year": 2025},
        "commissioning:take_back_step": {"step": step.pk},
        "commissioning:unlink_plan_action": {"link": link.pk},
        "commissioning:end_served_outcome": {"link": served.pk},
    }

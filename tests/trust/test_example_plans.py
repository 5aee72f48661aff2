"""The example shows a plan in each of its states (requirements 1.8, 2.18)."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from boards.models import Board, User
from commissioning.models import PlanItem, PriorityReturn
from commissioning.queries.plan import plan_lines
from commissioning.queries.priority import priority_lines
from trust.example.cast import EG, TB, address

pytestmark = pytest.mark.django_db


def test_2_18_five_priorities_with_action_plans_one_plan_on_hold_and_one_overdue_to_come_back():
    call_command("seed_example", verbosity=0)
    clerk, today = User.objects.get(email=address("kirsty")), timezone.localdate()
    board = Board.objects.get(name=TB)
    plans = plan_lines(clerk, {"board": board}, order="title", on=today)
    assert [(line.plan.title, line.now.standing.label) for line in plans] == [
        ("Children and young people’s commissioning plan", "Agreed"),
        ("Information sharing plan", "On hold"),
    ]
    five = priority_lines(clerk, {"board": board}, order="", on=today)
    assert [bool(line.milestones and line.actions[0]) for line in five] == [True] * 5
    assert PlanItem.objects.get().step == "reviewed"
    assert PriorityReturn.objects.count() == 5
    own = priority_lines(clerk, {"board": Board.objects.get(name=EG)}, order="", on=today)
    assert [line.is_overdue for line in own] == [False, False, True]

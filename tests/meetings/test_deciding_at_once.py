"""Twenty decisions at once: numbers without a gap, none twice (requirement 0.3)."""

import pytest
from django.utils import timezone

from meetings.models import Decision, LastDecisionNumber
from meetings.operations.deciding import decide_item
from tests import cast as the_cast
from tests.at_once import at_once
from tests.meetings.deciding import create_decision, set_terms
from tests.meetings.minuted import create_held
from trust.tools.refusal import Refused

CROWD = 20


@pytest.fixture
def people(transactional_db) -> the_cast.Cast:
    return the_cast.assemble()


def deciding(people, item):
    return lambda: decide_item(item=item, by=people.clerk, at=timezone.now())


def test_demand_10_twenty_decisions_at_once_are_numbered_without_a_gap(people):
    set_terms(people)
    meeting = create_held(people)
    found = [create_decision(meeting, number=f"2.{n}")[0] for n in range(1, CROWD + 1)]
    assert not [
        one for one in at_once(*(deciding(people, one.block.item) for one in found)) if isinstance(one, Refused)
    ]
    numbered = Decision.objects.order_by("number_year", "number_in_year")
    assert [one.number for one in numbered] == [f"EG 2025/{n}" for n in range(1, CROWD + 1)]
    assert LastDecisionNumber.objects.get().number == CROWD


def test_an_item_decided_twice_at_once_is_decided_once(people):
    set_terms(people)
    decision = create_decision(create_held(people))[0]
    answers = at_once(*[deciding(people, decision.block.item)] * 4)
    assert sum(isinstance(answer, Refused) for answer in answers) == 3
    assert LastDecisionNumber.objects.get().number == 1


def test_a_decision_that_is_refused_takes_no_number(people):
    set_terms(people)
    meeting = create_held(people)
    good, moved = create_decision(meeting, "Agreed.", number="2.1")[0], create_decision(meeting, number="2.2")[0]
    Decision.objects.filter(pk=moved.pk).update(kind="moved")
    at_once(deciding(people, moved.block.item), deciding(people, good.block.item))
    assert LastDecisionNumber.objects.get().number == 1

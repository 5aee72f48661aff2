"""The state of an allocation as the database tells it is the one that its page weighs, whatever was put down."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commissioning.models import AgreementContent, Allocation, AllocationLine
from commissioning.queries.standing import standing_of
from commissioning.queries.states import settled_among, states_of
from meetings.models import Condition, Dispute
from tests.boards.agreed import create_agreement
from tests.commissioning.ledger import (
    K,
    create_answer,
    create_confirming,
    create_fund,
    create_resolution,
    create_spending,
)

ON = dt.date(2026, 6, 1)
ANSWERS = st.lists(st.sampled_from(["agreed", "declined"]), max_size=2)
HOW = st.fixed_dictionaries(
    {
        "outcome": st.sampled_from(["carried", "carried", "carried", "waits", "status_quo", "lost"]),
        "struck": st.sampled_from([False, False, False, True]),
        "ratify": st.sampled_from([False, False, False, True]),
        "dispute": st.sampled_from(["", "", "", "open", "agreed", "lapsed"]),
        "condition": st.sampled_from([None, None, None, "", "agreed", "declined"]),
        "money": st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), ANSWERS), max_size=2),
        "cited": st.sampled_from([True, True, True, False]),
        "confirming": st.sampled_from([None, None, "", "carried", "lost"]),
        "state": st.sampled_from(["provisional", "provisional", "provisional", "withdrawn"]),
        "replaces": st.booleans(),
        "year": st.sampled_from([None, 2024, 2026]),
        "pence": st.integers(0, 4),
        "fund": st.integers(0, 2),
        "shared": st.sampled_from([False, False, True]),
    }
)


@pytest.mark.django_db
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(HOW, min_size=1, max_size=5))
def test_the_state_is_the_one_that_the_rule_weighs(cast, told):
    with transaction.atomic():
        funds, team, rows = _funds(cast), create_confirming(cast), []
        for how in told:
            rows.append(_allocation(cast, funds, team, rows, how))
        found = Allocation.objects.all()
        standings = standing_of(found, on=ON)
        assert states_of(found, on=ON) == {pk: one.state for pk, one in standings.items()}
        for one in rows:
            alone = states_of(Allocation.objects.filter(pk=one.pk), on=ON)
            assert alone == {one.pk: standings[one.pk].state}
        transaction.set_rollback(True)


def _funds(cast):
    """Of a grant, pooled under an agreement since 2025 that says all and both have adopted, and pooled under none."""
    agreement = create_agreement(
        cast, "Pooling agreement", 0, kind="section_75", status="asked", from_date=dt.date(2025, 4, 1)
    )
    for partner in (cast.council, cast.health):
        agreement.asked.filter(partner=partner).update(asked_date="2025-01-01")
        agreement.adoptions.create(partner=partner, answer="agreed", by_body="Cabinet", decided_date="2025-02-01")
    for content in AgreementContent.Content.values:
        agreement.contents.create(content=content, place="schedule 2")
    kinds = (("grant", None), ("pooled", agreement), ("pooled", None))
    return [create_fund(cast, name=f"Fund {n}", kind=kind, agreement=law) for n, (kind, law) in enumerate(kinds)]


def _allocation(cast, funds, team, rows, how):
    before = rows[-1] if rows else None
    decision = before.decision if before and how["shared"] else _decision(cast, how) if how["cited"] else None
    confirming = None if how["confirming"] is None else team
    confirmed = create_resolution(team, cast.clerk, outcome=how["confirming"]) if how["confirming"] else None
    one = Allocation.objects.create(
        fund=before.fund if before and how["replaces"] else funds[how["fund"]],
        year=how["year"],
        purpose="For",
        amount_pence=how["pence"] * K,
        state=how["state"],
        decision=decision,
        confirming_board=confirming,
        confirmed_by_decision=confirmed,
        replaces=before if before and how["replaces"] and before.state != "withdrawn" else None,
    )
    spends = list(decision.spending.all()) if decision else [None, None]
    for (_, pence, _), line, partner in zip(how["money"], spends, (cast.health, cast.council), strict=False):
        AllocationLine.objects.create(allocation=one, partner=partner, amount_pence=pence * K, spending_line=line)
    return one


def _decision(cast, how):
    struck = "By mistake" if how["struck"] else ""
    decision = create_resolution(
        cast.board, cast.clerk, outcome=how["outcome"], struck_reason=struck, needs_ratifying=how["ratify"]
    )
    for (pence, _, answers), partner in zip(how["money"], (cast.health, cast.council), strict=False):
        line = create_spending(decision, partner, pence * K)
        for answer in answers:
            create_answer(cast, line, answer)
    if how["condition"] is not None:
        day = {"answered_date": ON} if how["condition"] else {}
        Condition.objects.create(decision=decision, body="The Trust", answer=how["condition"], **day)
    if how["dispute"]:
        ended = {} if how["dispute"] == "open" else {"ended_date": ON}
        Dispute.objects.create(decision=decision, opened_date=ON, state=how["dispute"], **ended)
    return decision


@pytest.mark.django_db
def test_what_plainly_stands_is_told_without_weighing(cast):
    """Or the lists of thousands would be slow, and no test would say so."""
    how = {"outcome": "carried", "struck": False, "ratify": False, "dispute": "", "condition": None, "cited": True}
    how |= {"money": [(3, 3, ["agreed"])], "confirming": "carried", "state": "provisional", "replaces": False}
    how |= {"year": 2026, "pence": 3, "fund": 1, "shared": False}
    one = _allocation(cast, _funds(cast), create_confirming(cast), [], how)
    assert list(settled_among(Allocation.objects.all())) == [one]
    assert states_of(Allocation.objects.all(), on=ON) == {one.pk: "Stands"}

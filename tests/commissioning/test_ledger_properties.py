"""Over any sequence of acts pence are neither made nor lost, and nothing stands without every consent (issue 7 §6)."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commissioning.models import Allocation
from commissioning.operations.allocation import Given, allocate, confirm, replace, say_whose, withdraw
from commissioning.queries.allocated import allocated_by
from commissioning.queries.standing import held_in, standing_of
from commissioning.rules.allocating import Held, committed, counted
from commissioning.rules.standing import Facts, Owned, Resolution, standing_from
from meetings.models import Consent
from tests.commissioning.ledger import (
    K,
    create_answer,
    create_confirming,
    create_fund,
    create_resolution,
    create_round,
    create_share,
    create_spending,
)
from trust.tools.refusal import Refused

ON = dt.date(2026, 6, 1)
PENCE = st.integers(0, 10**9)
ANSWERS = st.sampled_from(["agreed", "declined", ""])


@st.composite
def ledgers(draw: st.DrawFn) -> list[Held]:
    """Allocations, some of which replace one before."""
    found: list[Held] = []
    for pk in range(1, draw(st.integers(1, 8)) + 1):
        free = [one.pk for one in found if one.pk not in {each.replaces for each in found if not each.is_withdrawn}]
        after = draw(st.sampled_from([None, *free]))
        flags = {"stands": draw(st.booleans()), "is_withdrawn": draw(st.booleans())}
        found.append(Held(pk, draw(PENCE), after, **flags))
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ledgers())
def test_each_sum_is_counted_once_and_never_more_than_committed(ledger):
    live = {one.pk for one in ledger if not one.is_withdrawn}
    found = counted(ledger)
    assert len({one.pk for one in found}) == len(found)
    assert {one.pk for one in found} <= live
    assert sum(one.pence for one in found) <= committed(ledger)
    single = [one for one in ledger if one.replaces is None and one.pk in live]
    assert len(found) >= len(single)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(1, 10**9),
    st.lists(st.tuples(PENCE, ANSWERS, st.booleans()), max_size=4),
    st.booleans(),
    st.sampled_from([None, False, True]),
    st.booleans(),
)
def test_1_16_nothing_stands_without_everything(pence, money, resolved, confirmed, lawful):
    """``confirmed``: None where no other board has to."""
    resolution = Resolution("EG 1", "Executive Group", stands=resolved, sentence="Lost.")
    lines = [Owned(f"P{n}", n, each, each if told else None, 0, said) for n, (each, said, told) in enumerate(money)]
    confirmation = resolution if confirmed else None
    told = {"confirming": "" if confirmed is None else "Team", "confirmation": confirmation}
    found = standing_from(Facts(pence, "EG", resolution, lines, gate=[] if lawful else ["No agreement."], **told))
    everything = resolved and lawful and confirmed is not False and sum(each for each, *_ in money) >= pence
    assert found.stands == (everything and all(said == "agreed" and told for _, said, told in money))
    assert found.stands or found.missing


ACTS = st.lists(st.tuples(st.sampled_from("amwcprx"), st.integers(0, 5), st.integers(0, 120)), max_size=8)


@pytest.mark.django_db
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(ACTS)
def test_over_any_sequence_of_acts(cast, acts):
    with transaction.atomic():
        share = create_share(create_round(cast, title=f"Round {dt.datetime.now()}", fund=_fund(cast)), pence=162 * K)
        team = create_confirming(cast)
        for act, which, thousands in acts:
            try:
                _do(cast, share, team, act, which, thousands * K)
            except Refused:
                continue
            _check(share)
        transaction.set_rollback(True)


def _fund(cast):
    return create_fund(cast, name=f"Fund {dt.datetime.now()}")


def _do(cast, share, team, act, which, pence):
    """Allocate, say whose money, withdraw, consent, confirm (p), replace, decline (x)."""
    rows = list(Allocation.objects.filter(share=share).order_by("pk"))
    if act == "a" or not rows:
        decision = create_resolution(cast.board, cast.clerk)
        create_spending(decision, cast.health, max(pence, 1))
        board = team if which % 2 else None
        told = Given("For", pence, year=2026, share=share, decision=decision, confirming_board=board)
        allocate(fund=share.round.fund, given=told, by=cast.clerk, on=ON)
        return
    one = rows[which % len(rows)]
    _act_on(cast, team, act, one, pence)


def _act_on(cast, team, act, one, pence):
    line = one.decision.spending.get()
    if act == "m":
        say_whose(allocation=one, money={cast.health: (one.amount_pence, line)}, by=cast.clerk, on=ON)
    elif act == "w":
        withdraw(allocation=one, reason="Not needed", by=cast.clerk, on=ON)
    elif act in "cx":
        create_answer(cast, line, "agreed" if act == "c" else "declined")
    elif act == "p":
        decision = create_resolution(team, cast.member_of_another_partner)
        given = {"decision": decision, "pence": pence, "stated": "", "reason": ""}
        confirm(allocation=one, **given, by=cast.member_of_another_partner, on=ON)
    elif act == "r":
        decision = create_resolution(cast.board, cast.clerk)
        create_spending(decision, cast.health, max(pence, 1))
        told = Given("For", pence, year=2026, share=one.share, decision=decision)
        replace(allocation=one, given=told, by=cast.clerk, on=ON)


def _check(share):
    """Within the share, for nobody gave a reason; confirmed no more than allocated; all that stands agreed to."""
    rows = list(Allocation.objects.filter(share=share))
    held = held_in(rows, on=ON)
    added_up = allocated_by(F("share"), Allocation.objects.filter(share=share), on=ON)[share.pk]
    assert added_up == sum(one.pence for one in counted(held)) <= committed(held) <= share.amount_pence
    standings = standing_of(rows, on=ON)
    for one in rows:
        assert one.confirmed_pence is None or one.confirmed_pence <= one.amount_pence
        if standings[one.pk].stands and one.pence:
            answers = [Consent.objects.filter(line=each.spending_line).last() for each in one.lines.all()]
            assert answers
            assert all(answer is not None and answer.answer == "agreed" for answer in answers)
            assert sum(each.amount_pence for each in one.lines.all()) >= one.pence

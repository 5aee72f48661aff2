"""Over any sequence of contributions, variations and withdrawals sums are exact in pence: nothing is made or lost."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commissioning.models import Contribution, Variation
from commissioning.queries.allocated import columns_by_fund
from commissioning.queries.contributions import counted_of
from commissioning.rules.contribution import Columns, columns_of, counted
from tests.commissioning.ledger import create_fund

FIRST = dt.date(2026, 4, 1)
PENCE = st.none() | st.integers(0, 10**13)
POSTS = st.none() | st.decimals(0, 999, places=2)
DAYS = st.integers(0, 364)


@st.composite
def courses(draw):
    """A contribution, its variations in the order they were written, and the day it was withdrawn, if it was."""
    kind = draw(st.sampled_from(Contribution.Kind.values))
    posts = POSTS if kind == "staff" else st.none()
    put = Contribution(kind=kind, year=2026, amount_pence=draw(PENCE), full_time_equivalent=draw(posts))
    told = draw(st.lists(st.tuples(DAYS, PENCE, posts), max_size=5))
    varied = [
        Variation(pk=place, date=FIRST + dt.timedelta(days=after), amount_pence=pence, full_time_equivalent=number)
        for place, (after, pence, number) in enumerate(told, 1)
    ]
    withdrawn = draw(st.none() | DAYS)
    put.withdrawn_date = None if withdrawn is None else FIRST + dt.timedelta(days=withdrawn)
    return put, varied


def on_day(put, varied, on):
    """Told over again, day by day: what it was put down as, each variation as it comes, nothing from its last day."""
    if put.withdrawn_date and put.withdrawn_date <= on:
        return 0, None
    now = put
    for one in sorted(varied, key=lambda one: (one.date, one.pk)):
        now = one if one.date <= on else now
    return now.amount_pence, now.full_time_equivalent


@settings(max_examples=150, deadline=None)
@given(st.lists(courses(), max_size=8), DAYS)
def test_sums_are_exact_in_pence_on_any_day(told, after):
    on = FIRST + dt.timedelta(days=after)
    lines = [counted(put, varied, on=on) for put, varied in told]
    columns, expected = columns_of(lines), [(put.kind, *on_day(put, varied, on)) for put, varied in told]
    for kind, column in (("cash", columns.cash), ("in_kind", columns.in_kind), ("staff", columns.staff)):
        assert column == sum(pence or 0 for of_kind, pence, _ in expected if of_kind == kind)
    assert columns.whole == sum(pence or 0 for _, pence, _ in expected)
    assert columns.posts == sum((posts or Decimal(0) for _, _, posts in expected), Decimal(0))
    assert columns.unconfirmed == sum(pence is None and posts is None for _, pence, posts in expected)


@settings(max_examples=50, deadline=None)
@given(st.lists(courses(), max_size=6), st.randoms())
def test_no_order_and_no_parting_changes_a_sum(told, chance):
    on = FIRST + dt.timedelta(days=364)
    lines = [counted(put, varied, on=on) for put, varied in told]
    turned = [counted(put, chance.sample(varied, len(varied)), on=on) for put, varied in told]
    assert columns_of(turned) == columns_of(lines)
    parts = [columns_of([line]) for line in lines]
    assert sum(part.whole for part in parts) == columns_of(lines).whole


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(st.tuples(st.integers(0, 1), courses()), max_size=8), after=DAYS)
def test_what_the_database_adds_up_is_what_the_rule_counts(cast, told, after):
    on = FIRST + dt.timedelta(days=after)
    with transaction.atomic():
        funds = [create_fund(cast, name=f"Fund {n}") for n in range(2)]
        for which, (put, varied) in told:
            _keep(cast, funds[which], put, varied)
        lines = counted_of(Contribution.objects.all(), on=on)
        added_up = columns_by_fund(funds, on=on)
        assert {fund.pk: added_up.get(fund.pk, Columns()) for fund in funds} == {
            fund.pk: columns_of(lines[fund.pk]) for fund in funds
        }
        transaction.set_rollback(True)


def _keep(cast, fund, put, varied):
    put.pk, put.fund, put.partner = None, fund, cast.health
    put.withdrawn_reason = "Not needed" if put.withdrawn_date else ""
    put.save()
    for one in varied:
        one.pk, one.contribution, one.recorded_at, one.recorded_by = None, put, timezone.now(), cast.clerk
        one.save()

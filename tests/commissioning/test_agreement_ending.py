"""An agreement that ends in the middle of what is allocated under it: said, and nothing is refused for it."""

import datetime as dt

import pytest
from django.utils import timezone

from commissioning.models import AgreementContent, Allocation, Fund
from commissioning.rules.gate import ends_told
from commissioning.rules.years import last_day, year_of
from tests.boards.agreed import create_agreement
from tests.commissioning.test_gate import agree
from tests.commissioning.test_round import at, done, text
from trust.tools.words import short_date

TODAY = timezone.localdate()
YEAR = year_of(TODAY)
ENDS = min(TODAY + dt.timedelta(days=7), last_day(YEAR) - dt.timedelta(days=1))
FOLLOWS = "nothing out of this fund stands until an agreement is in force again"


@pytest.fixture
def pool(cast):
    agreement = create_agreement(cast, "Pooling agreement", clauses=0, kind="section_75", to_date=ENDS)
    agree(agreement, cast.council, cast.health)
    for content in AgreementContent.Content.values:
        agreement.contents.create(content=content, place="schedule 2, page 14")
    fund = Fund.objects.create(name="Early help pool", kind="pooled", board=cast.board, agreement=agreement)
    fund.contributions.create(partner=cast.health, year=YEAR, amount_pence=4_000_000)
    return fund


@pytest.mark.django_db
def test_1_16_allocating_says_when_the_agreement_ends_and_what_follows_and_goes_on(as_, pool):
    told = {"purpose": "Moorings", "amount_pence": "30k", "year": str(YEAR)}
    check = text(as_("clerk").post(at("add_allocation", pool.pk), told))
    assert f"ends on {short_date(ENDS)}, within" in check
    assert FOLLOWS in check
    assert done(as_("clerk"), at("add_allocation", pool.pk), **told).status_code == 302
    page = as_("member").get(Allocation.objects.get().get_absolute_url())
    assert f"ends on {short_date(ENDS)}, within" in text(page)
    assert FOLLOWS in text(page)


@pytest.mark.django_db
def test_1_16_what_is_withdrawn_or_of_a_fund_without_agreement_says_nothing_of_it(as_, cast, pool):
    one = Allocation.objects.create(fund=pool, purpose="Moorings", amount_pence=1, year=YEAR)
    assert 'id="ends"' in text(as_("clerk").get(one.get_absolute_url()))
    Fund.objects.filter(pk=pool.pk).update(kind="grant")
    assert 'id="ends"' not in text(as_("clerk").get(one.get_absolute_url()))
    assert done(as_("clerk"), at("withdraw_allocation", one.pk), reason="A slip").status_code == 302
    Fund.objects.filter(pk=pool.pk).update(kind="pooled")
    assert 'id="ends"' not in text(as_("clerk").get(one.get_absolute_url()))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "year", "says"),
    [
        pytest.param("pooled", YEAR, FOLLOWS, id="pooled"),
        pytest.param("pooled", None, FOLLOWS, id="of no stated year: this one"),
        pytest.param(
            "pooled", YEAR + 1, "begins. What is allocated for that year has no agreement", id="it ends before it"
        ),
        pytest.param("aligned", YEAR, "no agreement behind it.", id="aligned"),
        pytest.param("grant", YEAR, "", id="a grant rests on none"),
    ],
)
def test_when_it_is_told(pool, kind, year, says):
    pool.kind = kind
    said = ends_told(pool, year, on=TODAY)
    assert says in said if says else said == ""

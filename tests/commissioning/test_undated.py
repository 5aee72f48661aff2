"""An allocation put down without a year: said in the ledger, counted, and given its year."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from commissioning.models import FundYear
from commissioning.rules.years import financial_year, year_of
from tests.commissioning.ledger import K, create_allocation, create_round, create_share, create_standing
from tests.commissioning.test_round import at, done, text

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = year_of(TODAY)
SAID = "Year not stated: two allocations, £61,000, £31,000 of it standing. They are in no year’s sums."


@pytest.fixture
def share(cast):
    return create_share(create_round(cast, year=YEAR))


@pytest.fixture
def two(cast, share):
    return create_standing(cast, share, 31 * K, year=None), create_allocation(share, year=None, purpose="Home safe")


@pytest.fixture
def money(as_):
    def page(who="member"):
        return text(as_(who).get(reverse("commissioning:money"), {"year": str(YEAR)}))

    return page


def test_the_ledger_says_what_is_in_no_years_sums_and_leads_to_it(as_, two, money):
    assert SAID in money()
    assert "?year=none" in money()
    found = text(as_("member").get(at("allocations"), {"year": "none"}))
    assert "Two allocations, as asked below" in found
    assert "£31,000 stands, £30,000 does not stand yet" in found
    assert found.count("Year not stated</td>") == 2
    assert ",Year not stated," in as_("member").get(at("allocations_sheet", "csv")).content.decode()
    assert "Year not stated" not in money("member_of_another_partner")


def test_an_officer_states_its_year_and_it_is_in_its_sums(as_, two, money):
    one = two[0]
    page = text(as_("clerk").get(one.get_absolute_url()))
    assert "Year not stated: it is in no year’s sums" in page
    assert at("state_year", one.pk) in page
    assert f'value="{financial_year(YEAR)}"' in text(as_("clerk").get(at("state_year", one.pk)))
    assert done(as_("clerk"), at("state_year", one.pk), year=financial_year(YEAR)).status_code == 302
    assert "£31,000</strong> allocated, £31,000 of it standing" in money()
    again = done(as_("clerk"), at("state_year", one.pk), year=str(YEAR))
    assert (again.status_code, "Its year is stated" in text(again)) == (409, True)
    assert at("state_year", one.pk) not in text(as_("clerk").get(one.get_absolute_url()))


def test_over_what_the_year_has_only_for_a_reason_and_never_in_a_closed_year(as_, two):
    fund, address = two[0].fund, at("state_year", two[0].pk)
    FundYear.objects.create(fund=fund, year=YEAR, amount_pence=20 * K)
    FundYear.objects.create(fund=fund, year=YEAR - 1, closed_date=dt.date(YEAR, 5, 1))
    refused = done(as_("clerk"), address, year=str(YEAR))
    assert refused.status_code == 409
    assert "£11,000 over the fund of £20,000" in text(refused)
    assert "was closed on" in text(done(as_("clerk"), address, year=str(YEAR - 1)))
    assert done(as_("clerk"), address, year=str(YEAR), over_reason="Two themes").status_code == 302


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404), ("outsider", 404)])
def test_only_its_officers_state_it(as_, two, who, status):
    assert as_(who).get(at("state_year", two[0].pk)).status_code == status


def test_the_statement_of_whose_money_it_is_says_it_too(as_, cast, two):
    address = reverse("commissioning:statement", args=[cast.health.slug])
    assert "Year not stated: £31,000 of our money in one allocation." in text(as_("member").get(address))
    kept = as_("member").get(reverse("commissioning:statement_file", args=[cast.health.slug, "csv"])).content.decode()
    assert '"Allocated, year not stated",Neighbourhood fund,Moorings,31000' in kept

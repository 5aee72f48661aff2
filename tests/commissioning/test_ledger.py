"""The page of budgets: who sees it, and what it costs."""

import pytest
from django.urls import reverse

from commissioning.models import Allocation, Fund, Priority

pytestmark = pytest.mark.django_db


@pytest.fixture
def fund(cast):
    return Fund.objects.create(name="Neighbourhood fund", kind="grant", board=cast.board, amount_pence=16_200_000)


@pytest.mark.parametrize(
    ("who", "sees"),
    [("clerk", True), ("member", True), ("chair", True), ("member_of_another_partner", False), ("outsider", False)],
)
def test_budgets_are_cut_to_the_reader(as_, fund, who, sees):
    listed = as_(who).get(reverse("commissioning:budgets"))
    assert listed.status_code == 200
    assert ("Neighbourhood fund" in listed.content.decode()) is sees


def test_allocations_that_come_to_more_than_the_fund_are_shown(as_, cast, fund):
    Allocation.objects.create(fund=fund, purpose="All", amount_pence=17_100_000)
    page = as_("member").get(reverse("commissioning:fund", args=[fund.pk])).content.decode()
    assert "Allocations come to £171,000, £9,000 over the fund (5.6%)." in page


def test_a_priority_stands_in_the_list(as_, cast):
    Priority.objects.create(board=cast.board, title="Infant feeding")
    assert "Infant feeding" in as_("member").get(reverse("commissioning:budgets")).content.decode()


def test_the_list_costs_the_same_with_more_funds(as_, cast, fund, django_assert_max_num_queries):
    for number in range(5):
        Fund.objects.create(name=f"Fund {number}", kind="grant", board=cast.board)
    client = as_("member")
    with django_assert_max_num_queries(22):
        client.get(reverse("commissioning:budgets"))

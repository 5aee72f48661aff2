"""Setting up priorities and funds: who sees them, who may, what is refused."""

import pytest
from django.urls import reverse

from boards.models import Agreement
from commissioning.models import Allocation, Fund, Priority

pytestmark = pytest.mark.django_db


@pytest.fixture
def fund(cast):
    return Fund.objects.create(name="Neighbourhood fund", kind="grant", board=cast.board, amount_pence=16_200_000)


def added(cast, **changes):
    return {"board": cast.board.pk, "name": "Early help pool", "kind": "pooled", "amount_pence": "162k"} | changes


@pytest.mark.parametrize(
    ("who", "sees"),
    [("clerk", True), ("member", True), ("chair", True), ("member_of_another_partner", False), ("outsider", False)],
)
def test_funds_are_cut_to_the_reader(as_, fund, who, sees):
    listed = as_(who).get(reverse("commissioning:budgets"))
    assert listed.status_code == 200
    assert ("Neighbourhood fund" in listed.content.decode()) is sees
    assert as_(who).get(reverse("commissioning:fund", args=[fund.pk])).status_code == (200 if sees else 404)


def test_the_public_is_asked_to_sign_in(as_, fund):
    assert as_("public").get(reverse("commissioning:fund", args=[fund.pk])).status_code == 302


def test_a_fund_is_kept_in_pence_beside_its_words(as_, cast):
    answer = as_("clerk").post(reverse("commissioning:add_fund"), added(cast))
    fund = Fund.objects.get(name="Early help pool")
    assert answer.status_code == 302
    assert (fund.amount_pence, fund.amount_stated) == (16_200_000, "162k")
    assert fund.history.get().history_user == cast.clerk


def test_another_boards_agreement_is_neither_offered_nor_taken(as_, cast):
    closed = Agreement.objects.create(title="Closed protocol", kind="protocol", board=cast.other_board)
    page = as_("clerk").get(reverse("commissioning:add_fund")).content.decode()
    assert "Closed protocol" not in page
    answer = as_("clerk").post(reverse("commissioning:add_fund"), added(cast, agreement=closed.pk))
    assert answer.status_code == 422
    assert not Fund.objects.exists()


def test_the_form_speaks_in_words_and_tells_a_mistake_once(as_, cast):
    page = as_("clerk").get(reverse("commissioning:add_fund")).content.decode()
    assert "-----" not in page
    assert "Choose one" in page
    wrong = as_("clerk").post(reverse("commissioning:add_fund"), added(cast, name="")).content.decode()
    assert wrong.count("There is a problem") == 1


def test_an_amount_not_confirmed_stays_open(as_, cast):
    as_("clerk").post(reverse("commissioning:add_fund"), added(cast, amount_pence=""))
    fund = Fund.objects.get(name="Early help pool")
    assert fund.amount_pence is None
    assert "Not confirmed yet" in as_("member").get(reverse("commissioning:fund", args=[fund.pk])).content.decode()


@pytest.mark.parametrize("words", ["1,5", "-3", "lots", "£1.005"])
def test_what_is_no_amount_is_refused_and_stays_on_the_page(as_, cast, words):
    answer = as_("clerk").post(reverse("commissioning:add_fund"), added(cast, amount_pence=words))
    assert answer.status_code == 422
    assert "Enter an amount" in answer.content.decode()
    assert f'value="{words}"' in answer.content.decode()
    assert not Fund.objects.exists()


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider"])
def test_only_who_manages_the_board_sets_up(as_, cast, fund, who):
    add = as_(who).post(reverse("commissioning:add_fund"), added(cast))
    change = as_(who).post(reverse("commissioning:change_fund", args=[fund.pk]), added(cast))
    assert add.status_code in (403, 422)
    assert change.status_code in (403, 404, 422)
    assert list(Fund.objects.values_list("name", flat=True)) == ["Neighbourhood fund"]


def test_a_contribution_and_an_allocation_that_do_not_add_up_are_shown(as_, cast, fund):
    clerk = as_("clerk")
    contribution = {"partner": cast.health.pk, "year": 2026, "kind": "cash", "amount_pence": "100,000"}
    clerk.post(reverse("commissioning:add_contribution", args=[fund.pk]), contribution)
    Allocation.objects.create(fund=fund, purpose="All", amount_pence=17_100_000)
    page = as_("member").get(reverse("commissioning:fund", args=[fund.pk])).content.decode()
    assert "Allocations come to £171,000, £9,000 over the fund (5.6%)." in page
    assert "Contributions come to £100,000, £62,000 less than the fund." in page


def test_a_priority_stands_in_the_list(as_, cast):
    Priority.objects.create(board=cast.board, title="Infant feeding")
    assert "Infant feeding" in as_("member").get(reverse("commissioning:budgets")).content.decode()


def test_the_list_costs_the_same_with_more_funds(as_, cast, fund, django_assert_max_num_queries):
    for number in range(5):
        Fund.objects.create(name=f"Fund {number}", kind="grant", board=cast.board)
    client = as_("member")
    with django_assert_max_num_queries(9):
        client.get(reverse("commissioning:budgets"))

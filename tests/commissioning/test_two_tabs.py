"""Two officers, or two tabs, change the same thing: who comes second is told, loses nothing, and decides."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from commissioning.models import Fund
from commissioning.operations.fund import set_up_fund
from tests.commissioning.ledger import create_allocation, create_bid, create_round, create_share
from tests.commissioning.planned import YEAR, create_plan

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def at(name, *args):
    return reverse(f"commissioning:{name}", args=args)


@pytest.fixture
def fund(cast):
    told = {"board": cast.board, "name": "Early help pool", "kind": "aligned", "source": "", "amount_pence": 100}
    return set_up_fund(fund=None, told=told, by=cast.clerk)


def mark(page):
    return re.search(r'name="seen" value="([^"]+)"', page.content.decode())[1]


def test_who_comes_second_is_told_first_and_nothing_typed_is_lost(as_, cast, fund):
    clerk, where = as_("clerk"), at("change_fund", fund.pk)
    opened = mark(clerk.get(where))
    mine = {"board": cast.board.pk, "name": "Early help pool", "kind": "aligned", "purpose": "Young carers"}
    mine |= {"amount_pence": "1", "because": "The paper says so", "seen": opened}
    clerk.post(where, mine | {"amount_pence": "250k", "confirmed": "yes"})
    told = clerk.post(where, mine)
    words = told.content.decode()
    assert told.status_code == 409
    assert "It was changed after you opened this page: " in words
    assert "Young carers" in words
    assert clerk.post(where, mine | {"confirmed": "yes"}).status_code == 409
    assert Fund.objects.get().amount_stated == "250k"
    assert clerk.post(where, mine | {"seen": mark(told), "confirmed": "yes"}).status_code == 302
    assert Fund.objects.get().purpose == "Young carers"


@pytest.mark.parametrize(
    "name", ["change_plan", "change_priority", "set_returns", "change_milestone", "change_instrument", "fund_year"]
)
def test_every_form_that_changes_something_carries_what_it_was_filled_in_upon(as_, cast, fund, name):
    plan = create_plan(cast, tied=False)
    priority = cast.board.priorities.create(title="Infant feeding")
    milestone = priority.milestones.create(title="Peer supporters")
    watched = cast.board.instruments.create(title="Area agreement")
    fund.years.create(year=YEAR)
    keys = {
        "change_plan": [plan.pk],
        "change_priority": [priority.pk],
        "set_returns": [priority.pk],
        "change_milestone": [priority.pk, milestone.pk],
        "change_instrument": [cast.board.slug, watched.pk],
        "fund_year": [fund.pk, YEAR],
    }
    assert mark(as_("clerk").get(at(name, *keys[name])))


@pytest.mark.parametrize(
    "name", ["change_round", "change_share", "change_bid", "decide_bid", "take_bid_at", "change_option"]
)
def test_so_do_the_forms_of_a_round(as_, cast, name):
    share = create_share(create_round(cast))
    bid = create_bid(share)
    option = bid.options.create(title="No post")
    keys = {"change_round": [share.round_id], "change_share": [share.round_id, share.pk]}
    keys |= {"change_option": [bid.pk, option.pk]}
    assert mark(as_("clerk").get(at(name, *keys.get(name, [bid.pk]))))


@pytest.mark.parametrize("name", ["change_allocation", "cite_decision", "say_whose"])
def test_so_do_the_forms_of_an_allocation(as_, cast, name):
    one = create_allocation(create_share(create_round(cast)))
    assert mark(as_("clerk").get(at(name, one.pk)))


def test_whose_money_it_is_is_not_said_over_what_another_officer_said(as_, cast):
    one = create_allocation(create_share(create_round(cast)))
    where, told = at("say_whose", one.pk), {f"partner_{cast.health.pk}": "20k"}
    opened = mark(as_("clerk").get(where))
    assert as_("clerk").post(where, told | {"confirmed": "yes", "seen": opened}).status_code == 302
    late = as_("clerk").post(where, {f"partner_{cast.police.pk}": "30k", "confirmed": "yes", "seen": opened})
    assert late.status_code == 409
    assert [line.partner for line in one.lines.all()] == [cast.health]

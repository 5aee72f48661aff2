"""What partners put in (requirement 1.17): three columns apart, variations, closed years, partners that end."""

import datetime as dt

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from boards.models import PartnerSuccession
from commissioning.models import Contribution, Fund, Variation
from commissioning.rules.years import financial_year, last_day, year_of
from tests.boards.agreed import day
from tests.commissioning.planned import create_decision
from tests.factories import create_partner
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = year_of(TODAY)


@pytest.fixture
def fund(cast):
    return Fund.objects.create(name="Early help pool", kind="aligned", board=cast.board)


def at(name, *args):
    return reverse(f"commissioning:{name}", args=args)


def text(answer):
    return answer.content.decode()


def add(client, fund, partner, /, **changes):
    given = {"partner": partner.pk, "year": financial_year(YEAR), "kind": "cash", "amount_pence": "100k"}
    return client.post(at("add_contribution", fund.pk), given | {"confirmed": "yes"} | changes)


def page(as_, fund, who="member", on=""):
    return text(as_(who).get(at("fund", fund.pk) + (f"?on={on}" if on else "")))


def test_1_17_cash_goods_and_staff_stay_in_columns_of_their_own(as_, cast, fund):
    clerk = as_("clerk")
    add(clerk, fund, cast.council)
    add(clerk, fund, cast.health, kind="in_kind", amount_pence="12,500", description="Rooms")
    add(clerk, fund, cast.health, kind="staff", amount_pence="61,000.50", full_time_equivalent="1.50")
    shown = page(as_, fund)
    foot = shown[shown.index("<tfoot>") : shown.index("</tfoot>")]
    assert [part.split("<")[0] for part in foot.split('class="c-money">')[1:]] == [
        "£100,000",
        "£12,500",
        "£61,000.50",
        "1.5",
    ]
    assert "The whole, cash and what the rest is valued at: £173,500.50." in shown


def test_3_5_partners_and_no_amounts_are_counted_in_words(as_, cast, fund):
    for partner in (cast.council, cast.health):
        add(as_("clerk"), fund, partner, amount_pence="")
    add(as_("clerk"), fund, cast.police, kind="staff", amount_pence="", full_time_equivalent="2")
    shown = page(as_, fund)
    assert "Two contributions are not yet confirmed and one contribution of staff is not valued." in shown


@pytest.mark.parametrize("words", ["1,5", "-3", "£1.005", "£5 €6", "£13,245M"])
def test_what_is_no_amount_is_refused_and_stays_on_the_page(as_, cast, fund, words):
    answer = add(as_("clerk"), fund, cast.council, amount_pence=words, description="First of two")
    assert answer.status_code == 422
    assert f'value="{words}"' in text(answer)
    assert "First of two" in text(answer)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"year": "26/27"}, 422, "Enter a financial year, such as 2026/27."),
        ({"full_time_equivalent": "2"}, 422, "Full-time equivalents are of staff."),
        ({"kind": "staff", "full_time_equivalent": "two"}, 422, "Enter a number of posts, such as 1.5."),
        ({"partner": ""}, 422, "Choose the partner."),
        ({}, 409, "has put in cash for"),
    ],
)
def test_what_cannot_be_put_in_is_refused_in_a_sentence(as_, cast, fund, changes, status, said):
    fund.contributions.create(partner=cast.council, year=YEAR, amount_pence=1)
    answer = add(as_("clerk"), fund, cast.council, **changes)
    assert answer.status_code == status
    assert said in text(answer)
    assert Contribution.objects.count() == 1


@pytest.fixture
def put(cast, fund):
    return fund.contributions.create(partner=cast.health, year=YEAR, amount_pence=10_000_000, amount_stated="100k")


def vary(client, put, on=TODAY, **changes):
    given = {**day("date", on), "amount_pence": "80k", "reason": "Half a year of it"}
    return client.post(at("vary_contribution", put.fund_id, put.pk), given | {"confirmed": "yes"} | changes)


def test_a_variation_counts_from_its_day_and_what_was_stays(as_, fund, put):
    assert vary(as_("clerk"), put).status_code == 302
    assert "£80,000" in page(as_, fund)
    assert "£100,000" in page(as_, fund, on=(TODAY - dt.timedelta(days=1)).isoformat())
    shown = text(as_("member").get(at("contribution", fund.pk, put.pk)))
    assert "£100,000 (“100k”)" in shown
    assert "£80,000 (“80k”)" in shown
    assert "Half a year of it" in shown
    with pytest.raises(ProgrammingError), transaction.atomic():
        Variation.objects.update(reason="Otherwise")


@pytest.mark.parametrize(("state", "leads"), [("circulated", True), ("draft", False)])
def test_a_variation_leads_to_its_resolution_those_who_may_read_it(as_, cast, fund, put, state, leads):
    decision = create_decision(cast, TODAY, "Less is put in.", state=state)
    assert vary(as_("clerk"), put, decision=decision.pk).status_code == 302
    shown = text(as_("member").get(at("contribution", fund.pk, put.pk)))
    assert f"The decision of {short_date(TODAY)}" in shown
    assert (str(decision.block.key) in shown) is leads


def test_what_was_varied_is_not_put_right_under_the_variation(as_, cast, fund, put):
    wrong = {"partner": cast.health.pk, "year": financial_year(YEAR), "kind": "cash", "amount_pence": "90k"}
    where = at("change_contribution", fund.pk, put.pk)
    assert as_("clerk").post(where, wrong | {"confirmed": "yes"}).status_code == 422
    wrong |= {"because": "A nought too many", "confirmed": "yes"}
    assert as_("clerk").post(where, wrong).status_code == 302
    assert put.history.first().history_change_reason == "A nought too many"
    vary(as_("clerk"), put)
    refused = as_("clerk").post(where, wrong)
    assert refused.status_code == 409
    assert "what was first stated stays as it was" in text(refused)


def test_a_withdrawal_has_its_day_and_reason_and_is_taken_back(as_, fund, put):
    clerk = as_("clerk")
    given = {**day("date", TODAY), "reason": "The body leaves", "confirmed": "yes"}
    assert clerk.post(at("withdraw_contribution", fund.pk, put.pk), given).status_code == 302
    assert "Withdrawn on" in page(as_, fund)
    assert vary(clerk, put).status_code == 409
    back = {"why": "It stays", "confirmed": "yes"}
    clerk.post(at("take_back_withdrawal", fund.pk, put.pk), back)
    assert "£100,000" in page(as_, fund)
    twice = clerk.post(at("take_back_withdrawal", fund.pk, put.pk), back)
    assert (twice.status_code, "It is not withdrawn" in text(twice)) == (409, True)


def test_what_took_its_place_is_not_counted_beside_what_was_withdrawn(as_, cast, fund, put):
    clerk = as_("clerk")
    late = {**day("date", last_day(YEAR) + dt.timedelta(days=1)), "reason": "The body leaves", "confirmed": "yes"}
    assert clerk.post(at("withdraw_contribution", fund.pk, put.pk), late).status_code == 409
    assert clerk.post(at("withdraw_contribution", fund.pk, put.pk), late | day("date", TODAY)).status_code == 302
    assert add(clerk, fund, put.partner).status_code == 302
    back = clerk.post(at("take_back_withdrawal", fund.pk, put.pk), {"why": "It stays", "confirmed": "yes"})
    assert back.status_code == 409
    assert "has put in cash for" in text(back)


def test_the_page_of_a_closed_year_offers_no_act_and_says_why(as_, fund, put):
    where = at("contribution", fund.pk, put.pk)
    assert "Vary it by a resolution" in text(as_("clerk").get(where))
    fund.years.create(year=YEAR, closed_date=TODAY, closed_words="Done")
    shown = text(as_("clerk").get(where))
    assert "Vary it by a resolution" not in shown
    assert f"{financial_year(YEAR)} of this fund was closed on" in shown


@pytest.mark.parametrize("act", ["add", "vary", "withdraw", "change"])
def test_a_closed_year_refuses_every_change_in_a_sentence(as_, cast, fund, put, act):
    fund.years.create(year=YEAR, closed_date=TODAY, closed_words="Done")
    clerk, before = as_("clerk"), Contribution.history.count()
    changed = {
        "partner": cast.health.pk,
        "year": financial_year(YEAR),
        "kind": "cash",
        "because": "x",
        "confirmed": "yes",
    }
    answer = {
        "add": lambda: add(clerk, fund, cast.council),
        "vary": lambda: vary(clerk, put),
        "withdraw": lambda: clerk.post(
            at("withdraw_contribution", fund.pk, put.pk), {**day("date", TODAY), "reason": "x", "confirmed": "yes"}
        ),
        "change": lambda: clerk.post(at("change_contribution", fund.pk, put.pk), changed),
    }[act]()
    assert answer.status_code == 409
    assert f"{financial_year(YEAR)} of this fund was closed on" in text(answer)
    assert (Contribution.history.count(), Variation.objects.count()) == (before, 0)


def test_a_partner_that_ended_is_pointed_out_with_who_came_after(as_, cast, fund, put):
    after = create_partner("Northshire Care Board")
    PartnerSuccession.objects.create(predecessor=cast.health, successor=after, from_date=TODAY)
    type(cast.health).objects.filter(pk=cast.health.pk).update(ended_date=TODAY - dt.timedelta(days=1))
    shown = page(as_, fund, who="clerk")
    assert "Northshire Care Board came after it. What it puts in for" in shown


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_nobody_else_changes_a_contribution(as_, cast, fund, put, who):
    client, before = as_(who), Contribution.history.count()
    assert vary(client, put).status_code in (302, 403, 404)
    client.post(at("withdraw_contribution", fund.pk, put.pk), {**day("date", TODAY), "reason": "x", "confirmed": "yes"})
    assert (Contribution.history.count(), Variation.objects.count()) == (before, 0)


def test_the_file_has_every_line_and_begins_no_formula(as_, fund, put):
    Contribution.objects.update(description="=1+1")
    kept = as_("member").get(at("fund_sheet", fund.pk, "csv")).content.decode("utf-8-sig")
    assert ",Pounds,As stated," in kept
    assert ",100000,100k," in kept
    assert "'=1+1" in kept

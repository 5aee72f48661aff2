"""Funds at a screen: who sees them, who sets them up, what is refused; years, closing, and the reports owed."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from boards.models import Agreement
from boards.queries.attention import findings_of
from commissioning.models import Fund, FundReport
from commissioning.rules.years import year_of
from tests.boards.agreed import create_agreement, day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = year_of(TODAY)
READERS = [
    ("clerk", True),
    ("member", True),
    ("chair", True),
    ("member_of_another_partner", False),
    ("outsider", False),
]


@pytest.fixture
def fund(cast):
    return Fund.objects.create(
        name="Neighbourhood fund", kind="grant", source="Area grant", board=cast.board, amount_pence=16_200_000
    )


def added(cast, **changes):
    given = {"board": cast.board.pk, "name": "Early help pool", "kind": "pooled", "amount_pence": "162k"}
    return given | {"confirmed": "yes"} | changes


def at(name, *args):
    return reverse(f"commissioning:{name}", args=args)


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize(("who", "sees"), READERS)
def test_funds_are_cut_to_the_reader(as_, fund, who, sees):
    listed = as_(who).get(at("funds"))
    assert listed.status_code == 200
    assert ("Neighbourhood fund" in text(listed)) is sees
    pages = (at("fund", fund.pk), at("fund_agreement", fund.pk), at("fund_sheet", fund.pk, "csv"))
    assert {as_(who).get(page).status_code for page in pages} == {200 if sees else 404}
    assert ("Neighbourhood fund" in text(as_(who).get(at("funds_sheet", "csv")))) is sees


def test_the_public_is_asked_to_sign_in(as_, fund):
    assert as_("public").get(at("fund", fund.pk)).status_code == 302
    assert as_("public").get(at("funds")).status_code == 302


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_only_who_manages_the_board_sets_up(as_, cast, fund, who):
    client = as_(who)
    for page in ("change_fund", "add_contribution", "add_fund_year", "due_reports"):
        assert client.post(at(page, fund.pk), added(cast)).status_code in (302, 403, 404)
    assert client.post(at("add_fund"), added(cast)).status_code in (302, 403)
    assert list(Fund.objects.values_list("name", flat=True)) == ["Neighbourhood fund"]


def test_a_fund_is_read_through_and_kept_in_pence_beside_its_words(as_, cast):
    read = text(as_("clerk").post(at("add_fund"), _unconfirmed(cast)))
    assert "A pooled fund needs its agreement, its host and its pool manager before money is given out of it." in read
    assert not Fund.objects.exists()
    assert as_("clerk").post(at("add_fund"), added(cast)).status_code == 302
    kept = Fund.objects.get()
    assert (kept.amount_pence, kept.amount_stated) == (16_200_000, "162k")
    assert kept.history.get().history_user == cast.clerk


def _unconfirmed(cast):
    return {name: value for name, value in added(cast).items() if name != "confirmed"}


def test_3_5_an_amount_not_confirmed_stays_open(as_, cast):
    as_("clerk").post(at("add_fund"), added(cast, amount_pence=""))
    kept = Fund.objects.get()
    assert kept.amount_pence is None
    assert "Not yet confirmed" in text(as_("member").get(at("fund", kept.pk)))


def test_no_risk_share_is_a_value_and_said_so(as_, cast):
    as_("clerk").post(at("add_fund"), added(cast, risk_share="None"))
    page = text(as_("member").get(at("fund", Fund.objects.get().pk)))
    assert "<dt>Risk share</dt><dd>None</dd>" in page
    assert "<dt>If it is overspent</dt><dd>Not stated</dd>" in page


BAD = {
    "1,5": "Enter an amount",
    "-3": "Enter an amount",
    "lots": "Enter an amount",
    "£1.005": "Enter an amount in whole pence",
    "£100/3": "Enter an amount",
    "£5 €6": "Enter an amount",
    "€500": "Enter an amount in pounds",
    "£13,245M": "Enter an amount either in full, with commas, or in millions",
}


@pytest.mark.parametrize("words", BAD)
def test_what_is_no_amount_is_refused_and_nothing_typed_is_lost(as_, cast, words):
    answer = as_("clerk").post(at("add_fund"), added(cast, amount_pence=words, purpose="Young carers"))
    assert answer.status_code == 422
    assert BAD[words] in text(answer)
    assert f'value="{words}"' in text(answer)
    assert "Young carers" in text(answer)
    assert not Fund.objects.exists()


@pytest.mark.parametrize(
    ("words", "pence"), [("162k", 16_200_000), ("13.245m", 1_324_500_000), ("£13.245M", 1_324_500_000)]
)
def test_amounts_as_papers_state_them(as_, cast, words, pence):
    as_("clerk").post(at("add_fund"), added(cast, amount_pence=words))
    assert (Fund.objects.get().amount_pence, Fund.objects.get().amount_stated) == (pence, words)


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"kind": "grant"}, 409, "Name the grant that the money comes from."),
        ({"name": "neighbourhood FUND"}, 409, "There is a fund called “neighbourhood FUND” already."),
        ({"name": "Neighbourhood fund"}, 409, "There is a fund called “Neighbourhood fund” already."),
        ({"name": ""}, 422, "This field is required"),
        (
            day("from_date", TODAY) | day("to_date", TODAY - dt.timedelta(days=1)),
            422,
            "The last day is before the first.",
        ),
    ],
)
def test_what_cannot_be_set_up_is_refused_in_a_sentence(as_, cast, fund, changes, status, said):
    answer = as_("clerk").post(at("add_fund"), added(cast, **changes))
    assert answer.status_code == status
    assert said in text(answer) or status == 422
    assert Fund.objects.count() == 1


def test_another_boards_agreement_is_neither_offered_nor_taken(as_, cast):
    closed = Agreement.objects.create(title="Closed protocol", kind="protocol", board=cast.other_board)
    assert "Closed protocol" not in text(as_("clerk").get(at("add_fund")))
    assert as_("clerk").post(at("add_fund"), added(cast, agreement=closed.pk)).status_code == 422


def test_a_name_that_stood_before_names_differed_in_more_than_capitals_can_stay(as_, cast):
    for name in ("Early help pool", "Early Help Pool"):
        one = Fund.objects.create(name=name, kind="aligned", board=cast.board)
    given = added(cast, name="Early Help Pool", kind="aligned", because="The amount")
    assert as_("clerk").post(at("change_fund", one.pk), given).status_code == 302


def test_several_pools_with_hosts_of_their_own_in_one_agreement(as_, cast):
    agreement = create_agreement(cast, "Pooling agreement", kind="section_75")
    for name, host in (("Early help pool", cast.council), ("Carers pool", cast.health)):
        Fund.objects.create(name=name, kind="pooled", board=cast.board, agreement=agreement, host=host)
    page = text(as_("member").get(agreement.get_absolute_url()))
    assert "Early help pool" in page
    assert "hosted by Council" in page
    assert "hosted by Health Trust" in page
    one = text(as_("member").get(at("fund", Fund.objects.get(name="Carers pool").pk)))
    assert "Early help pool</a> (hosted by Council)" in one
    asked_only = text(as_("member_of_another_partner").get(agreement.get_absolute_url()))
    assert "Early help pool" not in asked_only


def test_the_list_is_cut_sorted_and_counted(as_, cast, fund):
    Fund.objects.create(name="Bare pool", kind="pooled", board=cast.board)
    client = as_("member")
    assert "Two funds" in text(client.get(at("funds")))
    shut = text(client.get(at("funds") + "?gate=shut"))
    assert "Bare pool" in shut
    assert "Neighbourhood fund</a>" not in shut
    order = text(client.get(at("funds") + "?order=-name"))
    assert order.index("Neighbourhood fund</a>") < order.index("Bare pool</a>")
    assert "No fund is like this" in text(client.get(at("funds") + "?words=zzz"))
    assert client.get(at("funds_sheet", "xlsx")).status_code == 200
    assert client.get(at("funds_sheet", "exe")).status_code == 404


def test_the_list_costs_the_same_with_more_funds(as_, cast, fund, django_assert_max_num_queries):
    agreement = create_agreement(cast, "Pooling agreement", kind="section_75")
    for number in range(5):
        Fund.objects.create(name=f"Fund {number}", kind="pooled", board=cast.board, agreement=agreement)
    client = as_("member")
    with django_assert_max_num_queries(22):
        client.get(at("funds"))


def set_year(client, fund, **changes):
    given = {"year": "2026/27", "amount_pence": "100k", "because": "", "confirmed": "yes"} | changes
    return client.post(at("add_fund_year", fund.pk), given)


def test_years_are_put_down_closed_with_a_word_and_opened_again(as_, fund):
    clerk = as_("clerk")
    set_year(clerk, fund, brought_forward_pence="5k")
    page = text(clerk.get(at("fund", fund.pk)))
    assert "The year holds £100,000 (“100k”). Brought forward: £5,000." in page
    closing = {**day("date", TODAY), "words": "Underspent by £4,200.", "confirmed": "yes"}
    assert clerk.post(at("close_fund_year", fund.pk, 2026), closing).status_code == 302
    assert "Underspent by £4,200." in text(clerk.get(at("fund", fund.pk)))
    refused = set_year(clerk, fund, amount_pence="1m")
    assert refused.status_code == 409
    assert "2026/27 of this fund was closed on" in text(refused)
    assert 'value="1m"' in text(refused)
    clerk.post(at("open_fund_year", fund.pk, 2026), {"why": "An invoice came late", "confirmed": "yes"})
    unsaid = set_year(clerk, fund, amount_pence="", brought_forward_pence="")
    assert unsaid.status_code == 409
    assert "2026/27 has £100,000 and £5,000 brought forward already. Say why that changes" in text(unsaid)
    assert set_year(clerk, fund, amount_pence="", because="The grant is not signed").status_code == 302
    assert "The amount of the year is not yet confirmed." in text(clerk.get(at("fund", fund.pk)))


def test_what_is_left_open_is_read_through_as_not_confirmed(as_, cast, fund):
    unconfirmed = {name: value for name, value in added(cast, amount_pence="").items() if name != "confirmed"}
    assert "<dt>Amount</dt><dd>Not yet confirmed</dd>" in text(as_("clerk").post(at("add_fund"), unconfirmed))
    assert as_("clerk").get(at("fund_year", fund.pk, 99999)).status_code == 404


def test_what_a_pool_alone_has_is_not_asked_of_a_grant(as_, cast, fund):
    assert "Pool manager" not in text(as_("member").get(at("fund", fund.pk)))
    bare = Fund.objects.create(name="Bare", kind="pooled", board=cast.board)
    told = text(as_("member").get(at("fund", bare.pk)))
    assert "<dt>Pool manager</dt><dd>Not stated</dd>" in told
    assert "No host partner is named here" in told
    assert "Budgets</a></li><li><a" in text(as_("clerk").get(at("change_fund", bare.pk)))


def test_years_that_do_not_come_to_the_fund_are_told(as_, fund):
    set_year(as_("clerk"), fund)
    told = text(as_("member").get(at("fund", fund.pk)))
    assert "The years come to £100,000, £62,000 less than the fund." in told


def due(client, fund, **changes):
    given = {"year": str(YEAR), "days": "28", "annual_days": "60", "confirmed": "yes"}
    return client.post(at("due_reports", fund.pk), given | changes)


def test_46_the_reports_of_a_year_get_their_days_in_one_act(as_, fund):
    assert due(as_("clerk"), fund).status_code == 302
    kept = list(FundReport.objects.order_by("due_date").values_list("kind", flat=True))
    assert kept == ["quarterly"] * 4 + ["annual"]
    again = due(as_("clerk"), fund)
    assert again.status_code == 409
    assert "have their days already" in text(again)


def test_46_silence_shows_and_what_came_is_put_right(as_, cast, fund):
    put = {"kind": "quarterly", "from_date": TODAY - dt.timedelta(days=120), "to_date": TODAY - dt.timedelta(days=30)}
    owed = fund.reports.create(due_date=TODAY - dt.timedelta(days=2), **put)
    assert "Two days late" in text(as_("member").get(at("fund", fund.pk)))
    told = [one.sentence for one in findings_of([cast.board], cast.member, TODAY)]
    assert any("The quarterly report of Neighbourhood fund" in one and "has not come" in one for one in told)
    came = {
        **day("received_date", TODAY),
        "words": "On course.",
        "income_pence": "40k",
        "expenditure_pence": "38,000.50",
    }
    where = at("receive_report", fund.pk, owed.pk)
    assert as_("clerk").post(where, came | {"confirmed": "yes"}).status_code == 302
    page = text(as_("member").get(at("fund", fund.pk)))
    assert "Expenditure: £38,000.50" in page
    assert "days late" not in page
    unsaid = as_("clerk").post(where, came | {"income_pence": "41k", "confirmed": "yes"})
    assert unsaid.status_code == 422
    as_("clerk").post(where, came | {"income_pence": "41k", "because": "Misread", "confirmed": "yes"})
    assert owed.history.first().history_change_reason == "Misread"
    assert (
        as_("clerk").post(at("take_out_report", fund.pk, owed.pk), {"why": "x", "confirmed": "yes"}).status_code == 409
    )

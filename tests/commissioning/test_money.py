"""Where the money goes, and a partner's own statement: as each of the cast reads them."""

import datetime as dt
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from commissioning.models import Allocation, AllocationLine, Contribution, Fund, FundYear, Priority, Variation
from commissioning.rules.years import year_of
from tests.print.reading import failed_rules, texts_by_page

pytestmark = pytest.mark.django_db
YEAR = year_of(timezone.localdate())


@pytest.fixture
def pot(cast):
    fund = Fund.objects.create(name="Early help pool", kind="pooled", board=cast.board)
    FundYear.objects.create(fund=fund, year=YEAR, amount_pence=90_000_00)
    for partner, pence in ((cast.council, 60_000_00), (cast.health, 30_000_00)):
        Contribution.objects.create(fund=fund, partner=partner, year=YEAR, amount_pence=pence)
    priority = Priority.objects.create(board=cast.board, title="Infant feeding")
    given = Allocation.objects.create(
        fund=fund, year=YEAR, priority=priority, purpose="Peer support", amount_pence=25_000_00
    )
    AllocationLine.objects.create(allocation=given, partner=cast.health, amount_pence=25_000_00)
    return fund


def money(**kwargs):
    return reverse("commissioning:money", **kwargs)


@pytest.mark.parametrize(
    ("who", "sees"),
    [("clerk", True), ("member", True), ("chair", True), ("member_of_another_partner", False), ("outsider", False)],
)
def test_the_money_is_cut_to_its_reader(as_, pot, who, sees):
    page = as_(who).get(money()).content.decode()
    assert ("Early help pool" in page) is sees
    assert ("Infant feeding" in page) is sees
    for address in (reverse("commissioning:money_svg"), reverse("commissioning:money_sheet", args=["flows", "csv"])):
        assert ("Early help pool" in as_(who).get(address).content.decode()) is sees


def test_the_page_says_the_sums_and_the_table_says_the_picture(as_, pot):
    page = " ".join(as_("member").get(money()).content.decode().split())
    for said in ("£90,000", "£25,000</strong> allocated, £0 of it standing", "£65,000</strong> not allocated"):
        assert said in page
    assert page.count("Infant feeding") == 2


def test_a_contribution_counts_as_it_was_varied(as_, cast, pot):
    line = Contribution.objects.get(fund=pot, partner=cast.health)
    told = {"reason": "Less staff", "recorded_at": timezone.now(), "recorded_by": cast.clerk}
    Variation.objects.create(contribution=line, date=dt.date(YEAR, 4, 2), amount_pence=20_000_00, **told)
    page = " ".join(as_("member").get(money()).content.decode().split())
    assert "£10,000 of it is in no partner’s contribution" in page


def test_a_year_that_is_none_is_said_and_files_of_it_are_not_there(as_, pot):
    answer = as_("member").get(money(), {"year": "next"})
    assert answer.status_code == 400
    assert "Choose a year between 1990 and 2100." in answer.content.decode()
    assert as_("member").get(reverse("commissioning:money_pdf"), {"year": "12"}).status_code == 404
    assert as_("member").get(money(), {"year": str(YEAR - 3)}).status_code == 200


def test_the_balance_is_a_sheet_with_numbers(as_, pot):
    answer = as_("member").get(reverse("commissioning:money_sheet", args=["balance", "xlsx"]))
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[1][:2] == ("Northshire County Council", 60000)


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 200), ("chair", 404), ("clerk", 404), ("member_of_another_partner", 404), ("outsider", 404)],
)
def test_a_partners_statement_is_for_those_who_answer_for_it(as_, cast, pot, who, status):
    address = reverse("commissioning:statement", args=[cast.health.slug])
    assert as_(who).get(address).status_code == status
    assert as_(who).get(reverse("commissioning:statement_file", args=[cast.health.slug, "csv"])).status_code == status
    page = as_(who).get(cast.health.get_absolute_url()).content.decode()
    assert (address in page) is (status == 200)


def test_the_statement_tells_what_was_put_in_and_what_waits(as_, cast, pot):
    page = " ".join(
        as_("member").get(reverse("commissioning:statement", args=[cast.health.slug])).content.decode().split()
    )
    for said in (
        "£30,000",
        "Peer support",
        "£25,000 of our money is allocated; we have agreed to £0 of it",
        "Not answered",
    ):
        assert said in page
    assert "£60,000" not in page


def test_whom_to_tell_what_is_not_confirmed_yet(as_, cast, pot):
    Contribution.objects.create(fund=pot, partner=cast.health, year=YEAR, kind="in_kind", amount_pence=None)
    page = as_("member").get(reverse("commissioning:statement", args=[cast.health.slug])).content.decode()
    assert f"Tell the officers of {cast.board} what you put into {pot} in" in page
    assert "in kind. No amount yet." in page


def test_posts_are_told_without_needless_noughts(as_, cast, pot):
    told = {"kind": "staff", "amount_pence": 9_650_000, "full_time_equivalent": "2.50"}
    Contribution.objects.create(fund=pot, partner=cast.health, year=YEAR, **told)
    statement = reverse("commissioning:statement", args=[cast.health.slug])
    assert "2.5 full-time equivalent" in as_("member").get(statement).content.decode()
    assert ">2.5</td>" in as_("member").get(money()).content.decode()


def test_the_statement_on_paper_says_the_same(as_, cast, pot, tmp_path):
    answer = as_("member").get(reverse("commissioning:statement_file", args=[cast.health.slug, "pdf"]))
    kept = tmp_path / "statement.pdf"
    kept.write_bytes(answer.content)
    words = " ".join(" ".join(texts_by_page(kept)).split())
    assert failed_rules(kept) == []
    assert "Peer support" in words
    assert "Money of Northshire Health Trust" in words


def test_pages_take_the_same_statements_however_much_there_is(as_, cast, pot, django_assert_max_num_queries):
    client = as_("member")
    client.get(money())
    for number in range(8):
        fund = Fund.objects.create(name=f"Pot {number}", kind="grant", board=cast.board, amount_pence=1_000_00)
        Contribution.objects.create(fund=fund, partner=cast.council, year=YEAR, amount_pence=1_000_00)
        Allocation.objects.create(fund=fund, year=YEAR, purpose="Something", amount_pence=500_00)
    with django_assert_max_num_queries(18):
        client.get(money())
    with django_assert_max_num_queries(40):
        client.get(reverse("commissioning:statement", args=[cast.health.slug]))

"""Dividing a pot: who sees it, who may, and what the pages say of sums that differ (requirement 2.14)."""

import pytest
from django.urls import reverse

from commissioning.models import FundYear, Round, Share
from tests.commissioning.ledger import BODIES, K, create_allocation, create_bid, create_fund, create_round, create_share

pytestmark = pytest.mark.django_db
READERS = [("clerk", 200), ("member", 200), ("chair", 200), ("member_of_another_partner", 404), ("outsider", 404)]


def at(name, *args):
    return reverse(f"commissioning:{name}", args=args)


def done(client, address, **given):
    """Asked, read through and done."""
    return client.post(address, given | {"confirmed": "yes"})


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def one(cast):
    return create_round(cast)


@pytest.mark.parametrize(("who", "status"), READERS)
def test_a_round_is_for_who_reads_the_boards_papers(as_, one, who, status):
    assert as_(who).get(at("round", one.pk)).status_code == status
    assert ("Reallocation" in text(as_(who).get(at("rounds")))) is (status == 200)


def test_the_public_is_asked_to_sign_in(as_, one):
    assert as_("public").get(at("rounds")).status_code == 302
    assert as_("public").get(at("round", one.pk)).status_code == 302


def test_a_round_is_begun_and_a_name_is_given_once(as_, cast):
    fund = create_fund(cast)
    told = {"title": "Autumn", "year": "2026/27", "amount_pence": "810k"}
    begun = done(as_("clerk"), at("add_round", fund.pk), **told)
    one = Round.objects.get()
    assert (begun.status_code, begun["Location"]) == (302, one.get_absolute_url())
    assert (one.year, one.amount_pence, one.amount_stated) == (2026, 810 * K, "810k")
    again = done(as_("clerk"), at("add_round", fund.pk), **told)
    assert again.status_code == 409
    assert "has a round called “Autumn” already" in text(again)


def test_2_14_pots_that_come_to_more_than_the_fund_are_told_before_it_is_done(as_, one):
    one.fund.amount_pence = 960 * K
    one.fund.save()
    told = {"title": "The second", "year": "2026/27", "amount_pence": "160k"}
    page = text(as_("clerk").post(at("add_round", one.fund_id), told))
    assert "With this, the pots of this year come to £970,000, £10,000 over the fund of £960,000." in page
    assert "pots of this year" not in text(as_("clerk").post(at("add_round", one.fund_id), told | {"year": "2027/28"}))


@pytest.mark.parametrize("who", ["member", "chair"])
def test_only_the_officers_divide(as_, one, who):
    for name in ("divide", "change_round", "add_bid", "remove_round"):
        assert as_(who).post(at(name, one.pk), {"bodies": "Be Safe", "amount_pence": "1"}).status_code == 403
    assert not Share.objects.exists()


def test_2_14_five_equal_shares_in_one_act(as_, one):
    clerk, given = as_("clerk"), {"bodies": "\n".join(BODIES), "amount_pence": "162k"}
    check = clerk.post(at("divide", one.pk), given)
    assert "Five shares of £162,000 come to £810,000." in text(check)
    assert done(clerk, at("divide", one.pk), **given).status_code == 302
    assert [(share.body, share.amount_pence, share.amount_stated) for share in one.shares.all()] == [
        (body, 162 * K, "162k") for body in BODIES
    ]
    assert 'id="sums"' not in text(clerk.get(at("round", one.pk)))


def test_shares_that_are_not_the_pot_are_told_and_never_put_right(as_, one):
    create_share(one, pence=800 * K, returned_pence=20 * K)
    page = text(as_("member").get(at("round", one.pk)))
    assert "Shares come to £800,000: £10,000 of the pot is not divided." in page
    assert "£20,000 returned" in page
    create_share(one, "Be Well", pence=20 * K)
    page = text(as_("member").get(at("round", one.pk)))
    assert "Shares come to £820,000, £10,000 over the pot of £810,000 (1.2%)." in page
    assert "Does not add up" in text(as_("member").get(at("rounds")))


def test_a_share_is_changed_with_a_reason_below_what_is_allocated(as_, one):
    share = create_share(one)
    create_allocation(share, 100 * K)
    address, given = at("change_share", one.pk, share.pk), {"amount_pence": "90k"}
    assert "£100,000 is allocated from it already" in text(done(as_("clerk"), address, **given))
    assert done(as_("clerk"), address, **given, because="Part went back").status_code == 302
    assert share.history.latest().history_change_reason == "Part went back"
    page = text(as_("member").get(at("round", one.pk)))
    assert "Allocations come to £100,000, £10,000 over the share of £90,000 (11.1%)." in page


def test_money_returned_is_within_the_share(as_, one):
    share = create_share(one)
    answer = done(
        as_("clerk"), at("change_share", one.pk, share.pk), amount_pence="162k", returned_pence="200k", because="x"
    )
    assert answer.status_code == 409
    assert "no more than that can be money returned to it" in text(answer)


def test_a_share_goes_only_while_nothing_stands_on_it(as_, one):
    share, empty = create_share(one), create_share(one, "Be Well")
    create_bid(share)
    assert done(as_("clerk"), at("remove_share", one.pk, share.pk)).status_code == 409
    assert done(as_("clerk"), at("remove_share", one.pk, empty.pk)).status_code == 302
    assert [str(share) for share in one.shares.all()] == ["Be Safe"]


def test_nothing_is_divided_in_a_closed_year(as_, one):
    FundYear.objects.create(fund=one.fund, year=2026, closed_date="2027-05-01")
    answer = done(as_("clerk"), at("divide", one.pk), bodies="Be Safe", amount_pence="1k")
    assert answer.status_code == 409
    assert "The year 2026/27 of this fund was closed on 1 May 2027." in text(answer)


@pytest.mark.parametrize("words", ["1,5", "-3", "£1.005", "162k and €3", "£13,245Mx"])
def test_what_is_no_amount_is_refused_and_stays(as_, one, words):
    answer = as_("clerk").post(at("divide", one.pk), {"bodies": "Be Safe", "amount_pence": words})
    assert answer.status_code == 422
    assert "Enter an amount" in text(answer)
    assert f'value="{words}"' in text(answer)


def test_the_list_is_cut_sorted_and_a_file(as_, one, cast):
    create_round(cast, one.fund, title="Spring", year=2025, amount_pence=None)
    clerk = as_("clerk")
    assert "Spring" not in text(clerk.get(at("rounds"), {"year": "2026"}))
    page = text(clerk.get(at("rounds"), {"order": "title"}))
    assert page.index("Reallocation") < page.index("Spring")
    assert "Not yet confirmed" in page
    sheet = clerk.get(at("rounds_sheet", "csv"), {"words": "spring"}).content.decode("utf-8-sig")
    assert sheet.splitlines()[1].startswith("Spring,Neighbourhood fund,Executive Group,2025/26,")
    assert clerk.get(at("rounds_sheet", "xlsx")).content.startswith(b"PK")
    assert clerk.get(at("rounds_sheet", "doc")).status_code == 404


def test_the_list_costs_the_same_with_more_rounds(as_, cast, one, django_assert_max_num_queries):
    for number in range(5):
        share = create_share(create_round(cast, one.fund, title=f"Round {number}"))
        create_allocation(share, bid=create_bid(share))
    client = as_("member")
    with django_assert_max_num_queries(20):
        client.get(at("rounds"))

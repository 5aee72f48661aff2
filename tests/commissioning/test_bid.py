"""Bids: what they ask, their options and amendment (2.11), and who is kept out of them (DOMAIN rule 44)."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from commissioning.models import Bid
from tests.commissioning.ledger import (
    K,
    create_allocation,
    create_bid,
    create_resolution,
    create_round,
    create_share,
    create_standing,
)
from tests.commissioning.test_round import at, done, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def share(cast):
    return create_share(create_round(cast))


@pytest.fixture
def bid(share):
    return create_bid(share)


def asked(share, **changes):
    told = {"title": "Parents’ worker", "share": share.pk, "bidder": "Crew", "asked_pence": "90k"}
    return told | changes


def test_a_bid_is_put_down_with_everything_the_paper_says(as_, cast, share):
    more = {"providers": [cast.police.pk], "funder": cast.council.pk, "source": "Early Intervention Grant"}
    given = asked(share, **more, start_stated="from April", is_tendered="yes", specification="Two days a week")
    assert done(as_("clerk"), at("add_bid", share.round_id), **given).status_code == 302
    page = text(as_("member").get(Bid.objects.get().get_absolute_url()))
    for words in ("£90,000 (“90k”)", "Early Intervention Grant", "as stated: from April", "To be put out to tender"):
        assert words in page
    assert "Two days a week" in page


def test_a_bid_larger_than_its_share_is_taken_and_told(as_, share):
    assert done(as_("clerk"), at("add_bid", share.round_id), **asked(share, asked_pence="200k")).status_code == 302
    page = text(as_("member").get(Bid.objects.get().get_absolute_url()))
    assert "It asks for £38,000 more than the share of Be Safe of £162,000 holds." in page


def test_a_bid_of_nothing_asks_nothing(as_, share):
    answer = done(as_("clerk"), at("add_bid", share.round_id), **asked(share, asked_pence="0"))
    assert answer.status_code == 409
    assert "It asks for nothing." in text(answer)
    assert not Bid.objects.exists()


def test_somebody_asks_it(as_, share):
    answer = as_("clerk").post(at("add_bid", share.round_id), asked(share, bidder=""))
    assert answer.status_code == 422
    assert "Say who asks" in text(answer)


def test_2_11_the_option_chosen_and_three_years_become_two(as_, cast, bid):
    clerk = as_("clerk")
    for title, cost in (("Two days", "20k"), ("Four days", "40k"), ("None", "")):
        done(clerk, at("add_option", bid.pk), title=title, advantages="Near", disadvantages="Dear", cost_pence=cost)
    chosen = bid.options.get(title="Four days")
    decision = create_resolution(cast.board, cast.clerk, kind="amended", amended_from="a", amended_to="b")
    amended = {"amended_from": "three years", "amended_to": "two years"}
    assert done(clerk, at("decide_bid", bid.pk), decision=decision.pk, option=chosen.pk, **amended).status_code == 302
    page = text(clerk.get(bid.get_absolute_url()))
    assert "<del>three years</del>, now <ins>two years</ins>" in page
    assert page.count(">Chosen<") == 1
    assert "£40,000 (“40k”)" in page
    assert done(clerk, at("take_out_option", bid.pk, chosen.pk)).status_code == 409
    assert done(clerk, at("decide_bid", bid.pk), amended_to="two years").status_code == 409


def test_one_option_is_chosen_at_a_time(as_, bid):
    clerk = as_("clerk")
    options = [bid.options.create(title=title) for title in ("One", "Two")]
    for option in options:
        assert done(clerk, at("decide_bid", bid.pk), option=option.pk).status_code == 302
    assert [str(option) for option in bid.options.filter(is_chosen=True)] == ["Two"]


def test_it_is_turned_down_with_a_reason_and_that_is_taken_back(as_, bid):
    clerk, today = as_("clerk"), dt.date.today()
    day = {"day_day": today.day, "day_month": today.month, "day_year": today.year}
    assert clerk.post(at("close_bid", bid.pk), day).status_code == 422
    assert done(clerk, at("close_bid", bid.pk), **day, reason="Another is nearer").status_code == 302
    page = text(clerk.get(bid.get_absolute_url()))
    assert "Another is nearer" in page
    assert done(clerk, at("add_option", bid.pk), title="Late").status_code == 409
    assert done(clerk, at("open_bid_again", bid.pk), because="By mistake").status_code == 302
    bid.refresh_from_db()
    assert bid.withdrawn_date is None


def test_what_was_asked_stays_once_something_is_allocated(as_, share, bid):
    create_allocation(share, 30 * K, bid=bid)
    changed = done(as_("clerk"), at("change_bid", bid.pk), **asked(share, title="Moorings", asked_pence="30k"))
    assert "what it asked stays as it was" in text(changed)
    today = dt.date.today()
    day = {"day_day": today.day, "day_month": today.month, "day_year": today.year}
    assert "Withdraw that first" in text(done(as_("clerk"), at("close_bid", bid.pk), **day, reason="x"))


def test_the_specification_is_kept_as_a_file_and_given_out(as_, bid):
    clerk, page = as_("clerk"), at("attach_to_bid", bid.pk)
    wrong = clerk.post(page, {"file": SimpleUploadedFile("spec.exe", b"MZ")})
    assert wrong.status_code == 422
    assert clerk.post(page, {"file": SimpleUploadedFile("../spec.pdf", b"%PDF-1.7 x")}).status_code == 302
    kept = as_("member").get(at("bid_file", bid.pk))
    assert kept.headers["Content-Disposition"] == 'attachment; filename="spec.pdf"'
    assert as_("outsider").get(at("bid_file", bid.pk)).status_code == 404


class TestKeptOut:
    """Rule 44: who sits for whoever would be paid does not see the bid, and no sum tells of it."""

    @pytest.fixture
    def bid(self, cast, share):
        create_bid(share, "Home safe", 80 * K)
        return create_bid(share, "Moorings", 90 * K, providers=[cast.health])

    def test_a_provider_does_not_find_it(self, as_, bid):
        for name in ("bid", "bid_file", "change_bid", "allocate_to_bid", "decide_bid"):
            assert as_("member").get(at(name, bid.pk)).status_code == 404
        for page in (at("bids"), at("bids_sheet", "csv"), at("round", bid.round_id), at("rounds")):
            shown = text(as_("member").get(page))
            assert "Moorings" not in shown
            assert "170,000" not in shown

    def test_nor_what_others_ask_of_the_same_share_until_that_is_decided(self, as_, cast, bid):
        rival = Bid.objects.get(title="Home safe")
        elsewhere = create_bid(create_share(bid.round, "Be Well"), "Walking bus", 12 * K)
        for page in (at("bids"), at("bids_sheet", "csv"), at("round", bid.round_id), at("rounds")):
            shown = text(as_("member").get(page))
            assert "Home safe" not in shown
            assert "80,000" not in shown
        assert as_("member").get(rival.get_absolute_url()).status_code == 404
        assert as_("member").get(elsewhere.get_absolute_url()).status_code == 200
        rival.decision = create_resolution(cast.board, cast.clerk)
        rival.save()
        assert as_("member").get(rival.get_absolute_url()).status_code == 200

    def test_others_do_and_the_officers_see_who_is_kept_out(self, as_, bid):
        assert as_("chair").get(bid.get_absolute_url()).status_code == 200
        page = text(as_("clerk").get(bid.get_absolute_url()))
        assert "Northshire Health Trust</strong>: Joss Lindqvist" in page
        assert "Joss Lindqvist" not in text(as_("chair").get(bid.get_absolute_url()))
        assert "£170,000" in text(as_("chair").get(at("round", bid.round_id)))

    def test_what_is_allocated_to_it_is_theirs_once_decided(self, as_, cast, share, bid):
        given = create_allocation(share, bid=bid, responsible=cast.health)
        assert as_("member").get(given.get_absolute_url()).status_code == 404
        assert "Moorings" not in text(as_("member").get(at("allocations")))
        stands = create_standing(cast, share, bid=bid, responsible=cast.health)
        page = text(as_("member").get(stands.get_absolute_url()))
        assert reverse("commissioning:bid", args=[bid.pk]) not in page
        assert reverse("commissioning:report_spend", args=[stands.pk]) in page

    def test_its_history_is_the_officers(self, as_, bid):
        address = reverse("history", args=["commissioning.bid", bid.pk])
        assert as_("member").get(address).status_code in (403, 404)
        assert as_("clerk").get(address).status_code == 200

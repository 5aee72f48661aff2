"""Allocating: over only for a reason, confirmed by another board, standing by every consent (1.16, 2.14)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Partner
from commissioning.models import Allocation, AllocationLine, Bid, FundYear
from commissioning.operations.allocation import Given, allocate, say_whose
from commissioning.operations.spend import Reported, report_spend
from commissioning.queries.standing import standing_of
from meetings.models import Dispute
from meetings.operations.consent import answer_for_partner
from tests.at_once import at_once
from tests.commissioning.ledger import (
    BIDS,
    K,
    create_allocation,
    create_bid,
    create_confirming,
    create_fund,
    create_resolution,
    create_round,
    create_share,
    create_spending,
    create_standing,
)
from tests.commissioning.test_round import at, done, text
from trust.tools.refusal import NotPermitted, Refused, why_not

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def share(cast):
    return create_share(create_round(cast))


def given(share, pence, **changes):
    return Given(**{"purpose": "Moorings", "pence": pence, "year": 2026, "share": share} | changes)


def giving(cast, share, pence, **changes):
    told = given(share, pence, **changes)
    return allocate(fund=share.round.fund, given=told, by=cast.clerk, on=TODAY())


def stands(one):
    return standing_of([one], on=TODAY())[one.pk]


def test_2_14_the_round_as_the_paper_tells_it(as_, cast, share):
    clerk, team = as_("clerk"), create_confirming(cast)
    share.round.confirming_board = team
    share.round.save()
    reason = {"over_reason": "Two themes in one line"}
    for title, asked, got in BIDS:
        told = {"title": title, "share": share.pk, "bidder": "Crew", "asked_pence": f"{asked}k"}
        assert done(clerk, at("add_bid", share.round_id), **told).status_code == 302
        bid = Bid.objects.get(title=title)
        told = {"purpose": title, "amount_pence": f"{got}k", "bid": bid.pk, "share": share.pk, "year": "2026/27"}
        more = {"confirming_board": team.pk} | (reason if got == 83 else {})
        assert done(clerk, at("allocate_to_bid", bid.pk), **told, **more).status_code == 302
    page = text(as_("member").get(at("round", share.round_id)))
    assert "Allocations come to £171,000, £9,000 over the share of £162,000 (5.6%)." in page
    assert "£393,000 asked, £171,000 allocated: 43.5% met, £222,000 unmet." in page
    assert page.count(">Provisional<") == 8


def test_2_14_over_the_share_is_refused_without_a_reason_and_stays_marked(as_, cast, share):
    giving(cast, share, 88 * K)
    told = {"purpose": "Young parents", "amount_pence": "83k", "share": share.pk, "year": "2026"}
    address = at("add_allocation", share.round.fund_id)
    refused = done(as_("clerk"), address, **told)
    assert refused.status_code == 409
    assert "£171,000, £9,000 over the share of £162,000 (5.6%)" in text(refused)
    assert 'value="83k"' in text(refused)
    assert done(as_("clerk"), address, **told, over_source="Returned by the north").status_code == 302
    one = Allocation.objects.get(purpose="Young parents")
    for page in (one.get_absolute_url(), at("allocations"), at("round", share.round_id)):
        assert "Over" in text(as_("member").get(page))
    assert "Returned by the north" in text(as_("member").get(one.get_absolute_url()))
    assert "Over,,Returned by the north" in as_("clerk").get(at("allocations_sheet", "csv")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_officers_allocating_the_last_of_it_at_once(cast):
    share = create_share(create_round(cast))
    giving(cast, share, 152 * K)
    done_by = [lambda name=name: giving(cast, share, 10 * K, purpose=name) for name in ("One", "Two")]
    found = at_once(*done_by)
    assert sum(isinstance(one, Refused) for one in found) == 1
    assert sum(one.amount_pence for one in share.allocations.all()) == 162 * K


def test_1_16_it_stands_from_the_day_the_partner_consents_in_writing(cast, share):
    decision = create_resolution(cast.board, cast.clerk, outcome="status_quo")
    Dispute.objects.create(decision=decision, opened_date=dt.date(2026, 5, 1)).partners.add(cast.health)
    line = create_spending(decision, cast.health, 30 * K)
    one = giving(cast, share, 30 * K, decision=decision)
    say_whose(allocation=one, money={cast.health: (30 * K, line)}, by=cast.clerk, on=TODAY())
    assert stands(one).state == "Status quo"
    assert stands(one).missing[0].sentence == "Northshire Health Trust has not answered on £30,000 of its money."
    told = {"decision": decision, "partner": cast.health, "answers": {line.pk: "agreed"}}
    answer_for_partner(**told, words="", by=cast.member, at=timezone.now())
    assert (stands(one).stands, stands(one).since) == (True, TODAY())


def test_the_page_says_line_by_line_what_is_missing_and_whom_to_ask(as_, cast, share):
    decision = create_resolution(cast.board, cast.clerk)
    line = create_spending(decision, cast.health, 30 * K)
    one = create_allocation(share, decision=decision, confirming_board=create_confirming(cast))
    AllocationLine.objects.create(allocation=one, partner=cast.health, amount_pence=20 * K, spending_line=line)
    page = text(as_("clerk").get(one.get_absolute_url()))
    for words in (
        "It is not put down whose money £10,000 of it is.",
        "Northshire Health Trust has not answered on £20,000 of its money.",
        "Those who sit for Northshire Health Trust: Joss Lindqvist",
        "Joint Commissioning Team has not confirmed it.",
        "The officers of Joint Commissioning Team",
        "Enter what it wrote",
    ):
        assert words in page
    assert "Answer for its money" in text(as_("member").get(one.get_absolute_url()))


def test_2_14_confirming_is_another_boards_act_by_a_decision_of_its_own(as_, cast, share):
    team = create_confirming(cast)
    one = create_standing(cast, share, confirming_board=team)
    address, theirs = at("confirm_allocation", one.pk), create_resolution(team, cast.member_of_another_partner)
    ours = create_resolution(cast.board, cast.clerk)
    assert stands(one).state == "Provisional"
    assert as_("clerk").get(address).status_code == 403
    other = as_("member_of_another_partner")
    assert "Confirm it for" in text(other.get(one.get_absolute_url()))
    assert done(other, address, decision=ours.pk, amount_pence="30k").status_code == 422
    assert done(other, address, decision=theirs.pk, amount_pence="30k").status_code == 302
    one.refresh_from_db()
    assert (one.state, one.confirmed_pence, one.confirmed_by) == ("confirmed", 30 * K, cast.member_of_another_partner)
    assert stands(one).stands
    assert done(other, address, decision=theirs.pk, amount_pence="30k").status_code == 409


@pytest.mark.parametrize(("pounds", "reason", "status"), [("20k", "", 302), ("31k", "", 409), ("31k", "Grown", 302)])
def test_confirmed_is_what_was_allocated_or_less_unless_reasoned(as_, cast, share, pounds, reason, status):
    team = create_confirming(cast)
    one = create_standing(cast, share, confirming_board=team)
    theirs = create_resolution(team, cast.member_of_another_partner)
    told = {"decision": theirs.pk, "amount_pence": pounds, "reason": reason}
    answer = done(as_("member_of_another_partner"), at("confirm_allocation", one.pk), **told)
    assert answer.status_code == status
    one.refresh_from_db()
    assert stands(one).stands is (pounds == "20k")


def test_a_decision_that_does_not_stand_confirms_nothing(as_, cast, share):
    team = create_confirming(cast)
    one = create_standing(cast, share, confirming_board=team)
    lost = create_resolution(team, cast.member_of_another_partner, outcome="lost")
    answer = done(
        as_("member_of_another_partner"), at("confirm_allocation", one.pk), decision=lost.pk, amount_pence="30k"
    )
    assert answer.status_code == 409
    assert "That decision does not confirm it" in text(answer)


def test_a_change_in_the_year_replaces_it_by_a_decision_of_its_own(as_, cast, share):
    was = create_standing(cast, share, 30 * K)
    same = done(as_("clerk"), at("replace_allocation", was.pk), amount_pence="20k", decision=was.decision_id)
    assert "cite the decision that changes it" in text(same)
    anew = create_resolution(cast.board, cast.clerk)
    line = create_spending(anew, cast.health, 20 * K)
    told = {"amount_pence": "20k", "decision": anew.pk}
    assert done(as_("clerk"), at("replace_allocation", was.pk), **told).status_code == 302
    new = was.replaced_by.get()
    say_whose(allocation=new, money={cast.health: (20 * K, line)}, by=cast.clerk, on=TODAY())
    assert (stands(was).state, stands(new).state) == ("Stands", "Waits")
    assert "To be replaced by" in text(as_("member").get(was.get_absolute_url()))
    asked = {"decision": anew, "partner": cast.health, "answers": {line.pk: "agreed"}}
    answer_for_partner(**asked, words="", by=cast.member, at=timezone.now())
    assert (stands(was).state, stands(new).state) == ("Replaced", "Stands")
    page = text(as_("member").get(at("round", share.round_id)))
    assert "£142,000 is left." in page


def test_what_stands_is_not_withdrawn_and_what_waits_is(as_, cast, share):
    standing, waiting = create_standing(cast, share), create_allocation(share, 5 * K)
    refused = done(as_("clerk"), at("withdraw_allocation", standing.pk), reason="Not needed")
    assert "what changes it is a decision of its own" in text(refused)
    assert done(as_("clerk"), at("withdraw_allocation", waiting.pk), reason="By mistake").status_code == 302
    assert stands(waiting).state == "Withdrawn"


@pytest.mark.parametrize("name", ["withdraw_allocation", "cite_decision", "say_whose", "replace_allocation"])
@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider"])
def test_only_the_officers_change_it(as_, share, name, who):
    one = create_allocation(share)
    status = as_(who).post(at(name, one.pk), {"reason": "x", "amount_pence": "1"}).status_code
    assert status == (403 if who in ("chair", "member") else 404)


def test_a_resolution_spends_what_it_says_and_no_more(cast, share):
    decision = create_resolution(cast.board, cast.clerk)
    line = create_spending(decision, cast.health, 30 * K)
    one, two = (giving(cast, share, 20 * K, decision=decision, purpose=name) for name in ("One", "Two"))
    say_whose(allocation=one, money={cast.health: (20 * K, line)}, by=cast.clerk, on=TODAY())
    said = why_not(say_whose, allocation=two, money={cast.health: (20 * K, line)}, by=cast.clerk, on=TODAY())
    assert "of which £10,000 is left: £20,000 is more" in said


def test_nothing_from_a_pooled_fund_without_its_agreement(cast):
    share = create_share(create_round(cast, create_fund(cast, kind="pooled")))
    with pytest.raises(Refused, match="Nothing can be allocated from this fund yet"):
        giving(cast, share, 10 * K)


def test_a_closed_year_and_a_partner_that_ended(cast, share):
    gone = Partner.objects.create(name="Old Trust", short_name="Old", slug="old", ended_date=dt.date(2020, 1, 1))
    with pytest.raises(Refused, match="Old Trust ended on 1 January 2020"):
        giving(cast, share, 10 * K, responsible=gone)
    FundYear.objects.create(fund=share.round.fund, year=2026, closed_date="2027-05-01")
    with pytest.raises(Refused, match="was closed on 1 May 2027"):
        giving(cast, share, 10 * K)


def spending(one, by, **changes):
    said = Reported(**{"as_of": TODAY(), "spent_pence": 10 * K} | changes)
    return report_spend(allocation=one, said=said, by=by, at=timezone.now(), on=TODAY())


def test_spend_is_reported_by_the_partner_and_by_officers_only_from_a_paper(as_, cast, share):
    one = create_standing(cast, share, responsible=cast.health)
    spending(one, cast.member, forecast_pence=33 * K)
    with pytest.raises(Refused, match="say which paper it stands in"):
        spending(one, cast.clerk)
    with pytest.raises(NotPermitted):
        spending(one, cast.chair)
    spending(one, cast.clerk, spent_pence=12 * K, paper="Finance note 4")
    page = text(as_("member").get(one.get_absolute_url()))
    assert "£12,000 of £30,000 is spent (40.0%)." in page
    assert "£33,000 is forecast by the end of the year, £3,000 over what was allocated (10.0%)." in page
    assert "Entered from a paper" in page
    assert "earlier report" in page


def test_a_report_is_of_a_day_that_has_come_and_no_less_than_is_spent(cast, share):
    one = create_standing(cast, share, responsible=cast.health)
    with pytest.raises(Refused, match="has not come yet"):
        spending(one, cast.member, as_of=TODAY() + dt.timedelta(days=1))
    with pytest.raises(Refused, match="no less than that is forecast"):
        spending(one, cast.member, forecast_pence=1)


def test_the_partner_that_spends_it_reads_what_concerns_it_and_no_more(as_, cast, share):
    one = create_standing(cast, share, responsible=cast.police)
    other = as_("member_of_another_partner")
    page = text(other.get(one.get_absolute_url()))
    assert "Report what is spent" in page
    assert "Whose money it is" not in page
    assert other.get(at("round", share.round_id)).status_code == 404
    assert other.get(at("fund", share.round.fund_id)).status_code == 404
    told = {"as_of_day": "1", "as_of_month": "5", "as_of_year": "2026", "spent_pence": "1k"}
    assert done(other, at("report_spend", one.pk), **told).status_code == 302


def test_the_list_costs_the_same_with_more_allocations(as_, cast, share, django_assert_max_num_queries):
    for number in range(6):
        create_allocation(share, number * K, bid=create_bid(share, f"Bid {number}"))
    create_standing(cast, share)
    client = as_("member")
    with django_assert_max_num_queries(40):
        client.get(at("allocations"))

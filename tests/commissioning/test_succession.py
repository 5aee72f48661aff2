"""A partner superseded half-way: what took its place answers and reports for it, and the record says so (1.16)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from boards.models import Partner, PartnerSuccession
from boards.queries.succession import (
    answers_for_money,
    followers_by_key,
    followers_of,
    money_answered_for,
    with_followed,
)
from commissioning.models import AllocationLine, SpendReport
from commissioning.operations.allocation import say_whose
from meetings.models import Consent
from meetings.operations.consent import enter_answer_in_writing
from tests.commissioning.ledger import (
    K,
    create_allocation,
    create_bid,
    create_resolution,
    create_round,
    create_share,
    create_spending,
    create_standing,
)
from tests.commissioning.test_round import done, text
from tests.factories import create_board, create_partner, create_person, create_seat, create_user

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ENDED = TODAY - dt.timedelta(days=10)
WAITS = "Northshire Health Trust has not answered on £30,000 of its money."


def superseded(partner, name="Northshire Care Board", ended=ENDED):
    after = create_partner(name)
    partner.ended_date = ended
    partner.save()
    begins = ended + dt.timedelta(days=1)
    PartnerSuccession.objects.create(predecessor=partner, successor=after, from_date=begins)
    return after


@pytest.fixture
def share(cast):
    return create_share(create_round(cast))


@pytest.fixture
def one(cast, share):
    """£30,000 of the Health Trust’s money, which it spends itself; it has not answered."""
    decision = create_resolution(cast.board, cast.clerk)
    line = create_spending(decision, cast.health, 30 * K)
    given = create_allocation(share, decision=decision, responsible=cast.health)
    AllocationLine.objects.create(allocation=given, partner=cast.health, amount_pence=30 * K, spending_line=line)
    cast.seats["member"].holdings.update(to_date=ENDED)
    return given


@pytest.fixture
def heir(cast, one):
    """Who sits for the Care Board, on another board, since it took the Health Trust’s place."""
    user = create_user("heir@example.org")
    person = create_person("Wyn Tamsin", user=user)
    create_seat(create_board("Locality Group"), partner=superseded(cast.health), holder=person)
    return user


@pytest.fixture
def inside(client, heir):
    client.force_login(heir)
    return client


def answer_at(one, partner):
    return reverse("meetings:give_consent", args=[one.decision.block.key, partner.slug])


def test_1_16_its_successor_answers_and_the_record_says_which_partner_it_was_and_who(inside, as_, cast, one):
    page = text(inside.get(one.get_absolute_url()))
    assert f"{WAITS} It ended on" in page
    assert "Northshire Care Board took its place and answers for it." in page
    assert "Those who sit for Northshire Care Board: Wyn Tamsin" in page
    line = one.decision.spending.get()
    told = {f"line_{line.pk}": "agreed", "words": ""}
    assert done(inside, answer_at(one, cast.health), **told).status_code == 302
    kept = Consent.objects.get()
    assert (kept.line.partner, kept.successor.name, kept.person.name) == (
        cast.health,
        "Northshire Care Board",
        "Wyn Tamsin",
    )
    assert "Wyn Tamsin for Northshire Care Board, its successor, in writing" in text(
        as_("clerk").get(one.get_absolute_url())
    )


def test_its_successor_reports_what_is_spent_under_its_name(inside, one, cast):
    told = {"spent_pence": "12k"}
    day = {"as_of_day": TODAY.day, "as_of_month": TODAY.month, "as_of_year": TODAY.year}
    address = reverse("commissioning:report_spend", args=[one.pk])
    assert done(inside, address, **told, **day).status_code == 302
    report = SpendReport.objects.get()
    assert (report.partner, report.successor.name, report.paper) == (cast.health, "Northshire Care Board", "")
    page = text(inside.get(one.get_absolute_url()))
    assert "Northshire Health Trust, by Northshire Care Board, its successor" in page
    assert "Northshire Care Board took its place and reports for it." in page


def test_a_member_of_another_partner_can_do_neither(heir, as_, one, cast):
    other = as_("member_of_another_partner")
    assert other.get(one.get_absolute_url()).status_code == 404
    assert other.get(answer_at(one, cast.health)).status_code == 404
    assert other.get(reverse("commissioning:report_spend", args=[one.pk])).status_code == 404
    assert not answers_for_money(cast.member_of_another_partner, cast.health, on=TODAY)


def test_an_officer_enters_what_the_successor_wrote(heir, cast, one):
    asked = {"decision": one.decision, "partner": cast.health, "answers": {one.decision.spending.get().pk: "agreed"}}
    given = {"person": heir.person, "on": TODAY, "words": "By letter."}
    [kept] = enter_answer_in_writing(**asked, **given, by=cast.clerk, at=timezone.now())
    assert kept.who == "Wyn Tamsin for Northshire Care Board, its successor"


def test_where_nothing_took_its_place_the_page_says_so_and_whom_to_ask(as_, cast, one):
    cast.health.ended_date = ENDED
    cast.health.save()
    page = text(as_("clerk").get(one.get_absolute_url()))
    assert "and nothing is put down as taking its place." in page
    assert "those who keep the partnership’s register, who say what took its place" in page
    assert "until then the officers report from a paper" in page


def test_its_statement_is_read_by_its_successor_whose_own_says_what_waits(inside, cast, one):
    assert "Moorings" in text(inside.get(reverse("commissioning:statement", args=[cast.health.slug])))
    own = text(inside.get(reverse("commissioning:statement", args=["northshire-care-board"])))
    assert "£30,000 of the money of Northshire Health Trust, whose place you took" in own


def test_h6_what_took_the_place_of_a_provider_is_kept_out_of_its_bid(inside, heir, cast, share):
    bid = create_bid(share, providers=[cast.health])
    create_seat(cast.board, partner=cast.health.successions.get().successor, holder=heir.person)
    assert inside.get(share.round.get_absolute_url()).status_code == 200
    assert inside.get(bid.get_absolute_url()).status_code == 404


def test_what_the_resolution_spends_of_it_can_still_be_put_down(heir, cast, one):
    one.lines.all().delete()
    line = one.decision.spending.get()
    say_whose(allocation=one, money={cast.health: (30 * K, line)}, by=cast.clerk, on=TODAY)
    assert one.lines.get().partner == cast.health


def test_changes_of_name_are_followed_to_the_one_that_is_there(cast):
    first = superseded(cast.health)
    last = superseded(first, "Northshire Care Partnership")
    assert list(followers_of(cast.health, on=TODAY)) == [last]
    assert followers_by_key([cast.health, cast.police], on=TODAY) == {cast.health.pk: [last]}
    assert list(followers_of(cast.health, on=ENDED)) == []
    holder = create_person("Wyn Tamsin", user=create_user("heir@example.org"))
    create_seat(cast.other_board, partner=last, holder=holder)
    answered = money_answered_for(holder.user, "represent_partner", on=TODAY)
    assert (
        set(answered) == {cast.health, first, last} == set(with_followed(Partner.objects.filter(pk=last.pk), on=TODAY))
    )
    assert set(money_answered_for(holder.user, "represent_partner", on=ENDED)) == {last}
    assert not money_answered_for(holder.user, "manage_partner", on=TODAY)


def test_what_stood_before_it_ended_stands(cast, share, as_):
    one = create_standing(cast, share)
    superseded(cast.health)
    assert "stands since" in text(as_("clerk").get(one.get_absolute_url()))

"""An allocation that its partner did not agree to: the status quo, with the way to the dispute (1.16)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Dispute
from tests.commissioning.ledger import (
    K,
    create_allocation,
    create_answer,
    create_resolution,
    create_round,
    create_share,
    create_spending,
)
from tests.commissioning.test_round import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(cast):
    decision = create_resolution(cast.board, cast.clerk, outcome="status_quo")
    line = create_spending(decision, cast.health, 30 * K)
    create_answer(cast, line, "declined")
    Dispute.objects.create(decision=decision, opened_date=dt.date(2026, 5, 1)).partners.add(cast.health)
    given = create_allocation(create_share(create_round(cast)), decision=decision, responsible=cast.police)
    given.lines.create(partner=cast.health, amount_pence=30 * K, spending_line=line)
    return given


def dispute_at(one):
    meeting = one.decision.block.item.meeting
    return reverse("meetings:dispute", args=[meeting.board.slug, meeting.address, one.decision.block.key])


def test_1_16_the_page_says_the_status_quo_remains_and_leads_to_the_dispute(as_, one):
    page = text(as_("clerk").get(one.get_absolute_url()))
    assert ">Status quo<" in page
    assert "What was before remains." in page
    assert "Northshire Health Trust did not agree to spend £30,000 of its money." in page
    assert f'<a href="{dispute_at(one)}">The dispute on it</a>' in page
    assert as_("clerk").get(dispute_at(one)).status_code == 200


def test_a_member_is_led_to_it_once_the_minutes_are_circulated(as_, cast, one):
    assert "The dispute on it" not in text(as_("member").get(one.get_absolute_url())), (
        "a draft at the desk is not theirs"
    )
    minutes = one.decision.block.minutes
    minutes.state, minutes.circulated_at, minutes.circulated_by = "circulated", timezone.now(), cast.clerk
    minutes.save()
    assert f'<a href="{dispute_at(one)}">The dispute on it</a>' in text(as_("member").get(one.get_absolute_url()))
    assert as_("member").get(dispute_at(one)).status_code == 200


def test_1_16_the_partner_that_spends_it_is_not_led_to_a_dispute_it_may_not_read(as_, one):
    page = text(as_("member_of_another_partner").get(one.get_absolute_url()))
    assert "The dispute on it" not in page
    assert as_("member_of_another_partner").get(dispute_at(one)).status_code == 404


def test_without_a_dispute_there_is_no_way_to_one(as_, one):
    one.decision.dispute.delete()
    assert "The dispute on it" not in text(as_("clerk").get(one.get_absolute_url()))

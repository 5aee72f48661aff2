"""What is sent twice is there once: an allocation, and a report of what is spent."""

import pytest
from django.utils import timezone

from commissioning.models import Allocation, SpendReport
from tests.commissioning.ledger import create_round, create_share, create_standing
from tests.commissioning.test_round import at, done, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def share(cast):
    return create_share(create_round(cast))


def test_an_allocation_sent_twice_is_there_once(as_, share):
    told = {"purpose": "Moorings", "amount_pence": "30k", "year": "2026/27", "share": share.pk}
    address = at("add_allocation", share.round.fund_id)
    assert done(as_("clerk"), address, **told).status_code == 302
    again = done(as_("clerk"), address, **told)
    assert again.status_code == 409
    assert "£30,000 for “Moorings” is allocated already" in text(again)
    assert Allocation.objects.count() == 1
    assert done(as_("clerk"), address, **told | {"purpose": "Moorings, the second boat"}).status_code == 302


def test_one_that_was_withdrawn_is_allocated_anew(as_, share):
    told = {"purpose": "Moorings", "amount_pence": "30k", "year": "2026/27", "share": share.pk}
    address = at("add_allocation", share.round.fund_id)
    done(as_("clerk"), address, **told)
    done(as_("clerk"), at("withdraw_allocation", Allocation.objects.get().pk), reason="Put down too early")
    assert done(as_("clerk"), address, **told).status_code == 302


def test_a_report_of_what_is_spent_sent_twice_is_there_once(as_, cast, share):
    one = create_standing(cast, share, responsible=cast.health)
    day = timezone.localdate()
    told = {"as_of_day": day.day, "as_of_month": day.month, "as_of_year": day.year, "spent_pence": "12k"}
    assert done(as_("member"), at("report_spend", one.pk), **told).status_code == 302
    again = done(as_("member"), at("report_spend", one.pk), **told)
    assert again.status_code == 409
    assert "is reported already" in text(again)
    assert SpendReport.objects.count() == 1
    assert done(as_("member"), at("report_spend", one.pk), **told | {"words": "Heating"}).status_code == 302


def test_the_button_that_does_it_is_not_pressed_twice(as_, share):
    told = {"purpose": "Moorings", "amount_pence": "30k", "year": "2026/27", "share": share.pk}
    page = text(as_("clerk").post(at("add_allocation", share.round.fund_id), told))
    assert 'data-prevent-double-click="true" name="confirmed"' in page

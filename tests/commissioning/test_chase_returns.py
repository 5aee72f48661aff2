"""Those silent are chased: counted first, named, once a day at most, and never who has returned."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from boards.queries.attention import findings_of
from commissioning.models import ReturnReminder
from commissioning.operations import chase_returns
from commissioning.queries.schemes import periods_of
from tests.commissioning.returning import (
    TODAY,
    create_district,
    create_period,
    create_reporter,
    create_scheme,
    say,
)
from tests.factories import create_board
from tests.worker import do
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast):
    """Of three districts the first has returned, the second is silent, and the third has nobody with a login."""
    scheme = create_scheme(cast)
    period = create_period(scheme, 1)
    (east, officer), (west, other) = create_district(cast, "East"), create_district(cast, "West")
    first, second = create_reporter(scheme, east), create_reporter(scheme, west)
    third = create_reporter(scheme, create_board("North District Trust"))
    say(period, first, officer, "green", "red")
    return {"scheme": scheme, "period": period, "second": second, "third": third, "officer": other}


def chase(as_, told, *reporters, who="clerk", **more):
    at = reverse("commissioning:chase_returns", args=[told["scheme"].pk, told["period"].pk])
    return as_(who).post(at, {"reporters": [one.pk for one in reporters]} | more)


def test_whom_it_reaches_is_counted_and_who_cannot_be_reached_is_named(as_, told):
    at = reverse("commissioning:chase_returns", args=[told["scheme"].pk, told["period"].pk])
    page = as_("clerk").get(at).content.decode()
    assert "Two reporters have not returned." in page
    assert "West District Trust: Officer of West" in page
    assert "North District Trust" in page
    assert "Nobody who returns for it has a login with an address." in page
    assert "East District Trust" not in page
    read = chase(as_, told, told["second"]).content.decode()
    assert "1, each to one person" in read
    assert told["officer"].email in read
    assert not ReturnReminder.objects.exists(), "it is read through first"


def test_the_silent_are_written_to_by_the_worker_and_once_a_day(cast, as_, told):
    chase(as_, told, told["second"], confirmed="yes")
    assert do(chase_returns.mail_chased) == [told["officer"].email]
    letter = mail.outbox[0]
    assert letter.subject == "West District Trust has yet to return for Quarter 2"
    assert "It was due by" in letter.body
    assert "/give/" in letter.body
    assert do(chase_returns.mail_chased) == []
    assert chase(as_, told, told["second"], confirmed="yes").status_code == 422
    with pytest.raises(Refused, match="not again before tomorrow"):
        chase_returns.chase(period=told["period"], reporters=[told["second"].pk], by=cast.clerk, on=TODAY)
    tomorrow = TODAY + dt.timedelta(days=1)
    chase_returns.chase(period=told["period"], reporters=[told["second"].pk], by=cast.clerk, on=tomorrow)
    assert ReturnReminder.objects.count() == 2


def test_who_returns_meanwhile_is_not_written_to(as_, told):
    chase(as_, told, told["second"], confirmed="yes")
    say(told["period"], told["second"], told["officer"], "green", "red")
    assert do(chase_returns.mail_chased) == []


def test_silence_past_its_day_needs_attention_by_the_officers_alone(cast, told):
    said = [one.sentence for one in findings_of([cast.board], cast.clerk, TODAY)]
    assert any("West District Trust and North District Trust have not returned “Quarter 2”" in one for one in said)
    for_member = [one.sentence for one in findings_of([cast.board], cast.member, TODAY)]
    assert not any("have not returned" in one for one in for_member)


def test_an_officer_puts_down_what_one_without_a_login_sent(cast, as_, told):
    keys = [told["scheme"].pk, told["period"].pk, told["third"].pk]
    page = as_("clerk").get(reverse("commissioning:give_return", args=keys)).content.decode()
    assert "Nobody who returns for it has a login: put down what it sent." in page
    say(told["period"], told["third"], cast.clerk, "amber", "amber")
    with pytest.raises(Refused, match="Only the officers of West"):
        say(told["period"], told["second"], cast.clerk, "amber", "amber")
    assert as_("member").get(reverse("commissioning:give_return", args=keys)).status_code == 403


def test_periods_come_in_their_order(cast, told):
    create_period(told["scheme"], 0)
    assert [one.title for one in periods_of(told["scheme"])] == ["Quarter 1", "Quarter 2"]

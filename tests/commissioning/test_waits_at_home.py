"""What of commissioning waits for a reader, on their home page: returns, and money that waits for their partner."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.commissioning.ledger import K, create_resolution, create_spending
from tests.commissioning.returning import TODAY, create_district, create_period, create_reporter, create_scheme, say

pytestmark = pytest.mark.django_db
OTHERS = ("member_of_another_partner", "outsider", "public")


@pytest.fixture
def late(cast):
    """The second quarter, due a week ago; the Health Trust returns on two areas."""
    scheme = create_scheme(cast)
    create_reporter(scheme, partner=cast.health)
    return create_period(scheme, 1)


def home(as_, who):
    return " ".join(as_(who).get("/").content.decode().split())


def test_h13_a_late_return_waits_for_those_who_answer_for_the_partner_until_it_is_whole(as_, cast, late):
    reporter = late.scheme.reporters.get()
    page = home(as_, "member")
    assert "Return for Northshire Health Trust: Quarter 2" in page
    assert "Seven days late" in page
    assert reverse("commissioning:give_return", args=[late.scheme_id, late.pk, reporter.pk]) in page
    for who in ("clerk", "chair", *OTHERS):
        assert "Return for" not in home(as_, who)
    say(late, reporter, cast.member, "green", "red")
    assert "Return for" not in home(as_, "member")


def test_h13_the_officer_of_a_district_is_asked_for_it(client, cast, late):
    board, officer = create_district(cast, "Aldermoor")
    create_reporter(late.scheme, board)
    client.force_login(officer)
    assert "Return for Aldermoor District Trust: Quarter 2" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("days", "asked"),
    [(20, True), (60, False), (-400, False)],
    ids=["due within four weeks", "due later", "more than a year ago"],
)
def test_what_is_due_much_later_or_was_long_ago_is_not_asked_for_here(as_, late, days, asked):
    late.from_date, late.to_date = TODAY - dt.timedelta(days=500), TODAY - dt.timedelta(days=450)
    late.due_date = TODAY + dt.timedelta(days=days)
    late.save()
    assert ("Return for" in home(as_, "member")) is asked


def test_1_16_money_that_waits_for_their_partner_stands_there(as_, cast):
    decision = create_resolution(cast.board, cast.clerk)
    create_spending(decision, cast.health, 30 * K)
    assert "Answer on £30,000 of Health Trust money" in home(as_, "member")
    for who in ("clerk", "chair", *OTHERS):
        assert "Health Trust money" not in home(as_, who)


def test_it_costs_the_same_for_many_returns(as_, cast, late):
    def statements():
        with CaptureQueriesContext(connection) as found:
            assert "Return for" in home(as_, "member")
        return len(found)

    home(as_, "member")
    one = statements()
    for place in range(4):
        scheme = create_scheme(cast, title=f"Scheme {place}")
        create_reporter(scheme, partner=cast.health)
        create_period(scheme, 1)
    assert statements() == one

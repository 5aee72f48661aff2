"""No reader of allocations tells those who sit for a provider of its bid before it is decided (DOMAIN rule 44)."""

import pytest
from django.urls import reverse

from boards.models import Post
from commissioning.models import FundYear, Priority
from commissioning.rules.years import year_of
from meetings.models import Decision
from tests.commissioning.ledger import (
    K,
    create_allocation,
    create_bid,
    create_resolution,
    create_round,
    create_share,
    create_spending,
)
from tests.commissioning.returning import TODAY
from tests.commissioning.test_round import text

pytestmark = pytest.mark.django_db
YEAR = year_of(TODAY)


@pytest.fixture
def bid(cast):
    """The Council would be paid by it: its chair sits for the Council. The money is the Council’s too."""
    share = create_share(create_round(cast, year=YEAR))
    FundYear.objects.create(fund=share.round.fund, year=YEAR, amount_pence=900 * K)
    return create_bid(share, providers=[cast.council])


@pytest.fixture
def one(cast, bid):
    """Allocated to it, by a resolution that is not recorded yet."""
    decision = create_resolution(cast.board, cast.clerk, recorded_at=None, recorded_by=None, outcome="")
    priority = Priority.objects.create(board=cast.board, title="Infant feeding")
    given = create_allocation(bid.share, 31 * K, bid=bid, decision=decision, year=YEAR, priority=priority)
    line = create_spending(decision, cast.council, 31 * K)
    given.lines.create(partner=cast.council, amount_pence=31 * K, spending_line=line)
    return given


def addresses(cast, one):
    year = {"year": str(YEAR)}
    return {
        "the fund": (one.fund.get_absolute_url(), {}),
        "the funds": (reverse("commissioning:funds"), {}),
        "the round": (one.share.round.get_absolute_url(), {}),
        "the allocations": (reverse("commissioning:allocations"), {}),
        "their file": (reverse("commissioning:allocations_sheet", args=["csv"]), {}),
        "the bids": (reverse("commissioning:bids"), {}),
        "the money": (reverse("commissioning:money"), year),
        "its file": (reverse("commissioning:money_sheet", args=["flows", "csv"]), year),
        "the report": (reverse("commissioning:report", args=[cast.board.slug]), year),
        "the statement": (reverse("commissioning:statement", args=[cast.council.slug]), year),
        "the priority": (one.priority.get_absolute_url(), {}),
        "what needs attention": (reverse("boards:attention"), {}),
        "the budgets": (reverse("commissioning:budgets"), {}),
    }


def told(client, cast, one):
    """The pages that name the bid or say the sum, of those that there are for the reader."""
    found = []
    for name, (address, asked) in addresses(cast, one).items():
        page = text(client.get(address, asked))
        if any(word in page for word in ("Moorings", "£31,000", "31000")):
            found.append(name)
    return found


def test_h6_no_page_or_file_tells_of_it_before_it_is_decided(as_, cast, one):
    assert told(as_("chair"), cast, one) == []
    assert len(told(as_("member"), cast, one)) >= 8


def test_h6_nor_does_the_history_of_any_record_of_it(as_, cast, bid, one):
    option = bid.options.create(title="Two years")
    report = one.spend_reports.create(
        as_of=TODAY, spent_pence=1, partner=cast.council, recorded_at="2026-06-01T12:00Z", recorded_by=cast.clerk
    )
    line = one.lines.get()
    Post.objects.filter(person=cast.person("chair")).update(manages_partner=True)
    for record in (bid, one, option, report, line):
        address = reverse("history", args=[record._meta.label_lower, record.pk])
        assert as_("chair").get(address).status_code == 404, record
        assert as_("clerk").get(address).status_code == 200, record


def test_what_is_decided_out_of_their_own_money_stands_in_their_statement(as_, cast, one):
    recorded = {"recorded_at": "2026-06-01T12:00Z", "recorded_by": cast.clerk, "outcome": "carried"}
    Decision.objects.filter(pk=one.decision_id).update(**recorded)
    assert told(as_("chair"), cast, one).count("the statement") == 1
    assert as_("chair").get(one.get_absolute_url()).status_code == 200


def test_before_it_is_recorded_no_statement_tells_a_partner_of_it(as_, cast, one):
    one.lines.update(partner=cast.health)
    address = reverse("commissioning:statement", args=[cast.health.slug])
    assert "Moorings" in text(as_("member").get(address)), "a member reads the board’s papers"
    assert as_("member_of_another_partner").get(address).status_code == 404

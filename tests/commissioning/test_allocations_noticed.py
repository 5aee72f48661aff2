"""What of allocations needs attention, for those who manage the board, of what they may know of."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import Agreement
from boards.queries.attention import findings_of
from boards.rules.attention import Kind
from commissioning.models import FundYear
from tests.commissioning.ledger import (
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
from tests.factories import create_seat

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 1)


@pytest.fixture
def share(cast):
    return create_share(create_round(cast))


def noticed(boards, reader, on=TODAY):
    return [one for one in findings_of(boards, reader, on) if one.kind == Kind.ALLOCATION]


def sentences(boards, reader, on=TODAY):
    return [one.sentence for one in noticed(boards, reader, on)]


def owned(cast, share, **fields):
    decision = create_resolution(cast.board, cast.clerk)
    one = create_allocation(share, decision=decision, **fields)
    line = create_spending(decision, cast.health, 30 * K)
    one.lines.create(partner=cast.health, amount_pence=30 * K, spending_line=line)
    return one


def test_1_16_what_waits_for_a_partner_is_told_with_its_page(cast, share):
    one = owned(cast, share, bid=create_bid(share, start_date=dt.date(2026, 9, 1)))
    [found] = noticed([cast.board], cast.clerk)
    assert found.sentence == (
        "“Moorings”, £30,000, does not stand. Northshire Health Trust has not answered on £30,000 of its money."
    )
    assert found.at == one.get_absolute_url()


def test_2_14_what_is_past_its_start_is_told_with_what_is_missing_first(cast, share):
    create_allocation(share, confirming_board=create_confirming(cast))
    [said] = sentences([cast.board], cast.clerk)
    assert said.startswith("“Moorings”, £30,000, does not stand, and its year began on 1 April 2026. No resolution is")
    assert said.endswith("Two more things are missing.")
    assert sentences([cast.board], cast.clerk, dt.date(2026, 3, 1)) == []


def test_2_14_a_start_that_its_bid_states_is_told_as_such(cast, share):
    create_allocation(share, bid=create_bid(share, start_date=dt.date(2026, 5, 4)))
    [said] = sentences([cast.board], cast.clerk)
    assert said.startswith("“Moorings”, £30,000, does not stand, and it was to start on 4 May 2026. No resolution is")
    assert sentences([cast.board], cast.clerk, dt.date(2026, 5, 3)) == []


def test_2_14_the_board_that_has_to_confirm_it_is_told_once_nothing_else_is_missing(cast, share):
    board = create_confirming(cast)
    create_standing(cast, share, confirming_board=board)
    [said] = sentences([board], cast.member_of_another_partner)
    assert said == "“Moorings”, £30,000 from Neighbourhood fund, waits for this board to confirm it."


def test_2_14_over_a_share_is_told_until_one_of_them_says_why(cast, share):
    one, _ = create_standing(cast, share, 100 * K), create_standing(cast, share, 71 * K)
    [found] = noticed([cast.board], cast.clerk)
    assert "“Reallocation”, the share of Be Safe: Allocations come to £171,000, £9,000 over" in found.sentence
    assert found.at == share.round.get_absolute_url()
    one.over_source = "Returned by another"
    one.save()
    assert noticed([cast.board], cast.clerk) == []


def test_1_16_an_agreement_that_ends_within_the_year_is_told_for_the_fund(cast):
    ends = dt.date(2026, 9, 30)
    agreement = Agreement.objects.create(title="Section 75", kind="section_75", board=cast.board, to_date=ends)
    create_standing(cast, create_share(create_round(cast, create_fund(cast, kind="aligned", agreement=agreement))))
    [said] = sentences([cast.board], cast.clerk)
    assert said.startswith("“Section 75, version 1” ends on 30 September 2026, within 2026/27.")
    assert said.endswith("That concerns “Moorings”, £30,000 from Neighbourhood fund.")
    assert sentences([cast.board], cast.clerk, dt.date(2026, 10, 1)) == []


def test_what_is_closed_or_does_not_concern_them_is_not_told(cast, share):
    owned(cast, share)
    assert sentences([cast.board], cast.member) == []
    assert sentences([cast.board], cast.member_of_another_partner) == []
    FundYear.objects.create(fund=share.round.fund, year=2026, closed_date=TODAY)
    assert sentences([cast.board], cast.clerk) == []


def test_h6_who_sits_for_a_provider_is_told_nothing_of_its_own_bid(cast, share):
    one = owned(cast, share, bid=create_bid(share))
    one.lines.update(partner=cast.police)
    officer = cast.person("member").user
    create_seat(cast.board, partner=cast.police, holder=cast.person("member"), role="minute_taker", voting=False)
    assert len(sentences([cast.board], officer)) == 1
    one.bid.providers.set([cast.health])
    assert sentences([cast.board], officer) == []


def test_it_takes_as_many_statements_for_many_as_for_one(cast, share):
    def statements():
        with CaptureQueriesContext(connection) as found:
            findings_of([cast.board], cast.clerk, TODAY)
        return len(found)

    owned(cast, share)
    one = statements()
    for number in range(4):
        owned(cast, create_share(share.round, f"Body {number}"), purpose=f"Purpose {number}")
    assert statements() == one

"""Money flows from partners through pots to priorities, and no penny is made or lost on the way."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boards.models import Partner
from commissioning.models import Allocation, Fund, FundYear, Priority
from commissioning.rules.flow import TOP, drawing_of, flows_of, gathered
from commissioning.rules.ledger import Given, Ledger, Pot, Put, amount_of, balances, said_of

PARTNERS = [Partner(pk=pk, name=f"Partner {pk}", short_name=f"P{pk}", slug=f"p{pk}") for pk in (1, 2, 3)]
PRIORITIES = [Priority(pk=pk, title=f"Priority {pk}") for pk in (1, 2)]
#: A busy machine is no fault of the rule.
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PENCE = st.integers(min_value=0, max_value=10**12)


def fund(pk, kind="pooled", **more):
    return Fund(pk=pk, name=f"Fund {pk}", kind=kind, **more)


def put(partner, of, pence, kind="cash", **more):
    return Put(partner, of, kind, pence, more.pop("full_time_equivalent", None), **more)


def gave(of, priority, pence, *, stands=True, **more):
    return Given(Allocation(fund=of, amount_pence=pence, **more), of, priority, pence, stands)


@st.composite
def pots(draw):
    of = fund(draw(st.integers(1, 4)), draw(st.sampled_from(["pooled", "grant"])))
    kinds = st.sampled_from(["cash", "in_kind", "staff"])
    puts = draw(st.lists(st.tuples(st.sampled_from(PARTNERS), st.none() | PENCE, kinds), max_size=4))
    given = draw(st.lists(st.tuples(st.none() | st.sampled_from(PRIORITIES), PENCE, st.booleans()), max_size=4))
    amount, forward = draw(st.none() | PENCE), draw(PENCE)
    givens = tuple(gave(of, priority, pence, stands=stands) for priority, pence, stands in given)
    return Pot(of, amount, forward, tuple(put(*one[:1], of, *one[1:]) for one in puts), givens)


@SLOW
@given(st.lists(pots(), max_size=4, unique_by=lambda pot: pot.fund.pk))
def test_what_comes_out_of_a_pot_went_into_it(found):
    flows = flows_of(Ledger(2026, tuple(found)))
    for pot in found:
        into = sum(flow.pence for flow in flows if flow.end.key == ("fund", pot.fund.pk))
        out = sum(flow.pence for flow in flows if flow.start.key == ("fund", pot.fund.pk))
        assert into == out
    given = sum(flow.pence for flow in flows if flow.end.column == 2 and flow.end.key[0] not in ("left", "beside"))
    assert given == sum(pot.given for pot in found)
    assert all(flow.pence > 0 for flow in flows)


@SLOW
@given(st.lists(pots(), max_size=4, unique_by=lambda pot: pot.fund.pk))
def test_no_box_covers_another(found):
    drawing = drawing_of(flows_of(Ledger(2026, tuple(found))))
    for x in {box.x for box in drawing.boxes}:
        column = sorted((box for box in drawing.boxes if box.x == x), key=lambda box: box.y)
        assert all(above.y + above.height <= below.y for above, below in pairwise(column))
        assert column[0].y == TOP
        assert column[-1].y + column[-1].height <= drawing.height


def test_thirty_partners_are_drawn_as_far_as_they_can_be_read_and_no_penny_is_lost():
    of, more = fund(1), range(1, 31)
    many = [Partner(pk=pk, name=f"Partner {pk}", short_name=f"P{pk}", slug=f"p{pk}") for pk in more]
    puts = tuple(put(one, of, one.pk * 100) for one in many)
    flows = flows_of(Ledger(2026, (Pot(of, 50_000, 0, puts, ()),)))
    drawn = gathered(flows, 8)
    givers = {flow.start for flow in drawn if flow.start.column == 0}
    assert len(givers) == 8
    assert {"24 others", "Not put down whose", "P30", "P25"} <= {end.name for end in givers}
    assert sum(flow.pence for flow in drawn) == sum(flow.pence for flow in flows)
    assert gathered(flows, 31) == flows
    drawing = drawing_of(flows, most=8)
    assert [box.texts[0].words for box in drawing.boxes if box.x == 0][-1] == "24 others"
    assert drawing.height < drawing_of(flows, most=31).height / 2


def test_2_14_more_given_than_there_is_comes_from_nowhere_and_is_marked():
    of = fund(1, "grant", source="Neighbourhood grant")
    pot = Pot(of, 16_200_000, 0, (), tuple(gave(of, None, pence) for pence in (3_000_000, 3_400_000, 10_700_000)))
    flows = flows_of(Ledger(2026, (pot,)))
    assert [(flow.start.name, flow.pence) for flow in flows if flow.start.column == 0] == [
        ("Neighbourhood grant", 16_200_000),
        ("Over what there is", 900_000),
    ]
    assert said_of(Ledger(2026, (pot,))) == ["More is allocated than there is: Fund 1 (£9,000)."]


def test_3_5_a_pot_whose_amount_is_not_confirmed_is_said_to_be_so():
    of = fund(1)
    ledger = Ledger(2026, (Pot(of, None, 0, (put(PARTNERS[0], of, None),), ()),))
    assert flows_of(ledger) == []
    assert said_of(ledger) == ["Not yet confirmed: Fund 1."]


def test_1_17_cash_kind_and_staff_are_added_up_apart():
    of, half = fund(1), Decimal("0.5")
    puts = [
        put(PARTNERS[0], of, 700),
        put(PARTNERS[0], of, 200, "staff", full_time_equivalent=half),
        put(PARTNERS[1], of, 100, "in_kind"),
        put(PARTNERS[1], of, None),
    ]
    first, second = balances(puts)
    assert (first.cash, first.staff, first.full_time_equivalent, first.total, first.share) == (700, 200, half, 900, 90)
    assert (second.cash, second.in_kind, second.unconfirmed, second.share) == (0, 100, 1, 10)


def test_a_fund_with_years_has_nothing_in_a_year_that_is_not_put_down():
    of, rows = fund(1, amount_pence=500), [FundYear(year=2026, amount_pence=300, brought_forward_pence=20)]
    assert amount_of(of, rows, 2026) == (300, 20)
    assert amount_of(of, rows, 2027) == (None, 0)
    assert amount_of(of, [], 2027) == (500, 0)

"""A provider on the board does not see its own bid's item, nor count on it (DOMAIN rule 44, habit H6)."""

import pytest

from commissioning.operations.bid import change_bid, take_at
from commissioning.queries.conflicts import conflict_findings
from meetings.models import Declaration
from meetings.operations.declaration import record_declaration
from meetings.queries.entitled import items_seen
from meetings.queries.interest import proposed_declarations
from meetings.rules.edition import WHOLE
from tests.commissioning.ledger import create_bid, create_round, create_share
from tests.commissioning.test_round import at, done, text
from tests.factories import create_item
from tests.meetings.minuted import create_held

pytestmark = pytest.mark.django_db


@pytest.fixture
def bid(cast):
    return create_bid(create_share(create_round(cast)), providers=[cast.health])


@pytest.fixture
def item(cast):
    """At a meeting where the member sat for the Health Trust."""
    return create_item(create_held(cast), "The parents’ forum", number="2.1")


def test_h6_whoever_works_for_a_provider_is_proposed_and_the_desk_names_who_stayed(as_, cast, bid, item):
    assert done(as_("clerk"), at("take_bid_at", bid.pk), item=item.pk).status_code == 302
    assert list(item.concerns.all()) == [cast.health]
    [proposed] = proposed_declarations(item.meeting, sight=WHOLE)
    assert (proposed.attendance.name, proposed.partner) == ("Joss Lindqvist", cast.health)
    [finding] = conflict_findings(item.meeting)
    assert finding.sentence.startswith(
        f"{finding.item.number} Joss Lindqvist sits for Northshire Health Trust, which would be paid"
    )
    assert "Moorings" not in finding.sentence


def test_who_left_for_it_is_not_named_and_does_not_count(cast, bid, item):
    take_at(bid=bid, item=item, open_to=[], by=cast.clerk)
    record_declaration(
        attendance=item.meeting.attendances.get(name="Joss Lindqvist"),
        kind=Declaration.Kind.EMPLOYMENT,
        interest="Employed by Northshire Health Trust.",
        whose="",
        consequence=Declaration.Consequence.LEFT,
        items=[item],
        by=cast.clerk,
    )
    assert conflict_findings(item.meeting) == []


def test_the_item_is_closed_to_those_who_sit_for_a_provider(as_, cast, bid, item):
    assert done(as_("clerk"), at("take_bid_at", bid.pk), item=item.pk, closed="on").status_code == 302
    assert item not in items_seen(cast.member, item.meeting)
    assert item in items_seen(cast.chair, item.meeting)
    assert "parents’ forum" in text(as_("chair").get(bid.get_absolute_url()))


def test_a_meeting_without_bids_costs_the_same(cast, item, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert conflict_findings(item.meeting) == []


def test_each_bid_under_an_item_closes_it_to_its_own_provider_and_opens_it_to_nobody(as_, cast, bid, item):
    done(as_("clerk"), at("take_bid_at", bid.pk), item=item.pk, closed="on")
    second = create_bid(bid.share, "Home safe", providers=[cast.police])
    for closed in ({"closed": "on"}, {}):
        assert done(as_("clerk"), at("take_bid_at", second.pk), item=item.pk, **closed).status_code == 302
        assert cast.health not in item.restricted_to.all()
        assert cast.police not in item.restricted_to.all()
    assert item not in items_seen(cast.member, item.meeting)


def test_a_provider_named_later_is_kept_out_of_the_item_too(cast, bid, item):
    bid.providers.set([cast.police])
    take_at(bid=bid, item=item, open_to=[cast.council, cast.health, cast.police], by=cast.clerk)
    assert item in items_seen(cast.member, item.meeting)
    fields = {"title": bid.title, "asked_pence": bid.asked_pence, "priorities": [], "providers": [cast.health]}
    change_bid(bid=bid, fields=fields, by=cast.clerk)
    item.refresh_from_db()
    assert item not in items_seen(cast.member, item.meeting)
    assert cast.health in item.concerns.all()


def test_that_the_item_is_closed_to_them_is_proposed(as_, cast, bid):
    assert as_("clerk").get(at("take_bid_at", bid.pk)).context["form"]["closed"].value() is True

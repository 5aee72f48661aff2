"""Whom to ask for a partner's answer: who sits for it on the boards it is about, then who manages it; a few."""

import pytest
from django.utils import timezone

from commissioning.queries.whom_to_ask import MOST, people_to_ask
from tests.commissioning.ledger import create_allocation, create_resolution, create_round, create_share, create_spending
from tests.commissioning.test_round import text
from tests.factories import create_board, create_person, create_seat

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def seat_elsewhere(cast, name):
    board = create_board(f"Board of {name}", visibility="public")
    create_seat(board, partner=cast.health, holder=create_person(name))


def asked(cast, reader=None):
    return people_to_ask(cast.health, {cast.board.pk}, reader or cast.clerk, on=TODAY())


def test_1_16_who_sits_on_the_board_comes_first_then_who_manages_and_nobody_of_elsewhere(cast):
    seat_elsewhere(cast, "Aled Bowen")
    manager = create_person("Abi Crane", partner=cast.health, post="Chief Executive")
    manager.posts.update(manages_partner=True)
    create_seat(cast.board, partner=cast.council, holder=manager)
    assert asked(cast) == ["Joss Lindqvist", "Abi Crane"]


def test_where_nobody_sits_there_or_manages_it_those_elsewhere_are_named_and_no_more_than_a_few(cast):
    cast.seats["member"].holdings.all().delete()
    for place in range(MOST + 3):
        seat_elsewhere(cast, f"Sitter {place:02}")
    assert asked(cast) == [f"Sitter {place:02}" for place in range(MOST)]


def test_who_may_not_know_them_is_told_none(cast):
    assert asked(cast, cast.outsider) == []


def test_the_page_leads_to_the_partner(as_, cast):
    decision = create_resolution(cast.board, cast.clerk)
    one = create_allocation(create_share(create_round(cast)), decision=decision)
    line = create_spending(decision, cast.health, one.amount_pence)
    one.lines.create(partner=cast.health, amount_pence=one.amount_pence, spending_line=line)
    page = text(as_("clerk").get(one.get_absolute_url()))
    assert "Those who sit for Northshire Health Trust: Joss Lindqvist" in page
    assert f'<a href="{cast.health.get_absolute_url()}">Health Trust, its people</a>' in page

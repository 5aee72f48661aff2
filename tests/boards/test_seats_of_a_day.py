"""What held on a day: terms, seats, holders and substitutes."""

import datetime as dt

import pytest

from boards.models import SeatHolding, Substitute, TermsOfReference
from boards.queries.seats import seats_on
from boards.queries.terms import terms_on
from tests.factories import create_partner, create_person, create_seat

pytestmark = pytest.mark.django_db

DAY = dt.date(2025, 10, 14)


def test_seats_carry_their_holder_and_the_post_held_with_the_partner(cast):
    (chair, member, clerk) = seats_on(cast.board, DAY)
    assert (chair.holder.name, chair.post.title, chair.owner) == (
        "Rhiannon Vale",
        "Director of Children’s Services",
        "Council",
    )
    assert member.owner == "Health Trust"
    assert clerk.seat.role == "minute_taker"


def test_a_vacant_seat_has_no_holder(cast):
    SeatHolding.objects.filter(seat=cast.seats["member"]).update(to_date=dt.date(2025, 10, 13))
    assert [seat.holder is None for seat in seats_on(cast.board, DAY)] == [False, True, False]


def test_substitutes_come_in_order(cast):
    for position, name in [(2, "Bryn Toller"), (1, "Asha Quill")]:
        Substitute.objects.create(seat=cast.seats["member"], person=create_person(name), position=position)
    member = seats_on(cast.board, DAY)[1]
    assert [substitute.person.name for substitute in member.substitutes] == ["Asha Quill", "Bryn Toller"]


def test_a_seat_that_has_ended_is_not_there(cast):
    cast.seats["member"].to_date = dt.date(2025, 10, 13)
    cast.seats["member"].save()
    assert len(seats_on(cast.board, DAY)) == 2


def test_seats_are_four_statements_however_many(cast, django_assert_num_queries):
    for _ in range(5):
        partner = create_partner()
        create_seat(cast.board, partner=partner, holder=create_person(partner=partner, post="Head of Service"))
    with django_assert_num_queries(4):
        assert len([(seat.post.title, seat.owner) for seat in seats_on(cast.board, DAY)]) == 8


def test_superseded_terms_rule_the_days_they_covered(cast):
    old = cast.board.terms.get()
    old.status, old.to_date = TermsOfReference.Status.SUPERSEDED, dt.date(2025, 8, 31)
    old.save()
    new = cast.board.terms.create(version="2", status="in_force", from_date=dt.date(2025, 9, 1), quorum_members=4)
    cast.board.terms.create(version="3", status="draft", from_date=dt.date(2025, 9, 1), quorum_members=5)
    assert terms_on(cast.board, dt.date(2025, 8, 31)) == old
    assert terms_on(cast.board, DAY) == new


def test_a_board_may_have_no_terms(cast):
    assert terms_on(cast.board, dt.date(1999, 1, 1)) is None

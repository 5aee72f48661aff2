"""Access follows the seat (issue 2 §4)."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from boards import permissions
from boards.models import Seat, SeatHolding
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.queries.access import boards_known_to, boards_where
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("clerk", {"see_papers", "see_exempt", "minute", "publish", "manage"}),
        ("chair", {"see_papers", "see_exempt", "chair", "sign"}),
        ("member", {"see_papers", "see_exempt"}),
        ("member_of_another_partner", set()),
        ("outsider", set()),
    ],
)
def test_words_follow_the_seat(cast, who, words):
    assert permissions.words_on(getattr(cast, who), cast.board) == words


@pytest.mark.parametrize(("who", "speaks"), [("chair", True), ("clerk", False)])
def test_taking_the_minutes_is_not_sitting_for_a_partner(cast, who, speaks):
    """The chair and the minute taker both sit in seats of the council."""
    user = getattr(cast, who)
    assert permissions.may_answer_for(user, cast.council) is speaks
    assert (why_not(permissions.check_may_represent, user, cast.council) == "") is speaks


@pytest.mark.parametrize(
    ("seat", "speaks"),
    [
        ({"membership": "associate"}, True),
        ({"membership": "lay", "voting": False}, True),
        ({"membership": "attendee"}, False),
        ({"role": "observer", "voting": False}, False),
    ],
)
def test_who_observes_or_attends_speaks_for_nobody(cast, seat, speaks):
    Seat.objects.filter(holdings__person=cast.person("member")).update(**seat)
    refresh_partner_access(cast.health, on=dt.date(2026, 1, 5))
    assert permissions.may_answer_for(cast.member, cast.health) is speaks


def test_nobody_signed_in_holds_no_word(cast):
    assert permissions.words_on(AnonymousUser(), cast.board) == frozenset()


def test_the_end_of_a_seat_takes_access_away(cast):
    SeatHolding.objects.filter(person=cast.person("member")).update(to_date=dt.date(2025, 3, 31))
    refresh_board_access(cast.board, on=dt.date(2025, 3, 31))
    assert "see_papers" in permissions.words_on(cast.member, cast.board)
    refresh_board_access(cast.board, on=dt.date(2025, 4, 1))
    assert permissions.words_on(cast.member, cast.board) == frozenset()


def test_a_stranger_to_a_closed_board_is_told_nothing(cast):
    with pytest.raises(Http404):
        permissions.check_may_minute(cast.member_of_another_partner, cast.board)


def test_a_member_is_told_why_they_may_not_minute(cast):
    sentence = why_not(permissions.check_may_minute, cast.member, cast.board)
    assert sentence == "Only the officers who minute this board may do this."


def test_lists_of_boards_are_cut_to_the_reader(cast):
    assert list(boards_where(cast.member)) == [cast.board]
    assert list(boards_known_to(cast.member_of_another_partner)) == [cast.other_board]
    assert not boards_known_to(AnonymousUser()).exists()


def test_lists_are_one_statement(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        list(boards_known_to(cast.member))

"""Who may know of a meeting (issue 2 §4)."""

from contextlib import suppress

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from boards.models import Board
from boards.permissions import words_on
from meetings.models import Meeting
from meetings.permissions import words_at
from meetings.queries.meeting import meeting_for, meetings_known_to
from tests.factories import create_meeting

pytestmark = pytest.mark.django_db
EVERYBODY = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


def reader(cast, who):
    return AnonymousUser() if who == "public" else getattr(cast, who)


def knowing(cast, meeting) -> list[str]:
    """Those of the cast who may know of it: the lists and the door answer alike."""
    listed = [who for who in EVERYBODY if meetings_known_to(reader(cast, who)).filter(pk=meeting.pk).exists()]
    assert [who for who in EVERYBODY if is_let_in(reader(cast, who), meeting)] == listed
    return listed


def is_let_in(who, meeting) -> bool:
    with suppress(Http404):
        return meeting_for(who, meeting.board.slug, meeting.address) == meeting
    return False


@pytest.mark.parametrize(
    ("visibility", "state", "who"),
    [
        ("members", "preparing", ["clerk", "chair"]),
        ("members", "called", ["clerk", "chair", "member"]),
        ("members", "held", ["clerk", "chair", "member"]),
        ("public", "preparing", ["clerk", "chair"]),
        ("public", "called", EVERYBODY),
        ("public", "held", EVERYBODY),
        ("public", "cancelled", EVERYBODY),
        ("public", "postponed", EVERYBODY),
    ],
)
def test_who_may_know_of_a_meeting(cast, visibility, state, who):
    Board.objects.filter(pk=cast.board.pk).update(visibility=visibility)
    assert knowing(cast, create_meeting(cast.board, state=state)) == who


def test_a_meeting_cancelled_before_it_was_called_stays_with_its_officers(cast):
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    meeting = create_meeting(cast.board, state=Meeting.State.CANCELLED, called_by=None)
    assert knowing(cast, meeting) == ["clerk", "chair"]


def test_boards_that_sit_together_know_of_the_meeting_and_read_its_papers(cast):
    meeting = create_meeting(cast.board)
    meeting.joint_boards.add(cast.other_board)
    assert "member_of_another_partner" in knowing(cast, meeting)
    assert words_at(cast.member_of_another_partner, meeting) == {"see_papers", "see_exempt"}


def test_the_door_reads_the_words_of_its_reader_and_nobody_elses(cast, django_assert_num_queries):
    create_meeting(cast.board)
    board = meeting_for(cast.clerk, "executive-group", "2025-10-14").board
    with django_assert_num_queries(0):
        assert "minute" in words_on(cast.clerk, board)
    assert words_on(cast.outsider, board) == words_on(AnonymousUser(), board) == frozenset()
    assert "minute" not in words_on(cast.member, board)
    cast.clerk.groups.clear()
    assert words_on(cast.clerk, Board.objects.get(pk=board.pk)) == frozenset()


def test_who_was_struck_off_holds_no_words_whatever_the_door_read(cast):
    create_meeting(cast.board)
    board = meeting_for(cast.clerk, "executive-group", "2025-10-14").board
    cast.clerk.is_active = False
    assert words_on(cast.clerk, board) == frozenset()


def test_the_door_is_one_statement(cast, django_assert_num_queries):
    create_meeting(cast.board)
    with django_assert_num_queries(1):
        meeting = meeting_for(cast.member, "executive-group", "2025-10-14")
        assert meeting.board.name == "Executive Group"


def test_a_stranger_is_told_that_nothing_is_there(cast):
    create_meeting(cast.board)
    with pytest.raises(Http404):
        meeting_for(cast.member_of_another_partner, "executive-group", "2025-10-14")

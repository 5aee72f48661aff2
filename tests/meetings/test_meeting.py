"""Who may know of a meeting (issue 2 §4)."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from boards.models import Board
from meetings.models import Meeting
from meetings.permissions import words_at
from meetings.queries.meeting import meeting_for, meetings_known_to
from tests.factories import create_meeting

pytestmark = pytest.mark.django_db
EVERYBODY = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


def reader(cast, who):
    return AnonymousUser() if who == "public" else getattr(cast, who)


def knowing(cast, meeting) -> list[str]:
    """Those of the cast who may know of it."""
    return [who for who in EVERYBODY if meetings_known_to(reader(cast, who)).filter(pk=meeting.pk).exists()]


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


def test_the_door_is_one_statement(cast, django_assert_num_queries):
    create_meeting(cast.board)
    with django_assert_num_queries(1):
        meeting = meeting_for(cast.member, "executive-group", "2025-10-14")
        assert meeting.board.name == "Executive Group"


def test_a_stranger_is_told_that_nothing_is_there(cast):
    create_meeting(cast.board)
    with pytest.raises(Http404):
        meeting_for(cast.member_of_another_partner, "executive-group", "2025-10-14")

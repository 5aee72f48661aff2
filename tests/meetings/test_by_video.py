"""Whoever joins by video counts, or does not: the terms of the day say (DOMAIN rule 22; [2021] EWHC 1093 (Admin))."""

import pytest

from boards.models import TermsOfReference
from meetings.models import Attendance
from meetings.queries.attendance import attendance_list
from meetings.rules.electorate import electorate
from meetings.rules.quorum import quorum
from meetings.rules.room import check_may_take_part, room_at
from meetings.rules.voting import Recorded, check_votes
from tests.factories import create_attendance, create_meeting
from tests.meetings.room_rows import ITEMS, presiding, row
from trust.tools.refusal import why_not

IN_THE_ROOM = TermsOfReference(quorum_members=2, remote_counts=False, voting="majority", casting_vote=True)
ANYWHERE = TermsOfReference(quorum_members=2, remote_counts=True)
BY_VIDEO = (
    "Person 2 joined by video, and the terms count only those in the room itself: they cannot move, second or vote on "
    "item 2.1."
)


def held(terms, rows, presidings=()):
    return room_at(ITEMS[1], rows, [], [], presidings, list(ITEMS.values()), terms, [])


@pytest.mark.parametrize(
    ("terms", "rows", "filled", "by_video"),
    [
        pytest.param(IN_THE_ROOM, [row(1), row(2)], 2, 0, id="both in the room"),
        pytest.param(IN_THE_ROOM, [row(1), row(2, remote=True)], 1, 1, id="one by video"),
        pytest.param(ANYWHERE, [row(1), row(2, remote=True)], 2, 0, id="the terms count them"),
        pytest.param(None, [row(1), row(2, remote=True)], 2, 0, id="no terms"),
        pytest.param(IN_THE_ROOM, [row(1), row(4, remote=True)], 1, 0, id="without a vote nothing is lost"),
        pytest.param(IN_THE_ROOM, [row(1), row(2, "apologies", remote=True)], 1, 0, id="not there at all"),
        pytest.param(
            IN_THE_ROOM, [row(2, "apologies", substitute_id=7, remote=True)], 0, 1, id="a substitute by video"
        ),
        pytest.param(
            IN_THE_ROOM,
            [row(2, "apologies"), row(8, seat=None, stands_for_id=2, remote=True)],
            0,
            1,
            id="a stand-in by video",
        ),
        pytest.param(IN_THE_ROOM, [row(1, also=(2,), remote=True), row(2, "absent")], 0, 1, id="one for several"),
        pytest.param(
            IN_THE_ROOM, [row(2, "apologies", substitute_id=7, remote=True), row(1, also=(2,))], 2, 1, id="one sits too"
        ),
    ],
)
def test_domain_22_quorum(terms, rows, filled, by_video):
    found = quorum(terms, rows, [])
    assert (found.filled, found.by_video) == (filled, by_video)


def test_domain_22_said_in_a_sentence():
    one = quorum(IN_THE_ROOM, [row(1), row(2, remote=True)], [])
    said = "1 of 2 voting seats filled, 2 needed. Council is here. One member joins by video and does not count."
    assert one.sentence == said
    told = "1 of the 2 voting seats needed was filled (one member joined by video and did not count)"
    assert one.shortfall == told
    two = quorum(IN_THE_ROOM, [row(1, remote=True), row(2, remote=True)], [])
    assert two.sentence.endswith("Two members join by video and do not count.")


def test_domain_22_neither_moves_nor_votes():
    rows = [row(1), row(2, remote=True), row(3)]
    room = held(IN_THE_ROOM, rows)
    assert [voter.pk for voter in electorate(room, rows).voters] == [1, 3]
    assert why_not(check_may_take_part, room, rows[1]) == BY_VIDEO
    assert electorate(room, rows).barred[2] == BY_VIDEO
    counted = held(ANYWHERE, rows)
    assert [voter.pk for voter in electorate(counted, rows).voters] == [1, 2, 3]
    assert why_not(check_may_take_part, counted, rows[1]) == ""


def test_domain_22_nor_where_the_list_has_no_seats():
    rows = [row(1, seat=None), row(2, seat=None, remote=True)]
    assert [voter.pk for voter in electorate(held(IN_THE_ROOM, rows), rows).voters] == [1]


def test_domain_22_nor_by_casting_vote():
    rows = [row(1, remote=True), row(2), row(3)]
    room = held(IN_THE_ROOM, rows, [presiding(1)])
    recorded = Recorded(votes_for=1, votes_against=1, casting="for", casting_by=1)
    said = "Whoever presides by video is not counted as present by the terms, and has no casting vote."
    assert why_not(check_votes, recorded, electorate(room, rows), room, IN_THE_ROOM) == said


def test_domain_22_the_page_of_who_came_says_it(cast, as_):
    cast.board.terms.update(remote_counts=False)
    meeting = create_meeting(cast.board)
    for who in ("chair", "member"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who])
    assert attendance_list(meeting).quorum.met is True
    Attendance.objects.filter(name="Joss Lindqvist").update(remote=True)
    assert attendance_list(meeting).quorum.met is False
    page = as_("member").get(f"{meeting.get_absolute_url()}attendance/").content.decode()
    assert "Quorum not met" in page
    assert "One member joins by video and does not count." in page


def test_domain_22_the_terms_are_asked_and_told(cast, as_):
    cast.board.terms.update(remote_counts=False)
    read = as_("member").get(f"{cast.board.get_absolute_url()}terms/").content.decode()
    assert "Whoever joins by video may speak, but does not count in the quorum and does not vote." in read

"""Meetings that boards hold together (DOMAIN rules 7 and 34), by form."""

import pytest

from boards.models import Board
from meetings.models import Meeting
from meetings.operations.joint import sit_jointly
from tests.factories import create_meeting
from tests.meetings.minuted import create_minuted
from tests.meetings.neighbours import in_days
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast) -> Meeting:
    """Called; the other board is one that the clerk may know of."""
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.PUBLIC)
    return create_meeting(cast.board, in_days(30))


def test_domain_7_the_clerk_has_another_board_sit_with_it_and_its_members_read_the_papers(cast, as_, meeting):
    at = f"{meeting.get_absolute_url()}joint/"
    assert as_("member_of_another_partner").get(meeting.get_absolute_url()).status_code == 404
    given = {"boards": [cast.other_board.pk]}
    assert "each board approves its minutes" in as_("clerk").post(at, given).content.decode()
    assert not meeting.joint_boards.exists()
    page = as_("clerk").post(at, given | {"confirmed": "yes"}, follow=True).content.decode()
    assert "Jointly with" in page
    assert "Safer Streets Group" in page
    assert as_("member_of_another_partner").get(meeting.get_absolute_url()).status_code == 200
    as_("clerk").post(at, {"confirmed": "yes"})
    assert as_("member_of_another_partner").get(meeting.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("who", "status"), [
    ("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404),
])  # fmt: skip
def test_domain_7_only_the_officers_of_the_board_say_so(cast, as_, meeting, who, status):
    given = {"boards": [cast.other_board.pk], "confirmed": "yes"}
    assert as_(who).post(f"{meeting.get_absolute_url()}joint/", given).status_code == status
    assert not meeting.joint_boards.exists()


def test_domain_7_a_board_that_the_clerk_may_not_know_of_is_not_offered(cast, as_, meeting):
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.MEMBERS)
    at = f"{meeting.get_absolute_url()}joint/"
    assert "Safer Streets Group" not in as_("clerk").get(at).content.decode()
    assert as_("clerk").post(at, {"boards": [cast.other_board.pk], "confirmed": "yes"}).status_code == 422


def test_domain_7_not_once_the_minutes_are_circulated_nor_with_itself(cast, meeting):
    minutes = create_minuted(cast, state="circulated")
    with pytest.raises(Refused, match="circulated"):
        sit_jointly(meeting=minutes.meeting, boards=[cast.other_board], by=cast.clerk)
    with pytest.raises(Refused, match="already"):
        sit_jointly(meeting=meeting, boards=[cast.board], by=cast.clerk)
    with pytest.raises(NotPermitted):
        sit_jointly(meeting=meeting, boards=[cast.other_board], by=cast.chair)

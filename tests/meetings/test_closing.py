"""The closing rule: a board that ends, or whose terms know no approval at a meeting (DOMAIN rules 6, 12)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Board, TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.operations.closing import close_minutes
from meetings.queries.minutes import minutes_document
from meetings.rules.closing import check_can_close
from tests.factories import create_meeting
from tests.meetings.minuted import HERE, create_minuted
from tests.meetings.test_comments import commented
from tests.meetings.test_ruled import change_terms
from trust.tools.refusal import why_not

OUT = dt.datetime(2025, 10, 15, 12, tzinfo=dt.UTC)
LATER = OUT + dt.timedelta(days=8)
ENDED = Board(pk=1, name="Task Group", ended_date=dt.date(2025, 10, 31))
LAST = "The draft is out for comment until Wednesday 22 October 2025. It can be approved from the day after."


def minutes_of(board: Board, state: str = "circulated") -> Minutes:
    meeting = Meeting(pk=1, board=board, date=dt.date(2025, 10, 14))
    return Minutes(meeting=meeting, state=state, circulated_at=OUT)


@pytest.mark.parametrize(
    ("board", "state", "later", "unanswered", "day", "refusal"),
    [
        (ENDED, "circulated", None, 0, 23, ""),
        (ENDED, "circulated", None, 0, 22, LAST),
        (ENDED, "circulated", Meeting(date=dt.date(2025, 10, 30)), 0, 23,
         "The board meets again on Thursday 30 October 2025: these minutes are approved there."),
        (ENDED, "circulated", None, 1, 23, "One comment is not answered yet. Answer each, then approve the minutes."),
        (ENDED, "draft", None, 0, 23,
         "These minutes are still at the desk: circulate them before they are approved."),
        (Board(pk=2), "circulated", None, 0, 23,
         "The closing rule is for a board that ends, or whose terms know no approval at a meeting."),
    ],
)  # fmt: skip
def test_when_the_closing_rule_applies(board, state, later, unanswered, day, refusal):
    given = {"later": later, "unanswered": unanswered, "on": dt.date(2025, 10, day)}
    assert why_not(check_can_close, minutes_of(board, state), TermsOfReference(), **given) == refusal


@pytest.fixture
def ending(cast):
    """Minutes of a board that ends, circulated eight days ago."""
    Board.objects.filter(pk=cast.board.pk).update(ended_date=dt.date(2025, 10, 31))
    minutes = create_minuted(cast)
    Minutes.objects.filter(pk=minutes.pk).update(circulated_at=timezone.now() - dt.timedelta(days=9))
    return Minutes.objects.get(pk=minutes.pk)


def test_the_officer_approves_the_last_minutes_without_a_meeting(cast, as_, ending):
    assert "the closing rule does" in as_("clerk").get(f"{HERE}minutes/closing/").content.decode()
    assert as_("clerk").post(f"{HERE}minutes/closing/").status_code == 302
    ending.refresh_from_db()
    assert ending.state == "approved"
    words = minutes_document(ending.meeting, edition="full", with_exempt=True).approval[0]
    why = "The board’s end on Friday 31 October 2025 left no meeting to approve them"
    assert words.startswith(f"Approved without a meeting. {why}; the draft was sent")
    assert words.endswith("nobody commented.")
    assert ending.approvals.get().presiding == "Rhiannon Vale"
    assert words in as_("member").get(f"{HERE}minutes/").content.decode()


def test_a_board_that_meets_again_waits_for_that(cast, as_, ending):
    create_meeting(cast.board, dt.date(2025, 10, 28))
    answer = as_("clerk").post(f"{HERE}minutes/closing/")
    assert answer.status_code == 409
    assert "The board meets again on Tuesday 28 October 2025" in answer.content.decode()


def test_a_comment_is_answered_first(cast, ending):
    commented(cast, ending)
    refusal = why_not(close_minutes, minutes=ending, by=cast.clerk, at=timezone.now())
    assert refusal.startswith("One comment is not answered yet.")


def test_terms_without_approval_at_a_meeting_have_this_way(cast):
    change_terms(cast.board, approves_minutes=False)
    minutes = create_minuted(cast)
    close_minutes(minutes=minutes, by=cast.clerk, at=timezone.now() + dt.timedelta(days=8))
    words = minutes_document(minutes.meeting, edition="full", with_exempt=True).approval[0]
    assert "The board approves no minutes at a meeting by its terms" in words


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("public", 404)]
)
def test_only_the_officer_closes(as_, ending, who, status):
    assert as_(who).get(f"{HERE}minutes/closing/").status_code == status
    assert as_(who).post(f"{HERE}minutes/closing/").status_code == status

"""The chair clears a draft where the terms ask for it, and takes that back (issue 4 §2)."""

import pytest

from boards.models import TermsOfReference
from meetings.models import Minutes
from meetings.operations.clearing import clear_minutes
from meetings.rules.attendance import CIRCULATED, check_attendance_open
from meetings.rules.blocks import check_can_be_minuted
from meetings.rules.clearing import NOT_BY_TERMS, check_can_clear, check_cleared
from tests.meetings.minuted import AT, HERE, create_minuted
from tests.meetings.test_comments import commented
from tests.meetings.test_ruled import change_terms
from trust.tools.refusal import why_not

CLEARS = TermsOfReference(chair_clears=True)


@pytest.mark.parametrize(
    ("state", "terms", "unanswered", "refusal"),
    [
        ("circulated", CLEARS, 0, ""),
        ("circulated", TermsOfReference(), 0, NOT_BY_TERMS),
        ("circulated", None, 0, NOT_BY_TERMS),
        ("circulated", CLEARS, 2, "Two comments are not answered yet. The officers answer each before it is cleared."),
        ("draft", CLEARS, 0, "These minutes are still at the desk: circulate them before they are cleared."),
        ("cleared", CLEARS, 0, "The chair has cleared these minutes already."),
        ("approved", CLEARS, 0, "These minutes are approved and cannot be changed."),
    ],
)
def test_when_a_draft_can_be_cleared(state, terms, unanswered, refusal):
    assert why_not(check_can_clear, Minutes(state=state), terms, unanswered=unanswered) == refusal


def test_cleared_drafts_and_boards_without_the_rule_go_on_to_approval():
    assert why_not(check_cleared, Minutes(state="cleared"), CLEARS) == ""
    assert why_not(check_cleared, Minutes(state="circulated"), TermsOfReference()) == ""


def test_the_chair_clears_and_takes_it_back_with_a_reason(cast, as_):
    change_terms(cast.board, chair_clears=True)
    minutes = create_minuted(cast)
    assert "Comments close." in as_("chair").get(f"{HERE}minutes/clear/").content.decode()
    assert as_("chair").post(f"{HERE}minutes/clear/").status_code == 302
    minutes.refresh_from_db()
    assert (minutes.state, minutes.cleared_by) == ("cleared", cast.chair)
    assert as_("chair").post(f"{HERE}minutes/clear/take-back/", {"reason": ""}).status_code == 422
    as_("chair").post(f"{HERE}minutes/clear/take-back/", {"reason": "I missed 2.1."})
    minutes.refresh_from_db()
    assert (minutes.state, minutes.cleared_at) == ("circulated", None)
    reasons = [row.history_change_reason for row in minutes.history.all()[:2]]
    assert reasons == ["I missed 2.1.", "Cleared by the chair"]


def test_the_officer_reads_that_the_draft_waits_for_the_chair_who_finds_the_act(cast, as_):
    change_terms(cast.board, chair_clears=True)
    create_minuted(cast)
    assert "The chair clears the draft before it is approved." in as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert f"{HERE}minutes/clear/" in as_("chair").get(f"{HERE}minutes/").content.decode()
    assert f"{HERE}minutes/clear/" not in as_("member").get(f"{HERE}minutes/").content.decode()


def test_an_unanswered_comment_waits_first(cast, as_):
    change_terms(cast.board, chair_clears=True)
    commented(cast, create_minuted(cast))
    answer = as_("chair").post(f"{HERE}minutes/clear/")
    assert answer.status_code == 409
    assert "One comment is not answered yet." in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 403), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_the_chair_clears(cast, as_, who, status):
    change_terms(cast.board, chair_clears=True)
    minutes = create_minuted(cast)
    for page in ("clear/", "clear/take-back/"):
        assert as_(who).get(f"{HERE}minutes/{page}").status_code == status
        assert as_(who).post(f"{HERE}minutes/{page}", {"reason": "x"}).status_code == status
    minutes.refresh_from_db()
    assert minutes.state == "circulated"


def test_what_is_cleared_is_written_no_more_and_its_room_neither(cast):
    change_terms(cast.board, chair_clears=True)
    minutes = clear_minutes(minutes=create_minuted(cast), by=cast.chair, at=AT)
    assert why_not(check_attendance_open, minutes.meeting, minutes) == CIRCULATED
    assert "Return them to the desk" in why_not(check_can_be_minuted, minutes.meeting, minutes)

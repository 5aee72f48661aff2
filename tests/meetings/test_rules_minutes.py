"""Rules of the way of the minutes, as tables without a database (DOMAIN rules 1, 4, 7, 11, 12)."""

import datetime as dt

import pytest

from boards.models import Board, TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.rules import approval, circulation, publication
from meetings.rules.checks import Finding
from meetings.rules.minutes import NEXT, check_can_become
from trust.tools.refusal import why_not

DAY = dt.date(2025, 10, 14)
LATER = dt.date(2025, 11, 11)
TODAY = dt.date(2025, 11, 12)
NOTED = "Corrections are noted against this text. Take them away first, then return it to the desk."
MENDED = "Nobody came. That must be mended before the draft goes out."
NOT_ITS_OWN = "Minutes are approved by a board that held the meeting."
AT_THE_DESK = "These minutes are still at the desk: circulate them before they are approved."
NOT_AT_MEETINGS = "By its terms of reference this board does not approve its minutes at a meeting."
NONE_AT = "By its terms this board approves no minutes at {} meeting: the next ordinary one can."
WHY_WITHDRAWN = "Say why publication is withdrawn: the history of the minutes keeps it."
LOCKED = "These minutes are approved and cannot be changed."


def minutes_in(state: str, **fields: object) -> Minutes:
    return Minutes(state=state, **fields)


def meeting_on(day: dt.date = LATER, pk: int = 2, **fields: object) -> Meeting:
    return Meeting(**{"pk": pk, "date": day, "board_id": 1, "state": "held"} | fields)


def test_every_state_is_in_the_table():
    assert set(NEXT) == set(Minutes.State.values)
    assert all(state in NEXT for following in NEXT.values() for state in following)


@pytest.mark.parametrize(
    ("was", "becomes", "refusal"),
    [
        ("draft", "circulated", ""),
        ("circulated", "draft", ""),
        ("circulated", "approved", ""),
        ("approved", "signed", ""),
        ("draft", "approved", AT_THE_DESK),
        ("draft", "draft", "These minutes are at the desk already."),
        ("circulated", "circulated", "These minutes have been circulated already."),
        ("approved", "approved", "These minutes have been approved already."),
        ("signed", "approved", "These minutes have been approved and signed already."),
        ("approved", "draft", LOCKED),
        ("signed", "circulated", LOCKED),
        ("draft", "signed", "Minutes that are draft cannot become signed."),
    ],
)
def test_one_state_follows_another(was, becomes, refusal):
    assert why_not(check_can_become, minutes_in(was), becomes) == refusal


@pytest.mark.parametrize(
    ("meeting", "findings", "refusal"),
    [
        (meeting_on(DAY), [], ""),
        (meeting_on(DAY), [Finding("no_minute", "A gap.")], ""),
        (
            meeting_on(DAY),
            [Finding("no_minute", "A gap."), Finding("attendance", "Nobody came.", weight="stops")],
            MENDED,
        ),
        (meeting_on(dt.date(2025, 12, 1)), [], "The meeting of Monday 1 December 2025 has not been held yet."),
        (meeting_on(DAY, state="cancelled"), [], "The meeting of Tuesday 14 October 2025 was cancelled."),
    ],
)
def test_what_bars_circulation(meeting, findings, refusal):
    assert why_not(circulation.check_can_circulate, minutes_in("draft"), meeting, findings, on=TODAY) == refusal


@pytest.mark.parametrize(
    ("state", "reason", "corrections", "refusal"),
    [
        ("circulated", "A paragraph is missing.", 0, ""),
        ("circulated", "  ", 0, "Say why the minutes go back to the desk: the history of the minutes keeps it."),
        ("circulated", "Why", 1, NOTED),
        ("draft", "Why", 0, "These minutes are at the desk already."),
        ("approved", "Why", 0, LOCKED),
    ],
)
def test_returning_to_the_desk(state, reason, corrections, refusal):
    check = circulation.check_can_return_to_desk
    assert why_not(check, minutes_in(state), reason, corrections=corrections) == refusal


@pytest.mark.parametrize(
    ("state", "own", "at", "refusal"),
    [
        ("circulated", meeting_on(DAY, 1), meeting_on(), ""),
        ("circulated", meeting_on(DAY, 1), meeting_on(dt.date(2026, 3, 1)), ""),
        ("circulated", meeting_on(LATER, 2), meeting_on(), "Minutes are not approved at the meeting they are of."),
        (
            "circulated",
            meeting_on(dt.date(2025, 12, 1), 3),
            meeting_on(),
            "The meeting of Tuesday 11 November 2025 was before that of Monday 1 December 2025 "
            "and cannot approve its minutes.",
        ),
        ("circulated", meeting_on(DAY, 1), meeting_on(board_id=9), NOT_ITS_OWN),
        ("draft", meeting_on(DAY, 1), meeting_on(), AT_THE_DESK),
        ("approved", meeting_on(DAY, 1), meeting_on(), "These minutes have been approved already."),
    ],
)
def test_which_minutes_a_meeting_can_approve(state, own, at, refusal):
    assert why_not(approval.check_can_approve, minutes_in(state), own, at, [Board(pk=1)]) == refusal


@pytest.mark.parametrize(
    ("at", "terms", "inquorate", "presiding", "refusal"),
    [
        (meeting_on(), {}, "", "Rhiannon Vale", ""),
        (meeting_on(), None, "", "Rhiannon Vale", ""),
        (meeting_on(), {}, "", "  ", "Say who presided at the approving meeting."),
        (
            meeting_on(),
            {},
            "1 seat filled.",
            "R",
            "The meeting was not quorate and cannot approve minutes. 1 seat filled.",
        ),
        (meeting_on(), {"approves_minutes": False}, "", "R", NOT_AT_MEETINGS),
        (meeting_on(kind="extraordinary"), {}, "", "R", NONE_AT.format("an extraordinary")),
        (meeting_on(kind="special"), {}, "", "R", NONE_AT.format("a special")),
        (meeting_on(kind="extraordinary"), {"extraordinary_may_approve": True}, "", "R", ""),
        (meeting_on(dt.date(2025, 12, 1)), {}, "", "R", "The meeting of Monday 1 December 2025 has not been held yet."),
        (meeting_on(state="postponed"), {}, "", "R", "The meeting of Tuesday 11 November 2025 was postponed."),
    ],
)
def test_domain_4_whether_a_meeting_can_approve_minutes_at_all(at, terms, inquorate, presiding, refusal):
    given = TermsOfReference(**terms) if terms is not None else None
    asked = {"terms": given, "inquorate": inquorate, "presiding": presiding, "on": TODAY}
    assert why_not(approval.check_can_approve_at, at, **asked) == refusal


def test_joint_meetings_are_approved_by_each_board():
    assert not approval.is_approved_by_all([Board(pk=1), Board(pk=2)], [1])
    assert approval.is_approved_by_all([Board(pk=1), Board(pk=2)], [2, 1])
    assert (
        why_not(approval.check_not_approved_there, [1], meeting_on())
        == "This board has approved these minutes already."
    )
    assert why_not(approval.check_not_approved_there, [2], meeting_on()) == ""


@pytest.mark.parametrize(
    ("corrections", "words"),
    [
        ([], "The minutes of the meeting of Tuesday 14 October 2025 were approved as a correct record."),
        (
            [("2.3", "three years", "two years"), ("4.1", "very", ""), ("", "secret", "more")],
            "The minutes of the meeting of Tuesday 14 October 2025 were approved as a correct record, with these "
            "corrections:\n\n- 2.3: “three years” to read “two years”\n- 4.1: “very” left out\n"
            "- a correction to an item in private",
        ),
    ],
)
def test_what_the_approving_minutes_say(corrections, words):
    assert approval.approval_words(meeting_on(DAY), corrections) == words


PUBLISHED = {"published_at": dt.datetime(2025, 11, 12, tzinfo=dt.UTC)}


@pytest.mark.parametrize(
    ("minutes", "signatory", "is_out", "refusal"),
    [
        (minutes_in("signed"), "presiding", False, ""),
        (minutes_in("approved"), "nobody", False, ""),
        (minutes_in("approved"), "chair", False, "These minutes are not signed yet. They are published once they are."),
        (minutes_in("circulated"), "nobody", False, "Only approved minutes are published."),
        (minutes_in("signed"), "presiding", True, "These minutes are published already."),
    ],
)
def test_publishing(minutes, signatory, is_out, refusal):
    assert why_not(publication.check_can_publish, minutes, signatory=signatory, is_out=is_out) == refusal


@pytest.mark.parametrize(
    ("is_published", "reason", "refusal"),
    [
        (True, "A name was told.", ""),
        (True, "", WHY_WITHDRAWN),
        (False, "Why", "These minutes are not published."),
    ],
)
def test_withdrawing_publication(is_published, reason, refusal):
    assert why_not(publication.check_can_withdraw, is_published=is_published, reason=reason) == refusal

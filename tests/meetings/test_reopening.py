"""Approved minutes are opened again with a reason; the version left behind stays (demand 7)."""

import re

import pytest

from meetings.models import Correction, Minutes, Seal
from meetings.operations.approval import approve_minutes
from meetings.operations.correction import note_correction
from meetings.operations.reopening import reopen_minutes
from meetings.queries.minutes import minutes_document
from meetings.rules.reopening import check_can_reopen
from tests.meetings.minuted import AT, HERE, create_following, create_minuted
from tests.meetings.test_approval import approve
from trust.tools.refusal import why_not

NOT_APPROVED = "Only approved minutes are reopened: these can still be corrected, or returned to the desk."


@pytest.mark.parametrize(
    ("state", "reason", "refusal"),
    [
        ("approved", "A figure is wrong.", ""),
        ("signed", "A figure is wrong.", ""),
        ("approved", " ", "Say why the minutes are opened again: everybody who reads them later reads it."),
        ("circulated", "Why", NOT_APPROVED),
        ("draft", "Why", NOT_APPROVED),
    ],
)
def test_what_can_be_reopened(state, reason, refusal):
    assert why_not(check_can_reopen, Minutes(state=state), reason) == refusal


def marked(page: str) -> list[tuple[str, str]]:
    """The words taken out and put in, without what only a listener hears."""
    compared = re.sub(r"<span.*?</span>", "", page.split('class="c-compared__label"', 1)[1])
    return re.findall(r"<(del|ins)>(.*?)</", compared)


@pytest.fixture
def corrected(cast):
    """Minutes approved with one correction."""
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    note_correction(block=block, text="Five options were presented.", by=cast.clerk)
    approve(cast, minutes, following)
    minutes.refresh_from_db()
    return minutes


def test_demand_7_reopened_they_are_a_draft_of_the_next_version_and_say_why(cast, as_, corrected):
    page = as_("clerk").post(f"{HERE}minutes/reopen/", {"reason": "The figure is wrong."}, follow=True)
    assert "Version 1 was opened again on" in page.content.decode()
    assert "The figure is wrong." in page.content.decode()
    corrected.refresh_from_db()
    assert (corrected.state, corrected.version, corrected.approved_at) == ("circulated", 2, None)
    left = corrected.reopenings.get()
    assert (left.version_left, left.reason, left.by) == (1, "The figure is wrong.", cast.clerk)
    assert list(Seal.objects.values_list("event", "version")) == [("approved", 1), ("reopened", 1)]


def test_corrections_and_approvals_are_of_their_version(cast, corrected):
    reopen_minutes(minutes=corrected, reason="The figure is wrong.", by=cast.clerk, at=AT)
    document = minutes_document(corrected.meeting, edition="full", with_exempt=True)
    assert (document.corrections, document.is_draft) == ((), True)
    block = corrected.blocks.get(text="Five options were presented.")
    note_correction(block=block, text="Six options were presented.", by=cast.clerk)
    at_meeting = corrected.approvals.get().at_meeting
    approve_minutes(sets=[corrected], at_meeting=at_meeting, item=None, presiding="R", by=cast.clerk, at=AT)
    corrected.refresh_from_db()
    assert (corrected.state, corrected.version, corrected.approvals.count()) == ("approved", 2, 2)
    again = minutes_document(corrected.meeting, edition="full", with_exempt=True)
    assert [(one.was, one.becomes) for one in again.corrections] == [("Five", "Six")]
    assert Correction.objects.filter(minutes=corrected).count() == 2


def test_without_a_reason_nothing_is_opened(as_, corrected):
    assert as_("clerk").post(f"{HERE}minutes/reopen/", {"reason": ""}).status_code == 422
    corrected.refresh_from_db()
    assert (corrected.state, corrected.version) == ("approved", 1)


@pytest.mark.parametrize(
    ("who", "status"),
    [("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_the_officers_reopen(as_, corrected, who, status):
    assert as_(who).get(f"{HERE}minutes/reopen/").status_code == status
    assert as_(who).post(f"{HERE}minutes/reopen/", {"reason": "x"}).status_code == status
    assert not corrected.reopenings.exists()


def test_the_draft_stands_beside_the_corrected_text_word_by_word(as_, corrected):
    page = as_("member").get(f"{HERE}minutes/compared/").content.decode()
    assert "As circulated, and as corrected when the minutes were approved." in page
    assert marked(page) == [("del", "Four"), ("ins", "Five")]


def test_before_approval_it_shows_what_the_corrections_will_make_of_it(cast, as_):
    minutes = create_minuted(cast)
    block = minutes.blocks.get(text="The price is high.")
    note_correction(block=block, text="The price is low.", by=cast.clerk)
    page = as_("member").get(f"{HERE}minutes/compared/").content.decode()
    assert marked(page) == [("del", "high"), ("ins", "low")]
    assert as_("public").get(f"{HERE}minutes/compared/").status_code == 404

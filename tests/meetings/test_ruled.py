"""Corrections are accepted on approval, or not and why; who approves is the terms' (demands 6 to 8; DOMAIN 4, 7)."""

import datetime as dt

import pytest

from boards.models import TermsOfReference
from meetings.models import Correction, Seal
from meetings.operations.correction import note_correction, note_record_correction
from meetings.queries.approval import approving_meeting, sets_before
from meetings.queries.minutes import minutes_document
from tests.factories import create_action, create_board, create_meeting
from tests.meetings.minuted import FOLLOWING, NEXT, create_following, create_minuted
from tests.meetings.test_approval import approve
from trust.tools.refusal import why_not

CHOSEN = {"minutes": ["executive-group/2025-10-14"], "item": "item-1.1", "presiding": "Rhiannon Vale"}


def noted_in(minutes, cast) -> Correction:
    block = minutes.blocks.get(text="Four options were presented.")
    return note_correction(block=block, text="Five options were presented.", by=cast.clerk)


def change_terms(board, **fields) -> None:
    TermsOfReference.objects.filter(board=board).update(**fields)


def test_a_correction_not_accepted_needs_its_reason_and_nothing_chosen_is_lost(cast, as_):
    minutes, _ = create_minuted(cast), create_following(cast)
    noted = noted_in(minutes, cast)
    page = as_("clerk").post(f"{NEXT}minutes/approve/check/", CHOSEN | {f"ruling-{noted.pk}": "not_accepted"})
    assert page.status_code == 422
    text = page.content.decode()
    assert "Say why the correction was not accepted: the approving minutes record it." in text
    assert "checked" in text.split('value="not_accepted"')[1].split(">")[0]


def test_a_correction_not_accepted_is_told_with_its_reason_and_not_made(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    noted = noted_in(minutes, cast)
    ruled = {f"ruling-{noted.pk}": "not_accepted", f"reason-{noted.pk}": "There were four."}
    assert as_("clerk").post(f"{NEXT}minutes/approve/check/", CHOSEN | ruled).status_code == 302
    noted.refresh_from_db()
    assert (noted.state, noted.reason) == ("not_accepted", "There were four.")
    assert minutes.blocks.filter(text="Four options were presented.").exists()
    said = following.minutes.blocks.get().text
    assert "This correction was not accepted:\n\n- 2.1: “Four” to read “Five”. There were four." in said
    assert minutes_document(minutes.meeting, edition="full", with_exempt=True).corrections == ()


def test_who_was_there_is_corrected_beside_the_list(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    note_record_correction(minutes=minutes, was="Joss Lindqvist", becomes="Joss Lindqvist, from item 2", by=cast.clerk)
    approve(cast, minutes, following, item=following.items.get())
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert [(one.number, one.becomes) for one in document.corrections] == [
        ("Who was there", "Joss Lindqvist, from item 2")
    ]
    assert "Who was there: “Joss Lindqvist” to read" in following.minutes.blocks.get().text


def test_approval_is_sealed(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    approve(cast, minutes, following)
    assert Seal.objects.get(minutes=minutes).event == "approved"


def test_by_the_terms_another_board_approves(cast):
    parent = create_board("Parent Group")
    change_terms(cast.board, approving_board=parent)
    minutes, following = create_minuted(cast), create_following(cast)
    assert why_not(approve, cast, minutes, following) == (
        "By the board’s terms its minutes are approved by the Parent Group."
    )
    at_parent = create_meeting(parent, FOLLOWING, state="held")
    assert [(one.elsewhere, one.refusal) for one in sets_before(at_parent)] == [("Executive Group", "")]
    assert approving_meeting(minutes.meeting) == at_parent


@pytest.mark.parametrize("visibility", ["members", "public"])
def test_whoever_approves_reads_what_is_approved_and_not_its_exempt_matter(cast, as_, visibility):
    change_terms(cast.board, approving_board=cast.other_board)
    type(cast.board).objects.filter(pk=cast.board.pk).update(visibility=visibility)
    minutes, reader = create_minuted(cast), as_("member_of_another_partner")
    action = create_action(cast.board, "Bring the figures", meeting=minutes.meeting)
    page = reader.get(minutes.get_absolute_url())
    assert page.status_code == 200
    assert action.get_absolute_url() not in page.content.decode()
    assert "Bring the figures" in page.content.decode()
    assert "Four options were presented." in page.content.decode()
    assert "The price is high." not in page.content.decode()
    assert as_("public").get(minutes.get_absolute_url()).status_code == 404
    type(minutes).objects.filter(pk=minutes.pk).update(state="draft", circulated_at=None, circulated_by=None)
    assert reader.get(minutes.get_absolute_url()).status_code == 404


def test_terms_of_another_day_open_nothing_to_the_board_they_named(cast, as_):
    minutes = create_minuted(cast)
    day = minutes.meeting.date + dt.timedelta(days=1)
    TermsOfReference.objects.filter(board=cast.board).update(to_date=minutes.meeting.date)
    later = {"version": "2", "status": "in_force", "from_date": day}
    TermsOfReference.objects.create(board=cast.board, approving_board=cast.other_board, **later)
    assert as_("member_of_another_partner").get(minutes.get_absolute_url()).status_code == 404


def test_an_extraordinary_meeting_is_passed_over(cast):
    minutes = create_minuted(cast)
    extraordinary = create_meeting(cast.board, FOLLOWING, kind="extraordinary", state="held")
    ordinary = create_meeting(cast.board, dt.date(2025, 12, 9), state="held")
    assert approving_meeting(minutes.meeting) == ordinary
    assert "the next ordinary one can" in why_not(approve, cast, minutes, extraordinary)
    change_terms(cast.board, extraordinary_may_approve=True)
    assert approving_meeting(minutes.meeting) == extraordinary


def test_what_the_chair_has_not_cleared_is_not_approved_where_the_terms_ask_for_it(cast):
    change_terms(cast.board, chair_clears=True)
    minutes, following = create_minuted(cast), create_following(cast)
    refusal = "By the board’s terms its chair clears a draft before it is approved, and has not cleared this one."
    assert why_not(approve, cast, minutes, following) == refusal
    assert [one.refusal for one in sets_before(following)] == [refusal]


def test_after_one_board_approved_its_words_wait_for_the_other(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    minutes.meeting.joint_boards.add(create_board("Joint Group"))
    noted = noted_in(minutes, cast)
    approve(cast, minutes, following)
    noted.refresh_from_db()
    assert noted.state == "accepted"
    block = minutes.blocks.get(text="Four options were presented.")
    refusal = why_not(note_correction, block=block, text="Six options were presented.", by=cast.clerk)
    assert refusal.startswith("The Executive Group has approved these words already.")


@pytest.mark.parametrize("who", ["member", "chair"])
def test_nobody_but_the_officer_rules_on_corrections(cast, as_, who):
    minutes, _ = create_minuted(cast), create_following(cast)
    noted = noted_in(minutes, cast)
    answer = as_(who).post(f"{NEXT}minutes/approve/check/", CHOSEN | {f"ruling-{noted.pk}": "accepted"})
    noted.refresh_from_db()
    assert (answer.status_code, noted.state) == (403, "proposed")

"""Approval at a later meeting, with corrections; then the record is locked (issue 2 §3.6; demands 6 to 8)."""

import datetime as dt

import pytest

from boards.models import Board
from meetings.models import Approval, Attendance, Minutes
from meetings.operations.approval import approve_minutes
from meetings.operations.correction import note_correction, take_correction_away
from meetings.queries.minutes import minutes_document
from tests.factories import create_board, create_minutes
from tests.meetings.minuted import AT, HERE, NEXT, create_following, create_minuted
from trust.tools.refusal import Refused, why_not


def approve(cast, minutes, at_meeting, **given):
    asked = {"item": None, "presiding": "Rhiannon Vale", "by": cast.clerk, "at": AT} | given
    return approve_minutes(sets=[minutes], at_meeting=at_meeting, **asked)


def test_the_clerk_approves_step_by_step(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    first = as_("clerk").get(f"{NEXT}minutes/approve/")
    assert first.context["form"].initial["presiding"] == "Rhiannon Vale"
    chosen = {"minutes": ["executive-group/2025-10-14"], "item": "item-1.1", "presiding": "Rhiannon Vale"}
    second = as_("clerk").get(f"{NEXT}minutes/approve/check/", chosen).content.decode()
    assert "Approved as they stand" in second
    assert "Approve and lock" in second
    last = as_("clerk").post(f"{NEXT}minutes/approve/check/", chosen, follow=True)
    assert last.redirect_chain == [(f"{NEXT}minutes/approved/", 302)]
    minutes.refresh_from_db()
    assert minutes.state == "approved"
    assert minutes.approvals.get().at_meeting == following


def test_the_approving_minutes_say_so_under_their_item(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    note_correction(block=block, text="Five options were presented.", by=cast.clerk)
    approve(cast, minutes, following, item=following.items.get())
    said = following.minutes.blocks.get()
    assert said.decision.kind == "approved"
    assert "approved as a correct record, with this correction:" in said.text
    assert "2.1: “Four” to read “Five”" in said.text


def test_domain_11_corrections_are_made_and_the_draft_s_words_kept(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    note_correction(block=block, text="Five options were presented.", by=cast.clerk)
    approve(cast, minutes, following)
    block.refresh_from_db()
    minutes.refresh_from_db()
    assert block.text == "Five options were presented."
    assert minutes.version == 1
    assert [row.text for row in block.history.all()] == ["Five options were presented.", "Four options were presented."]
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert [(one.number, one.was, one.becomes) for one in document.corrections] == [("2.1", "Four", "Five")]


def test_a_correction_to_exempt_matter_is_not_told_in_the_approving_minutes(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.get(text="The price is high.")
    note_correction(block=block, text="The price is low.", by=cast.clerk)
    approve(cast, minutes, following, item=following.items.get())
    assert "price" not in following.minutes.blocks.get().text


def test_approved_as_they_stand_the_fingerprint_is_the_draft_s(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    draft = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    approve(cast, minutes, following)
    approved = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert approved.text_sha256 == draft.text_sha256
    assert approved.state == "Approved 11 November 2025"
    assert approved.approval == ("Approved at the meeting on Tuesday 11 November 2025, Rhiannon Vale presiding.",)


def test_approved_minutes_keep_the_next_meeting_as_it_was(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    approve(cast, minutes, following)
    following.venue = "Elsewhere"
    following.save()
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert document.items[-1].calendar == "Tuesday 11 November 2025, 2pm, Civic Centre, Room 2"
    assert document.next_meeting == "Tuesday 11 November 2025, 2pm, Elsewhere"


def test_demand_8_several_sets_at_once_or_none(cast):
    first = create_minuted(cast, date=dt.date(2025, 9, 9))
    second, following = create_minuted(cast, state="draft"), create_following(cast)
    both = {"sets": [first, second], "at_meeting": following, "item": None, "presiding": "R", "by": cast.clerk}
    with pytest.raises(Refused, match="still at the desk"):
        approve_minutes(**both, at=AT)
    assert not Approval.objects.exists()
    second.state, second.circulated_at, second.circulated_by = "circulated", AT, cast.clerk
    second.save()
    approve_minutes(**both, at=AT)
    assert Minutes.objects.filter(state="approved").count() == 2


def test_an_inquorate_meeting_does_not_approve(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    Attendance.objects.filter(meeting=following, name="Joss Lindqvist").update(status="apologies")
    refusal = why_not(approve, cast, minutes, following)
    assert refusal.startswith("The meeting was not quorate and cannot approve minutes. 1 of 2 voting seats filled")
    assert refusal in as_("clerk").get(f"{NEXT}minutes/approve/").content.decode()


def test_without_attendance_nothing_is_held_against_the_meeting(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    Attendance.objects.filter(meeting=following).update(status="expected", is_presiding=False)
    approve(cast, minutes, following)
    minutes.refresh_from_db()
    assert minutes.state == "approved"


def test_who_approves_without_attendance_is_told_that_quorum_is_not_known(cast, as_):
    create_minuted(cast)
    following = create_following(cast)
    assert "Nobody is marked" not in as_("clerk").get(f"{NEXT}minutes/approve/").content.decode()
    Attendance.objects.filter(meeting=following).update(status="expected", is_presiding=False)
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "Rhiannon Vale"}
    for page in (f"{NEXT}minutes/approve/", f"{NEXT}minutes/approve/check/"):
        assert "Nobody is marked as present." in as_("clerk").get(page, chosen).content.decode()


def test_a_locked_record_says_that_it_is_and_offers_nothing(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    note_correction(block=block, text="Five options were presented.", by=cast.clerk)
    approve(cast, minutes, following)
    correcting = as_("clerk").get(f"{HERE}minutes/corrections/{block.pk}/")
    assert correcting.status_code == 200
    assert "These minutes are approved and cannot be changed." in correcting.content.decode()
    assert "Leave it circulated" not in as_("clerk").get(f"{HERE}minutes/return/").content.decode()


def test_a_joint_meeting_is_approved_by_each_board(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    other = create_board("Joint Group")
    minutes.meeting.joint_boards.add(other)
    approve(cast, minutes, following)
    minutes.refresh_from_db()
    assert minutes.state == "circulated"
    assert why_not(approve, cast, minutes, following) == "This board has approved these minutes already."


def test_domain_7_the_check_page_of_a_joint_set_says_that_another_board_still_waits(cast, as_):
    minutes, _ = create_minuted(cast), create_following(cast)
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.PUBLIC)
    minutes.meeting.joint_boards.add(cast.other_board)
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "Rhiannon Vale"}
    page = as_("clerk").get(f"{NEXT}minutes/approve/check/", chosen).content.decode()
    assert "stay as circulated until the Safer Streets Group has approved them as well" in page
    assert "locked and sealed: text" not in page
    assert "Approve and lock" not in page
    said = as_("clerk").post(f"{NEXT}minutes/approve/check/", chosen, follow=True).content.decode()
    assert "when the last of them has approved it" in said
    assert "they sign first" not in said


def test_domain_7_a_board_that_the_officer_may_not_know_of_is_not_named_on_the_check_page(cast, as_):
    minutes, _ = create_minuted(cast), create_following(cast)
    hidden = create_board("Hidden Group", visibility="members")
    minutes.meeting.joint_boards.add(hidden)
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "Rhiannon Vale"}
    page = as_("clerk").get(f"{NEXT}minutes/approve/check/", chosen).content.decode()
    assert "until one other board has approved them as well" in page
    assert "Hidden Group" not in page


def test_an_approval_that_the_minutes_can_no_longer_tell_is_refused(cast):
    minutes, following = create_minuted(cast), create_following(cast)
    create_minutes(following, state="circulated", circulated_at=AT, circulated_by=cast.clerk)
    refusal = why_not(approve, cast, minutes, following, item=following.items.get())
    assert refusal.startswith("The approval cannot be told under item 1.1 of this meeting.")
    minutes.refresh_from_db()
    assert (minutes.state, minutes.approvals.count()) == ("circulated", 0)
    assert approve(cast, minutes, following)


def test_a_stale_form_after_approval_is_refused_in_a_sentence(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    block = minutes.blocks.first()
    approve(cast, minutes, following)
    stale = as_("clerk").post(f"{HERE}minutes/corrections/{block.pk}/", {"text": "Changed."})
    assert stale.status_code == 409
    assert "These minutes are approved and cannot be changed." in stale.content.decode()
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "R"}
    assert as_("clerk").post(f"{NEXT}minutes/approve/check/", chosen).status_code == 422


def test_a_correction_is_taken_away(cast, as_):
    minutes = create_minuted(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    first = note_correction(block=block, text="Five options were presented.", by=cast.clerk)
    second = note_correction(block=block, text="Five choices were presented.", by=cast.clerk)
    third = note_correction(block=block, text="Six choices were presented.", by=cast.clerk)
    assert why_not(take_correction_away, correction=first, by=cast.clerk).startswith("A later correction")
    as_("clerk").post(f"{HERE}minutes/corrections/{third.pk}/take-away/")
    assert list(minutes.corrections.all()) == [first, second]


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_the_clerk_approves_and_corrects(cast, as_, who, status):
    minutes = create_minuted(cast)
    create_following(cast)
    block = minutes.blocks.first().pk
    addresses = [f"{NEXT}minutes/approve/", f"{NEXT}minutes/approve/check/", f"{NEXT}minutes/approved/"]
    addresses += [f"{HERE}minutes/corrections/", f"{HERE}minutes/corrections/{block}/"]
    for address in addresses:
        assert as_(who).get(address).status_code == status, address
        assert as_(who).post(address).status_code in (status, 405), address


def test_a_paragraph_of_other_minutes_is_not_found(cast, as_):
    create_minuted(cast)
    elsewhere = create_minuted(cast, date=dt.date(2025, 9, 9)).blocks.first()
    assert as_("clerk").get(f"{HERE}minutes/corrections/{elsewhere.pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "desk/"])
def test_demand_8_the_item_of_the_last_minutes_leads_to_approval(cast, as_, page):
    create_following(cast)
    assert f"{NEXT}minutes/approve/" in as_("clerk").get(f"{NEXT}{page}").content.decode()
    assert f"{NEXT}minutes/approve/" not in as_("member").get(f"{NEXT}{page}").content.decode()


def moved(cast, following) -> dict[str, Attendance]:
    rows = {who: following.attendances.get(name=cast.person(who).name) for who in ("chair", "member")}
    return {"mover": rows["chair"], "seconder": rows["member"]}


def test_h10_who_proposed_and_seconded_the_approval_is_chosen_and_printed(cast, as_):
    create_minuted(cast)
    following = create_following(cast)
    said = {name: row.pk for name, row in moved(cast, following).items()}
    chosen = {"minutes": ["executive-group/2025-10-14"], "item": "item-1.1", "presiding": "Rhiannon Vale"} | said
    check = as_("clerk").get(f"{NEXT}minutes/approve/check/", chosen).content.decode()
    assert "Rhiannon Vale, seconded by Joss Lindqvist" in check
    assert as_("clerk").post(f"{NEXT}minutes/approve/check/", chosen).status_code == 302
    document = minutes_document(following, edition="full", with_exempt=True)
    (block,) = next(line for line in document.items if line.number == "1.1").blocks
    assert "Moved by Rhiannon Vale, seconded by Joss Lindqvist." in block.decision.details


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"mover": None}, "Say who moved it as well."),
        ({"seconder": "mover"}, "Nobody seconds their own motion."),
        ({"item": None}, "Choose the item under which the minutes are to say who moved it, or leave it unsaid."),
    ],
)
def test_h10_what_cannot_be_told_of_proposer_and_seconder_is_refused(cast, changed, says):
    minutes, following = create_minuted(cast), create_following(cast)
    given = moved(cast, following) | {"item": following.items.get()}
    changed = {name: given[value] if value else None for name, value in changed.items()}
    assert why_not(approve, cast, minutes, following, **given | changed) == says
    minutes.refresh_from_db()
    assert minutes.state == "circulated"


def test_h10_nobody_seconds_who_was_not_in_the_room(cast, as_):
    minutes, following = create_minuted(cast), create_following(cast)
    elsewhere = minutes.meeting.attendances.get(name="Joss Lindqvist")
    offered = as_("clerk").get(f"{NEXT}minutes/approve/").context["form"].fields["seconder"].queryset
    assert elsewhere not in offered
    given = moved(cast, following) | {"item": following.items.get(), "seconder": elsewhere}
    assert why_not(approve, cast, minutes, following, **given).startswith("Joss Lindqvist was not in the room for")
    assert not following.approvals_given.exists()


def test_checking_an_approval_with_nothing_chosen_leads_back_to_the_choice(cast, as_):
    create_following(cast)
    asked = as_("clerk").get(f"{NEXT}minutes/approve/check/")
    assert (asked.status_code, asked["Location"]) == (302, f"{NEXT}minutes/approve/")


def test_minutes_of_the_meeting_itself_are_refused_in_a_sentence(cast, as_):
    create_minuted(cast)
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "Rhiannon Vale"}
    refused = as_("clerk").post(f"{HERE}minutes/approve/check/", chosen)
    assert refused.status_code == 422
    assert "cannot be approved at this meeting: they are its own" in refused.content.decode()

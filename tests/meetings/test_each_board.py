"""A joint meeting: two bodies, one sitting, each with its own attendance, quorum and votes (DOMAIN rule 34)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from boards.models import Board, SeatHolding, TermsOfReference
from meetings.models import Attendance, Meeting
from meetings.operations.attendance import bring_up_to_date, open_attendance, record_attendance
from meetings.operations.deciding import decide_item
from meetings.operations.joint import sit_jointly
from meetings.operations.voting import record_votes
from meetings.queries.attendance import attendance_list
from meetings.queries.minutes import minutes_document
from meetings.queries.seats_since import seats_since
from meetings.rules.voting import Recorded
from tests.factories import (
    LONG_AGO,
    create_block,
    create_item,
    create_meeting,
    create_minutes,
    create_person,
    create_seat,
)
from tests.meetings.deciding import create_decision, set_terms
from tests.meetings.minuted import AT, HERE, NEXT, create_following, in_state
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db
ALL = ("Rhiannon Vale", "Joss Lindqvist", "Oyin Adeyemi", "Una Marsh")


@pytest.fixture
def joint(cast) -> Meeting:
    """Both boards sit; Joss Lindqvist has a seat on each. The other board's quorum is two voting seats."""
    set_terms(cast)
    TermsOfReference.objects.filter(board=cast.other_board).update(voting="majority")
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.PUBLIC)
    create_seat(cast.other_board, partner=cast.police, holder=create_person("Una Marsh", partner=cast.police))
    seat = create_seat(cast.other_board, partner=cast.health)
    SeatHolding.objects.create(seat=seat, person=cast.person("member"), from_date=LONG_AGO)
    meeting = create_meeting(cast.board)
    open_attendance(meeting=meeting, by=cast.clerk)
    return sit_jointly(meeting=meeting, boards=[cast.other_board], by=cast.clerk)


def come(cast, meeting: Meeting, *names: str) -> None:
    for name in names:
        record_attendance(attendance=meeting.attendances.get(name=name), status="present", by=cast.clerk, at=AT)
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    meeting.refresh_from_db()


def vote(cast, meeting: Meeting, by: str = "person", **by_name: str):
    """A decision with votes by first name, and how it went."""
    (decision,) = create_decision(meeting)
    rows = {row.name.split()[0].lower(): row.pk for row in meeting.attendances.all()}
    recorded = Recorded(named={rows[name]: choice for name, choice in by_name.items()}, roll=True, counted=by)
    record_votes(decision=decision, recorded=recorded, by=cast.clerk)
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    decision.refresh_from_db()
    return decision


def test_domain_34_members_of_both_boards_are_on_the_list_and_whoever_is_on_both_once(cast, joint):
    rows = {row.name: row for row in joint.attendances.all()}
    assert set(ALL) <= set(rows)
    assert [seat.board for seat in rows["Joss Lindqvist"].also_for.all()] == [cast.other_board]
    assert rows["Una Marsh"].seat.board == cast.other_board


def test_domain_34_a_board_that_no_longer_sits_takes_its_members_off_the_list(cast, joint):
    sit_jointly(meeting=joint, boards=[], by=cast.clerk)
    assert not joint.attendances.filter(seat__board=cast.other_board).exists()
    assert not joint.attendances.get(name="Joss Lindqvist").also_for.exists()


def test_domain_34_the_list_does_not_say_that_members_of_the_other_board_left(joint):
    assert seats_since(joint, attendance_list(joint).rows) == []


@pytest.mark.parametrize(("names", "met", "heading"), [
    (("Rhiannon Vale", "Joss Lindqvist"), False, "Quorum not met of Safer Streets Group"),
    (("Joss Lindqvist", "Una Marsh"), False, "Quorum not met of Executive Group"),
    (("Rhiannon Vale", "Joss Lindqvist", "Una Marsh"), True, "Quorum met"),
])  # fmt: skip
def test_domain_34_each_board_has_its_own_quorum(cast, joint, names, met, heading):
    come(cast, joint, *names)
    found = attendance_list(joint).quorum
    assert (found.met, found.heading) == (met, heading)
    assert "Executive Group: " in found.sentence
    assert "Safer Streets Group: " in found.sentence


def test_domain_34_the_minutes_say_for_each_board_who_was_there_and_whether_it_was_quorate(cast, joint):
    come(cast, joint, "Rhiannon Vale", "Joss Lindqvist")
    create_block(create_minutes(joint), create_item(joint, number="2.0"), "The plan was heard.")
    said = minutes_document(joint, edition="full", with_exempt=True).others
    assert "Present for the Executive Group: Rhiannon Vale and Joss Lindqvist. It was quorate." in said
    assert "Present for the Safer Streets Group: Joss Lindqvist. It was not quorate." in said


def test_domain_34_who_only_watches_or_takes_the_minutes_is_there_for_no_board(cast, joint):
    watcher = create_person("Ivo Marsh", partner=cast.police)
    create_seat(cast.board, partner=cast.police, holder=watcher, role="observer", voting=False)
    bring_up_to_date(meeting=joint, by=cast.clerk)
    come(cast, joint, "Rhiannon Vale", "Kirsty Sandhu", "Ivo Marsh")
    said = " ".join(minutes_document(joint, edition="full", with_exempt=True).others)
    assert "Present for the Executive Group: Rhiannon Vale." in said


def test_domain_34_page_and_minutes_are_named_after_both_boards(cast, as_, joint):
    both = "Executive Group and Safer Streets Group"
    page = as_("clerk").get(HERE).content.decode()
    assert f"<h1>{both}</h1>" in page
    assert f"– {both}" in page.split("</title>")[0]
    create_block(create_minutes(joint), create_item(joint, number="2.0"), "The plan was heard.")
    assert minutes_document(joint, edition="full", with_exempt=True).board == both
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.MEMBERS)
    assert minutes_document(joint, edition="public").board == "Executive Group and another board"


def test_domain_34_the_public_is_not_told_the_name_of_a_closed_board(cast, joint):
    Board.objects.filter(pk=cast.other_board.pk).update(visibility=Board.Visibility.MEMBERS)
    come(cast, joint, *ALL[:2])
    create_block(create_minutes(joint), create_item(joint, number="2.0"), "The plan was heard.")
    document = minutes_document(joint, edition="public")
    assert "Present for the other board: Joss Lindqvist. It was not quorate." in document.others
    assert "Safer Streets" not in str(document)


def test_domain_34_it_is_carried_where_each_board_carries_it(cast, joint):
    come(cast, joint, *ALL)
    found = vote(cast, joint, rhiannon="for", joss="for", oyin="for", una="against")
    assert found.outcome == "carried"
    told = "Executive Group 2 for, 0 against, 0 abstained; Safer Streets Group 2 for, 1 against, 0 abstained"
    assert found.outcome_words == f"Carried by each board: {told}."


def test_domain_34_what_one_board_does_not_carry_is_lost_whatever_the_count_of_all(cast, joint):
    come(cast, joint, *ALL)
    found = vote(cast, joint, rhiannon="for", joss="for", oyin="against", una="against")
    assert found.outcome == "lost"
    assert found.outcome_words.startswith("Lost: not carried by the Safer Streets Group (Executive Group 2 for")


def test_domain_34_a_board_that_decides_by_consensus_leaves_the_status_quo(cast, joint):
    TermsOfReference.objects.filter(board=cast.other_board).update(voting="consensus")
    come(cast, joint, *ALL)
    found = vote(cast, joint, rhiannon="for", joss="for", oyin="for", una="against")
    assert found.outcome == "status_quo"
    assert "the Safer Streets Group did not agree" in found.outcome_words


def test_domain_34_a_count_alone_is_refused_for_it_does_not_say_which_board_carried_it(cast, joint):
    come(cast, joint, *ALL)
    (decision,) = create_decision(joint)
    refusal = why_not(record_votes, decision=decision, recorded=Recorded(votes_for=3, votes_against=1), by=cast.clerk)
    assert "each decide by their own votes: take the vote by name." in refusal


def test_domain_34_so_a_count_alone_is_not_offered(cast, as_, joint):
    come(cast, joint, *ALL)
    (decision,) = create_decision(joint)
    page = as_("clerk").get(
        reverse("meetings:decision_how", args=["executive-group", "2025-10-14", decision.block.key])
    )
    assert ("By a vote, counted" in page.content.decode(), "everybody’s by name" in page.content.decode()) == (
        False,
        True,
    )


def test_domain_34_a_decision_waits_where_one_board_has_no_quorum(cast, joint):
    come(cast, joint, *ALL[:2])
    (decision,) = create_decision(joint)
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    decision.refresh_from_db()
    assert decision.needs_ratifying


def test_domain_34_the_page_of_approval_says_who_was_there_for_each_board(cast, as_, joint):
    come(cast, joint, *ALL[:2])
    create_block(in_state(create_minutes(joint), "circulated", cast), create_item(joint, number="2.0"), "Heard.")
    create_following(cast)
    chosen = {"minutes": ["executive-group/2025-10-14"], "presiding": "Rhiannon Vale"}
    page = as_("clerk").get(f"{NEXT}minutes/approve/check/", chosen).content.decode()
    assert "Present for the Safer Streets Group: Joss Lindqvist. It was not quorate." in page


def test_domain_34_the_attendance_page_says_for_which_board_somebody_came(as_, joint):
    page = as_("clerk").get(f"{HERE}attendance/").content.decode()
    assert "for the Safer Streets Group" in page
    assert "also for the Safer Streets Group" in page
    line = Attendance.objects.get(meeting=joint, name="Joss Lindqvist").pk
    form = as_("clerk").get(f"{HERE}attendance/{line}/change/").content.decode()
    assert "Their own seat on the Safer Streets Group" in form


@pytest.fixture
def split(cast, joint) -> Meeting:
    """The Police sit on each board, and each partner has one vote on the executive group; all came."""
    create_seat(cast.board, partner=cast.police, holder=create_person("Idris Penn", partner=cast.police))
    TermsOfReference.objects.filter(board=cast.board).update(voting="partner")
    bring_up_to_date(meeting=joint, by=cast.clerk)
    come(cast, joint, "Idris Penn", *ALL)
    return joint


def test_domain_34_a_partner_may_vote_differently_on_each_board(cast, split):
    found = vote(cast, split, by="partner", idris="against", rhiannon="for", joss="for", oyin="for", una="for")
    assert found.outcome == "carried"
    told = "Executive Group 2 for, 1 against, 0 abstained, counted by partner"
    assert found.outcome_words.startswith(f"Carried by each board: {told}; Safer Streets Group 3 for, 0 against")


def test_domain_34_the_terms_of_one_board_do_not_count_the_votes_of_another(cast, split):
    found = vote(cast, split, by="partner", idris="for", rhiannon="for", joss="for", oyin="against", una="for")
    assert "Safer Streets Group 2 for, 1 against, 0 abstained, counted by seat." in found.outcome_words


def test_domain_34_one_partner_has_one_vote_on_the_board_whose_terms_say_so(cast, split):
    TermsOfReference.objects.filter(board=cast.other_board).update(voting="partner")
    rows = {row.name.split()[0].lower(): row.pk for row in split.attendances.all()}
    (decision,) = create_decision(split)
    recorded = Recorded(named={rows["oyin"]: "for", rows["una"]: "against", rows["joss"]: "for"}, roll=True)
    refusal = why_not(record_votes, decision=decision, recorded=recorded, by=cast.clerk)
    assert refusal == "On the Safer Streets Group: Police has one vote, and its people voted differently."


def test_domain_7_the_next_step_says_whose_meeting_approves_and_that_each_board_does(cast, as_, joint):
    come(cast, joint, *ALL)
    create_block(in_state(create_minutes(joint), "circulated", cast), create_item(joint, number="2.0"), "Heard.")
    create_meeting(cast.other_board, joint.date + dt.timedelta(days=7))
    TermsOfReference.objects.filter(board=cast.board).update(chair_clears=True)
    for who, address in (("clerk", "circulated"), ("chair", "clear")):
        page = " ".join(strip_tags(as_(who).get(f"{HERE}minutes/{address}/").content.decode()).split())
        assert "the meeting of the Safer Streets Group on Tuesday 21 October" in page
        assert "Each board that sat approves them at a meeting of its own." in page

"""One document for page, PDF and seal (requirements 2.1 to 2.4, 2.19, 2.22; demands 11, 19, 22)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Person
from meetings.models import Attendance, Correction, Decision, Edition, Meeting, Minutes
from meetings.queries.minutes import minutes_document
from meetings.rules.document import canonical_json, decision_label
from tests.factories import (
    create_attendance,
    create_block,
    create_item,
    create_meeting,
    create_minutes,
    create_person,
)
from tests.meetings.minuted import in_state


@pytest.fixture
def meeting(cast):
    """Two sections, an exempt item, and the cast in the room."""
    meeting = create_meeting(cast.board)
    for who in ("chair", "member", "clerk"):
        capacity = "minute_taker" if who == "clerk" else "member"
        seat = cast.seats[who]
        create_attendance(meeting, cast.person(who), seat=seat, capacity=capacity, is_presiding=who == "chair")
    minutes = create_minutes(meeting)
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    forum = create_item(meeting, "The parents’ forum", number="2.1", section=section)
    secret = create_item(
        meeting, "The contractor", number="2.2", section=section, exempt_paragraphs="3", exempt_reason="Prices."
    )
    create_item(meeting, "Next meeting", number="3.0", is_section=True, purpose="next_meeting")
    create_block(minutes, forum, "Four options were presented.")
    block = create_block(minutes, forum, "That option 3 be agreed.", kind="decision")
    Decision.objects.create(block=block, kind="resolved")
    create_block(minutes, secret, "The price is 4.")
    create_meeting(cast.board, dt.date(2025, 11, 11), venue="Conference Room 2")
    return meeting


def full(meeting, *, with_exempt: bool = True):
    return minutes_document(meeting, edition=Edition.FULL, with_exempt=with_exempt)


def public(meeting):
    return minutes_document(meeting, edition=Edition.PUBLIC, with_exempt=True)


def test_the_heading_says_what_when_and_where(meeting):
    document = full(meeting)
    assert document.board == "Executive Group"
    assert document.subject == "Draft minutes of the meeting on Tuesday 14 October 2025, 2pm, Civic Centre, Room 2"


def test_present_with_post_agency_chair_and_minute_taker(meeting):
    assert [(line.name, line.organisation, line.note) for line in full(meeting).present] == [
        ("Rhiannon Vale", "Council", "Chair"),
        ("Joss Lindqvist", "Health Trust", ""),
        ("Kirsty Sandhu", "Council", "minutes"),
    ]


def test_a_substitute_is_present_for_somebody_who_apologised(meeting):
    substitute = create_person("Sam Okoro")
    Attendance.objects.filter(name="Joss Lindqvist").update(
        status="apologies", substitute=substitute, substitute_post="Deputy Director"
    )
    document = full(meeting)
    assert [line.name for line in document.apologies] == ["Joss Lindqvist"]
    sat = next(line for line in document.present if line.name == "Sam Okoro")
    assert (sat.post, sat.organisation, sat.note) == ("Deputy Director", "Health Trust", "for Joss Lindqvist")


def test_sections_items_and_blocks_in_order(meeting):
    sections = full(meeting).sections
    assert [section.heading.number for section in sections] == ["2.0", "3.0"]
    assert [item.number for item in sections[0].items] == ["2.1", "2.2"]
    forum = sections[0].items[0]
    assert [block.kind for block in forum.blocks] == ["discussion", "decision"]
    assert (forum.anchor, forum.blocks[1].decision.label) == ("item-2.1", "RESOLVED")


def test_the_next_meeting_is_the_calendar_s(meeting):
    """Requirement 2.22."""
    document = full(meeting)
    assert document.next_meeting == "Tuesday 11 November 2025, 2pm, Conference Room 2"
    assert document.sections[1].heading.calendar == document.next_meeting


@pytest.mark.parametrize("with_exempt", [True, False])
def test_the_public_edition_never_holds_exempt_matter(meeting, with_exempt):
    document = minutes_document(meeting, edition=Edition.PUBLIC, with_exempt=with_exempt)
    assert [item.number for item in document.items] == ["2.0", "2.1", "3.0"]
    assert b"contractor" not in canonical_json(document)
    assert b"price" not in canonical_json(document)


def test_the_full_edition_without_entitlement_holds_none_either(meeting):
    assert "2.2" not in {item.number for item in full(meeting, with_exempt=False).items}
    assert "2.2" in {item.number for item in full(meeting).items}


def test_the_public_edition_withholds_a_name(meeting):
    Person.objects.filter(name="Joss Lindqvist").update(public_name="A young person")
    assert "Joss Lindqvist" in {line.name for line in full(meeting).present}
    line = next(line for line in public(meeting).present if line.name == "A young person")
    assert (line.post, line.organisation) == ("", "Health Trust")
    assert b"Lindqvist" not in canonical_json(public(meeting))


def test_the_fingerprint_is_of_the_words_and_not_of_the_state(meeting):
    before = full(meeting).text_sha256
    Minutes.objects.filter(meeting=meeting).update(state="circulated")
    assert full(meeting).text_sha256 == before
    block = meeting.minutes.blocks.first()
    block.text = "Five options were presented."
    block.save()
    assert full(meeting).text_sha256 != before


def test_a_correction_to_an_item_not_shown_is_not_shown(meeting):
    minutes, secret = meeting.minutes, meeting.items.get(number="2.2")
    Correction.objects.create(minutes=minutes, item=secret, was="4", becomes="5")
    assert [correction.becomes for correction in full(meeting).corrections] == ["5"]
    assert public(meeting).corrections == ()


def test_statements_do_not_grow_with_the_minutes(meeting, django_assert_max_num_queries):
    for number in range(20):
        item = create_item(meeting, number=f"4.{number}")
        create_block(meeting.minutes, item, "Said.")
    with django_assert_max_num_queries(18):
        full(meeting)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("Resolved", "That option 3 be agreed.", "RESOLVED"),
        ("Resolved", "RESOLVED: That option 3 be agreed.", ""),
        ("Endorsed", "The Group endorsed the strategy.", "Endorsed"),
        ("The status quo remains", "The status quo remains: no change.", ""),
    ],
)
def test_the_word_that_sets_a_decision_off(kind, text, label):
    assert decision_label(kind, text) == label


def test_a_letter_is_never_without_its_word():
    assert decision_label("Agreed in principle", "Agreed in principle to try.", "a") == "Agreed in principle"


@pytest.mark.django_db
@pytest.mark.parametrize(("edition", "named"), [(Edition.PUBLIC, False), (Edition.FULL, True)])
def test_the_public_edition_names_no_closed_board_that_approved(cast, meeting, edition, named):
    """A joint meeting's minutes are approved by each board; the public may not know of every one of them."""
    at_meeting = create_meeting(cast.other_board, dt.date(2025, 11, 18), state="held")
    minutes = Minutes.objects.get(meeting=meeting)
    given = {"at_meeting": at_meeting, "presiding": "Oyin Adeyemi", "recorded_at": timezone.now()}
    minutes.approvals.create(recorded_by=cast.clerk, **given)
    in_state(minutes, "approved", cast)
    (sentence,) = minutes_document(meeting, edition=edition, with_exempt=False).approval
    assert "Tuesday 18 November 2025" in sentence
    assert [words in sentence for words in ("Safer Streets Group", "Oyin Adeyemi")] == [named] * 2


def test_the_public_edition_knows_of_the_next_meeting_once_it_is_called(meeting):
    following = Meeting.objects.get(venue="Conference Room 2")
    assert "Conference Room 2" in public(meeting).next_meeting
    following.state, following.called_at, following.called_by = Meeting.State.PREPARING, None, None
    following.save()
    assert "Conference Room 2" in full(meeting).next_meeting
    assert public(meeting).next_meeting == ""

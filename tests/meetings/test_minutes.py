"""The minutes page: the document and nothing else, for whoever may read it (requirements 2.1 to 2.4, demand 19)."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from boards.models import Board, Person
from meetings.models import Attendance, Correction
from meetings.queries.minutes import minutes_document
from meetings.rules.document import words_shown
from tests.factories import create_action, create_block, create_item
from tests.meetings.minuted import HERE, create_following, create_minuted, in_state


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(strip_tags(page)))


@pytest.mark.parametrize("state", ["draft", "circulated", "approved"])
def test_every_field_of_the_document_is_on_the_page(cast, as_, state):
    minutes = create_minuted(cast, state="circulated")
    create_following(cast)
    Attendance.objects.filter(name="Joss Lindqvist").update(remote=True)
    item = minutes.meeting.items.get(number="2.1")
    Correction.objects.create(minutes=minutes, item=item, was="Four", becomes="Five")
    in_state(minutes, state, cast)
    shown = plain(as_("clerk").get(f"{HERE}minutes/").content.decode())
    for words in words_shown(minutes_document(minutes.meeting, edition="full", with_exempt=True)):
        assert words in shown


def test_a_draft_says_so_everywhere(cast, as_):
    create_minuted(cast)
    page = as_("member").get(f"{HERE}minutes/").content.decode()
    assert "<title>Draft minutes, Tuesday 14 October 2025 – Executive Group" in page
    assert '<strong class="c-tag c-tag--decide">Draft, circulated' in page
    assert "<b>DRAFT.</b>" in page
    assert "Draft minutes of the meeting" in page


def test_approved_minutes_say_so_and_draft_nowhere(cast, as_):
    create_minuted(cast, state="approved")
    page = as_("member").get(f"{HERE}minutes/").content.decode()
    assert '<strong class="c-tag c-tag--ok">Approved' in page
    assert "draft" not in plain(page).lower()


def test_items_are_anchored_by_their_number(cast, as_):
    create_minuted(cast)
    page = as_("member").get(f"{HERE}minutes/").content.decode()
    assert 'id="item-2.1"' in page
    assert 'id="item-2.0"' in page


def test_an_amended_proposal_shows_both(cast, as_):
    create_minuted(cast)
    shown = plain(as_("member").get(f"{HERE}minutes/").content.decode())
    assert "Agreed with an amendment Option 3 was agreed. From: three years → To: two years" in shown


def test_script_in_every_text_is_shown_as_typed(cast, as_):
    minutes = create_minuted(cast)
    bad = "<script>alert(1)</script>"
    item = create_item(minutes.meeting, bad, number="2.9")
    create_block(minutes, item, bad)
    Attendance.objects.filter(meeting=minutes.meeting).update(name=bad, post=bad)
    page = as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert bad not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 200),
        ("member", 200),
        ("member_of_another_partner", 404),
        ("outsider", 404),
        ("public", 404),
    ],
)
def test_who_reads_a_circulated_draft(cast, as_, who, status):
    create_minuted(cast)
    assert as_(who).get(f"{HERE}minutes/").status_code == status
    assert as_(who).post(f"{HERE}minutes/").status_code == 405


def test_a_meeting_without_minutes_has_no_minutes_page(cast, as_):
    create_following(cast)
    address = "/boards/executive-group/meetings/2025-11-11/minutes/"
    assert as_("clerk").get(address).status_code == 404


@pytest.mark.parametrize(
    ("who", "state", "act"),
    [
        ("clerk", "draft", "Check and circulate"),
        ("clerk", "circulated", "Approve at the next meeting"),
        ("clerk", "circulated", "Note a correction"),
        ("clerk", "approved", ">Publish</a>"),
        ("clerk", "published", "Withdraw publication"),
    ],
)
def test_the_next_step_is_offered_to_whoever_may_take_it(cast, as_, who, state, act):
    create_minuted(cast, state=state)
    create_following(cast)
    assert act in as_(who).get(f"{HERE}minutes/").content.decode()
    if state != "draft":
        assert act not in as_("member").get(f"{HERE}minutes/").content.decode()


def statements(client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"{HERE}minutes/").status_code == 200
    return len(captured)


def test_statements_do_not_grow_with_the_minutes(cast, as_):
    minutes, client = create_minuted(cast), as_("clerk")
    counted = []
    for number in range(12):
        item = create_item(minutes.meeting, number=f"4.{number}")
        block = create_block(minutes, item, "KS to do it.", kind="action")
        create_action(cast.board, owners=[cast.person("clerk")], meeting=minutes.meeting, block=block)
        counted.append(statements(client))
    assert counted[1] == counted[-1] <= 48


def test_initials_stand_against_their_paragraph(cast, as_):
    """Requirement 2.2: several to an item, each beside its own text."""
    minutes = create_minuted(cast)
    item = minutes.meeting.items.get(number="2.1")
    for words in ("JL/RV", "ALL"):
        block = create_block(minutes, item, f"Action for {words}.", kind="action")
        create_action(cast.board, block.text, owners_stated=words, meeting=minutes.meeting, block=block)
    shown = plain(as_("member").get(f"{HERE}minutes/").content.decode())
    assert "Action for JL/RV. Action: JL/RV Action for ALL. Action: ALL" in shown


@pytest.mark.parametrize(("who", "seen"), [("member", True), ("public", False)])
def test_an_action_of_an_exempt_item_is_exempt(cast, as_, who, seen):
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    minutes = create_minuted(cast)
    block = create_block(minutes, minutes.meeting.items.get(number="2.2"), "Ask the firm.", kind="action")
    create_action(cast.board, "Ask the firm.", owners_stated="JL", meeting=minutes.meeting, block=block)
    in_state(minutes, "published", cast)
    assert ("Ask the firm." in as_(who).get(f"{HERE}minutes/").content.decode()) == seen


def test_the_public_edition_withholds_whose_action_it_is(cast, as_):
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    Person.objects.filter(name="Joss Lindqvist").update(public_name="A young person")
    minutes = create_minuted(cast)
    block = create_block(minutes, minutes.meeting.items.get(number="2.1"), "To ask.", kind="action")
    owed = {"owners_stated": "Joss Lindqvist", "meeting": minutes.meeting, "block": block}
    create_action(cast.board, "To ask.", owners=[cast.person("member")], **owed)
    in_state(minutes, "published", cast)
    assert "Lindqvist" not in as_("public").get(f"{HERE}minutes/").content.decode()
    assert "Lindqvist" in as_("member").get(f"{HERE}minutes/").content.decode()

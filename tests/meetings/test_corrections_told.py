"""A correction that takes out words of closed business does not tell them where it is told (issue 4 §4; demand 22)."""

import pgtrigger
import pytest

from boards.models import Board
from meetings.models import AgendaItem, Correction, Minute, Minutes
from meetings.operations.approval import approve_minutes
from meetings.operations.correction import note_correction
from meetings.operations.publication import publish_minutes
from meetings.queries.closed_business import closed_texts
from meetings.queries.exposed_out import exposed_out
from meetings.queries.minutes import minutes_document
from meetings.queries.public import exposures
from meetings.rules.exposed import check_nothing_exposed
from tests.factories import create_block
from tests.meetings.minuted import AT, HERE, create_following, create_minuted
from tests.meetings.signed import sign
from trust.tools.refusal import why_not

SECRET = "the price is high"


@pytest.fixture
def minutes(cast) -> Minutes:
    """Approved with two corrections to an open item; the first takes out what was said in private."""
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    minutes, following = create_minuted(cast), create_following(cast)
    open_item = minutes.meeting.items.get(number="2.1")
    told = create_block(minutes, open_item, f"It was heard that {SECRET} and rising.")
    note_correction(block=told, text="It was heard that nothing is settled.", by=cast.clerk)
    other = minutes.blocks.get(text="Four options were presented.")
    note_correction(block=other, text="Five options were presented.", by=cast.clerk)
    given = {"at_meeting": following, "item": following.items.get(), "presiding": "Rhiannon Vale"}
    approve_minutes(sets=[minutes], **given, by=cast.clerk, at=AT)
    minutes.refresh_from_db()
    return minutes


def test_the_approving_minutes_do_not_repeat_them(minutes):
    said = minutes.approvals.get().at_meeting.minutes.blocks.get().text
    assert SECRET not in said
    assert "“Four” to read “Five”" in said
    assert "a correction to an item in private" in said


def test_they_are_published_without_that_correction(minutes, cast, as_):
    sign(minutes, cast.chair)
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    page = as_("public").get(f"{HERE}minutes/").content.decode()
    assert SECRET not in page
    assert "Five" in page
    full = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    assert any(SECRET in one.was for one in full.corrections)


def test_minutes_that_told_such_a_correction_before_are_not_published(minutes):
    """Approved when corrections were still told whole: the words of the set that was approved are looked for too."""
    approving = minutes.approvals.get().at_meeting.minutes
    Minute.objects.filter(minutes=approving).update(text=f"Approved, with “{SECRET}” to be taken out.")
    refusal = why_not(check_nothing_exposed, exposures(approving))
    assert refusal.startswith("Item 1.1 repeats words of business that is closed to the public: “the price is high”.")


def test_words_that_a_correction_took_out_of_an_item_in_private_are_still_looked_for(minutes):
    block = minutes.blocks.get(text="The price is high.")
    given = {"minutes": minutes, "item": block.item, "block": block, "state": "accepted"}
    with pgtrigger.ignore():
        Correction.objects.create(**given, was="They bid forty pounds an hour.", becomes="They bid.")
    assert "They bid forty pounds an hour." in closed_texts(minutes)


def test_what_was_published_with_such_words_is_found_by_check_record(minutes, cast):
    sign(minutes, cast.chair)
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    assert list(exposed_out()) == []
    with pgtrigger.ignore():
        AgendaItem.objects.filter(number="2.1").update(exempt_paragraphs="3", exempt_reason="Since.")
    assert f"{minutes}, version 1: Item 2.1 repeats words of closed business." in list(exposed_out())

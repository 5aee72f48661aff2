"""What the minutes tell of the room, and what an edition keeps to itself (requirement 2.1; demands 14, 15, 19, 22)."""

import pytest

from boards.models import Person
from meetings.models import Edition, Movement
from meetings.queries.minutes import minutes_document
from meetings.rules.document import canonical_json, words_shown
from tests.meetings.eventful import HIDDEN, NIL, QUORUM, TOLD, create_eventful
from tests.meetings.minuted import row

pytestmark = pytest.mark.django_db


@pytest.fixture
def minutes(cast):
    return create_eventful(cast)


def document(minutes, edition=Edition.FULL):
    return minutes_document(minutes.meeting, edition=edition, with_exempt=True)


def told(found):
    return {item.number: list(item.room) for item in found.items if item.room}


def decided(found):
    return [
        detail for item in found.items for block in item.blocks if block.decision for detail in block.decision.details
    ]


def test_demand_14_everything_is_told_at_its_item(minutes):
    assert told(document(minutes)) == TOLD | {"2.5": [HIDDEN]}


def test_demand_15_the_head_and_each_decision_say_how_the_quorum_stood(minutes):
    found = document(minutes)
    assert found.others[-1] == QUORUM
    assert decided(found) == ["Taken without a quorum, and subject to ratification."]


def test_demand_15_a_decision_that_should_have_waited_is_told_as_it_was(minutes):
    block = minutes.blocks.get(item__number="2.2")
    block.decision.needs_ratifying = False
    block.decision.save()
    assert decided(document(minutes)) == ["Taken without a quorum."]
    block.decision.kind = "deferred"
    block.decision.save()
    assert decided(document(minutes)) == []


def test_the_list_says_who_came_and_went(minutes):
    notes = {line.name: line.note for line in document(minutes).present}
    assert notes["Joss Lindqvist"] == "left at 3.15pm, during item 2.2; arrived at item 2.4"
    assert notes["Tamsin Oakes"] == "arrived at item 1.1; left at item 2.5"


def test_nil_returns_are_told(minutes):
    assert document(minutes).nil_returns == NIL


def test_demand_22_the_public_edition_tells_nothing_of_an_exempt_item(minutes):
    found = document(minutes, Edition.PUBLIC)
    assert told(found) == TOLD
    assert b"2.5" not in canonical_json(found)
    assert {line.name: line.note for line in found.present}["Tamsin Oakes"] == "arrived at item 1.1"


def test_nobody_is_told_to_return_whose_leaving_is_not_told(minutes):
    late = minutes.meeting.items.create(number="2.6", title="After", position=9_000)
    back = {"direction": "arrived", "item": late, "position": 3}
    Movement.objects.create(attendance=row(minutes.meeting, "Tamsin Oakes"), **back)
    assert told(document(minutes))["2.6"] == ["Tamsin Oakes returned to the meeting at item 2.6."]
    assert "2.6" not in told(document(minutes, Edition.PUBLIC))


def test_a_name_withheld_is_withheld_in_every_sentence(minutes):
    Person.objects.filter(name="Tamsin Oakes").update(public_name="A young person")
    found = document(minutes, Edition.PUBLIC)
    assert "A young person took the chair for this item, the chair having declared an interest." in told(found)["2.1"]
    assert b"Oakes" not in canonical_json(found)


def test_the_fingerprint_is_of_these_words_too(minutes):
    before = document(minutes).text_sha256
    row(minutes.meeting).movements.last().delete()
    assert document(minutes).text_sha256 != before


def test_demand_19_the_page_shows_every_word(as_, minutes):
    page = as_("clerk").get(minutes.get_absolute_url()).content.decode()
    assert [said for said in words_shown(document(minutes)) if said not in page] == []


def test_joint_chairs_are_both_named(cast, minutes):
    for name in ("Rhiannon Vale", "Tamsin Oakes"):
        minutes.meeting.presidings.create(attendance=row(minutes.meeting, name), how="joint")
    found = document(minutes)
    assert [line.note.split(";")[0] for line in found.present[:2]] == ["Joint chair", "Joint chair"]
    assert found.others[0] == "Rhiannon Vale and Tamsin Oakes presided as joint chairs."


def test_whoever_stands_in_is_told_for_whom(cast, minutes):
    meeting = minutes.meeting
    stand_in = row(meeting, "Tamsin Oakes")
    meeting.attendances.filter(pk=stand_in.pk).update(stands_for=row(meeting, "Kirsty Sandhu"))
    notes = {line.name: line.note for line in document(minutes).present}
    assert notes["Tamsin Oakes"].startswith("for Kirsty Sandhu; ")

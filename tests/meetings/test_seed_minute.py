"""A scrutiny minute and a report for decision, as their sources have them (requirements 0.14 to 4.14)."""

import pytest
from django.utils import timezone

from meetings.models import Decision, Minutes
from meetings.operations import referral as operations
from meetings.queries.deciding import decisions_under
from meetings.queries.minutes import minutes_document
from tests.factories import create_block, create_item, create_minutes
from tests.meetings.minuted import HERE, create_held
from tests.meetings.neighbours import in_days

pytestmark = pytest.mark.django_db
CAPACITY = ("There was no more capacity in the teams.", "Moving them together would result in extra capacity.")


@pytest.fixture
def minutes(cast) -> Minutes:
    return create_minutes(create_held(cast))


def words(minutes: Minutes) -> str:
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    return "\n".join(block.text for item in document.items for block in item.blocks)


def decide(minutes: Minutes, kind: str, text: str, **fields: str) -> Decision:
    item = minutes.meeting.items.first() or create_item(minutes.meeting, "The report", number="2.1", purpose="decision")
    return Decision.objects.create(block=create_block(minutes, item, text, kind="decision"), kind=kind, **fields)


def test_0_14_what_members_asked_for_stands_beside_the_resolution_it_became(cast, as_, minutes):
    item = create_item(minutes.meeting, "Trust arrangements", number="2.1", purpose="decision")
    create_block(minutes, item, "Members asked to receive information from the safeguarding board.")
    decision = decide(minutes, "requested", "That the Board be asked for a copy of its minutes.")
    given = {"kind": "request", "to_board": None, "to_body": "Harbour Board", "asks_for_minutes": True}
    given |= {"request": "A copy of your minutes.", "reply_due_date": in_days(60), "by": cast.clerk}
    operations.refer(item=item, decision=decision, **given, at=timezone.now())
    assert "Members asked to receive information" in words(minutes)
    page = as_("clerk").get(f"{HERE}decisions/{decision.block.key}/").content.decode()
    assert "Harbour Board" in page


def test_0_15_two_sentences_that_do_not_agree_are_both_printed_as_they_were_said(as_, minutes):
    item = create_item(minutes.meeting, "Trust arrangements", number="2.1")
    for said in CAPACITY:
        create_block(minutes, item, said)
    page = as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert all(said in words(minutes) and said in page for said in CAPACITY)


def test_2_11_an_option_agreed_with_an_amendment_keeps_both(as_, minutes):
    changed = {"amended_from": "three years", "amended_to": "two years"}
    decide(minutes, "amended", "Option 3 was agreed, to be paid from the early intervention grant.", **changed)
    page = as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert "three years" in page
    assert "two years" in page
    assert "early intervention grant" in page


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("noted", "Noted"),
        ("endorsed", "Endorsed"),
        ("agreed", "Agreed"),
        ("amended", "Agreed with an amendment"),
        ("accepted", "Accepted"),
        ("in_principle", "Agreed in principle"),
        ("supported", "Supported"),
        ("deferred", "Deferred"),
    ],
)
def test_2_19_the_verbs_of_the_source_are_kinds_and_are_printed(minutes, kind, label):
    decide(minutes, kind, "The strategy for the year.")
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    (line,) = [block.decision for item in document.items for block in item.blocks if block.decision]
    assert (line.kind, line.label) == (label, label)


def test_2_16_a_statement_is_accepted_and_endorsed_by_two_decisions_of_one_item(minutes):
    for kind in ("accepted", "endorsed"):
        decide(minutes, kind, "The statement of purpose.")
    assert [one.kind for one in decisions_under(minutes.meeting.items.get())] == ["accepted", "endorsed"]


def test_2_18_a_framework_of_five_areas_is_one_list_of_five(as_, minutes):
    areas = ["Behaviour", "Feeding", "Alcohol", "The team around the family", "Children in care"]
    decide(minutes, "agreed", "\n".join(["Five areas, each with an action plan:", *(f"- {one}" for one in areas)]))
    page = as_("clerk").get(f"{HERE}minutes/").content.decode()
    assert all(f"<li>{one}</li>" in page for one in areas)


def test_4_14_one_report_has_three_decisions_of_different_kinds(minutes):
    said = {"approved": "The statement.", "delegated": "Amendments, to the head of service.", "noted": "The timetable."}
    for kind, text in said.items():
        decide(minutes, kind, text)
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    lines = [block.decision for item in document.items for block in item.blocks if block.decision]
    assert [(line.kind, line.letter) for line in lines] == [("Approved", "a"), ("Delegated", "b"), ("Noted", "")]

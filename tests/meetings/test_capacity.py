"""Pooled apart from aligned, each under its heading (habit H7); neither goes out before the partners’ legal agreement
(requirement 1.16 (ii))."""

import datetime as dt

import pytest

from boards.models import Adoption, Agreement, AskedPartner
from meetings.models import AgendaItem
from meetings.operations.agenda import add_item, change_item
from meetings.operations.late import carry
from meetings.operations.meeting import call_meeting
from meetings.queries.minutes import minutes_document
from meetings.queries.spending import has_adopted
from meetings.rules.capacity import LegalAgreement, check_agreed_before, is_mixed, part_headings
from tests.factories import create_block, create_item, create_meeting, create_minutes
from trust.tools.refusal import Refused, why_not

AT = dt.datetime(2030, 9, 1, 9, tzinfo=dt.UTC)
DAY = dt.date(2030, 10, 13)
POOLED, ALIGNED, OTHER = "Business of the pooled budget", "Business of the aligned budget", "Other business"
WITHOUT = (
    "Item 2.1 is about money of a pooled budget, and the partners have no legal agreement on it in force on "
    "13 October 2030. No section 75 agreement of this board’s partners is recorded for that day. "
    "Until then it cannot go out."
)


@pytest.mark.parametrize(
    ("capacities", "headings"),
    [
        (["usual", "usual"], ["", ""]),
        (["pooled", "pooled", "aligned"], [POOLED, "", ALIGNED]),
        (["usual", "pooled", "usual", "usual"], ["", POOLED, OTHER, ""]),
        ([], []),
    ],
)
def test_h7_headings_in_the_agenda_s_own_order(capacities, headings):
    assert part_headings(capacities) == headings


@pytest.mark.parametrize(
    ("capacities", "mixed"),
    [(["pooled", "aligned"], False), (["pooled", "aligned", "pooled"], True), (["usual", "pooled", "usual"], False)],
)
def test_h7_budgets_that_take_turns(capacities, mixed):
    assert is_mixed(capacities) is mixed


@pytest.mark.parametrize(
    ("agreements", "wants"),
    [
        ([LegalAgreement("Pool, version 1", ("Council", "Health"))], ""),
        ([LegalAgreement("Pool, version 1", ("Council",), ("Health",))], "“Pool, version 1” still waits for Health."),
        ([LegalAgreement("Pool, version 1", ("Council",))], "“Pool, version 1” is agreed to by Council alone."),
        ([LegalAgreement("Pool, version 1")], "“Pool, version 1” is agreed to by nobody."),
        ([], "No section 75 agreement of this board’s partners is recorded for that day."),
    ],
)
def test_1_16_ii_what_is_missing_is_said(agreements, wants):
    item = AgendaItem(number="2.1", capacity="aligned")
    said = why_not(check_agreed_before, item, agreements, on=DAY)
    assert bool(said) == bool(wants)
    assert wants in said
    assert why_not(check_agreed_before, AgendaItem(number="2.1"), agreements, on=DAY) == ""


def agree(cast, *partners, **fields):
    given = {"title": "Joint commissioning", "kind": "section_75", "board": cast.board} | fields
    agreement = Agreement.objects.create(from_date=dt.date(2030, 1, 1), **given)
    for partner in (cast.council, cast.health):
        AskedPartner.objects.create(agreement=agreement, partner=partner, asked_date=dt.date(2030, 1, 1))
    for partner in partners:
        put = {"answer": "agreed", "by_body": "Cabinet", "decided_date": dt.date(2030, 2, 1)}
        Adoption.objects.create(agreement=agreement, partner=partner, **put)
    return agreement


def preparing(cast):
    meeting = create_meeting(cast.board, DAY, state="preparing")
    section = create_item(meeting, "Decisions", number="2.0", is_section=True)
    create_item(meeting, "Short breaks", number="2.1", section=section, capacity="pooled")
    return meeting


def test_1_16_ii_an_agenda_is_not_called_before_the_agreement(cast, as_):
    meeting = preparing(cast)
    assert why_not(call_meeting, meeting=meeting, by=cast.clerk, at=AT) == WITHOUT
    assert WITHOUT in as_("clerk").get(meeting.get_absolute_url()).content.decode()
    agree(cast, cast.council)
    said = why_not(call_meeting, meeting=meeting, by=cast.clerk, at=AT)
    assert "“Joint commissioning, version 1” still waits for Northshire Health Trust." in said
    meeting.refresh_from_db()
    assert meeting.state == "preparing"


def test_1_16_ii_once_every_partner_agreed_it_goes_out(cast):
    meeting = preparing(cast)
    agree(cast, cast.council, cast.health)
    assert call_meeting(meeting=meeting, by=cast.clerk, at=AT).state == "called"


@pytest.mark.parametrize(
    "fields",
    [{"status": "withdrawn"}, {"to_date": dt.date(2030, 9, 30)}, {"kind": "protocol"}, {"board": None}],
)
def test_1_16_ii_only_an_agreement_of_that_day_counts(cast, fields):
    meeting = preparing(cast)
    agree(cast, cast.council, cast.health, **fields)
    refused = bool(why_not(call_meeting, meeting=meeting, by=cast.clerk, at=AT))
    assert refused is ("board" not in fields)


def test_1_16_ii_of_two_agreements_the_item_says_which_and_only_that_counts(cast, as_):
    meeting = preparing(cast)
    agree(cast, cast.council, cast.health)
    other = agree(cast, cast.council, title="Equipment store")
    said = why_not(call_meeting, meeting=meeting, by=cast.clerk, at=AT)
    which = "“Equipment store, version 1” or “Joint commissioning, version 1”"
    assert said == f"Item 2.1: say which legal agreement its budget is under, {which}."
    item = meeting.items.get(number="2.1")
    put = {"title": item.title, "section": item.section_id, "purpose": "decision", "capacity": "pooled"}
    as_("clerk").post(f"{meeting.get_absolute_url()}agenda/{item.pk}/", put | {"agreement": other.pk})
    said = why_not(call_meeting, meeting=meeting, by=cast.clerk, at=AT)
    assert "“Equipment store, version 1” still waits for Northshire Health Trust." in said
    item.refresh_from_db()
    assert not has_adopted(cast.health, item, on=DAY)
    assert has_adopted(cast.council, item, on=DAY) is False


def test_1_16_ii_nor_put_on_an_agenda_that_is_out(cast, as_):
    meeting = create_meeting(cast.board, DAY)
    item = create_item(meeting, "Short breaks", number="1")
    put = {"title": "Pool", "purpose": "decision", "capacity": "pooled"}
    page = as_("clerk").post(f"{meeting.get_absolute_url()}agenda/add/", put)
    assert (page.status_code, "no legal agreement on it in force" in page.content.decode()) == (409, True)
    assert meeting.items.count() == 1
    with pytest.raises(Refused):
        change_item(item=item, fields={"capacity": "aligned"}, by=cast.clerk)
    agree(cast, cast.council, cast.health)
    assert add_item(meeting=meeting, fields=put, by=cast.clerk).capacity == "pooled"


def test_1_16_ii_nor_carried_to_one(cast):
    held = create_meeting(cast.board, dt.date(2030, 7, 14), state="held")
    item = create_item(held, "Short breaks", number="1", capacity="pooled")
    later = create_meeting(cast.board, DAY)
    with pytest.raises(Refused, match="no legal agreement"):
        carry(item, "Short breaks", ("capacity",), by=cast.clerk)
    assert not later.items.exists()


def test_1_16_ii_a_past_meeting_is_entered_as_it_was(cast):
    meeting = preparing(cast)
    after = dt.datetime(2030, 11, 1, 9, tzinfo=dt.UTC)
    assert call_meeting(meeting=meeting, by=cast.clerk, at=after).state == "held"


def apart(cast, **fields):
    meeting = create_meeting(cast.board, state="held")
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    for at, capacity in enumerate(["usual", "pooled", "aligned"], 1):
        create_item(meeting, f"Business {at}", number=f"2.{at}", section=section, capacity=capacity, **fields)
    return meeting


def test_h7_agenda_desk_and_minutes_stand_apart(cast, as_):
    meeting = apart(cast)
    minutes = create_minutes(meeting, state="circulated")
    create_block(minutes, meeting.items.get(number="2.2"), "Agreed.")
    for address in ("", "desk/", "minutes/"):
        page = as_("clerk").get(f"{meeting.get_absolute_url()}{address}").content.decode()
        places = [page.index(words) for words in ("Business 1", POOLED, "Business 2", ALIGNED, "Business 3")]
        assert places == sorted(places), address
        assert (page.count(POOLED), page.count(OTHER)) == (1, 0)


def test_h7_the_document_has_its_headings_and_older_words_their_fingerprint(cast):
    meeting = apart(cast)
    shown = {"edition": "full", "with_exempt": True}
    document = minutes_document(meeting, **shown)
    assert [item.part for item in document.items] == ["", "", POOLED, ALIGNED]
    with_headings = document.text_sha256
    meeting.items.update(capacity="usual")
    assert minutes_document(meeting, **shown).text_sha256 != with_headings


def test_h7_what_the_public_may_not_see_leaves_no_heading(cast):
    meeting = apart(cast)
    meeting.items.filter(number="2.2").update(exempt_paragraphs="3", exempt_reason="Prices.")
    document = minutes_document(meeting, edition="public", with_exempt=False)
    assert [item.part for item in document.items] == ["", "", ALIGNED]

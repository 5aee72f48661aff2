"""What needs attention, per board and over all (issue 5 §3)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import (
    Adoption,
    Agreement,
    AskedPartner,
    ChairBar,
    QuorumKind,
    Seat,
    SeatHolding,
    SeatShare,
    Substitute,
    TermsOfReference,
)
from boards.queries.agreements import unanswered
from boards.queries.attention import boards_to_attend_to, findings_of
from boards.rules.attention import LABELS, Kind
from tests.factories import create_attendance, create_board, create_meeting, create_person, create_seat
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
A_DAY = dt.timedelta(days=1)


def told(cast, kind, who="clerk", on=TODAY):
    boards = boards_to_attend_to(getattr(cast, who), on)
    return [one.sentence for one in findings_of(boards, getattr(cast, who), on) if one.kind == kind]


def test_every_kind_has_its_words():
    assert set(LABELS) == set(Kind)


def test_vacancies_with_since_when_and_why(cast):
    held = cast.seats["member"].holdings.get()
    held.to_date = dt.date(2025, 3, 31)
    held.save()
    create_seat(cast.board, title="Two young people", vacancy_reason="aspired to")
    assert told(cast, Kind.VACANCY) == [
        "The seat of Health Trust has been vacant since 1 April 2025.",
        "The seat of Two young people is vacant: aspired to.",
    ]


def test_terms_about_to_end_unless_somebody_follows(cast):
    held = cast.seats["member"].holdings.get()
    held.to_date = TODAY + dt.timedelta(days=30)
    held.save()
    [said] = told(cast, Kind.TERM)
    assert said.startswith("Joss Lindqvist leaves the seat of Health Trust on ")
    assert said.endswith(", and nobody is appointed to follow.")
    SeatHolding.objects.create(seat=held.seat, person=create_person(), from_date=held.to_date + A_DAY)
    assert told(cast, Kind.TERM) == []


def test_seats_without_a_substitute_in_one_sentence(cast):
    assert told(cast, Kind.SUBSTITUTE) == ["Nobody covers for Rhiannon Vale and Joss Lindqvist."]
    Substitute.objects.create(seat=cast.seats["member"], person=create_person())
    assert told(cast, Kind.SUBSTITUTE) == ["Nobody covers for Rhiannon Vale."]


def test_composition_against_the_terms(cast):
    terms = cast.board.terms.get()
    SeatShare.objects.create(terms=terms, partner=cast.health, number=4)
    QuorumKind.objects.create(terms=terms, label="a police officer", partner=cast.police)
    cast.seats["chair"].holdings.all().delete()
    Seat.objects.create(board=cast.board, agency_stated="third key agency", from_date=dt.date(2020, 1, 1))
    assert told(cast, Kind.COMPOSITION) == [
        "Voting seats filled: one of the two that a quorum needs.",
        "A quorum needs a police officer, and no filled seat of Police can give it.",
        "One seat of the third key agency still waits for the partner to be confirmed.",
        "The terms give Health Trust four seats; it has one.",
    ]


def test_composition_of_chairs_partners_that_ended_and_posts_that_were_left(cast):
    create_seat(cast.board, partner=cast.police, role="chair", holder=create_person())
    cast.police.ended_date = TODAY - A_DAY
    cast.police.save()
    post = cast.person("member").posts.get()
    post.to_date = TODAY - A_DAY
    post.save()
    said = told(cast, Kind.COMPOSITION)
    assert "Two seats are the chair’s, where one is allowed." in said
    assert any(one.startswith("Northshire Police ended on ") for one in said)
    assert (
        "Joss Lindqvist holds the seat of Health Trust, and has no post with Northshire Health Trust any more." in said
    )


def test_terms_not_in_force_and_what_waits(cast):
    terms = cast.board.terms.get()
    terms.to_date = TODAY + dt.timedelta(days=20)
    terms.save()
    assert "and no others follow." in told(cast, Kind.TERMS)[0]
    assert told(cast, Kind.TERMS, on=TODAY + dt.timedelta(days=21)) == ["No terms of reference are in force."]
    TermsOfReference.objects.create(board=cast.board, version="2", status="to_be_finalised")
    said = told(cast, Kind.TERMS, on=TODAY + dt.timedelta(days=21))
    assert said == ["No terms of reference are in force. Version 2 is to be finalised."]


def test_1_10_chairs_that_a_rule_keeps_apart(cast):
    board = create_board("Safeguarding Board")
    create_seat(board, partner=cast.council, role="chair", holder=cast.person("chair"))
    ChairBar.objects.create(board=cast.board, other_board=board, source="A report")
    said = "Rhiannon Vale chairs another board that, by a rule of the partnership, has a chair of its own."
    assert told(cast, Kind.CHAIR) == [said]
    board.visibility = "public"
    board.save()
    assert "chairs Safeguarding Board: the same person may not" in told(cast, Kind.CHAIR)[0]


def test_agreements_that_a_partner_has_not_answered(cast):
    agreement = Agreement.objects.create(
        title="Statement of commitment", kind="commitment", board=cast.board, status="asked"
    )
    asked = {"asked_date": TODAY - dt.timedelta(days=82), "due_date": TODAY - A_DAY}
    AskedPartner.objects.create(agreement=agreement, partner=cast.health, **asked)
    [said] = told(cast, Kind.AGREEMENT)
    assert "Health Trust has not answered “Statement of commitment”" in said
    assert "82 days ago. The answer was due by" in said
    Adoption.objects.create(agreement=agreement, partner=cast.health, answer="agreed", decided_date=TODAY)
    assert told(cast, Kind.AGREEMENT) == []
    assert told(cast, Kind.AGREEMENT, on=TODAY - A_DAY) == [said.replace("82", "81").split(" The answer")[0]]


def test_4_7_agreed_in_principle_is_an_answer_and_has_yet_to_be_made_an_agreement(cast):
    agreement = Agreement.objects.create(title="Protocol", kind="protocol", board=cast.board, status="asked")
    agreement.asked.create(partner=cast.health, asked_date=TODAY - dt.timedelta(days=9))
    agreement.adoptions.create(partner=cast.health, answer="in_principle", by_body="Board", decided_date=TODAY)
    assert told(cast, Kind.AGREEMENT) == [
        f"Health Trust agreed “Protocol” in principle on {short_date(TODAY)}, and has yet to agree it outright."
    ]
    assert unanswered(cast.clerk, on=TODAY) == []


def test_4_6_clauses_left_out_are_told_also_beside_one_that_is_declined(cast):
    agreement = Agreement.objects.create(title="Protocol", kind="protocol", board=cast.board, status="asked")
    agreement.asked.create(partner=cast.health, asked_date=TODAY - dt.timedelta(days=9))
    one, _ = (agreement.clauses.create(number=number, text="Words.") for number in ("i", "ii"))
    agreement.adoptions.create(partner=cast.health, clause=one, answer="declined", by_body="B", decided_date=TODAY)
    [said] = told(cast, Kind.AGREEMENT)
    assert "Health Trust has answered only a part of “Protocol”" in said


def meet(cast, days_ago, *, member):
    meeting = create_meeting(cast.board, TODAY - dt.timedelta(days=days_ago), state="held")
    create_attendance(meeting, cast.person("chair"), seat=cast.seats["chair"])
    create_attendance(meeting, cast.person("member"), seat=cast.seats["member"], status=member)


def test_demand_13_attendance_that_falls_and_who_stays_away(cast):
    for number in range(6):
        meet(cast, 30 * (number + 1), member="absent" if number < 3 else "present")
    said = told(cast, Kind.ATTENDANCE)
    assert "Of 100 voting seats 50 were filled at the last three meetings, after 100 at the three before." in said
    assert "Joss Lindqvist came to none of the last three meetings, and nobody came in their place." in said


def test_attendance_is_told_to_those_who_read_the_papers(cast):
    from boards.models import BoardRoleGroup

    for number in range(3):
        meet(cast, 30 * (number + 1), member="absent")
    group = BoardRoleGroup.objects.get(board=cast.board, role="keeper").group
    cast.outsider.groups.add(group)
    assert told(cast, Kind.ATTENDANCE, who="member")
    assert told(cast, Kind.ATTENDANCE, who="outsider") == []
    assert told(cast, Kind.SUBSTITUTE, who="outsider")


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("member", 200), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_who_reads_what_needs_attention_of_a_board(as_, who, status):
    assert as_(who).get("/boards/executive-group/attention/").status_code == status


def test_over_all_boards_of_the_reader_and_no_other(cast, as_):
    create_seat(cast.board, title="Undisclosed post")
    assert "Undisclosed post" in as_("clerk").get("/boards/attention/").content.decode()
    other = as_("member_of_another_partner").get("/boards/attention/?board=executive-group").content.decode()
    assert "Undisclosed post" not in other
    assert "Executive Group" not in other
    assert as_("public").get("/boards/attention/").status_code == 302
    sheet = as_("clerk").get("/boards/attention/attention.csv?what=vacancy").content.decode("utf-8-sig")
    assert "Executive Group,Vacant seat,The seat of Undisclosed post is vacant." in sheet


def test_it_stands_on_the_boards_page_for_those_who_sit_there(cast, as_):
    """The card comes after the page, which leads to the list where no script runs."""
    address = "/boards/executive-group/attention/"
    page = as_("member").get("/boards/executive-group/").content.decode()
    assert f'hx-get="{address}" hx-trigger="load"' in page
    assert f'<a href="{address}">What is vacant' in page
    card = as_("member").get(address, headers={"HX-Request": "true"}).content.decode()
    assert "Needs attention" in card
    assert "Nobody covers for" in card
    assert "<html" not in card
    cast.board.visibility = "public"
    cast.board.save()
    assert as_("public").get(address, headers={"HX-Request": "true"}).status_code == 403
    assert "Needs attention" not in as_("public").get("/boards/executive-group/").content.decode()


def statements(boards, reader):
    with CaptureQueriesContext(
        connection,
    ) as found:
        findings_of(boards, reader, TODAY)
    return len(found)


def test_6_it_takes_as_many_statements_for_many_boards_as_for_one(cast):
    boards = [cast.board, *(create_board() for _ in range(6))]
    for board in boards[1:]:
        create_seat(board, partner=cast.police, role="chair", holder=create_person(partner=cast.police))
        create_seat(board, partner=cast.health)
    assert statements(boards[:1], cast.clerk) == statements(boards, cast.clerk)

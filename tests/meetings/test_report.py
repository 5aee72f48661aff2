"""The head of a report, its comments and checks, and what they keep from going out, as each of the cast."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import Report, ReportBody
from tests.meetings.papers import PAGE, at, called, with_file

pytestmark = pytest.mark.django_db
HEAD = {
    "asks": "information",
    "responsible_officer": "Director of Children’s Services",
    "portfolio_holder": "Member for Health and Well Being",
    "key_decision": "no",
    "wards": "All",
    "version_label": "DS001",
    "recommendations": "Note the report.\nAgree the plan.",
    "reason": "The guidance asks for it.",
    "summary": "What the trust is for.",
    "contact_name": "Mabel Thorne, Policy Officer",
    "contact_phone": "01632 960 120",
    "contact_email": "mabel@northshire.example",
    "legal_powers": "Health Act 1999\nLocal Government Act 2000",
    "policies": "Pledge 4",
    "priorities": "Early help",
    "risks": "None of the partners agrees.",
}


@pytest.fixture
def meeting(cast):
    return called(cast)


@pytest.fixture
def paper(meeting):
    return with_file(meeting, author_post="Director of Public Health")


@pytest.fixture
def asks(cast):
    cast.board.terms.update(
        report_comments="Section 151 Officer\nHead of Paid Service", report_checks="Consultation\nCorporate priorities"
    )


def comment(client, paper, number=1, **said):
    today = timezone.localdate()
    day = {"given_date_day": today.day, "given_date_month": today.month, "given_date_year": today.year}
    return client.post(at(paper, f"comments/{number}/"), day | said)


def test_1_1_and_3_1_and_4_1_the_head_of_a_report_is_written_and_read(as_, paper):
    assert as_("clerk").post(at(paper, "report/"), HEAD).status_code == 302
    page = as_("public").get(at(paper)).text
    for said in ("Director of Public Health", "Director of Children’s Services", "Member for Health and Well Being",
                 "DS001", "Note the report.", "What the trust is for.", "Pledge 4", "For publication",
                 "Key decision</dt><dd>No", "Enclosures</dt><dd>None", "Wards</dt><dd>All"):  # fmt: skip
        assert said in page


def test_1_3_a_report_is_for_information_with_the_reason_for_its_recommendations(as_, paper):
    as_("clerk").post(at(paper, "report/"), HEAD)
    page = as_("member").get(at(paper)).text
    assert "For information" in page
    assert "The guidance asks for it." in page


def test_3_10_legal_powers_are_listed(as_, paper):
    as_("clerk").post(at(paper, "report/"), HEAD)
    page = as_("public").get(at(paper)).text
    assert "<li>Health Act 1999</li><li>Local Government Act 2000</li>" in page


def test_4_13_priorities_and_risks_are_listed(as_, paper):
    as_("clerk").post(at(paper, "report/"), HEAD)
    page = as_("public").get(at(paper)).text
    assert "<li>Early help</li>" in page
    assert "<li>None of the partners agrees.</li>" in page


@pytest.mark.parametrize(("public", "who", "reads"), [
    (False, "public", False), (False, "member", True), (True, "public", True),
])  # fmt: skip
def test_1_20_the_contact_is_public_or_not_by_choice(as_, paper, public, who, reads):
    as_("clerk").post(at(paper, "report/"), HEAD | ({"contact_is_public": "on"} if public else {}))
    page = as_(who).get(at(paper)).text
    assert ("01632 960 120" in page) is reads
    assert ("mabel@northshire.example" in page) is reads


def test_1_2_a_text_that_speaks_of_an_appendix_is_pointed_out_to_the_officers(as_, paper):
    as_("clerk").post(at(paper, "report/"), HEAD | {"summary": "The draft plan is an appendix."})
    said = "The text says “appendix”, and the enclosures say “None”."
    assert said in as_("clerk").get(at(paper)).text
    assert said not in as_("public").get(at(paper)).text


def test_1_2_it_is_pointed_out_before_the_agenda_goes_out(cast, as_):
    meeting = called(cast, state="preparing", date=timezone.localdate() + dt.timedelta(days=30))
    paper = with_file(meeting)
    Report.objects.create(paper=paper, summary="See the appendix.")
    page = as_("clerk").get(f"{meeting.get_absolute_url()}call/").text
    assert "The strategy</a>. The text says “appendix”" in page


def test_1_18_and_4_15_background_papers_have_their_own_standing_and_place(as_, meeting, paper):
    with_file(
        meeting, "Terms of the Trust Board", kind="background", standing="draft", place_of_inspection="Futures Park"
    )
    as_("clerk").post(at(paper, "report/"), HEAD)
    assert "draft, open to inspection at Futures Park" in as_("public").get(at(paper)).text


def test_1_19_questions_without_an_answer_are_visibly_unanswered(as_, paper, asks):
    as_("clerk").post(at(paper, "report/"), HEAD | {"check_0": "yes"})
    page = as_("clerk").get(at(paper)).text
    assert "Consultation</dt><dd>Yes" in page
    assert "Not answered: Corporate priorities." in page
    as_("clerk").post(at(paper, "report/"), HEAD | {"check_0": "", "check_1": "no"})
    assert "Not answered: Consultation." in as_("clerk").get(at(paper)).text


def test_4_12_until_its_comments_are_given_only_officers_and_the_chair_read_a_late_report(as_, paper, asks):
    lacks = "It lacks the comments of the Section 151 Officer and Head of Paid Service."
    assert lacks in as_("clerk").get(PAGE).text
    assert as_("member").get(at(paper)).status_code == 404
    assert "The strategy" not in as_("member").get(PAGE).text
    comment(as_("clerk"), paper, 1, says_none="on")
    comment(as_("clerk"), paper, 2, text="It can be staffed.", given_by="Head of People and OD")
    page = as_("public").get(at(paper)).text
    assert "Head of People and OD, on behalf of the Head of Paid Service" in page
    assert "It can be staffed." in page


def test_4_12_an_agenda_with_a_report_that_lacks_comments_is_not_sent_out(cast, as_, asks):
    meeting = called(cast, state="preparing", date=timezone.localdate() + dt.timedelta(days=30))
    with_file(meeting)
    there = f"{meeting.get_absolute_url()}call/"
    said = "The report “The strategy”: it lacks the comments of the Section 151 Officer and Head of Paid Service."
    assert said in as_("clerk").get(there).text
    refused = as_("clerk").post(there)
    assert (refused.status_code, said in refused.text) == (409, True)
    meeting.refresh_from_db()
    assert meeting.state == "preparing"


def test_4_12_a_comment_put_down_by_mistake_is_taken_back(as_, paper, asks):
    comment(as_("clerk"), paper, 1, says_none="on")
    said = Report.objects.get().comments.get()
    as_("clerk").post(at(paper, f"comments/{said.pk}/take-back/"), {"confirmed": "yes"})
    assert not Report.objects.get().comments.exists()


def test_4_12_a_comment_that_says_nothing_is_asked_for_again(as_, paper, asks):
    answer = comment(as_("clerk"), paper, 1)
    assert (answer.status_code, "or say that they have no comment" in answer.text) == (409, True)
    assert as_("clerk").get(at(paper, "comments/3/")).status_code == 404


def test_3_8_one_report_goes_to_two_bodies_and_each_says_what_it_decided(as_, paper):
    for body in ("Cabinet of the Council", "Board of the Health Trust"):
        as_("clerk").post(at(paper, "bodies/add/"), {"body": body, "expected": "early in 2004", "state": "expected"})
    cabinet, trust = ReportBody.objects.all()
    decided = {"body": cabinet.body, "state": "decided", "words": "Agreed.", "date_day": "4", "date_month": "2"}
    as_("clerk").post(at(paper, f"bodies/{cabinet.pk}/"), decided | {"date_year": "2004"})
    review = {"body": trust.body, "state": "review", "words": "Because of the Green Paper."}
    as_("clerk").post(at(paper, f"bodies/{trust.pk}/"), review)
    page = as_("public").get(at(paper)).text
    assert "Wednesday 4 February 2004" in page
    assert "Under review" in page
    assert "Because of the Green Paper." in page

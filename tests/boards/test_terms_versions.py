"""Terms as dated versions: drafts, to be finalised, in force, superseded; their document; compared word by word."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from boards.models import TermsOfReference
from boards.queries.terms import given_by, terms_on
from tests.boards.test_terms import ASKED, PAGE, READ
from tests.trust.test_documents import packed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
TO_FINALISE = ASKED | {"standing": "to_be_finalised", "confirmed": "yes"}


def day(value):
    return {"from_date_day": value.day, "from_date_month": value.month, "from_date_year": value.year}


@pytest.fixture
def draft(cast, as_):
    """Terms to be finalised with the partners, beside those in force."""
    as_("clerk").post(PAGE, TO_FINALISE)
    return TermsOfReference.objects.get(board=cast.board, version="2")


def at(draft, act=""):
    return f"{READ}{draft.pk}/{act}"


def test_1_11_terms_to_be_finalised_rule_no_meeting(cast, as_, draft):
    assert (draft.status, draft.from_date) == ("to_be_finalised", None)
    assert terms_on(cast.board, TODAY).version == "1"
    text = as_("member").get(READ).content.decode()
    assert "To be finalised" in text
    assert "No meeting goes by these terms" in as_("member").get(at(draft)).content.decode()


def test_1_11_a_draft_is_for_the_boards_own(cast, as_, draft):
    cast.board.visibility = "public"
    cast.board.save()
    for who in ("member_of_another_partner", "public"):
        assert "To be finalised" not in as_(who).get(READ).content.decode()
        for act in ("", "document/", "compare/?with=1"):
            assert as_(who).get(at(draft, act)).status_code == 404
    assert as_("public").get(f"{READ}{cast.board.terms.get(version='1').pk}/").status_code == 200


def test_1_11_a_draft_is_written_again_then_put_in_force(cast, as_, draft):
    form = as_("clerk").get(at(draft, "revise/")).content.decode()
    assert "In force from" not in form
    as_("clerk").post(at(draft, "revise/"), ASKED | {"standing": "draft", "notice_days": "9", "confirmed": "yes"})
    done = as_("clerk").post(at(draft, "in-force/"), day(TODAY) | {"why": "EG/7", "confirmed": "yes"}, follow=True)
    assert "Version 2 is in force from the day you gave." in done.content.decode()
    assert (terms_on(cast.board, TODAY).version, terms_on(cast.board, TODAY).notice_days) == ("2", 9)
    assert terms_on(cast.board, TODAY - dt.timedelta(days=1)).version == "1"
    assert as_("clerk").post(at(draft, "revise/"), TO_FINALISE).status_code == 409


def test_overlapping_terms_are_refused_in_a_sentence(cast, as_, draft):
    before = cast.board.terms.get(version="1").from_date
    page = as_("clerk").post(at(draft, "in-force/"), day(before) | {"confirmed": "yes"})
    assert page.status_code == 409
    assert "Terms are in force that begin on 1 January 2005. New terms begin on a later day." in page.content.decode()
    draft.refresh_from_db()
    assert draft.status == "to_be_finalised"


def test_a_draft_is_given_up_and_its_number_is_not_given_again(cast, as_, draft):
    as_("clerk").post(at(draft, "give-up/"), {"why": "Overtaken", "confirmed": "yes"})
    assert not TermsOfReference.objects.filter(pk=draft.pk).exists()
    as_("clerk").post(PAGE, TO_FINALISE)
    assert TermsOfReference.objects.filter(board=cast.board, version="3").exists()


@pytest.mark.parametrize("who", ["chair", "member"])
def test_members_read_drafts_and_change_none(as_, draft, who):
    assert as_(who).get(at(draft)).status_code == 200
    acts = ("revise/", "in-force/", "give-up/", "attach/")
    assert {as_(who).post(at(draft, act), TO_FINALISE).status_code for act in acts} == {403}


def test_two_versions_are_compared_word_by_word(cast, as_, draft):
    first = cast.board.terms.get(version="1")
    text = as_("member").get(at(draft, f"compare/?with={first.pk}")).content.decode()
    assert "<ins>" in text
    assert "Version 1 and version 2" in text
    assert "Quorum" in text
    same = as_("member").get(at(draft, f"compare/?with={draft.pk}")).content.decode()
    assert "Both versions say the same." in same


def test_the_document_is_attached_and_read_by_whoever_may_read_the_terms(cast, as_, draft):
    file = SimpleUploadedFile("Terms “agreed”.docx", packed("word/document.xml"))
    done = as_("clerk").post(at(draft, "attach/"), {"document": file}, follow=True)
    assert "The document is attached." in done.content.decode()
    answer = as_("member").get(at(draft, "document/"))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.content == packed("word/document.xml")
    assert as_("outsider").get(at(draft, "document/")).status_code == 404


@pytest.mark.parametrize(
    ("file", "status", "said"),
    [
        (SimpleUploadedFile("terms.pdf", b"MZ a program"), 409, "Only a PDF, a Word document"),
        (SimpleUploadedFile("terms.pdf", b""), 422, "The file is empty."),
        (None, 422, "Choose the file of the terms."),
    ],
)
def test_what_is_no_document_is_refused(as_, draft, file, status, said):
    page = as_("clerk").post(at(draft, "attach/"), {"document": file} if file else {})
    assert page.status_code == status
    assert said in page.content.decode()


def test_3_6_the_terms_give_seats_and_they_go_on_into_the_next(cast, as_):
    rows = {
        "share_0_whose": f"partner-{cast.health.pk}",
        "share_0_number": "4",
        "share_1_label": "third key agency",
        "share_1_number": "4",
    }
    text = as_("clerk").post(PAGE, ASKED | rows | {"confirmed": "yes"}, follow=True).content.decode()
    assert "Four seats for the Health Trust and four for the third key agency: eight in all." in text
    form = as_("clerk").get(PAGE).content.decode()
    assert 'value="third key agency"' in form
    assert [share.number for share in given_by(terms_on(cast.board, TODAY))] == [4, 4]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"share_0_number": "4"}, "Say whose seats these are."),
        ({"share_0_label": "first", "share_0_whose": "health", "share_0_number": "4"}, "not both."),
        ({"standing": "in_force", "from_date_day": "", "from_date_month": "", "from_date_year": ""}, "from which day"),
    ],
)
def test_terms_half_said_are_asked_for_again(cast, as_, asked, said):
    asked = {name: f"partner-{cast.health.pk}" if value == "health" else value for name, value in asked.items()}
    page = as_("clerk").post(PAGE, ASKED | asked)
    assert page.status_code == 422
    assert said in page.content.decode()


def test_the_terms_of_a_day_in_the_past(cast, as_):
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    yesterday = TODAY - dt.timedelta(days=1)
    text = as_("member").get(f"{READ}?on={yesterday.isoformat()}").content.decode()
    assert "Two voting seats and one partner must be present." in text.split("<h2>")[0]

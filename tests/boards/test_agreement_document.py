"""An agreement’s own document: attached to each version, and given out to whoever may read that version."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.models import Agreement
from tests.boards.agreed import create_agreement

pytestmark = pytest.mark.django_db

WHO = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


def attach(client, agreement, content=b"%PDF-1.7 the statement", name="statement.pdf"):
    sent = {"document": SimpleUploadedFile(name, content)}
    return client.post(f"/agreements/{agreement.pk}/attach/", sent, follow=True)


@pytest.fixture
def draft(cast):
    return create_agreement(cast, status="draft")


def test_4_15_an_officer_attaches_the_document_and_members_read_it(as_, draft):
    page = attach(as_("clerk"), draft).content.decode()
    assert "The document is attached." in page
    assert "statement.pdf" in page
    answer = as_("member").get(f"/agreements/{draft.pk}/document/")
    assert answer.content == b"%PDF-1.7 the statement"
    assert 'attachment; filename="statement.pdf"' in answer["Content-Disposition"]


def test_it_is_read_by_whoever_reads_the_agreement(cast, as_, draft):
    attach(as_("clerk"), draft)
    at = f"/agreements/{draft.pk}/document/"
    assert [as_(who).get(at).status_code for who in WHO] == [200, 200, 200, 404, 404, 404]
    cast.board.visibility = "public"
    cast.board.save()
    assert [as_(who).get(at).status_code for who in WHO] == [200, 200, 200, 404, 404, 404], "a draft"
    Agreement.objects.update(status="asked")
    assert [as_(who).get(at).status_code for who in WHO] == [200] * 6


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)])
def test_nobody_else_attaches_one(as_, draft, who, status):
    assert attach(as_(who), draft).status_code == status
    draft.refresh_from_db()
    assert not draft.document


def test_what_partners_took_home_is_not_put_aside_and_what_was_missing_is_added(cast, as_):
    asked = create_agreement(cast)
    assert "The document is attached." in attach(as_("clerk"), asked).content.decode()
    again = attach(as_("clerk"), asked, b"%PDF-1.7 other words", "other.pdf")
    assert again.status_code == 409
    assert "Make a new version to put another in its place." in again.content.decode()
    assert "Put another document" not in as_("clerk").get(f"/agreements/{asked.pk}/").content.decode()
    assert as_("clerk").get(f"/agreements/{asked.pk}/document/").content == b"%PDF-1.7 the statement"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "The file is empty."), (b"MZ\x90 a program", "Only a PDF, a Word document"), (b"plain", "Only a PDF")],
)
def test_bad_input_is_refused_with_a_sentence(as_, draft, content, sentence):
    answer = attach(as_("clerk"), draft, content)
    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()


def test_each_version_has_its_own(as_, draft):
    attach(as_("clerk"), draft)
    Agreement.objects.update(status="asked")
    as_("clerk").post(f"/agreements/{draft.pk}/version/", {"version": "2", "confirmed": "yes"})
    new = draft.superseded_by.get()
    assert as_("clerk").get(f"/agreements/{new.pk}/document/").status_code == 404

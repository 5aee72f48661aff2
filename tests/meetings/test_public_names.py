"""Names of young people and lay members are withheld wherever the public reads them (issue 4 §4; demand 21)."""

import io
import subprocess

import pytest
from docx import Document

from boards.models import Person
from meetings import pdf
from meetings.models import Minutes, SignedMinutes
from meetings.operations.approval import approve_minutes
from meetings.operations.correction import note_record_correction
from meetings.operations.publication import publish_minutes, withdraw_publication
from meetings.operations.signature import sign_here
from meetings.operations.signing import sign_minutes
from meetings.queries.minutes import minutes_document
from meetings.queries.signed import record_to_sign
from meetings.rules.correction import record_lines
from tests.meetings.minuted import AT, HERE, create_following, create_minuted
from trust.tools.probe import missing_for_pdf

NAMES = ("Rhiannon", "Joss")


def text_of(content: bytes) -> str:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return told.stdout.decode()


@pytest.fixture
def minutes(cast) -> Minutes:
    """Approved with a correction of who was there, one withheld name presiding, another corrected; and signed."""
    cast.board.visibility = "public"
    cast.board.save()
    minutes, following = create_minuted(cast), create_following(cast)
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    line = next(words for words in record_lines(document) if "Joss" in words)
    note_record_correction(minutes=minutes, was=line, becomes=f"{line} (from item 2)", by=cast.clerk)
    for name, public in (("Rhiannon Vale", "A lay member"), ("Joss Lindqvist", "A young person")):
        Person.objects.filter(name=name).update(public_name=public)
    given = {"at_meeting": following, "item": following.items.get(), "presiding": "Rhiannon Vale"}
    approve_minutes(sets=[minutes], **given, by=cast.clerk, at=AT)
    minutes.refresh_from_db()
    shown = record_to_sign(minutes).text_sha256
    sign_here(minutes=minutes, name="Rhiannon Vale", shown_sha256=shown, by=cast.chair, at=AT)
    minutes.refresh_from_db()
    return minutes


def test_neither_who_presided_nor_a_correction_of_who_was_there_names_them(minutes, cast, as_):
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    for path in ("minutes/", "minutes/plain/"):
        page = as_("public").get(f"{HERE}{path}").content.decode()
        assert not [name for name in NAMES if name in page], path
    assert "A lay member presiding" in as_("public").get(f"{HERE}minutes/").content.decode()
    word = Document(io.BytesIO(as_("public").get(f"{HERE}minutes.docx").content))
    assert not [name for name in NAMES if name in "".join(line.text for line in word.element.iter() if line.text)]
    assert "Rhiannon Vale presiding" in as_("member").get(f"{HERE}minutes/").content.decode()


@pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
def test_nor_does_the_signature_in_the_public_pdf(minutes):
    public = minutes_document(minutes.meeting, edition="public")
    told = text_of(pdf.minutes_pdf(public, minutes))
    assert "A lay member" in told
    assert not [name for name in NAMES if name in told]


def test_the_approving_minutes_tell_the_correction_without_the_name(minutes):
    (said,) = minutes.approvals.get().at_meeting.minutes.blocks.all()
    assert "“A young person" in said.text
    assert "Joss" not in said.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
def test_published_anew_without_a_name_the_pdf_that_had_it_is_served_no_more(minutes, cast, as_, name):
    Person.objects.filter(name__startswith=name).update(public_name="")
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    sign_minutes(minutes=minutes, edition="public", by=cast.clerk, at=AT)
    withdraw_publication(minutes=minutes, reason="A name.", by=cast.clerk, at=AT)
    Person.objects.filter(name__startswith=name).update(public_name="A young person")
    minutes.refresh_from_db()
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    old = bytes(SignedMinutes.objects.get(edition="public").pdf)
    for path in ("minutes.pdf", "minutes/versions/1/minutes.pdf"):
        served = as_("public").get(f"{HERE}{path}")
        assert served.content != old, path
        assert served.status_code == 404 or name not in text_of(served.content), path

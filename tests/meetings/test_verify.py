"""Anybody may check a copy; whatever they bring, the answer is a page with a sentence."""

from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from meetings.models import Edition
from meetings.operations import signing
from tests.meetings.test_signed import AT, draft, minutes, own_keys  # noqa: F401
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())


@pytest.fixture
def record(minutes, cast):  # noqa: F811
    return signing.sign_minutes(minutes=minutes, edition=Edition.FULL, by=cast.clerk, at=AT)


def check(content: bytes, name: str = "minutes.pdf"):
    return Client().post(reverse("meetings:verify"), {"copy": SimpleUploadedFile(name, content)})


def test_the_form_is_there_for_anybody(db):
    response = Client().get(reverse("meetings:verify"))
    assert response.status_code == 200
    assert b"The PDF to check" in response.content


def test_the_record_is_recognised(record):
    seen = check(record.pdf).content.decode()
    assert "Intact, and the latest version" in seen
    assert "the signed minutes of Executive Group, 14 October 2025" in seen
    assert "on Wednesday 12 November 2025" in seen
    assert "test certificate" in seen


def test_an_altered_copy_is_refused_and_names_no_meeting(record):
    seen = check(record.pdf + b"\n%more\n").content.decode()
    assert "Altered: do not rely on this file" in seen
    assert "and something was added to it afterwards" in seen
    assert "Executive Group" not in seen


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04minutes", "The file is not a PDF, whatever its name says."),
        (b"%PDF-1.7 and then nothing", "The file is damaged or cut off, and cannot be read."),
    ],
)
def test_hostile_files_get_a_sentence(db, content, sentence):
    response = check(content)
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_no_file_is_an_error_on_the_form(db):
    response = Client().post(reverse("meetings:verify"))
    assert response.status_code == 422
    assert "Choose the PDF that you want to check." in response.content.decode()
    assert "<title>Error:" in response.content.decode()


def test_too_large_is_refused_before_it_is_read(db, settings):
    settings.VERIFY_MAX_BYTES = 1024 * 1024
    response = check(b"%PDF-" + b"0" * 2 * 1024 * 1024)
    assert response.status_code == 413
    assert "larger than 1 MB" in response.content.decode()


def test_commands_write_and_check_a_record(record, tmp_path):
    out, said = tmp_path / "minutes.pdf", StringIO()
    call_command("minutes_pdf", "executive-group/2025-10-14", edition="full", out=out, stdout=said)
    assert out.read_bytes() == bytes(record.pdf)
    assert "signed record" in said.getvalue()
    call_command("verify_pdf", str(out), stdout=said)
    assert "Intact, and the latest version" in said.getvalue()


@pytest.mark.parametrize(("change", "code"), [(b"\n%more\n", 1), (None, 2)])
def test_verify_pdf_leaves_with_what_it_found(record, tmp_path, change, code):
    path = tmp_path / "copy.pdf"
    path.write_bytes(bytes(record.pdf) + change if change else b"PK")
    with pytest.raises(SystemExit) as left:
        call_command("verify_pdf", str(path), stdout=StringIO())
    assert left.value.code == code


def test_minutes_pdf_of_a_draft(draft, tmp_path):  # noqa: F811
    out = tmp_path / "draft.pdf"
    call_command("minutes_pdf", "executive-group/2025-10-14", edition="full", out=out, stdout=StringIO())
    assert out.read_bytes().startswith(b"%PDF")


def test_minutes_pdf_of_nothing(db, tmp_path):
    with pytest.raises(CommandError, match="No minutes of a meeting"):
        call_command("minutes_pdf", "executive-group/1999-01-01", out=tmp_path / "x.pdf")

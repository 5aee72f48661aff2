"""Which files are kept as evidence, and under which names (issue 6, bad input)."""

import io
import zipfile

import pytest

from tests.trust.test_documents import packed
from trust.tools.attachments import LARGEST, SAID, check_attachment, clean_name, kind_by_name
from trust.tools.refusal import why_not


def bomb(size: int = 301 * 1024 * 1024) -> bytes:
    """A Word document of a few hundred kilobytes that unpacks to more than anybody wrote."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * size)
    return held.getvalue()


def sheet() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "x")
    return held.getvalue()


PNG, JPG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."
OF_THIS_KIND = f"Files of this kind are not kept here. It can be {SAID}."
NOT_WHAT_IT_SAYS = f"What is in the file is not what its name says, or it has programs in it. It can be {SAID}."


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"%PDF-1.7", "report.pdf", ""),
        (packed("word/document.xml"), "Report.DOCX", ""),
        (packed("xl/workbook.xml"), "costs.xlsx", ""),
        (packed("mimetype", "content.xml"), "note.odt", ""),
        (sheet(), "costs.ods", ""),
        (PNG, "photo.png", ""),
        (JPG, "photo.jpeg", ""),
        ("a;b\nç;d".encode(), "list.csv", ""),
        (b"Sent on Monday.", "note.txt", ""),
        (b"MZ\x90\x00", "setup.exe", OF_THIS_KIND),
        (b"plain words", "setup.exe", OF_THIS_KIND),
        (b"MZ\x90\x00", "report.pdf", NOT_WHAT_IT_SAYS),
        (b"MZ\x90\x00", "note.txt", NOT_WHAT_IT_SAYS),
        (PNG, "photo.jpg", NOT_WHAT_IT_SAYS),
        (packed("xl/workbook.xml", "xl/vbaProject.bin"), "costs.xlsx", NOT_WHAT_IT_SAYS),
        (packed("payload.exe"), "report.docx", NOT_WHAT_IT_SAYS),
        (b"PK\x03\x04 cut off", "report.docx", NOT_WHAT_IT_SAYS),
        (b"<svg onload=x>", "picture.svg", OF_THIS_KIND),
        (b"x", "noending", OF_THIS_KIND),
        (b"", "note.txt", "The file is empty."),
    ],
)
def test_an_attachment_is_what_its_name_says(content, name, refusal):
    assert why_not(check_attachment, content, name) == refusal


def test_more_than_twenty_megabytes_are_not_kept():
    assert "larger than 20 MB" in why_not(check_attachment, b"x" * (LARGEST + 1), "note.txt")


def test_a_bomb_is_not_kept_and_not_unpacked():
    assert "would unpack to far more" in why_not(check_attachment, bomb(), "report.docx")
    assert "would unpack to far more" in why_not(check_attachment, packed(*map(str, range(5_001))), "report.docx")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\joss\\Report.docx", "Report.docx"),
        ("a\u202egnp.exe\n.pdf", "agnp.exe .pdf"),
        ('what?"<b>.pdf', "what___b_.pdf"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 140 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(name, clean):
    assert clean_name(name) == clean
    assert kind_by_name(clean) in ("", "pdf", "docx", "txt")

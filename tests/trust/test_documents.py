"""Which documents are kept: told by what is in them."""

import io
import zipfile

import pytest

from trust.tools.documents import LARGEST, check_document, kind_of
from trust.tools.refusal import why_not


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return held.getvalue()


NONE_OF_THEM = "Only a PDF, a Word document (.docx) or an OpenDocument text (.odt) without macros is kept here."


@pytest.mark.parametrize(
    ("content", "kind", "refusal"),
    [
        (b"%PDF-1.7 text", "pdf", ""),
        (packed("word/document.xml"), "docx", ""),
        (packed("mimetype", "content.xml"), "odt", ""),
        (packed("word/document.xml", "word/vbaProject.bin"), "", NONE_OF_THEM),
        (packed("payload.exe"), "", NONE_OF_THEM),
        (b"PK\x03\x04 cut off", "", NONE_OF_THEM),
        (b"MZ program", "", NONE_OF_THEM),
        (b"", "", "The file is empty."),
    ],
)
def test_a_document_is_what_is_in_it(content, kind, refusal):
    assert kind_of(content) == kind
    assert why_not(check_document, content) == refusal


def test_a_document_is_no_larger_than_it_may_be():
    assert "larger than 20 MB" in why_not(check_document, b"%PDF-" + b"0" * LARGEST)

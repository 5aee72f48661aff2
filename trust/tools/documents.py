"""Documents that belong to a record, such as terms of reference: which kinds are kept, and how one is given out."""

import io
import zipfile

from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from trust.tools.plain import plain_line
from trust.tools.refusal import Refused

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
ACCEPT = ",".join(f".{kind}" for kind in KINDS)


def kind_of(content: bytes) -> str:
    """pdf, docx or odt by what is in it, whatever its name; "" for anything else, or with programs in it."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if not content.startswith(b"PK\x03\x04"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
    except zipfile.BadZipFile:
        return ""
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return ""
    return "docx" if "word/document.xml" in names else "odt" if {"mimetype", "content.xml"} <= names else ""


def check_document(content: bytes) -> None:
    """A PDF or a text document without programs in it, of no more than ``LARGEST`` bytes."""
    if not content:
        raise Refused("The file is empty.")
    if len(content) > LARGEST:
        raise Refused(f"The file is larger than {LARGEST // MEGABYTE} MB. Save it again without pictures, or as a PDF.")
    if not kind_of(content):
        raise Refused("Only a PDF, a Word document (.docx) or an OpenDocument text (.odt) without macros is kept here.")


def document_name(document: UploadedFile, unnamed: str) -> str:
    """Refused unless it is kept here; else the name it is kept under, ``unnamed`` where it came without one."""
    check_document(document.read())
    document.seek(0)
    return plain_line(document.name or unnamed)[-160:]


def document_answer(kept: FieldFile, name: str) -> HttpResponse:
    """The file, to be saved under ``name``; never shown within a page of ours."""
    with kept.open("rb") as opened:
        content = opened.read()
    kind = kind_of(content)
    response = HttpResponse(content, content_type=KINDS.get(kind, "application/octet-stream"))
    stem = name.rsplit(".", 1)[0] if "." in name else name
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{stem}.{kind}" if kind else name)
    return response

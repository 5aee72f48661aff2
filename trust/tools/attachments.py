"""Files that people attach to show something: which kinds are kept, and how one is given out again."""

import io
import zipfile

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from trust.tools.documents import KINDS as DOCUMENTS
from trust.tools.documents import MEGABYTE
from trust.tools.documents import kind_of as document_kind
from trust.tools.plain import plain_line
from trust.tools.refusal import Refused

LARGEST = 20 * MEGABYTE
#: What a packed file may come to when it is opened, and of how many pieces: real documents come to a tenth of it.
UNPACKED = 300 * MEGABYTE
PIECES = 5_000
KINDS = DOCUMENTS | {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
ACCEPT = ",".join(f".{kind}" for kind in (*KINDS, "jpeg"))
SAID = "a PDF, a Word or Excel file (.docx, .xlsx), an OpenDocument file (.odt, .ods), a picture (.png, .jpg) or text"
_ALSO = {"jpeg": "jpg"}


def kind_by_name(name: str) -> str:
    """The kind that its ending says; "" for one that is not kept."""
    ending = name.rpartition(".")[2].lower()
    ending = _ALSO.get(ending, ending)
    return ending if "." in name and ending in KINDS else ""


def kind_of(content: bytes, name: str) -> str:
    """What it is by what is in it; of text, what its name says; "" where it is none of these, or not what it says."""
    said = kind_by_name(name)
    if said in ("csv", "txt"):
        return said if _is_text(content) else ""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        found = "png"
    elif content.startswith(b"\xff\xd8\xff"):
        found = "jpg"
    else:
        found = _packed_sheet(content) or document_kind(content)
    return found if found == said else ""


def _is_text(content: bytes) -> bool:
    """Without anything that text does not have."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in content)


def _packed_sheet(content: bytes) -> str:
    if not content.startswith(b"PK\x03\x04"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            if "xl/workbook.xml" in names:
                return "" if any(name.endswith("vbaProject.bin") for name in names) else "xlsx"
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 200:
                is_sheet = packed.read("mimetype").strip() == KINDS["ods"].encode()
                return "ods" if is_sheet and not any(name.startswith("Basic/") for name in names) else ""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return ""
    return ""


def check_attachment(content: bytes, name: str) -> None:
    """One of ``KINDS`` by its name and by what is in it, of no more than ``LARGEST`` bytes, and no bomb."""
    if not content:
        raise Refused("The file is empty.")
    if len(content) > LARGEST:
        raise Refused(too_large())
    if unpacks_to_too_much(content):
        raise Refused("The file would unpack to far more than a document holds, so it is not kept.")
    if not kind_by_name(name):
        raise Refused(f"Files of this kind are not kept here. It can be {SAID}.")
    if not kind_of(content, name):
        raise Refused(f"What is in the file is not what its name says, or it has programs in it. It can be {SAID}.")


def too_large() -> str:
    return f"The file is larger than {LARGEST // MEGABYTE} MB. Make it smaller, or give the address where it is."


def unpacks_to_too_much(content: bytes) -> bool:
    """By what its own list says: nothing is unpacked to find out."""
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            pieces = packed.infolist()
    except zipfile.BadZipFile:
        return False
    return len(pieces) > PIECES or sum(piece.file_size for piece in pieces) > UNPACKED


def clean_name(name: str) -> str:
    """What it is called, without folders and without characters that a name of a file may not have."""
    last = plain_line(name).replace("\\", "/").rpartition("/")[2]
    kept = "".join("_" if letter in '<>:"|?*' else letter for letter in last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:140]}{dot}{ending[:10]}" if dot else kept[:150] or "file"


def attachment_answer(kept: FieldFile, name: str) -> HttpResponse:
    """The file, to be saved under its name; never shown within a page of ours."""
    with kept.open("rb") as opened:
        content = opened.read()
    kind = KINDS.get(kind_by_name(name), "application/octet-stream")
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response

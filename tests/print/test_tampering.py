"""A file counts as intact only if nothing at all was done to it; whatever is sent, the answer is a sentence."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.print.conftest import SIGNED_AT
from tests.print.sample import sample_pdf
from trust.tools.refusal import Refused
from trust.tools.signing import sign, verify
from trust.tools.signing_keys import TEST_NAME, signing_key


def flipped(pdf: bytes, place: int) -> bytes:
    changed = bytearray(pdf)
    changed[place] ^= 1
    return bytes(changed)


def added_to(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    change(writer)
    writer.write(out)
    return out.getvalue()


def with_a_mark_in_the_catalogue(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/X"] = generic.TextStringObject("x")
    writer.update_root()


def with_a_box_over_the_text(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    box = writer.add_object(generic.StreamObject(stream_data=b"q 1 0 0 rg 100 100 200 200 re f Q"))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), box])
    writer.update_container(page)


def with_a_note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    rectangle = generic.ArrayObject(map(generic.NumberObject, (50, 50, 70, 70)))
    note = {"/Type": "/Annot", "/Subtype": "/Text"}
    note = generic.DictionaryObject({generic.pdf_name(k): generic.pdf_name(v) for k, v in note.items()})
    note["/Rect"], note["/Contents"] = rectangle, generic.TextStringObject("Not agreed")
    page["/Annots"] = generic.ArrayObject([*page.get("/Annots", []), writer.add_object(note)])
    writer.update_container(page)


def resaved(pdf: bytes, **how: object) -> bytes:
    out = io.BytesIO()
    pikepdf.open(io.BytesIO(pdf)).save(out, **how)
    return out.getvalue()


def test_genuine(signed):
    found = verify(signed)
    assert found.is_intact
    assert (found.is_test, found.signer, found.signed_at) == (True, TEST_NAME, SIGNED_AT)
    assert found.organisation == "Northshire Children’s Partnership"
    assert found.problem == ""


def place_of_signature(pdf: bytes) -> int:
    """Where in the file the signature’s own number stands, in the wrapping of certificates around it."""
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return pdf.lower().index(signature.signer_info["signature"].native.hex().encode())


TAMPERINGS = {
    "a byte of the text": lambda pdf, plain: flipped(pdf, 5000),
    "a byte a third of the way": lambda pdf, plain: flipped(pdf, len(pdf) // 3),
    "a byte of the signature": lambda pdf, plain: flipped(pdf, place_of_signature(pdf)),
    "junk appended": lambda pdf, plain: pdf + b"\n%junk\n",
    "a second end of file": lambda pdf, plain: pdf + b"\n%%EOF\n",
    "a mark in the catalogue": lambda pdf, plain: added_to(pdf, with_a_mark_in_the_catalogue),
    "a box over the text": lambda pdf, plain: added_to(pdf, with_a_box_over_the_text),
    "a note on a page": lambda pdf, plain: added_to(pdf, with_a_note),
    "saved again": lambda pdf, plain: resaved(pdf),
    "cut back to the unsigned": lambda pdf, plain: pdf[: len(plain)],
    "cut off": lambda pdf, plain: pdf[:-200],
    "a prefix": lambda pdf, plain: b"%PDF-1.7\n" + pdf,
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_refused(signed, plain, how):
    found = verify(TAMPERINGS[how](signed, plain))
    assert not found.is_intact
    assert found.problem.endswith(".")


def test_any_byte_flipped_is_refused(signed):
    # Bytes of the signature's own wrapping that say nothing about the document may change and leave it whole.
    opens = signed.rindex(b"/Contents <")
    closes = signed.index(b">", opens)
    places = random.Random(4).sample(range(len(signed)), 60)
    outside = [place for place in places if not opens <= place <= closes]
    assert [place for place in outside if verify(flipped(signed, place)).is_intact] == []


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("minutes.txt", "Minutes")
    return out.getvalue()


def nested(depth: int) -> bytes:
    return b"%PDF-1.7\n1 0 obj " + b"[" * depth + b"]" * depth + b" endobj trailer <</Root 1 0 R>> startxref 9 %%EOF"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "The file is empty.", id="nothing"),
        pytest.param(a_zip(), "The file is not a PDF, whatever its name says.", id="a ZIP"),
        pytest.param(b"%PDF-", "The file is damaged or cut off, and cannot be read.", id="a head only"),
        pytest.param(b"%PDF-1.7\n" + b"\0" * 4096, "The file is damaged or cut off, and cannot be read.", id="zeros"),
        pytest.param(nested(100_000), "The file is damaged or cut off, and cannot be read.", id="nested too deep"),
    ],
)
def test_what_is_no_pdf_gets_a_sentence(content, sentence):
    found = verify(content)
    assert (found.is_readable, found.is_intact, found.problem) == (False, False, sentence)


def bomb(gigabytes: int) -> bytes:
    """A PDF of a few kilobytes whose table of contents unpacks to gigabytes."""
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(1 << 24)) for _ in range(64 * gigabytes)) + packer.flush()
    stream = zlib.compress(packed, 9)
    head = b"%PDF-1.7\n"
    table = b"1 0 obj <</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n"
    tail = b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n"
    return head + table % len(stream) + stream + tail % len(head)


def test_a_file_that_unpacks_to_gigabytes_harms_nobody(signed, settings):
    small = bomb(2)
    assert len(small) < 100_000
    found = verify(small)
    assert not found.is_readable
    assert found.problem.startswith("The file")
    assert verify(signed).is_intact


def test_encrypted(signed):
    found = verify(resaved(signed, encryption=pikepdf.Encryption(owner="a", user="b")))
    assert not found.is_intact
    assert "password" in found.problem


def test_unsigned(plain):
    assert verify(plain).problem == "The file carries no signature."


def test_too_large(signed, settings):
    settings.VERIFY_MAX_BYTES = 1024 * 1024 - 1
    assert verify(signed + b"\0" * 1024 * 1024).problem.startswith("The file is larger than")


def test_signed_by_a_stranger(plain, signed, settings, tmp_path):
    settings.TEST_KEY_FOLDER = tmp_path / "theirs"
    theirs = sign(plain, key=signing_key(at=SIGNED_AT), reason="Approved", name="Somebody", at=SIGNED_AT)
    settings.TEST_KEY_FOLDER = tmp_path / "ours"
    signing_key(at=SIGNED_AT)
    found = verify(theirs)
    assert (found.is_unaltered, found.is_trusted, found.is_test, found.is_intact) == (True, False, False, False)


def test_a_document_is_signed_once(signed):
    with pytest.raises(Refused, match="signed already"):
        sign(signed, key=signing_key(at=SIGNED_AT), reason="Again", name="Harbour Board", at=SIGNED_AT)


@pytest.mark.usefixtures("plain")
def test_a_document_without_a_place_is_not_signed():
    unfit, key = sample_pdf(signature_label=""), signing_key(at=SIGNED_AT)
    with pytest.raises(Refused, match="no place for a signature"):
        sign(unfit, key=key, reason="Approved", name="Harbour Board", at=SIGNED_AT)

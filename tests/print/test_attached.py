"""The record’s own data are in the sealed file: this edition’s and no other’s, named as PDF/A-3 asks."""

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

import pikepdf
import pytest

from meetings import pdf
from meetings.queries.minutes import minutes_document
from meetings.rules.document import canonical_json
from tests.factories import create_meeting
from tests.meetings.eventful import HIDDEN, create_eventful
from tests.print.minuted import approved
from tests.print.reading import failed_rules, said_by
from tests.print.sample import DATA
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())


def test_domain_59_it_is_there_before_and_after_signing(document: Path):
    with pikepdf.open(document) as opened:
        assert opened.attachments[DATA.name].get_file().read_bytes() == DATA.content


def test_it_says_what_it_is_to_the_text(document: Path):
    with pikepdf.open(document) as opened:
        (named,) = opened.Root.AF
        assert (str(named.AFRelationship), str(named.UF), str(named.Desc)) == ("/Data", DATA.name, DATA.description)
        assert str(named.EF.F.Subtype) == "/application/json"


@pytest.fixture
def sealed(cast, tmp_path):
    """The file that is signed, of an edition, and the words it was made of."""
    minutes = create_eventful(cast)
    create_meeting(cast.board, minutes.meeting.date + dt.timedelta(days=28))
    minutes = approved(minutes, cast.clerk)

    def made(edition: str) -> tuple[Path, bytes]:
        words = minutes_document(minutes.meeting, edition=edition, with_exempt=edition == "full")
        path = tmp_path / f"{edition}.pdf"
        path.write_bytes(pdf.minutes_pdf_for_signing(words, minutes, is_test=True))
        return path, canonical_json(words)

    return made


@pytest.mark.parametrize(("edition", "told_of_exempt"), [("full", True), ("public", False)])
def test_each_edition_carries_its_own_words_only(sealed, edition, told_of_exempt):
    path, words = sealed(edition)
    with pikepdf.open(path) as opened:
        assert list(opened.attachments) == ["minutes.json"]
        inside = opened.attachments["minutes.json"].get_file().read_bytes()
    assert inside == words
    assert (HIDDEN in json.dumps(json.loads(inside), ensure_ascii=False)) is told_of_exempt
    assert failed_rules(path) == []


def test_a_stranger_can_make_the_fingerprint_from_it(sealed):
    path, words = sealed("full")
    said = said_on_paper(path)
    assert hashlib.sha256(words).hexdigest() in said


def said_on_paper(path: Path) -> str:
    return "".join(said_by("pdftotext", path, "-").split())


@pytest.mark.parametrize(("edition", "is_there"), [("full", True), ("public", False)])
def test_exempt_matter_is_nowhere_in_the_public_file(sealed, edition, is_there):
    """Neither in bookmarks, metadata and attachments, nor in any other stream, however packed."""
    path, _ = sealed(edition)
    out = io.BytesIO()
    with pikepdf.open(path) as opened:
        opened.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    assert (HIDDEN.encode() in out.getvalue()) is is_there
    assert HIDDEN.encode("utf-16-be") not in out.getvalue()

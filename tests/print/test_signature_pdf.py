"""Leaves for signing by hand, and what a sealed PDF says of signature and record (LGA 1972 Sch 12 para 41)."""

import subprocess

import pytest

from meetings import pdf
from meetings.queries.seal import head_sha256
from meetings.queries.signed import record_to_sign
from tests.factories import create_block
from tests.meetings.minuted import create_minuted
from tests.meetings.signed import approve, sign
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())


@pytest.fixture
def minutes(cast):
    """Long enough for three leaves."""
    minutes = create_minuted(cast)
    item = minutes.meeting.items.get(number="2.1")
    for number in range(60):
        create_block(minutes, item, f"Point {number} was made at length, and answered. " * 3)
    return approve(minutes, cast)


def pages(path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return [page for page in text.split("\f") if page.strip()]


def test_domain_2_every_leaf_has_a_space_for_initials_and_the_code(minutes, tmp_path):
    document, path = record_to_sign(minutes), tmp_path / "leaves.pdf"
    path.write_bytes(pdf.minutes_pdf_by_hand(document, minutes))
    leaves = pages(path)
    assert len(leaves) > 2
    assert all("Initials" in leaf and pdf.code_of(document, minutes) in leaf for leaf in leaves)
    assert "Sign here" in leaves[-1]


def test_the_sealed_pdf_says_who_signed_and_names_the_head_of_the_record(minutes, cast, tmp_path):
    sign(minutes, cast.chair)
    path = tmp_path / "sealed.pdf"
    path.write_bytes(pdf.minutes_pdf_for_signing(record_to_sign(minutes), minutes, is_test=True, head=head_sha256()))
    last = " ".join(" ".join(pages(path)[-2:]).split())
    assert "Rhiannon Vale, 11 November 2025" in last
    assert "Presiding at the meeting of the Executive Group on Tuesday 11 November 2025." in last
    assert head_sha256() in last.replace(" ", "")
    assert "Initials" not in last

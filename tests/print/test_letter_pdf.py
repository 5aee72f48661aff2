"""The letter to a body outside, as a PDF."""

import pytest

from meetings import pdf
from meetings.models import Referral
from tests.meetings.neighbours import create_asking, in_days
from tests.print.reading import failed_rules, texts_by_page

pytestmark = pytest.mark.django_db


def test_the_letter_is_written_to_them_and_the_same_twice(cast, tmp_path):
    asked = {"to_body": "Harbour Trust", "request": "Send us the figures.", "reply_due_date": in_days(30)}
    letter = Referral.objects.create(item=create_asking(cast), **asked)
    made = pdf.letter_pdf(letter)
    path = tmp_path / "letter.pdf"
    path.write_bytes(made)
    text = " ".join(texts_by_page(path))
    assert "To Harbour Trust" in text
    assert "Send us the figures." in text
    assert failed_rules(path) == []
    assert made == pdf.letter_pdf(letter)

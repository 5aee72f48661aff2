"""Documents are made in a process of their own, without the network, and the same again each time."""

import os
import subprocess
import sys

import pytest

from tests.print.reading import failed_rules, texts_by_page
from tests.print.sample import CREATED, sample_html, sample_pdf
from trust.tools import pdf
from trust.tools.pdf import NotMade, render_pdf, workers
from trust.tools.pdf_text import drawable
from trust.tools.pdf_worker import STATIC, bundled_file

HARD_TEXTS = {
    "emoji": ("Well done 👍", "Well done [thumbs up sign]"),
    "right to left marks": ("Board\u200f\u202e of\u202c partners", "Board of partners"),
    "control characters": ("Ferry\x07 plan\x00", "Ferry plan"),
    "Welsh and Polish": ("Siân Ŵyn, Łódź", "Siân Ŵyn, Łódź"),
    "letters taken apart": ("Sia\u0302n", "Siân"),
    "script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
}


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_hard_text_is_printed_or_named(name, tmp_path, plain):
    written, printed = HARD_TEXTS[name]
    path = tmp_path / "hard.pdf"
    path.write_bytes(sample_pdf(mark=written))
    assert failed_rules(path) == []
    assert printed in "".join(texts_by_page(path))


def test_characters_the_face_lacks_are_named():
    assert drawable("a⅓☂\ufe0f", {ord("a")}) == "a[vulgar fraction one third][umbrella]"


def test_same_content_same_bytes(plain):
    assert sample_pdf() == plain


def test_same_bytes_from_another_process(plain, tmp_path):
    told = "import sys, os, django; django.setup()\nfrom tests.print.sample import sample_pdf\n"
    script = tmp_path / "again.py"
    script.write_text(f"{told}if __name__ == '__main__': sys.stdout.buffer.write(sample_pdf())")
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.getcwd()}
    environment["DJANGO_SETTINGS_MODULE"] = "trust.settings"
    assert subprocess.run([sys.executable, script], env=environment, capture_output=True).stdout == plain


def test_other_content_other_bytes(plain):
    assert sample_pdf(mark="Another word.") != plain


def test_a_worker_that_died_is_replaced(plain):
    for process in workers.pool()._processes.values():
        process.kill()
        process.join()
    assert sample_pdf() == plain


def test_a_worker_that_hangs_is_ended(plain, settings):
    settings.PDF_SECONDS = 0.001
    with pytest.raises(NotMade, match="took too long"):
        sample_pdf()
    settings.PDF_SECONDS = 60
    assert sample_pdf() == plain


def test_refused_in_a_sentence_where_pango_is_missing(monkeypatch):
    monkeypatch.setattr(pdf, "missing_for_pdf", lambda: "PDFs cannot be made on this computer.")
    with pytest.raises(NotMade, match="cannot be made on this computer"):
        render_pdf("404.html", {}, identifier="x", created=None)


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/logo.png",
        "http://127.0.0.1:8000/",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        f"{STATIC.as_uri()}/../settings.py",
        f"{STATIC.as_uri()}/%2e%2e/settings.py",
        "data:text/plain,hello",
        "ftp://example.org/",
    ],
)
def test_nothing_but_bundled_files_is_fetched(address):
    with pytest.raises(ValueError, match="bundled"):
        bundled_file(address)


def test_a_bundled_file_is_fetched():
    assert bundled_file(f"{STATIC.as_uri()}/trust/print.css").read().startswith(b"/*")


def test_a_page_that_points_outside_is_made_without_it(plain):
    html = sample_html().replace("<h2>", '<img src="file:///etc/passwd" alt="A list"><h2>', 1)
    made = pdf.pdf_of(html, identifier="x", created=CREATED)
    assert made.startswith(b"%PDF-1.7")
    assert b"root:" not in made

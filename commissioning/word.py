"""Commissioning as a document for Word."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils import timezone

from commissioning.rules.report import Section, in_words
from trust.tools.word import WordFile
from trust.tools.words import long_date

#: Centimetres between the margins of a sheet.
ACROSS = 16.0


def report_word(shown: dict[str, Any]) -> bytes:
    """A board's commissioning report, with the headings and tables of its page."""
    board, year, on = shown["for_board"], shown["asked"].said, shown["on"]
    created = dt.datetime.combine(on, dt.time(), tzinfo=timezone.get_default_timezone())
    title = f"Commissioning report, {year}"
    word = WordFile(title=f"{board}: {title}", subject=title, author=settings.PARTNERSHIP_NAME, created=created)
    word.on_every_page(head=f"{board}   {title}", foot=f"As it stood on {long_date(on)}")
    word.heading(f"{board}: {title}", 0)
    for sentence in shown["report"].said:
        word.paragraph(sentence)
    if shown["report"].wrong:
        word.heading("What does not add up, is missing or silent", 1)
        for sentence in shown["report"].wrong:
            word.paragraph(sentence, indent=0.6)
    for section in shown["report"].sections:
        _write(word, section)
    return word.bytes


def _write(word: WordFile, section: Section) -> None:
    word.heading(section.title, 1)
    for sentence in section.said:
        word.paragraph(sentence)
    if not section.rows:
        word.paragraph(section.empty, soft=True)
        return
    width = ACROSS / len(section.columns)
    rows = [[in_words(cell) for cell in row] for row in section.rows]
    word.table(section.columns, rows, [width] * len(section.columns))

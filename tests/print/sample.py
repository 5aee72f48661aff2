"""A document of invented content, long enough that its tables and one of its rows run over several pages."""

from datetime import UTC, datetime
from pathlib import Path

from django.template import Context, Engine

from trust.tools.pdf import pdf_of
from trust.tools.pdf_attached import Attached

SENTENCE = "The board heard how the ferry timetable leaves island pupils forty minutes short of the first lesson. "
CREATED = datetime(2025, 3, 18, 15, 0, tzinfo=UTC)
TABLES = 3
DATA = Attached("timetable.json", "The timetable as data", b'{"ferry":"07:40"}')


def sample_html(*, draft: bool = False, mark: str = "") -> str:
    """The finished page; ``mark`` is put into the first paragraph."""
    items = [
        {
            "title": f"Matter {number}",
            "paragraphs": [mark or SENTENCE] + [SENTENCE * 3] * (14 if number == 4 else 2),
            "decision": f"that proposal {number} go ahead.",
            "action": "AB/CD",
        }
        for number in range(1, 8)
    ]
    sections = [{"name": "Matters arising", "items": items[:3]}, {"name": "Decisions", "items": items[3:]}]
    people = [f"Member {number}" for number in range(1, 40)]
    template = Engine().from_string((Path(__file__).parent / "sample.html").read_text())
    return template.render(Context({"sections": sections, "people": people, "draft": draft}))


def sample_pdf(*, draft: bool = False, mark: str = "", signature_label: str = "Signature of the chair") -> bytes:
    html = sample_html(draft=draft, mark=mark)
    named = {"identifier": "harbour-board-2025-03-04", "signature_label": signature_label}
    return pdf_of(html, created=CREATED, attached=(DATA,), **named)

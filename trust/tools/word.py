"""Documents for Word: real headings, lists and tables with header rows, in British English. Only importer of docx."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from trust.tools.plain import plain

LANGUAGE = "en-GB"
INK, SOFT, WARN = RGBColor(0x16, 0x23, 0x2B), RGBColor(0x51, 0x62, 0x6C), RGBColor(0x94, 0x25, 0x14)
SIZES = {"Title": 21, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}


class WordFile:
    """One document, written from the top down; ``bytes`` is the .docx."""

    def __init__(self, *, title: str, subject: str, author: str, created: dt.datetime) -> None:
        self.document = Document()
        known = self.document.core_properties
        known.title, known.subject, known.author, known.language = title, subject, author, LANGUAGE
        known.created = known.modified = created.astimezone(dt.UTC).replace(tzinfo=None)
        known.last_modified_by, known.comments = author, ""
        _set_styles(self.document)

    def heading(self, text: str, level: int) -> None:
        """``level`` 0 is the title of the whole."""
        self.document.add_heading(plain(text), level)

    def paragraph(self, text: str, *, bold: bool = False, soft: bool = False, indent: float = 0) -> None:
        """``indent`` in centimetres."""
        written = self.document.add_paragraph()
        run = written.add_run(plain(text))
        run.bold = bold or None
        if soft:
            run.font.color.rgb = SOFT
        if indent:
            written.paragraph_format.left_indent = Cm(indent)

    def marked_up(self, html: str, *, indent: float = 0) -> None:
        """A text of the house’s markup, as its safe HTML: paragraphs, lists, bold, italic."""
        _Writer(self.document, indent).feed(html)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]) -> None:
        """``widths`` in centimetres. The head is repeated on every page, and no row breaks over two."""
        table = self.document.add_table(rows=1, cols=len(head), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        _mark_row(table.rows[0], "w:tblHeader")
        for row in [head, *rows]:
            line = table.rows[0] if row is head else table.add_row()
            _mark_row(line, "w:cantSplit")
            for cell, text, width in zip(line.cells, row, widths, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].add_run(plain(text)).bold = True if row is head else None
        self.document.add_paragraph()

    def on_every_page(self, *, head: str, foot: str, warning: str = "") -> None:
        """A line above and one below, the page’s number beside it; ``warning`` stands out, such as DRAFT."""
        section = self.document.sections[0]
        above = section.header.paragraphs[0]
        if warning:
            run = above.add_run(f"{warning}   ")
            run.bold, run.font.color.rgb = True, WARN
        above.add_run(head).font.color.rgb = SOFT
        below = section.footer.paragraphs[0]
        below.add_run(f"{foot}   Page ").font.color.rgb = SOFT
        _add_field(below, "PAGE")
        below.add_run(" of ").font.color.rgb = SOFT
        _add_field(below, "NUMPAGES")

    @property
    def bytes(self) -> bytes:
        held = io.BytesIO()
        self.document.save(held)
        return held.getvalue()


class _Writer(HTMLParser):
    """Writes the few tags of the house’s markup as paragraphs and runs."""

    def __init__(self, document: Any, indent: float) -> None:
        super().__init__(convert_charrefs=True)
        self.document, self.indent = document, indent
        self.lists: list[str] = []
        self.bold = self.italic = 0
        self.written: Any = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in ("ul", "ol"):
            self.lists.append("points" if "c-points" in (dict(attrs).get("class") or "") else tag)
        elif tag == "li" or (tag == "p" and not self.lists):
            self.written = self._paragraph(is_point=tag == "li")
        elif tag == "br" and self.written is not None:
            self.written.add_run().add_break()
        self.bold += tag == "strong"
        self.italic += tag == "em"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        self.bold -= tag == "strong"
        self.italic -= tag == "em"
        if tag == "p" and not self.lists:
            self.written = None

    def handle_data(self, data: str) -> None:
        if not data.strip() and ("\n" in data or self.written is None):
            return
        self.written = self.written if self.written is not None else self._paragraph(is_point=False)
        run = self.written.add_run(plain(data).rstrip("\n").replace("\n", " "))
        run.bold, run.italic = (True if self.bold else None), (True if self.italic else None)

    def _paragraph(self, *, is_point: bool) -> Any:
        kind = self.lists[-1] if self.lists and is_point else ""
        style = {"ul": "List Bullet", "ol": "List Number"}.get(kind)
        written = self.document.add_paragraph(style=style)
        if kind == "points":
            written.paragraph_format.left_indent = Cm(self.indent + 0.9 * len(self.lists))
            written.paragraph_format.first_line_indent = Cm(-0.9)
        elif self.indent or len(self.lists) > 1:
            written.paragraph_format.left_indent = Cm(self.indent + 0.9 * len(self.lists))
        return written


def _set_styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(11), INK
    normal.paragraph_format.space_after = Pt(6)
    for run in document.styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            run.set(qn(name), LANGUAGE)
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = "Calibri", Pt(size), True, INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)


def _mark_row(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _add_field(paragraph: Any, code: str) -> None:
    """A number that Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)

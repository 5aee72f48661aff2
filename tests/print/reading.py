"""What a PDF holds, as a machine that reads it aloud would find it."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]


class Reading:
    """One PDF, opened. Elements are pairs of their tag and the pikepdf dictionary."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(pdf))
        self.root = self.pdf.Root
        self.elements = list(self._walk(self.root.StructTreeRoot))
        self._words: dict[tuple[int, int], dict[int, str]] = {}

    def _walk(self, element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
        for kid in children(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S)[1:], kid
                yield from self._walk(kid)

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def having(self, tag: str) -> list[pikepdf.Object]:
        return [element for found, element in self.elements if found == tag]

    def words_at(self, page: pikepdf.Object, mark: int) -> str:
        """The words under one mark of a page, by the fonts’ own tables of characters."""
        key = page.objgen
        if key not in self._words:
            self._words[key] = marked_words(pikepdf.Page(page))
        return self._words[key].get(mark, "")

    def marks_on(self, number: int) -> list[str]:
        """The properties of each marked piece of a page, as text."""
        found = pikepdf.parse_content_stream(self.pdf.pages[number])
        return [" ".join(map(str, operands)) for operands, operator in found if str(operator) == "BDC"]


def marked_words(page: pikepdf.Page) -> dict[int, str]:
    """The words of a page by the number of their mark."""
    fonts = {name: characters_of(font) for name, font in page.obj.Resources.Font.items()}
    found: dict[int, str] = {}
    mark, font = -1, {}
    for operands, operator in pikepdf.parse_content_stream(page):
        said = str(operator)
        if said == "BDC":
            held = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
            mark = int(held.get("/MCID", -1))
        elif said == "Tf":
            font = fonts[str(operands[0])]
        elif said in ("TJ", "Tj"):
            parts = operands[0] if said == "TJ" else operands
            shown = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            codes = [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]
            found[mark] = found.get(mark, "") + "".join(font.get(code, "?") for code in codes)
    return found


def characters_of(font: pikepdf.Object) -> dict[int, str]:
    """What a reader takes each glyph of a font for."""
    pairs = re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs}


def children(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def said_in(element: pikepdf.Object, reading: "Reading") -> str:
    """The words marked as belonging to an element and all below it."""
    words = []
    for kid in children(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            words.append(said_in(kid, reading))
        elif isinstance(kid, int):
            words.append(reading.words_at(element.Pg, kid))
    return re.sub(r"\s+", " ", " ".join(words)).strip()


def attribute(element: pikepdf.Object, name: str) -> str:
    held = element.get("/A", [])
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return str(each[name])
    return ""


def failed_rules(path: Path) -> list[str]:
    """Rules of PDF/UA-1 and PDF/A-3a that a file breaks."""
    checked = [(profile, page.validate_pdf(str(path), profile=profile)) for profile in PROFILES]
    return [f"{profile}: {each.rule_id}" for profile, result in checked for each in result.failures]


def said_by(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True).stdout


def texts_by_page(path: Path) -> list[str]:
    return said_by("pdftotext", "-layout", path, "-").split("\f")[:-1]

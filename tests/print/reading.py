"""What a PDF holds, as a machine that reads it aloud would find it."""

import io
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

    def _walk(self, element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
        for kid in children(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S)[1:], kid
                yield from self._walk(kid)

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def having(self, tag: str) -> list[pikepdf.Object]:
        return [element for found, element in self.elements if found == tag]

    def marks_on(self, number: int) -> list[str]:
        """The properties of each marked piece of a page, as text."""
        found = pikepdf.parse_content_stream(self.pdf.pages[number])
        return [" ".join(map(str, operands)) for operands, operator in found if str(operator) == "BDC"]


def children(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


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

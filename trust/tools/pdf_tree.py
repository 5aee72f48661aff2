"""A PDF's structure tree while it is being written: its elements by reference, and who is whose parent."""

from collections.abc import Iterator
from typing import Any

import pydyf


class Tree:
    """The tagged elements of a pydyf document that WeasyPrint has drawn but not yet written."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.root = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(self.root["K"][0])
        # Page and annotation number → the elements its marked content belongs to.
        self.numbers = self.at(self.root["ParentTree"])["Nums"]

    def at(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def parent_of(self, element: pydyf.Dictionary) -> pydyf.Dictionary:
        return self.at(element["P"])

    def elements(self) -> Iterator[pydyf.Dictionary]:
        return (each for each in self.pdf.objects if isinstance(each, dict) and each.get("Type") == "/StructElem")

    def add(self, element: pydyf.Object) -> bytes:
        """Add an object to the file; its reference."""
        self.pdf.add_object(element)
        return element.reference

    def move(self, children: list[bytes], to: pydyf.Dictionary) -> None:
        for child in children:
            self.at(child)["P"] = to.reference
        to["K"].extend(children)

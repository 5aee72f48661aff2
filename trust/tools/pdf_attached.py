"""Files inside a PDF: its content as data, for machines. PDF/A-3 allows them where each says what it is to the text."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pydyf


@dataclass(frozen=True)
class Attached:
    """A file to be put in. ``name`` ends as its kind does (minutes.json); the text says the same as its content."""

    name: str
    description: str
    content: bytes


def as_drawn(attached: Attached, created: str) -> Any:
    """For WeasyPrint. ``created``: ISO 8601, so that the same file is the same bytes."""
    from weasyprint import Attachment

    at = dt.datetime.fromisoformat(created).astimezone(dt.UTC)
    return Attachment(
        string=attached.content,
        name=attached.name,
        description=attached.description,
        created=at,
        modified=at,
        relationship="Data",
    )


def name_once(pdf: pydyf.PDF) -> None:
    """WeasyPrint 70 lists each file twice in the catalogue."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))

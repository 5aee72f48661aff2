"""A document into its seal and out of it again: what was approved is read from there, whatever was renamed since.

Generic over the fields of the document, so that one that gained a field still reads what was sealed without it, and
one that lost a field leaves it where it is. How words are shown is made anew; the words are as they were sealed.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from meetings.rules.document import MinutesDocument
from meetings.rules.seal import canonical, told_in
from trust.tools.markup import as_html

#: Made anew from the words whenever a document is read.
MADE_ANEW = {"html": "text"}


def document_told(document: MinutesDocument, *, closed: bool = False) -> dict[str, Any]:
    """The whole document as the record of its seal tells it, with the fingerprint of its words.

    ``closed``: some of it is kept from some readers.
    """
    return {"text_sha256": document.text_sha256, "closed": closed, "document": _told(document)}


def document_from(record: str) -> MinutesDocument:
    """The document as it was sealed in ``record``."""
    made: MinutesDocument = _made(MinutesDocument, told_in(record)["document"])
    return made


def as_sealed(document: MinutesDocument) -> MinutesDocument:
    """The document as it would be read from its seal, to compare with one that was."""
    return document_from(canonical({"told": document_told(document)}))


def text_sha256_in(record: str) -> str:
    """The fingerprint of the words as it was when they were sealed."""
    return str(told_in(record)["text_sha256"])


def holds_closed_matter(record: str) -> bool:
    """Whether some of what was sealed was kept from some readers."""
    return bool(told_in(record).get("closed", True))


def _told(thing: Any) -> Any:
    if is_dataclass(thing):
        return {field.name: _told(getattr(thing, field.name)) for field in fields(thing) if field.name not in MADE_ANEW}
    if isinstance(thing, tuple | list | frozenset | set):
        return [_told(part) for part in thing]
    return thing


def _made(kind: Any, held: Any) -> Any:
    """``held`` as the type that the document declares for it."""
    if get_origin(kind) in (Union, UnionType):
        if held is None:
            return None
        kind = next(one for one in get_args(kind) if one is not NoneType)
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(_made(inner, part) for part in held)
    if get_origin(kind) is frozenset:
        return frozenset(held)
    return _line(kind, held) if is_dataclass(kind) else held


def _line(kind: Any, held: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    given = {field.name: _made(hints[field.name], held[field.name]) for field in fields(kind) if field.name in held}
    made_anew = {name: as_html(held[source]) for name, source in MADE_ANEW.items() if name in hints and source in held}
    absent = {
        field.name: _nothing(hints[field.name])
        for field in fields(kind)
        if field.name not in given | made_anew and not _has_default(field)
    }
    return kind(**given, **made_anew, **absent)


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _nothing(kind: Any) -> Any:
    """What a field says that was not there when the document was sealed."""
    return () if get_origin(kind) is tuple else {str: "", int: 0, bool: False}.get(kind)

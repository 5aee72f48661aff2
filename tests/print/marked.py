"""A document in which every field says something that nothing else says, however many fields there are."""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from typing import Any, get_args, get_origin, get_type_hints

from django.utils.safestring import SafeString

#: Fields that are not for reading: what finds something, which edition it is (told by what is not there), and the
#: kinds of blocks and decisions, which their rule and their label tell.
NOT_READ = {"pk", "anchor", "edition", "BlockLine.kind", "DecisionLine.kind"}


class Marker:
    """Fills in one document after the other; ``marks`` are the words that a reader must find, by field."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.marks: dict[str, str] = {}

    def filled(self, kind: type, **given: Any) -> Any:
        """One of ``kind``, each of its fields marked."""
        hints = get_type_hints(kind)
        held = {field.name: given.get(field.name) for field in fields(kind)}
        for name in (name for name in held if name not in given):
            held[name] = self._value(hints[name], f"{kind.__name__}.{name}")
        if "html" in held:
            held["html"] = SafeString(f"<p>{held['text']}</p>")
        return kind(**held)

    def _value(self, hint: Any, field: str) -> Any:
        name = field.split(".")[1]
        if is_dataclass(hint):
            return self.filled(hint)
        if hint is bool:
            return name == "is_locked"
        if hint is int:
            return next(self.numbers)
        if get_origin(hint) is tuple:
            return tuple(self._value(get_args(hint)[0], field) for _ in range(2))
        if get_origin(hint) is types.UnionType:
            return self._value(get_args(hint)[0], field)
        assert hint is str, f"Nothing is known to put into {field}."
        word = f"mark{next(self.numbers):04}"
        if not {name, field} & NOT_READ and name != "html":
            self.marks[word] = field
        return word


def missing_from(text: str, marks: dict[str, str]) -> Iterator[str]:
    """The fields of which something is not there."""
    squeezed = "".join(text.split()).casefold()
    return iter(sorted({field for word, field in marks.items() if word not in squeezed}))

"""What our typeface cannot draw: a missing glyph is a box to the reader and a fault under PDF/A."""

import re
import unicodedata
from collections.abc import Set
from functools import cache
from pathlib import Path

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
KEPT = "\n\t\r\N{SOFT HYPHEN}"


@cache
def characters_of(font: Path) -> frozenset[int]:
    """The characters a font file can draw."""
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def drawable(text: str, characters: Set[int]) -> str:
    """The text with each character the typeface lacks named in brackets: “👍” becomes “[thumbs up sign]”.

    Marks without a shape (control characters, changes of writing direction) are left out.
    """
    text = unicodedata.normalize("NFC", text)
    missing = {mark for mark in set(text) if ord(mark) not in characters and mark not in KEPT}
    if not missing:
        return text
    return re.sub("[" + re.escape("".join(sorted(missing))) + "]", lambda found: _named(found[0]), text)


def _named(mark: str) -> str:
    plain = unicodedata.normalize("NFKC", mark)
    if plain != mark and plain.isascii():
        return plain
    if unicodedata.category(mark) in INVISIBLE or unicodedata.combining(mark) or "VARIATION SELECTOR" in _name(mark):
        return ""
    if mark.isspace():
        return " "
    return f"[{_name(mark).lower()}]" if _name(mark) else "?"


def _name(mark: str) -> str:
    return unicodedata.name(mark, "")

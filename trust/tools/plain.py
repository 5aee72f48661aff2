"""Text as people type and paste it, without the characters nobody sees and everybody trips over."""

import re
import unicodedata

#: Control characters but tab and line feed; lone surrogates; the overrides and isolates that turn a line's reading
#: round. Right-to-left marks, joiners and emoji are text and stay.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
#: Spaces, joiners and marks of direction: between letters they are text, alone they are nothing.
UNSHOWN = frozenset({"Cf", "Zs"})
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def plain(text: str) -> str:
    """The text with one kind of line end, and neither controls nor direction overrides."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def plain_line(text: str) -> str:
    """The same on one line; "" where no character of it shows."""
    line = " ".join(plain(text).split())
    return line if any(unicodedata.category(character) not in UNSHOWN for character in line) else ""


def lines_of(text: str) -> list[str]:
    """The lines of a text on which something stands, each once."""
    return list(dict.fromkeys(filter(None, map(plain_line, text.splitlines()))))

"""The partnership's word list: what may stand on it, and the words of names."""

import re
from collections.abc import Iterable

MOST = 60  # characters of one word
MOST_AT_ONCE = 5000  # words in one pasted list
_BETWEEN_LINES = re.compile(r"[\n,;\t]+")
_WORD = re.compile(r"[^\W\d_]{3,}(?:[’'][^\W\d_]{2,})?")


def words_pasted(text: str) -> tuple[list[str], list[str]]:
    """The words of a pasted list, one to a line or between commas; and apart those that are too long or no words."""
    said = [" ".join(line.split()) for line in _BETWEEN_LINES.split(text)]
    words = list({word.casefold(): word for word in reversed(said) if word}.values())[::-1]
    good = [word for word in words if len(word) <= MOST and re.search(r"[^\W\d_]", word)]
    return good, [word for word in words if word not in good]


def words_of_names(names: Iterable[str]) -> set[str]:
    """The words that names are made of: "Ada Thorne-Iqbal" is Ada, Thorne and Iqbal."""
    return {word for name in names for word in _WORD.findall(name)}

"""How wide words are in the house's own face, so that a drawing made on the server fits them."""

from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "static" / "trust" / "fonts"
CUTS = {False: "AtkinsonHyperlegibleNext-Regular.ttf", True: "AtkinsonHyperlegibleNext-SemiBold.ttf"}
#: Of a character the face does not have, in parts of the size.
UNKNOWN = 0.7


@cache
def _widths(bold: bool) -> tuple[dict[int, float], float]:
    """The width of each character and of any other, in parts of the size."""
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / CUTS[bold], lazy=True) as font:
        whole, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: advances[name][0] / whole for code, name in font.getBestCmap().items()}, UNKNOWN


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    widths, unknown = _widths(bold)
    return size * sum(widths.get(ord(letter), unknown) for letter in text)


@cache
def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than this; a word that is wider by itself is parted."""
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, size, width, bold):
            longer = f"{lines[-1]} {part}" if lines else part
            if lines and width_of(longer, size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return tuple(lines)


def _parts(word: str, size: float, width: float, bold: bool) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and width_of(parts[-1] + letter, size, bold=bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts

"""Colours: is a partnership's own readable, and what follows from it."""

import re

PAPER = "#ffffff"
INK = "#000000"


def is_hex(colour: str) -> bool:
    return re.fullmatch(r"#[0-9a-fA-F]{6}", colour) is not None


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    shares = [channel / 255 for channel in channels(colour)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str = PAPER) -> float:
    """From 1 to 21; text needs 4.5 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of ``other`` in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def soft(colour: str) -> str:
    """The palest ground on which text in ``colour`` still reads."""
    grounds = [mixed(colour, PAPER, share) for share in (0.9, 0.94, 0.97)]
    return next((ground for ground in grounds if contrast(colour, ground) >= 4.5), PAPER)

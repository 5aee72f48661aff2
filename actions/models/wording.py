"""Who by and when by, as a reader is told."""

import datetime as dt
from collections.abc import Callable, Iterable

from trust.tools.words import long_date


def names_shown(names: Iterable[tuple[str, bool]]) -> str:
    """``(name, stood for by ALL)`` pairs in words: "ALL" once, then everybody named apart."""
    pairs = list(names)
    apart = [name for name, from_all in pairs if not from_all]
    return ", ".join((["ALL"] if any(from_all for _, from_all in pairs) else []) + apart)


def due_in_words(kind: str, day: dt.date | None, stated: str, say: Callable[[dt.date], str] = long_date) -> str:
    """When by; "" where nothing was given. ``kind`` is one of Action.Due; tables ``say`` their days short."""
    if kind == "day" and day:
        return say(day)
    if kind == "month" and day:
        return f"End of {day:%B %Y}"
    if kind == "meeting":
        return f"Meeting of {say(day)}" if day else "Next meeting"
    return stated

"""What a form was filled in upon: where somebody wrote meanwhile, it is said before the answers take its place."""

from dataclasses import dataclass
from typing import Any

from trust.tools.words import instant


@dataclass(frozen=True)
class Seen:
    """The last writing of a record: ``mark`` goes with the form and comes back with it, ``words`` say who wrote."""

    mark: str
    words: str


def seen(record: Any) -> Seen:
    """As the record stands now; ``record`` None: nothing was put down yet. One statement."""
    last = record and record.history.select_related("history_user__person").first()
    if not last:
        return Seen("none", "Somebody")
    by = getattr(last.history_user, "person", last.history_user) or "Somebody"
    return Seen(str(last.pk), f"{by}, on {instant(last.history_date)}")


def written_meanwhile(now: Seen | None, mark: str | None) -> str:
    """``mark``: what came back with the form; "" where it is what stands, or where none came."""
    if now is None or mark in (None, now.mark):
        return ""
    said = f"It was changed after you opened this page: {now.words}. What you wrote is kept below."
    return f"{said} Look at how it stands, then continue if yours is to take its place."

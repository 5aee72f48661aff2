"""What a form was filled in upon: where somebody wrote meanwhile, it is said before the answers take its place."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from trust.tools.words import instant


@dataclass(frozen=True)
class Seen:
    """The last writing of a record: ``mark`` goes with the form and comes back with it, ``words`` say who wrote."""

    mark: str
    words: str


def seen(record: Any) -> Seen:
    """As the record stands now; ``record`` None: nothing was put down yet. One statement."""
    return seen_in(record.history.all()) if record else Seen("none", "Somebody")


def seen_in(rows: QuerySet[Any]) -> Seen:
    """As the last of these rows of history says. One statement."""
    last = rows.select_related("history_user__person").order_by("-history_date", "-history_id").first()
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

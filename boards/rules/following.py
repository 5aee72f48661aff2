"""Who sits in a seat that goes with a post: whoever holds the post on the day (requirement 1.7)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Post, Seat

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """Somebody in the seat from a day to a day; an empty end is open."""

    person: int
    from_date: dt.date | None
    to_date: dt.date | None


def stays(posts: Iterable[Post], seat: Seat) -> list[Stay]:
    """Over the seat's own days, one at a time: where two hold the post at once, whoever held it first stays."""
    found: list[Stay] = []
    free = seat.from_date
    for post in sorted(posts, key=lambda post: (post.from_date or dt.date.min, post.pk or 0)):
        begins = max(filter(None, [post.from_date, free]), default=None)
        ends = min(filter(None, [post.to_date, seat.to_date]), default=None)
        if begins and ends and ends < begins:
            continue
        found.append(Stay(post.person_id, begins, ends))
        if ends is None:
            break
        free = ends + A_DAY
    return found

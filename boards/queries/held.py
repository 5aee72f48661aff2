"""What one reader holds, read where a query begins: lists of many things then ask by keys, and are planned fast."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trust.tools.statement import read

#: Six kinds of row: words on boards and on partners, seats held and covered, posts, and the person that they are.
_HELD = """
    SELECT 'word', granted.content_object_id, NULL::bigint, NULL::bigint, permission.codename, NULL::date, NULL::date
    FROM boards_boardgrant granted
    JOIN auth_permission permission ON permission.id = granted.permission_id
    JOIN boards_user_groups mine ON mine.group_id = granted.group_id AND mine.user_id = %(reader)s
    UNION ALL
    SELECT 'partner', granted.content_object_id, NULL, NULL, permission.codename, NULL, NULL
    FROM boards_partnergrant granted
    JOIN auth_permission permission ON permission.id = granted.permission_id
    JOIN boards_user_groups mine ON mine.group_id = granted.group_id AND mine.user_id = %(reader)s
    UNION ALL
    SELECT 'held', seat.board_id, seat.id, seat.partner_id, seat.role, taken.from_date, taken.to_date
    FROM boards_person person JOIN boards_seatholding taken ON taken.person_id = person.id
    JOIN boards_seat seat ON seat.id = taken.seat_id WHERE person.user_id = %(reader)s
    UNION ALL
    SELECT 'covered', seat.board_id, seat.id, seat.partner_id, seat.role, taken.from_date, taken.to_date
    FROM boards_person person JOIN boards_substitute taken ON taken.person_id = person.id
    JOIN boards_seat seat ON seat.id = taken.seat_id WHERE person.user_id = %(reader)s
    UNION ALL
    SELECT 'post', post.partner_id, NULL, NULL, '', post.from_date, post.to_date
    FROM boards_person person JOIN boards_post post ON post.person_id = person.id WHERE person.user_id = %(reader)s
    UNION ALL
    SELECT 'person', person.id, NULL, NULL, '', NULL, NULL FROM boards_person person WHERE person.user_id = %(reader)s
"""


@dataclass(frozen=True)
class Days:
    """From a day to a day, both included; an empty end is open."""

    first: dt.date | None
    last: dt.date | None

    def hold(self, day: dt.date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def within(self, other: "Days") -> "Days | None":
        """The days that both hold; None where there is none."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        both = Days(max(firsts, default=None), min(lasts, default=None))
        return both if both.first is None or both.last is None or both.first <= both.last else None


@dataclass(frozen=True)
class Sat:
    """A seat held, or only covered, on some days. All by key."""

    seat: int
    board: int
    partner: int | None
    role: str
    days: Days
    covered: bool


@dataclass(frozen=True)
class Held:
    """Words by board and by partner, seats, and posts as partner and days. Closed by default: it holds nothing.

    To be made where a query begins and passed down, never kept beyond it: what a reader holds may change.
    """

    person: int | None = None
    words: Mapping[int, frozenset[str]] | None = None
    partner_words: Mapping[int, frozenset[str]] | None = None
    sat: tuple[Sat, ...] = ()
    posts: tuple[tuple[int, Days], ...] = ()

    def boards(self, *words: str) -> list[int]:
        """Boards on which they hold one of these words, by key: what ``access.boards_where`` says."""
        return _with(self.words, words)

    def partners(self, *words: str) -> list[int]:
        """Partners on which they hold one of these words, by key."""
        return _with(self.partner_words, words)

    def seats_on(self, day: dt.date) -> list[int]:
        """Seats that they hold on the day, by key; none that they only cover."""
        return sorted({sat.seat for sat in self.sat if not sat.covered and sat.days.hold(day)})

    def sat_for(self) -> Iterator[tuple[int, int, Days]]:
        """Partner, board and days; in a seat that is no partner’s own, for those whose posts they held meanwhile."""
        for sat in self.sat:
            if sat.partner is not None:
                yield sat.partner, sat.board, sat.days
                continue
            for partner, days in self.posts:
                if both := sat.days.within(days):
                    yield partner, sat.board, both


def _with(held: Mapping[int, frozenset[str]] | None, words: tuple[str, ...]) -> list[int]:
    return sorted(key for key, own in (held or {}).items() if own.intersection(words))


def held_by(reader: Any) -> Held:
    """One statement; none for who is not signed in."""
    if not reader.is_authenticated:
        return Held()
    words: dict[int, set[str]] = {}
    partner_words: dict[int, set[str]] = {}
    sat, posts, person = [], [], None
    for what, key, seat, partner, told, first, last in read(_HELD, {"reader": reader.pk}):
        if what in ("word", "partner"):
            (words if what == "word" else partner_words).setdefault(key, set()).add(told)
        elif what == "post":
            posts.append((key, Days(first, last)))
        elif what == "person":
            person = key
        else:
            sat.append(Sat(seat, key, partner, told, Days(first, last), covered=what == "covered"))
    return Held(person, _frozen(words), _frozen(partner_words), tuple(sat), tuple(posts))


def _frozen(words: Mapping[int, set[str]]) -> dict[int, frozenset[str]]:
    return {key: frozenset(own) for key, own in words.items()}

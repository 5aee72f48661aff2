"""How a board's actions stood on the days of its meetings, and that as a picture: bars with their numbers."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.models import FINISHED, SETTLED
from trust.tools.drawn import BRAND, WARN
from trust.tools.words import short_date

WIDTH, HEIGHT, FOOT, HEAD, BAR = 640, 240, 44, 34, 34


@dataclass(frozen=True)
class Stood:
    """How one action stood from a day on: in the board's list or not, its state, and when it was due."""

    action: int
    since: dt.date
    state: str
    due_on: dt.date | None
    is_listed: bool = True


@dataclass(frozen=True)
class Point:
    """One meeting: how many actions were open on its day, how many of them late, and closed since the one before."""

    day: dt.date
    open: int
    late: int
    closed: int

    @property
    def said(self) -> str:
        return short_date(self.day)


def trend(rows: Iterable[Stood], days: Sequence[dt.date]) -> list[Point]:
    """``rows`` in the order of time; ``days`` from the first."""
    by_action: dict[int, list[Stood]] = {}
    for row in rows:
        by_action.setdefault(row.action, []).append(row)
    points, before = list[Point](), dict[int, Stood]()
    for day in days:
        now = {action: stood for action, all_rows in by_action.items() if (stood := _on(all_rows, day))}
        points.append(_point(day, now, before, is_first=not points))
        before = now
    return points


def _on(rows: list[Stood], day: dt.date) -> Stood | None:
    return next((row for row in reversed(rows) if row.since <= day), None)


def _point(day: dt.date, now: dict[int, Stood], before: dict[int, Stood], *, is_first: bool) -> Point:
    standing = [row for row in now.values() if row.is_listed and row.state not in SETTLED]
    late = [row for row in standing if row.due_on and row.due_on < day and row.state not in FINISHED]
    closed = [key for key, row in now.items() if row.state in SETTLED and not _was_settled(before.get(key))]
    return Point(day, len(standing), len(late), 0 if is_first else len(closed))


def _was_settled(row: Stood | None) -> bool:
    return row is not None and row.state in SETTLED


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    height: float
    fill: str
    words: str
    width: int = BAR

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def above(self) -> float:
        return self.y - 5


@dataclass(frozen=True)
class Foot:
    x: float
    words: str


@dataclass(frozen=True)
class Drawn:
    """Shapes with their places, ready to be written as SVG."""

    width: int
    height: int
    ground: int
    bars: tuple[Bar, ...]
    feet: tuple[Foot, ...]


def drawn(points: Sequence[Point]) -> Drawn:
    """Two bars to a meeting, open and late, each under its number."""
    most = max([point.open for point in points] + [1])
    room, ground = HEIGHT - FOOT - HEAD, HEIGHT - FOOT
    step = WIDTH / max(len(points), 1)
    bars, feet = [], []
    for place, point in enumerate(points):
        middle = step * (place + 0.5)
        for count, fill, x in ((point.open, BRAND, middle - BAR - 2), (point.late, WARN, middle + 2)):
            tall = round(room * count / most, 1)
            bars.append(Bar(round(x, 1), round(ground - tall, 1), tall, fill, str(count)))
        feet.append(Foot(round(middle, 1), point.said))
    return Drawn(WIDTH, HEIGHT, ground, tuple(bars), tuple(feet))

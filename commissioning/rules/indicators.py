"""How an indicator stands to what was aimed at, given the way it should go; and its chart."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from commissioning.models import Indicator, Reading
from trust.tools.refusal import Refused
from trust.tools.words import short_date

WIDTH, HEIGHT, LEFT, RIGHT, HEAD, FOOT = 640, 220, 34, 40, 40, 34
#: How near an edge words turn inwards; and how many dots have room for words under them. The table has them all.
EDGE, NAMED = 60, 7


def figure(value: Decimal | None, unit: str = "") -> str:
    """1,234.5 children; 94%; £1,250; "" where there is none."""
    if value is None:
        return ""
    whole, _, rest = f"{abs(value):,.3f}".partition(".")
    sign, said = "−" if value < 0 else "", f"{whole}{f'.{rest}'.rstrip('0').rstrip('.')}"
    if unit == "£":
        return f"{sign}£{said}"
    said = f"{sign}{said}"
    return f"{said}%" if unit == "%" else f"{said} {unit}".strip()


@dataclass(frozen=True)
class Point:
    """A day with its figure and what was aimed at for it; ``is_carried``: the aim was stated for an earlier day."""

    reading: Reading
    indicator: Indicator
    target: Decimal | None
    is_carried: bool = False
    before: Decimal | None = None

    @property
    def day(self) -> dt.date:
        return self.reading.date

    @property
    def actual(self) -> Decimal | None:
        return self.reading.actual

    @property
    def said(self) -> str:
        return figure(self.actual, self.indicator.unit)

    @property
    def aimed(self) -> str:
        return figure(self.target, self.indicator.unit)

    @property
    def on_target(self) -> bool | None:
        """None where there is no figure, or nothing was aimed at."""
        if self.actual is None or self.target is None:
            return None
        return self.actual >= self.target if _up(self.indicator) else self.actual <= self.target

    @property
    def word(self) -> str:
        return {True: "On target", False: "Off target", None: "No target" if self.said else "No figure yet"}[
            self.on_target
        ]

    @property
    def tone(self) -> str:
        return {True: "ok", False: "warn", None: "none"}[self.on_target]

    @property
    def moved(self) -> str:
        """Better, worse or the same since the figure before, by the way it should go; "" where there is none."""
        if self.before is None or self.actual is None:
            return ""
        if self.actual == self.before:
            return "Same"
        return "Better" if (self.actual > self.before) is _up(self.indicator) else "Worse"

    @property
    def sign(self) -> str:
        """Which way the figure went, whatever is better."""
        if not self.moved or self.moved == "Same":
            return "=" if self.moved else ""
        assert self.actual is not None
        assert self.before is not None
        return "↑" if self.actual > self.before else "↓"


def _up(indicator: Indicator) -> bool:
    return indicator.direction == Indicator.Direction.UP


def course(indicator: Indicator, readings: Sequence[Reading]) -> list[Point]:
    """In the order of days. What was aimed at once holds for later figures until another aim is stated."""
    points, aim, before = [], None, None
    for reading in sorted(readings, key=lambda one: one.date):
        is_carried = reading.target is None and aim is not None
        aim = aim if reading.target is None else reading.target
        points.append(Point(reading, indicator, aim, is_carried, before))
        before = before if reading.actual is None else reading.actual
    return points


def latest(points: Sequence[Point]) -> Point | None:
    """The last with a figure; else the last aim."""
    measured = [point for point in points if point.actual is not None]
    return measured[-1] if measured else points[-1] if points else None


def check_can_read(
    indicator: Indicator, there: Sequence[Reading], date: dt.date, actual: Decimal | None, *, on: dt.date
) -> None:
    """Once a day, and no figure of a day that has not come. An aim can be for a day ahead."""
    if actual is not None and date > on:
        raise Refused(f"{short_date(date)} has not come, so it has no figure yet. An aim alone can be put down for it.")
    if any(one.date == date for one in there):
        raise Refused(f"There is a figure for {short_date(date)} already. Put that one right instead.")
    if indicator.ended_date and date > indicator.ended_date:
        raise Refused(f"“{indicator}” ended on {short_date(indicator.ended_date)}.")


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    words: str
    day: str
    is_named: bool = True

    @property
    def anchor(self) -> str:
        """Words at an edge stay within the drawing."""
        return "start" if self.x < EDGE else "end" if self.x > WIDTH - EDGE else "middle"

    @property
    def above(self) -> float:
        return self.y - 9


@dataclass(frozen=True)
class Chart:
    """Shapes with their places, ready to be written as SVG: figures as dots on a line, aims as a dashed one."""

    width: int
    height: int
    ground: int
    dots: tuple[Dot, ...]
    line: str
    aim: str
    aim_at: Dot | None


def chart(points: Sequence[Point]) -> Chart | None:
    """None where there is no figure to draw."""
    shown = [point for point in points if point.actual is not None or point.target is not None]
    if not any(point.actual is not None for point in shown):
        return None
    values = [value for point in shown for value in (point.actual, point.target) if value is not None]
    low, high = min(values), max(values)
    room, step = HEIGHT - HEAD - FOOT, (WIDTH - LEFT - RIGHT) / max(len(shown) - 1, 1)

    def placed(place: int, value: Decimal) -> tuple[float, float]:
        part = float((value - low) / (high - low)) if high > low else 0.5
        return round(LEFT + place * step, 1), round(HEAD + room * (1 - part), 1)

    last, apart = len(shown) - 1, -(-len(shown) // NAMED)
    dots = [
        Dot(*placed(n, point.actual), point.said, f"{point.day:%b %Y}", is_named=(last - n) % apart == 0)
        for n, point in enumerate(shown)
        if point.actual is not None
    ]
    aims = [Dot(*placed(n, point.target), point.aimed, "") for n, point in enumerate(shown) if point.target is not None]
    return Chart(WIDTH, HEIGHT, HEIGHT - FOOT, tuple(dots), _path(dots), _path(aims), aims[-1] if aims else None)


def _path(dots: Sequence[Dot]) -> str:
    return " ".join(f"{'L' if n else 'M'}{dot.x} {dot.y}" for n, dot in enumerate(dots))

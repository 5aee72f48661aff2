"""Indicators of the boards whose papers the reader sees, each with its course."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from boards.models import Board
from boards.queries.access import boards_where
from commissioning.models import Indicator, Reading
from commissioning.queries.there import or_404
from commissioning.rules.indicators import Point, course, figure, latest
from trust.tools.words import short_date

HEADS = (
    "Indicator",
    "Board",
    "Priority",
    "Better",
    "Day",
    "Figure",
    "Aimed at",
    "Unit",
    "Stands",
    "Since before",
    "Note",
)


@dataclass(frozen=True)
class Line:
    indicator: Indicator
    points: tuple[Point, ...]

    @property
    def now(self) -> Point | None:
        return latest(self.points)


@dataclass(frozen=True)
class PutRight:
    """What a reading was before it was put right."""

    said: str
    aimed: str
    by: str
    at: Any
    why: str


def indicators_seen_by(reader: Any) -> QuerySet[Indicator]:
    read = Prefetch("readings", Reading.objects.order_by("date"))
    found = Indicator.objects.filter(board__in=boards_where(reader)).select_related("board", "priority")
    return found.prefetch_related(read)


def boards_with_indicators(reader: Any) -> QuerySet[Board]:
    return boards_where(reader).filter(pk__in=Indicator.objects.values("board")).order_by("name")


def indicator_lines(reader: Any, cut: Mapping[str, Any]) -> list[Line]:
    """Two statements, however many. By board, then as they are put, unless another order is asked."""
    found = indicators_seen_by(reader)
    if words := cut.get("words"):
        found = found.filter(title__icontains=words)
    if board := cut.get("board"):
        found = found.filter(board=board)
    lines = [line_of(one) for one in found.order_by("board__name", "position", "title")]
    stands = cut.get("stands")
    if stands:
        lines = [line for line in lines if line.now and line.now.word == stands]
    return _ordered(lines, cut.get("order") or "")


def _ordered(lines: list[Line], order: str) -> list[Line]:
    keys = {
        "title": lambda line: line.indicator.title.lower(),
        "board": lambda line: line.indicator.board.name.lower(),
        "stands": lambda line: line.now.word if line.now else "",
    }
    key = keys.get(order.removeprefix("-"))
    return sorted(lines, key=key, reverse=order.startswith("-")) if key else lines


def line_of(indicator: Indicator) -> Line:
    return Line(indicator, tuple(course(indicator, list(indicator.readings.all()))))


def indicator_for(reader: Any, pk: int) -> Indicator:
    return or_404(indicators_seen_by(reader).filter(pk=pk).first())


def reading_for(indicator: Indicator, pk: int) -> Reading:
    found = or_404(indicator.readings.filter(pk=pk).first())
    found.indicator = indicator
    return found


def put_right(indicator: Indicator) -> dict[int, list[PutRight]]:
    """By reading, what each said before, the latest first. One statement."""
    told: dict[int, list[PutRight]] = {}
    rows = Reading.history.filter(indicator=indicator).select_related("history_user__person")
    after: dict[int, Any] = {}
    for row in rows.order_by("-history_date", "-history_id"):
        if later := after.get(row.id):
            user = later.history_user
            by = str(getattr(user, "person", None) or user or "")
            was = (figure(row.actual, indicator.unit), figure(row.target, indicator.unit))
            told.setdefault(row.id, []).append(
                PutRight(*was, by, later.history_date, later.history_change_reason or "")
            )
        after[row.id] = row
    return told


def sheet_rows(lines: Iterable[Line]) -> Iterable[list[object]]:
    for line in lines:
        one = line.indicator
        head = [one.title, str(one.board), str(one.priority or ""), one.get_direction_display()]
        for point in line.points:
            told = [short_date(point.day), point.actual, point.target, one.unit, point.word]
            yield [*head, *told, point.moved, point.reading.note]
        if not line.points:
            yield [*head, "", "", "", one.unit, "No figure yet", "", ""]

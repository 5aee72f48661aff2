"""Networks made for tests without a database, and what lies where in a drawing."""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.utils.text import slugify

from boards.models import Board, BoardRelation
from boards.rules.drawing import Drawing
from boards.rules.picture import Known, Node, Picture, picture_on

DAY = dt.date(2026, 1, 15)


@dataclass
class Network:
    """``boards`` are those the reader knows of; relations may lead to others."""

    boards: dict[int, Board] = field(default_factory=dict)
    hidden: dict[int, Board] = field(default_factory=dict)
    relations: list[BoardRelation] = field(default_factory=list)

    def board(self, name: str, under: Board | None = None, *, known: bool = True, **fields: object) -> Board:
        made = Board(pk=len(self.boards) + len(self.hidden) + 1, name=name, slug=slugify(name), **fields)
        (self.boards if known else self.hidden)[made.pk] = made
        if under:
            self.stands(made, "under", under)
        return made

    def stands(self, board: Board, kind: str, to_board: Board, **days: object) -> None:
        self.relations.append(BoardRelation(board=board, kind=kind, to_board=to_board, **days))

    def known(self) -> Known:
        return Known(self.boards, [], [], self.relations)

    def on(self, day: dt.date = DAY) -> Picture:
        return picture_on(self.known(), day)


def as_names(nodes: tuple[Node, ...]) -> dict[str, object]:
    """{"Trust": {"Group": {}}}"""
    return {node.name: as_names(node.children) for node in nodes}


def stretches(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Every straight piece of every line, as x and y of both its ends."""
    found = []
    for stroke in drawing.strokes:
        x = y = 0.0
        for letter, given in re.findall(r"([MHV])([^MHV]+)", stroke.path):
            numbers = [float(number) for number in given.split()]
            if letter == "M":
                x, y = numbers
                continue
            further = (numbers[0], y) if letter == "H" else (x, numbers[0])
            found.append((x, y, *further))
            x, y = further
    return found


def crossed(drawing: Drawing) -> list[str]:
    """The boards through which some line runs; to touch an edge is to come in."""
    return [
        box.node.name
        for box in drawing.boxes
        for x1, y1, x2, y2 in stretches(drawing)
        if max(x1, x2) > box.x + 0.5
        and min(x1, x2) < box.x + box.width - 0.5
        and max(y1, y2) > box.y + 0.5
        and min(y1, y2) < box.y + box.height - 0.5
    ]

"""Where each board stands in the picture: rows by depth, boards at the ends in stacks, every box in a cell of a grid.

Between the rows and between the columns are channels that no box stands in: all lines run there (rules.lines), so that
none can cross words.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from boards.rules.picture import Node

#: About what a cell takes with its channels, and what a sheet of A4 across has room for: for choosing a shape.
CELL = (204, 106)
SHEET = (1047, 590)
HIGHEST_STACK = 12
HIGHEST_ON_SCREEN = 16


@dataclass(frozen=True)
class Cell:
    row: int
    column: int


@dataclass(frozen=True)
class Branch:
    """A board and those that hang from it: each at its top (``tops``), or from a spine at the left of a column."""

    pk: int
    tops: tuple[int, ...]
    spines: tuple[tuple[int, ...], ...]


@dataclass
class Grid:
    cells: dict[int, Cell] = field(default_factory=dict)
    branches: list[Branch] = field(default_factory=list)
    columns: int = 0

    @property
    def rows(self) -> int:
        return max((cell.row for cell in self.cells.values()), default=-1) + 1

    @property
    def scale(self) -> float:
        """How large it can be printed on the sheet, 1 at most."""
        width, height = self.columns * CELL[0], self.rows * CELL[1]
        return min(1.0, SHEET[0] / max(width, 1), SHEET[1] / max(height, 1))


def grid_of(roots: Sequence[Node]) -> Grid:
    """Stacks as high as makes the whole largest on paper; as low as may be where it fits anyhow."""
    grids = [_grid(roots, highest) for highest in range(1, HIGHEST_STACK + 1)]
    return max(grids, key=lambda grid: (round(grid.scale, 2), -grid.rows))


def grids_by_breadth(roots: Sequence[Node]) -> list[Grid]:
    """One for each number of columns, the broadest first; each as low as it can be."""
    grids = [_grid(roots, highest) for highest in range(HIGHEST_ON_SCREEN, 0, -1)]
    by_columns = {grid.columns: grid for grid in grids}
    return [by_columns[columns] for columns in sorted(by_columns, reverse=True)]


def _grid(roots: Sequence[Node], highest: int) -> Grid:
    grid = Grid()
    _spread(grid, roots, 0, highest)
    return grid


def _spread(grid: Grid, nodes: Sequence[Node], row: int, highest: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Boards that hang from one, from left to right. Answers those joined at their top, and the stacks."""
    tops: list[int] = []
    spines: list[tuple[int, ...]] = []
    for node in nodes:
        if node.children:
            _place(grid, node, row, highest)
            tops.append(node.pk)
    for stack in _stacks([node for node in nodes if not node.children], highest):
        for offset, node in enumerate(stack):
            grid.cells[node.pk] = Cell(row + offset, grid.columns)
        grid.columns += 1
        if len(stack) == 1:
            tops.append(stack[0].pk)
        else:
            spines.append(tuple(node.pk for node in stack))
    return tops, spines


def _place(grid: Grid, node: Node, row: int, highest: int) -> None:
    first = grid.columns
    tops, spines = _spread(grid, node.children, row + 1, highest)
    grid.cells[node.pk] = Cell(row, (first + grid.columns - 1) // 2)
    grid.branches.append(Branch(node.pk, tuple(tops), tuple(spines)))


def _stacks(leaves: Sequence[Node], highest: int) -> list[Sequence[Node]]:
    """As few columns as go, all about as high."""
    if not leaves:
        return []
    size = math.ceil(len(leaves) / math.ceil(len(leaves) / highest))
    return [leaves[start : start + size] for start in range(0, len(leaves), size)]

"""The map as rows of a sheet: one for each cell, with what was said."""

from collections.abc import Iterable

from commissioning.queries.returns import Grid
from trust.tools.words import instant

HEADS = (
    "Period",
    "Reporter",
    "Area",
    "Colour",
    "Movement",
    "Reason",
    "Evidence",
    "Given",
    "By",
    "Late or revised",
)


def sheet_rows(grids: Iterable[Grid]) -> Iterable[list[object]]:
    for cell in (cell for grid in grids for cell in grid.cells):
        said, latest = [str(cell.period), str(cell.reporter), str(cell.area), cell.word, cell.movement], cell.latest
        if latest is None:
            yield [*said, "", "", "", "", cell.notes]
        else:
            by = getattr(latest.recorded_by, "person", None) or latest.recorded_by
            yield [*said, latest.reason, latest.evidence, instant(latest.recorded_at), str(by), cell.notes]

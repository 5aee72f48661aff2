"""The matrix: partners down, documents or clauses across; in each cell how it was answered and by what authority."""

from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import Adoption, Partner
from boards.rules.adoption import Answered, Stand
from trust.tools.words import short_date

#: Columns of one table on a sheet of paper across.
MOST_ACROSS = 7


@dataclass(frozen=True)
class Cell:
    """``said``: the body, the day, the paper and the power; or for how long it has been silent."""

    word: str
    tone: str
    said: str = ""
    amendment: str = ""
    recommended: str = ""

    @property
    def text(self) -> str:
        """For a cell of a sheet."""
        recommended = f"Recommended: {self.recommended}" if self.recommended else ""
        return ". ".join(part.rstrip(".") for part in (self.word, self.said, self.amendment, recommended) if part)


@dataclass(frozen=True)
class Column:
    """A document or a clause. ``told``: how it stands, or its words."""

    head: str
    told: str = ""
    address: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """A partner, with a cell for each column; None where it was not asked."""

    partner: Partner
    cells: tuple[Cell | None, ...]
    columns: tuple[Column, ...] = ()
    recommended: str = ""

    @property
    def told(self) -> list[tuple[Column, Cell | None]]:
        """Each cell with its column, whose name stands beside it where rows are stacked."""
        return list(zip(self.columns, self.cells, strict=True))


@dataclass(frozen=True)
class Matrix:
    """All of it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def parts(self) -> list["Matrix"]:
        """For paper: tables of no more columns than a sheet has room for, each with the partners it concerns."""
        starts = range(0, len(self.columns), MOST_ACROSS)
        return [self._part(slice(start, start + MOST_ACROSS)) for start in starts]

    def _part(self, across: slice) -> "Matrix":
        rows = [Row(row.partner, row.cells[across], recommended=row.recommended) for row in self.rows]
        return Matrix(self.columns[across], tuple(row for row in rows if any(row.cells)))

    @property
    def recommends(self) -> bool:
        """Whether one recommendation stands for a whole row, and has a column of its own on a sheet."""
        return any(row.recommended for row in self.rows)

    def sheet_rows(self) -> list[list[str]]:
        return [
            [
                row.partner.name,
                *(cell.text if cell else "Not asked" for cell in row.cells),
                *([row.recommended] if self.recommends else []),
            ]
            for row in self.rows
        ]


def authority(adoption: Adoption) -> str:
    """Cabinet, 3 March 2026, Minute 41, by the Head of Service under a delegated power"""
    power = adoption.delegation
    by = f"by the {power.to_post} under a delegated power" if power else ""
    return ", ".join(filter(None, [adoption.by_body, short_date(adoption.decided_date), adoption.paper, by]))


def cell_of(stand: Stand) -> Cell:
    """How a partner stands to the whole of a document."""
    latest = stand.latest
    said = ". ".join(filter(None, [authority(latest) if latest else "", stand.silence]))
    words = [one.adoption for one in stand.answers if one.adoption and one.adoption.amendment]
    amendments = dict.fromkeys(_amendment(one) for one in words)
    return Cell(stand.word, stand.tone, said, " ".join(amendments), _recommended(stand))


def cell_of_clause(one: Answered, stand: Stand) -> Cell:
    """How a partner answered one clause."""
    if one.adoption is None:
        return Cell(one.word, one.tone, stand.silence)
    return Cell(one.word, one.tone, authority(one.adoption), one.adoption.amendment)


def _recommended(stand: Stand) -> str:
    """What its body was recommended to decide: one report can put another to each (requirement 3.8)."""
    return stand.asked.recommendation if stand.asked else ""


def _amendment(adoption: Adoption) -> str:
    clause = f"Clause {adoption.clause.number}: " if adoption.clause else ""
    return f"{clause}{adoption.amendment}"


def row_of(stand: Stand) -> Row:
    """A partner by the clauses of one document."""
    cells = tuple(cell_of_clause(one, stand) for one in stand.answers)
    return Row(stand.partner, cells, recommended=_recommended(stand))


def matrix_of(columns: Sequence[Column], stands: Sequence[Sequence[Stand]]) -> Matrix:
    """``stands``: of each column’s document, in the order of the columns."""
    partners = sorted({stand.partner for column in stands for stand in column}, key=lambda one: (one.name, one.pk))
    found = [{stand.partner: cell_of(stand) for stand in column} for column in stands]
    rows = [Row(partner, tuple(cells.get(partner) for cells in found), tuple(columns)) for partner in partners]
    return Matrix(tuple(columns), tuple(rows))

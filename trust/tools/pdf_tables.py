"""One Table for a table that runs over several pages: WeasyPrint tags its part on each page as a table of its own."""

from dataclasses import dataclass, field
from typing import Any

import pydyf

from trust.tools.pdf_tree import Tree


@dataclass
class Row:
    """A row as laid out on one page. ``html`` is its element, the same on each page it is drawn on."""

    html: Any
    cells: list[pydyf.Dictionary]


@dataclass
class Group:
    """A head, body or foot as laid out on one page, with the element that stands for it in the PDF."""

    html: Any
    repeats: bool
    rows: list[Row]
    element: pydyf.Dictionary


@dataclass
class OpenTable:
    """A table seen on an earlier page, and where its last row ended."""

    element: pydyf.Dictionary
    last: Group | None = None


@dataclass
class TableJoiner:
    """Joins the parts of tables page after page; collects the heads and feet drawn again on later pages."""

    tree: Tree
    tables: dict[int, OpenTable] = field(default_factory=dict)
    repeated: set[bytes] = field(default_factory=set)

    def join(self, pages: list[Any]) -> set[bytes]:
        """The references of the repeated heads and feet, which belong to no table any more."""
        for page in pages:
            for box in page._page_box.descendants():
                if type(box).__name__ == "TableBox" and box.element is not None:
                    self._join_part(box)
        return self.repeated

    def _join_part(self, box: Any) -> None:
        groups = [group for child in box.children if (group := self._group(child))]
        if not groups:
            return
        part = self.tree.parent_of(groups[0].element)
        table = self.tables.get(id(box.element))
        if table is None:
            bodies = [group for group in groups if not group.repeats]
            self.tables[id(box.element)] = OpenTable(part, bodies[-1] if bodies else None)
            return
        for group in groups:
            if group.repeats:
                self.repeated.add(group.element.reference)
            else:
                self._continue(table, group)
        self.tree.parent_of(part)["K"].remove(part.reference)

    def _group(self, box: Any) -> Group | None:
        rows = [Row(row.element, [cell.mark for cell in row.children if hasattr(cell, "mark")]) for row in box.children]
        rows = [row for row in rows if row.cells]
        if not rows:
            return None
        element = self.tree.parent_of(self.tree.parent_of(rows[0].cells[0]))
        return Group(box.element, box.is_header or box.is_footer, rows, element)

    def _continue(self, table: OpenTable, group: Group) -> None:
        """Hang a group of a later page under the table, or its rows under the group it continues."""
        last = table.last
        if last is None or last.html is not group.html:
            self.tree.move([group.element.reference], table.element)
            table.last = group
            return
        rows = group.rows
        if rows[0].html is last.rows[-1].html:
            self._continue_row(last.rows[-1], rows[0])
            rows = rows[1:]
        self.tree.move([self.tree.parent_of(row.cells[0]).reference for row in rows], last.element)
        last.rows.extend(rows)

    def _continue_row(self, above: Row, below: Row) -> None:
        """A row broken by the end of a page is one row: what its cells hold below joins what they hold above."""
        for cell, rest in zip(above.cells, below.cells, strict=False):
            self.tree.move(rest["K"], cell)

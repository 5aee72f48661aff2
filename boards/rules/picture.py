"""The network of boards on a day, as its reader may know of it, and what changed between two days (gap 9)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boards.models import Board, BoardName, BoardRelation, BoardStatus
from boards.models.dated import Dated

Kind = BoardRelation.Kind
#: By what a board hangs from another in the picture, the strongest first.
HANGS = (Kind.UNDER, Kind.PART_OF, Kind.THEMATIC_OF, Kind.LOCALITY_OF)
ORDER = {kind: place for place, kind in enumerate(Board.Kind.values)}


@dataclass(frozen=True)
class Known:
    """Everything dated about the boards a reader may know of.

    ``above`` has every board there is, by key alone: whoever hangs from one the reader may not know of hangs from the
    nearest they may.
    """

    boards: Mapping[int, Board]
    names: Sequence[BoardName]
    statuses: Sequence[BoardStatus]
    relations: Sequence[BoardRelation]


@dataclass(frozen=True)
class Told:
    """A relation as the board says it: "is supported by Quay Partnership"."""

    kind: str
    said: str
    to: int
    to_name: str
    words: str = ""


@dataclass(frozen=True)
class Node:
    """A board as it was on the day; ``hangs_by`` is the kind by which it hangs from the one above, "" for a root."""

    pk: int
    address: str
    name: str
    strapline: str
    kind: str
    status: str
    standing: str
    districts: str
    above: int | None
    hangs_by: str
    told: tuple[Told, ...]
    children: tuple["Node", ...] = field(default=(), compare=False)

    @property
    def about(self) -> str:
        """ "Executive group, pilot, for East": what the name does not say already."""
        kind = "" if self.kind.casefold() in self.name.casefold() else self.kind
        said = ", ".join(filter(None, [kind, self.standing.lower(), f"for {self.districts}" if self.is_for else ""]))
        return said[:1].upper() + said[1:]

    @property
    def is_for(self) -> bool:
        return bool(self.districts) and self.districts.casefold() not in self.name.casefold()


@dataclass(frozen=True)
class Picture:
    """``followed``: of boards that are not there, what those are called that succeed them."""

    day: dt.date
    roots: tuple[Node, ...]
    followed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def nodes(self) -> Iterator[Node]:
        """Every board, each before those that hang from it."""
        waiting = list(reversed(self.roots))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def picture_on(known: Known, day: dt.date) -> Picture:
    """The boards there were on that day, and how they stood to each other."""
    shown = {pk: board for pk, board in known.boards.items() if _stands(board, day)}
    names = {row.board_id: row for row in known.names if row.holds_on(day)}
    statuses = {row.board_id: row.status for row in known.statuses if row.holds_on(day)}
    for pk, board in known.boards.items():
        if statuses.get(pk, board.status if not board.ended_date else "") == Board.Status.SUPERSEDED:
            shown.pop(pk, None)
    relations = [row for row in known.relations if row.holds_on(day)]
    above = _above(shown, relations)
    calls = {pk: names[pk].name if pk in names else board.name for pk, board in shown.items()}
    told = _told(shown, relations, calls)
    roots = _Grown(shown, names, statuses, calls, above, told).children_of(None)
    return Picture(day, roots, _followed(shown, relations, calls))


def _stands(board: Board, day: dt.date) -> bool:
    return (board.founded_date is None or board.founded_date <= day) and (
        board.ended_date is None or day <= board.ended_date
    )


def _above(shown: Mapping[int, Board], relations: Sequence[BoardRelation]) -> dict[int, tuple[int, str]]:
    """The board each hangs from, and by what: the nearest that is shown, along what is under what."""
    under = {row.board_id: row.to_board_id for row in relations if row.kind == Kind.UNDER}
    found: dict[int, tuple[int, str]] = {}
    for pk in shown:
        at, passed = under.get(pk), {pk}
        while at is not None and at not in shown and at not in passed:
            passed.add(at)
            at = under.get(at)
        if at in shown and at is not None and not _leads(found, at, pk):
            found[pk] = (at, Kind.UNDER)
    for kind in HANGS[1:]:
        for row in relations:
            is_free = row.kind == kind and row.board_id in shown and row.to_board_id in shown
            if is_free and row.board_id not in found and not _leads(found, row.to_board_id, row.board_id):
                found[row.board_id] = (row.to_board_id, kind)
    return found


def _leads(found: Mapping[int, tuple[int, str]], start: int, end: int) -> bool:
    """Whether one hangs from the other already: a picture has no circles, whatever is in the tables."""
    while start != end and start in found:
        start = found[start][0]
    return start == end


def _told(
    shown: Mapping[int, Board], relations: Sequence[BoardRelation], calls: Mapping[int, str]
) -> dict[int, tuple[Told, ...]]:
    told: dict[int, list[Told]] = defaultdict(list)
    for row in sorted(relations, key=lambda row: (Kind.values.index(row.kind), calls.get(row.to_board_id, ""))):
        if row.kind != Kind.UNDER and row.board_id in shown and row.to_board_id in shown:
            said, name = str(row.get_kind_display()), calls[row.to_board_id]
            told[row.board_id].append(Told(row.kind, said, row.to_board_id, name, row.words))
    return {pk: tuple(rows) for pk, rows in told.items()}


def _followed(
    shown: Mapping[int, Board], relations: Sequence[BoardRelation], calls: Mapping[int, str]
) -> dict[int, tuple[str, ...]]:
    heirs: dict[int, list[str]] = defaultdict(list)
    for row in relations:
        if row.kind == Kind.SUCCEEDS and row.board_id in shown and row.to_board_id not in shown:
            heirs[row.to_board_id].append(calls[row.board_id])
    return {pk: tuple(sorted(names)) for pk, names in heirs.items()}


@dataclass(frozen=True)
class _Grown:
    shown: Mapping[int, Board]
    names: Mapping[int, BoardName]
    statuses: Mapping[int, str]
    calls: Mapping[int, str]
    above: Mapping[int, tuple[int, str]]
    told: Mapping[int, tuple[Told, ...]]

    def children_of(self, parent: int | None) -> tuple[Node, ...]:
        found = [pk for pk in self.shown if self.above.get(pk, (None, ""))[0] == parent]
        found.sort(key=lambda pk: (ORDER[self.shown[pk].kind], self.calls[pk]))
        return tuple(self.node(pk) for pk in found)

    def node(self, pk: int) -> Node:
        board = self.shown[pk]
        status = self.statuses.get(pk, board.status)
        status = Board.Status.STANDING if status == Board.Status.SUPERSEDED else status
        above, hangs_by = self.above.get(pk, (None, ""))
        return Node(
            pk=pk,
            address=board.get_absolute_url(),
            name=self.calls[pk],
            strapline=self.names[pk].strapline if pk in self.names else board.strapline,
            kind=board.get_kind_display(),
            status=status,
            standing="" if status == Board.Status.STANDING else str(Board.Status(status).label),
            districts=board.footprint.name if board.footprint else "",
            above=above,
            hangs_by=hangs_by,
            told=self.told.get(pk, ()),
            children=self.children_of(pk),
        )


def latest(rows: Sequence[Dated]) -> dt.date | None:
    """The last day on which something began or ended, for offering it."""
    days = [day for row in rows for day in (row.from_date, row.to_date) if day]
    return max(days, default=None)

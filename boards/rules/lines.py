"""Which channels of the grid each line of the picture runs in, and on which track, so that no two lie on each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from boards.rules.layout import Branch, Cell, Grid
from boards.rules.picture import Picture, Told


@dataclass(frozen=True)
class Port:
    """Where a line leaves a board: beside the words of its relation."""

    pk: int
    place: int
    side: int


@dataclass
class Bundle:
    """Relations of one kind to one board: they join, and come in by one arrow. ``sides``: 1 at the right, -1 left.

    ``channels``: for each upright channel, what comes in there; ``level`` is the level one that joins them, if any.
    """

    kind: str
    to: int
    side: int
    entry: int
    ports: list[tuple[Port, int]]
    upright: int
    level: int | None = None
    tracks: dict[int, int] = field(default_factory=dict)
    level_track: int = 0


@dataclass(frozen=True)
class Spine:
    """The boards of a stack, and the track of the line that they hang from."""

    pks: tuple[int, ...]
    upright: int
    track: int


@dataclass
class Lines:
    """All lines, and how many tracks each channel has: ``uprights`` left of a column, ``levels`` below a row."""

    bundles: list[Bundle] = field(default_factory=list)
    spines: dict[tuple[int, ...], Spine] = field(default_factory=dict)
    branches: list[Branch] = field(default_factory=list)
    uprights: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    levels: dict[int, int] = field(default_factory=lambda: defaultdict(int))


class _Tracks:
    """Hands out tracks of channels: the first that is free over the stretch asked for."""

    def __init__(self) -> None:
        self.taken: dict[int, list[list[tuple[int, int]]]] = defaultdict(list)

    def take(self, channel: int, first: int, last: int) -> int:
        stretch = (min(first, last), max(first, last))
        for place, track in enumerate(self.taken[channel]):
            if all(stretch[1] < start or end < stretch[0] for start, end in track):
                track.append(stretch)
                return place
        self.taken[channel].append([stretch])
        return len(self.taken[channel]) - 1

    def counted(self) -> dict[int, int]:
        return {channel: len(tracks) for channel, tracks in self.taken.items()}


def lines_of(picture: Picture, grid: Grid) -> Lines:
    """Rows are at 2r + 1 along an upright channel and the level channel below them at 2r + 2; columns likewise."""
    lines, uprights, levels = Lines(branches=grid.branches), _Tracks(), _Tracks()
    lines.bundles = _bundles(picture, grid.cells)
    for bundle in lines.bundles:
        _run(bundle, grid.cells, uprights, levels)
    lines.uprights, lines.levels = uprights.counted(), levels.counted()
    for branch in grid.branches:
        for spine in branch.spines:
            upright = grid.cells[spine[0]].column
            lines.spines[spine] = Spine(spine, upright, lines.uprights.get(upright, 0))
    for upright in {spine.upright for spine in lines.spines.values()}:
        lines.uprights[upright] = lines.uprights.get(upright, 0) + 1
    return lines


def drawn(told: Told, above: int | None) -> bool:
    """What a board says of the one it hangs from needs no second line: the words say it."""
    return told.to != above


def _bundles(picture: Picture, cells: dict[int, Cell]) -> list[Bundle]:
    found: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for node in picture.nodes():
        for place, told in enumerate(node.told):
            if drawn(told, node.above):
                found[told.kind, told.to].append((node.pk, place))
    entries: dict[tuple[int, int], int] = defaultdict(int)
    bundles = []
    for (kind, to), sources in found.items():
        side = _side_of(to, (pk for pk, _ in sources), cells)
        ports = [(Port(pk, place, _leaves(cells[pk], cells[to], side)), 0) for pk, place in sources]
        bundles.append(Bundle(kind, to, side, entries[to, side], ports, _channel(cells[to], side)))
        entries[to, side] += 1
    return bundles


def _side_of(to: int, sources: Iterable[int], cells: dict[int, Cell]) -> int:
    """From where most of them come; from the right where they stand in one column."""
    left = sum((cells[pk].column < cells[to].column) - (cells[pk].column > cells[to].column) for pk in sources)
    return -1 if left > 0 else 1


def _leaves(here: Cell, there: Cell, side: int) -> int:
    if here.column == there.column:
        return side
    return 1 if here.column < there.column else -1


def _channel(cell: Cell, side: int) -> int:
    return cell.column + (side == 1)


def _run(bundle: Bundle, cells: dict[int, Cell], uprights: _Tracks, levels: _Tracks) -> None:
    """Upright from each port, level between the rows, upright again to the board it comes to."""
    target = 2 * cells[bundle.to].row + 1
    comes: dict[int, list[int]] = defaultdict(list)
    for port, _ in bundle.ports:
        comes[_channel(cells[port.pk], port.side)].append(2 * cells[port.pk].row + 1)
    bundle.ports = [(port, _channel(cells[port.pk], port.side)) for port, _ in bundle.ports]
    elsewhere = [row for channel, rows in comes.items() if channel != bundle.upright for row in rows]
    stretch = [target, *comes.get(bundle.upright, [])]
    if elsewhere:
        below = sum(row > target for row in elsewhere) * 2 > len(elsewhere)
        bundle.level = target + (1 if below else -1)
        ends = [2 * channel for channel in {*comes, bundle.upright}]
        bundle.level_track = levels.take(bundle.level // 2, min(ends), max(ends))
        stretch.append(bundle.level)
        for channel, rows in comes.items():
            if channel != bundle.upright:
                bundle.tracks[channel] = uprights.take(channel, min(*rows, bundle.level), max(*rows, bundle.level))
    bundle.tracks[bundle.upright] = uprights.take(bundle.upright, min(stretch), max(stretch))

"""The picture as shapes with their places, ready to be written as SVG: words in boxes, lines between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boards.models import BoardRelation
from boards.rules.layout import Branch, Grid, grid_of, grids_by_breadth
from boards.rules.lines import Bundle, Lines, drawn, lines_of
from boards.rules.picture import Node, Picture, Told
from trust.tools.drawn import BRAND, GOOD, INK, NOTE, SOFT, Text
from trust.tools.measure import lines_of as words_in_lines

Kind = BoardRelation.Kind
NEW, CHANGED = GOOD, NOTE
WIDTH, PAD = 178, 8
#: What a page of the screen has room for across, and how broad boxes are tried to be there.
SCREEN, BREADTHS = 1230, (WIDTH, 164, 150, 138, 130)
NAME, META = (14, 17), (12, 15)
CHANNEL, TRACK, EDGE = 26, 7, 8
ENTRY, STEP, TOP = 21, 9, 11
#: By kind: colour, breadth and dashes of its line. What is under what is the plain one.
STROKES: dict[str, tuple[str, str, str]] = {
    Kind.ACCOUNTABLE_TO: (BRAND, "2", ""),
    Kind.SUPPORTED_BY: (BRAND, "1.5", "8 4"),
    Kind.REPORTS_TO: (INK, "1.25", "12 3"),
    Kind.THEMATIC_OF: (BRAND, "1.5", "2 3"),
    Kind.LOCALITY_OF: (BRAND, "1.5", "8 3 2 3"),
    Kind.PART_OF: (INK, "1.5", "2 3"),
    Kind.ACTS_AS: (INK, "1.5", "5 3"),
}
OTHER = (SOFT, "1.25", "3 3")


@dataclass(frozen=True)
class Box:
    node: Node
    x: float
    y: float
    width: float
    height: float
    stroke: str
    texts: tuple[Text, ...]
    #: How far below its top the words of each relation stand.
    ports: tuple[float, ...]


@dataclass(frozen=True)
class Stroke:
    path: str
    colour: str
    breadth: str
    dashes: str = ""


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: list[Box]
    strokes: list[Stroke]
    arrows: list[Stroke]


def drawing_of(picture: Picture, words: Mapping[int, str] | None = None) -> Drawing:
    """``words`` stand on the boards that changed, by key."""
    grid = grid_of(picture.roots)
    return _Drawn(picture, grid, lines_of(picture, grid), words or {}).drawing()


def drawing_on_screen(picture: Picture, words: Mapping[int, str] | None = None) -> Drawing:
    """The same no broader than a page of the screen, where it can be; boxes are as broad as goes."""
    grids = grids_by_breadth(picture.roots)
    for breadth in BREADTHS:
        for grid in grids:
            if grid.columns * (breadth + CHANNEL) <= SCREEN:
                drawing = _Drawn(picture, grid, lines_of(picture, grid), words or {}, breadth).drawing()
                if drawing.width <= SCREEN:
                    return drawing
    return _Drawn(picture, grids[-1], lines_of(picture, grids[-1]), words or {}, BREADTHS[-1]).drawing()


def relation_words(told: Told, above: int | None) -> str:
    return f"{told.said} {told.to_name if drawn(told, above) else 'the board above'}"


class _Drawn:
    def __init__(
        self, picture: Picture, grid: Grid, lines: Lines, words: Mapping[int, str], breadth: int = WIDTH
    ) -> None:
        self.grid, self.lines, self.words, self.breadth = grid, lines, words, breadth
        self.nodes = {node.pk: node for node in picture.nodes()}
        entries: dict[int, int] = {}
        for bundle in lines.bundles:
            entries[bundle.to] = max(entries.get(bundle.to, 0), bundle.entry + 1)
        plain = {pk: self._box(node, entries.get(pk, 0)) for pk, node in self.nodes.items()}
        self._measure(plain)
        self.boxes = {pk: self._put(pk, box) for pk, box in plain.items()}

    def _box(self, node: Node, entries: int) -> Box:
        """The box at no place yet."""
        word, inner = self.words.get(node.pk, ""), self.breadth - 2 * PAD
        said = [(word, META, NEW if word == "New" else CHANGED, 600)] if word else []
        said += [(line, NAME, INK, 600) for line in words_in_lines(node.name, NAME[0], inner, bold=True)]
        said += [(line, META, SOFT, 400) for line in words_in_lines(node.about, META[0], inner)]
        y, texts, ports = float(PAD), list[Text](), list[float]()
        for line, (size, step), fill, weight in said:
            texts.append(Text(PAD, y + size - 1, line, size, fill, weight))
            y += step
        y = max(y + 4, ENTRY + STEP * entries) if node.told else max(y, ENTRY + STEP * entries)
        for told in node.told:
            ports.append(y + META[1] / 2)
            for line in words_in_lines(relation_words(told, node.above), META[0], inner):
                texts.append(Text(PAD, y + META[0] - 1, line, META[0], BRAND, 400))
                y += META[1]
        stroke = {"": SOFT, "New": NEW}.get(word, CHANGED)
        return Box(node, 0, 0, self.breadth, y + PAD, stroke, tuple(texts), tuple(ports))

    def _measure(self, plain: Mapping[int, Box]) -> None:
        """Where the columns and the rows begin, with the channels between them as broad as their tracks need."""
        self.lefts, self.tops = list[float](), list[float]()
        x = y = float(EDGE)
        for column in range(self.grid.columns):
            x += self._breadth(self.lines.uprights.get(column, 0), is_outer=column == 0)
            self.lefts.append(x)
            x += self.breadth
        y += TRACK * self.lines.levels.get(0, 0)
        for row in range(self.grid.rows):
            self.tops.append(y)
            y += max(box.height for pk, box in plain.items() if self.grid.cells[pk].row == row)
            y += CHANNEL + TRACK * self.lines.levels.get(row + 1, 0)
        self.width = x + self._breadth(self.lines.uprights.get(self.grid.columns, 0), is_outer=True) + EDGE
        below = self.lines.levels.get(self.grid.rows, 0)
        self.bottom = y - CHANNEL - TRACK * below
        self.height = self.bottom + EDGE + (TOP + TRACK * below if below else 0)

    def _breadth(self, tracks: int, *, is_outer: bool) -> float:
        return (TOP * 2 if tracks else 0) + TRACK * tracks if is_outer else CHANNEL + TRACK * tracks

    def _put(self, pk: int, box: Box) -> Box:
        cell = self.grid.cells[pk]
        x, y = self.lefts[cell.column], self.tops[cell.row]
        texts = tuple(Text(x + t.x, y + t.y, t.words, t.size, t.fill, t.weight) for t in box.texts)
        return Box(box.node, x, y, box.width, box.height, box.stroke, texts, box.ports)

    def drawing(self) -> Drawing:
        strokes = [stroke for branch in self.lines.branches for stroke in self._tree(branch.pk, branch)]
        arrows = []
        for bundle in self.lines.bundles:
            path, arrow = self._path(bundle)
            colour, breadth, dashes = STROKES.get(bundle.kind, OTHER)
            strokes.append(Stroke(path, colour, breadth, dashes))
            arrows.append(Stroke(arrow, colour, "0"))
        return Drawing(round(self.width), round(self.height), list(self.boxes.values()), strokes, arrows)

    def _upright(self, channel: int, track: int) -> float:
        """Left of its column; the last channel is right of the last one."""
        if channel < self.grid.columns:
            first = self.lefts[channel] - TOP - TRACK * (self.lines.uprights.get(channel, 1) - 1)
        else:
            first = self.lefts[-1] + self.breadth + TOP
        return first + TRACK * track

    def _level(self, level: int, track: int) -> float:
        """Above the next row; a channel above the first row has no bus of the tree in it."""
        if level < self.grid.rows:
            return self.tops[level] - TOP - TRACK * (self.lines.levels.get(level, 1) - 1) + TRACK * track
        return self.bottom + TOP + TRACK * track

    def _bus(self, row: int) -> float:
        """The line from which boards hang runs closest below its row."""
        return self.tops[row + 1] - CHANNEL - TRACK * self.lines.levels.get(row + 1, 0) + TOP

    def _tree(self, pk: int, branch: Branch) -> Iterator[Stroke]:
        box, row = self.boxes[pk], self.grid.cells[pk].row
        y, middle = self._bus(row), box.x + box.width / 2
        parts, ends = [f"M{middle:g} {box.y + box.height:g}V{y:g}"], [middle]
        for top in branch.tops:
            child = self.boxes[top]
            ends.append(child.x + child.width / 2)
            parts.append(f"M{ends[-1]:g} {y:g}V{child.y:g}")
        for pks in branch.spines:
            spine = self.lines.spines[pks]
            ends.append(self._upright(spine.upright, spine.track))
            stubs = [self.boxes[each].y + TOP for each in pks]
            parts.append(f"M{ends[-1]:g} {y:g}V{stubs[-1]:g}")
            parts += [f"M{ends[-1]:g} {stub:g}H{self.boxes[pks[0]].x:g}" for stub in stubs]
        parts.append(f"M{min(ends):g} {y:g}H{max(ends):g}")
        yield Stroke("".join(parts), SOFT, "1.5")

    def _path(self, bundle: Bundle) -> tuple[str, str]:
        """The line of a bundle, and its arrowhead."""
        box, at = self.boxes[bundle.to], {channel: self._upright(channel, t) for channel, t in bundle.tracks.items()}
        entry = box.y + ENTRY + STEP * bundle.entry + (4 if bundle.side == 1 else 0)
        edge = box.x + (box.width if bundle.side == 1 else 0)
        reach: dict[int, list[float]] = {channel: [] for channel in at}
        reach[bundle.upright].append(entry)
        parts = []
        for port, channel in bundle.ports:
            source = self.boxes[port.pk]
            y = source.y + source.ports[port.place] + 2 * port.side
            x = source.x + (source.width if port.side == 1 else 0)
            parts.append(f"M{x:g} {y:g}H{at[channel]:g}")
            reach[channel].append(y)
        if bundle.level is not None:
            level = self._level(bundle.level // 2, bundle.level_track)
            parts.append(f"M{min(at.values()):g} {level:g}H{max(at.values()):g}")
            for ys in reach.values():
                ys.append(level)
        parts += [f"M{at[channel]:g} {min(ys):g}V{max(ys):g}" for channel, ys in reach.items() if ys]
        parts.append(f"M{at[bundle.upright]:g} {entry:g}H{edge + 5 * bundle.side:g}")
        tip = f"M{edge:g} {entry:g}l{7 * bundle.side} -4v8z"
        return "".join(parts), tip

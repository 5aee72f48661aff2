"""The flow of money from partners through pots to priorities, first as sums, then as shapes with their places.

No penny is lost on the way: what comes out of a pot, with what is left in it, is what went in, with what is over.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from commissioning.models import Fund
from commissioning.rules.ledger import Ledger, Pot
from trust.tools.drawn import BRAND, INK, SOFT, WARN, Text
from trust.tools.measure import lines_of
from trust.tools.words import money

WIDTH, BOX, TOP, GAP, PAD = 960, 200, 34, 12, 8
#: Pixels for all the money of the fullest column; on a page that holds the sentences as well.
TALL, LOW = 420, 320
#: Boxes of a column that can be read on a page, and on a sheet; the smallest of more are drawn as one.
MOST, ON_PAPER = 14, 8
LEFTS = (0, 380, 760)
FIRST, SECOND = (13, 16), (12, 15)
PUT_IN, FROM_GRANT, NOT_SAID = "partner", "grant", "unsaid"
FORWARD, OVER, LEFT, NO_PRIORITY, BESIDE = "forward", "over", "left", "none", "beside"
OTHERS = "others"


@dataclass(frozen=True)
class End:
    """Where money comes from, stands or goes. ``key`` tells two of one name apart; ``is_odd``: it does not add up."""

    column: int
    key: tuple[str, int]
    name: str
    is_odd: bool = False


@dataclass(frozen=True)
class Flow:
    """So much from here to there. ``is_sure``: money put in, or an allocation that stands."""

    start: End
    end: End
    pence: int
    is_sure: bool = True

    @property
    def how_sure(self) -> str:
        if self.end.key[0] == LEFT:
            return "Not allocated"
        if self.end.key[0] == BESIDE:
            return "Put in"
        if self.start.is_odd:
            return "Does not add up"
        if not self.is_sure:
            return "Provisional"
        return "Stands" if self.start.column else "Put in"


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    height: float
    stroke: str
    texts: tuple[Text, ...]
    width: int = BOX


@dataclass(frozen=True)
class Band:
    path: str
    fill: str
    opacity: str


@dataclass(frozen=True)
class Drawing:
    height: float
    boxes: list[Box]
    bands: list[Band]
    width: int = WIDTH


def flows_of(ledger: Ledger) -> list[Flow]:
    """Every flow of the year, in the order of its pots; none of nothing."""
    found = [flow for pot in ledger.pots for flow in (*_into(pot), *_out_of(pot))]
    return [flow for flow in _added_up(found) if flow.pence > 0]


def _pot_end(fund: Fund) -> End:
    return End(1, ("fund", fund.pk), fund.name)


def _into(pot: Pot) -> Iterable[Flow]:
    fund = _pot_end(pot.fund)
    for put in pot.puts:
        yield Flow(End(0, (PUT_IN, put.partner.pk), put.partner.short_name), fund, put.pence or 0)
    grant = pot.fund.source or ("Grant" if pot.fund.kind == Fund.Kind.GRANT else "")
    rest = End(0, (FROM_GRANT, pot.fund.pk), grant) if grant else End(0, (NOT_SAID, 0), "Not put down whose", True)
    yield Flow(rest, fund, max(pot.unexplained, 0))
    yield Flow(End(0, (FORWARD, 0), "Brought forward"), fund, pot.brought_forward)
    over = max(0, pot.given - _inside(pot))
    yield Flow(End(0, (OVER, 0), "Over what there is", True), fund, over, is_sure=False)


def _out_of(pot: Pot) -> Iterable[Flow]:
    fund = _pot_end(pot.fund)
    for given in pot.givens:
        to = End(2, (NO_PRIORITY, 0), "No priority named")
        if given.priority:
            to = End(2, ("priority", given.priority.pk), given.priority.title)
        yield Flow(fund, to, given.pence, is_sure=given.stands)
    yield Flow(fund, End(2, (BESIDE, 0), "Goods and staff"), pot.beside)
    yield Flow(fund, End(2, (LEFT, 0), "Not allocated"), max(0, _inside(pot) - pot.given))


def _inside(pot: Pot) -> int:
    """What there is to give, or what was put in where that is more."""
    return max(pot.there, pot.money + pot.brought_forward)


def _added_up(flows: Iterable[Flow]) -> list[Flow]:
    """One flow for each way and standing."""
    sums: dict[tuple[End, End, bool], int] = {}
    for flow in flows:
        way = (flow.start, flow.end, flow.is_sure)
        sums[way] = sums.get(way, 0) + flow.pence
    return [Flow(start, end, pence, is_sure) for (start, end, is_sure), pence in sums.items()]


def gathered(flows: list[Flow], most: int) -> list[Flow]:
    """The smallest of a column that has more than ``most`` are one end, “22 others”. What does not add up stays."""
    through = _through(flows)
    put: dict[End, End] = {}
    for column in range(3):
        ends = [end for end in through if end.column == column]
        small = sorted((end for end in ends if not end.is_odd and end.key[0] != LEFT), key=lambda end: through[end])
        small = small[: len(ends) - most + 1] if len(ends) > most else []
        put |= dict.fromkeys(small, End(column, (OTHERS, column), f"{len(small)} others"))
    return _added_up(
        replace(flow, start=put.get(flow.start, flow.start), end=put.get(flow.end, flow.end)) for flow in flows
    )


def drawing_of(flows: list[Flow], *, tall: int = TALL, most: int = MOST) -> Drawing:
    """Three columns of boxes with bands between them, as broad as their money: ``tall`` pixels for all of it."""
    flows = gathered(flows, most)
    through = _through(flows)
    ends = sorted(through, key=lambda end: end.key[0] == OTHERS)
    columns = [[end for end in ends if end.column == column] for column in range(3)]
    fullest = max((sum(through[end] for end in column) for column in columns), default=0)
    scale = tall / fullest if fullest else 0
    boxes: dict[End, Box] = {}
    for column in columns:
        y = float(TOP)
        for end in column:
            boxes[end] = _box(end, through[end], y, scale)
            y += boxes[end].height + GAP
    height = max((box.y + box.height for box in boxes.values()), default=TOP) + 2
    return Drawing(round(height, 1), list(boxes.values()), _bands(flows, boxes, through, scale))


def _through(flows: list[Flow]) -> dict[End, int]:
    """What goes through each end: what comes in or what goes out, whichever is more."""
    into: dict[End, int] = defaultdict(int)
    out: dict[End, int] = defaultdict(int)
    for flow in flows:
        out[flow.start] += flow.pence
        into[flow.end] += flow.pence
    ends = dict.fromkeys(end for flow in flows for end in (flow.start, flow.end))
    return {end: max(into[end], out[end]) for end in ends}


def _box(end: End, pence: int, y: float, scale: float) -> Box:
    x, ink = LEFTS[end.column], WARN if end.is_odd else INK
    texts, at = [], y + PAD
    for line in lines_of(end.name, FIRST[0], BOX - 2 * PAD, bold=True):
        texts.append(Text(x + PAD, round(at + FIRST[0] - 2, 1), line, FIRST[0], ink, 600))
        at += FIRST[1]
    texts.append(Text(x + PAD, round(at + SECOND[0] - 1, 1), money(pence), SECOND[0], SOFT))
    height = max(at + SECOND[1] + PAD - y, pence * scale)
    return Box(x, round(y, 1), round(height, 1), WARN if end.is_odd else BRAND, tuple(texts))


def _bands(flows: list[Flow], boxes: dict[End, Box], through: dict[End, int], scale: float) -> list[Band]:
    """From the right side of one box to the left side of the next, one under the other, in the middle of each side."""
    used: dict[tuple[End, str], float] = {}
    order = {end: place for place, end in enumerate(boxes)}
    found = []
    for flow in sorted(flows, key=lambda flow: (order[flow.start], order[flow.end])):
        breadth = max(flow.pence * scale, 1)
        y1 = _place(used, boxes, through, (flow.start, "out"), breadth, scale)
        y2 = _place(used, boxes, through, (flow.end, "in"), breadth, scale)
        fill = WARN if flow.start.is_odd else SOFT if flow.end.key[0] == LEFT else BRAND
        path = _path(boxes[flow.start].x + BOX, y1, boxes[flow.end].x, y2, breadth)
        found.append(Band(path, fill, "0.34" if flow.is_sure and flow.end.key[0] != LEFT else "0.14"))
    return found


def _place(
    used: dict[tuple[End, str], float],
    boxes: dict[End, Box],
    through: dict[End, int],
    side: tuple[End, str],
    breadth: float,
    scale: float,
) -> float:
    box, money_high = boxes[side[0]], through[side[0]] * scale
    begins = used.setdefault(side, box.y + (box.height - money_high) / 2)
    used[side] = begins + breadth
    return begins


def _path(x1: float, y1: float, x2: float, y2: float, breadth: float) -> str:
    middle = (x1 + x2) / 2
    a, b, c, d = (round(one, 1) for one in (y1, y2, y2 + breadth, y1 + breadth))
    return f"M{x1} {a}C{middle} {a} {middle} {b} {x2} {b}V{c}C{middle} {c} {middle} {d} {x1} {d}Z"

"""How boards can stand to each other: no board its own grandparent, and one name and one status on each day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from boards.models import Board, BoardRelation
from boards.models.dated import Dated
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

Kind = BoardRelation.Kind
#: Kinds whose chains lead to something larger or earlier, so that none may come back to where it began.
FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({Kind.UNDER, Kind.PART_OF, Kind.THEMATIC_OF, Kind.LOCALITY_OF, Kind.ACCOUNTABLE_TO}),
    frozenset({Kind.REPORTS_TO}),
    frozenset({Kind.WORKS_FOR}),
    frozenset({Kind.SUCCEEDS}),
    frozenset({Kind.ACTS_AS}),
)
#: First words of addresses beside those of boards: a board called so would not be found.
TAKEN = frozenset({"add", "picture", "footprints", "districts", "balance", "attention", "replace", "template"})
DAY = dt.timedelta(days=1)
#: Where the name of a district goes in the name of a board that is made for each.
PLACE_OF_DISTRICT = "[district]"

Days = tuple[dt.date, dt.date]


def check_no_circle(new: BoardRelation, others: Iterable[BoardRelation]) -> None:
    """No chain of one family leads back to its board on any day of the new relation. The path is named."""
    family = next((kinds for kinds in FAMILIES if new.kind in kinds), frozenset[str]())
    above: dict[int, list[BoardRelation]] = defaultdict(list)
    for relation in others:
        if relation.kind in family and (new.pk is None or relation.pk != new.pk):
            above[relation.board_id].append(relation)
    path = _path(above, new.to_board_id, new.board_id, _days(new), frozenset())
    if family and (path or new.board_id == new.to_board_id):
        raise Refused(f"That would make a circle: {_told([new, *(path or [])])}.")


def _path(
    above: dict[int, list[BoardRelation]], start: int, end: int, days: Days, seen: frozenset[int]
) -> list[BoardRelation]:
    """The relations that lead from one board to another, all in force on one day; none where nothing leads there."""
    for relation in above[start]:
        begins, ends = _days(relation)
        shared = max(days[0], begins), min(days[1], ends)
        if shared[0] > shared[1] or relation.to_board_id in seen:
            continue
        if relation.to_board_id == end:
            return [relation]
        if further := _path(above, relation.to_board_id, end, shared, seen | {start}):
            return [relation, *further]
    return []


def _days(dated: Dated) -> Days:
    return dated.from_date or dt.date.min, dated.to_date or dt.date.max


def _told(path: Sequence[BoardRelation]) -> str:
    """ "Quay Group is under Trust Board, which is under Harbour Trust" """
    steps = [f"{relation.get_kind_display()} {relation.to_board}" for relation in path]
    return f"{path[0].board} " + ", which ".join(steps)


def check_can_begin(rows: Iterable[Dated], from_date: dt.date, *, what: str) -> None:
    """Dated names and statuses follow each other; what begins later is taken back first."""
    for row in rows:
        if row.from_date and row.from_date > from_date:
            day = short_date(row.from_date)
            raise Refused(f"Another {what} is down from {day} already. Choose a later day, or take that back first.")


def check_is_last(row: Dated, rows: Iterable[Dated], *, what: str) -> None:
    """Only the latest can be taken back: the days between would have none."""
    if any(other.from_date and (row.from_date is None or other.from_date > row.from_date) for other in rows):
        raise Refused(f"Another {what} has followed this one. Take that back first.")


def check_share_days(new: BoardRelation) -> None:
    """A board that has ended stands in no relation after it, except that others succeed it."""
    if new.kind == Kind.SUCCEEDS:
        return
    for board in (new.board, new.to_board):
        if board.ended_date and (new.from_date is None or new.from_date > board.ended_date):
            raise Refused(f"{board} ended on {short_date(board.ended_date)}. Choose a day before that.")


def check_moves_on(before: BoardRelation, from_date: dt.date) -> None:
    """A board goes under another one day after it left the one before."""
    if before.from_date and before.from_date >= from_date:
        began = short_date(before.from_date)
        raise Refused(f"{before.board} is under {before.to_board} from {began}. Choose a later day, or end that first.")
    if before.to_date:
        ends = short_date(before.to_date)
        raise Refused(f"{before.board} is under {before.to_board} until {ends}. Choose a later day, or end that first.")


def check_can_end_relation(relation: BoardRelation, last_day: dt.date) -> None:
    if relation.from_date and last_day < relation.from_date:
        raise Refused(f"It began on {short_date(relation.from_date)}. The last day cannot be before that.")
    if relation.to_date and relation.to_date < last_day:
        raise Refused(f"It ends on {short_date(relation.to_date)} already. To go on after it, add it again.")


def check_can_end_board(board: Board, last_day: dt.date, successors: Iterable[Board]) -> None:
    if board.ended_date:
        raise Refused(f"{board} has its last day already: {short_date(board.ended_date)}.")
    if board.founded_date and last_day < board.founded_date:
        raise Refused(f"{board} was founded on {short_date(board.founded_date)}. It cannot end before that.")
    for successor in successors:
        if successor.pk == board.pk:
            raise Refused("A board cannot take its own place.")
        if successor.ended_date and successor.ended_date <= last_day:
            raise Refused(f"{successor} ended on {short_date(successor.ended_date)} and cannot take its place.")


def check_names_free(names: Iterable[str], known: Iterable[str]) -> None:
    """Two boards of one name at once would be told apart by nobody. ``known``: those of boards that go on."""
    taken = {name.casefold() for name in known}
    found = [name for name in names if name.casefold() in taken]
    if found:
        raise Refused(f"There is a board called {listing(found)} already. Give another name.")


def check_prefixes_free(prefixes: Iterable[str], known: dict[str, str]) -> None:
    """``known``: the boards by their prefix, which is for ever: references are cited long after a board has ended."""
    for prefix in prefixes:
        if prefix in known:
            raise Refused(f"The prefix {prefix} is that of {known[prefix]}. Give another.")


def prefix_for(name: str, taken: Iterable[str]) -> str:
    """The capitals of a name that no other board has: "Quay District Trust" is QDT, then QDT2."""
    letters = "".join(word[0] for word in name.split() if word[0].isalnum() and word[0] == word[0].upper())[:6]
    letters, used = letters or "B", set(taken)
    return next(made for n in range(1, 100) if (made := letters if n == 1 else f"{letters}{n}") not in used)


def slug_for(slug: str, taken: Iterable[str]) -> str:
    """An address of its own: the second board of a name is told apart by a number."""
    used, slug = set(taken) | TAKEN, slug[:45] or "board"
    return next(made for n in range(1, 1000) if (made := slug if n == 1 else f"{slug}-{n}") not in used)


def settled(row: Any, fields: dict[str, Any]) -> bool:
    """Whether a record says these things already."""
    return all(getattr(row, name) == value for name, value in fields.items())


_OF_MANY = {
    "is a locality of": "are localities of",
    "is a thematic element of": "are thematic elements of",
    "is part of": "are parts of",
}


def said_of_many(said: str) -> str:
    """What is said of one board, of several: is accountable to, are accountable to; reports to, report to."""
    if said in _OF_MANY:
        return _OF_MANY[said]
    verb, _, rest = said.partition(" ")
    many = "are" if verb == "is" else verb.removesuffix("s")
    return f"{many} {rest}".strip()

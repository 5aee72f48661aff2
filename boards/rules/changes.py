"""What changed in the network between two days, in sentences (requirement 0.8: old and new readable)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boards.rules.picture import Node, Picture
from trust.tools.words import listing


@dataclass(frozen=True)
class Change:
    """One sentence about one board. ``word`` stands on the board in the picture; ended ones are not in it."""

    pk: int
    word: str
    name: str
    sentence: str
    address: str


def changes_between(before: Picture, after: Picture) -> list[Change]:
    """In the order of the new picture, and then what is gone. Only what the reader may know of is in either."""
    was = {node.pk: node for node in before.nodes()}
    now = {node.pk: node for node in after.nodes()}
    told = [change for node in now.values() for change in _of(node, was, now)]
    return told + [_gone(node, after.followed) for node in was.values() if node.pk not in now]


def words_on_boards(changes: list[Change]) -> dict[int, str]:
    """The words that stand on each board: "Renamed, moved"."""
    words: dict[int, list[str]] = {}
    for change in changes:
        if change.word not in words.setdefault(change.pk, []):
            words[change.pk].append(change.word)
    return {pk: listing(said, "and").capitalize() for pk, said in words.items()}


def _gone(node: Node, followed: Mapping[int, tuple[str, ...]]) -> Change:
    heirs = followed.get(node.pk, ())
    after = f": {listing(heirs)} {'take' if len(heirs) > 1 else 'takes'} its place" if heirs else ""
    return Change(node.pk, "ended", node.name, f"is no longer there{after}", node.address)


def _of(node: Node, was: Mapping[int, Node], now: Mapping[int, Node]) -> Iterator[Change]:
    old = was.get(node.pk)

    def change(word: str, sentence: str) -> Change:
        return Change(node.pk, word, node.name, sentence, node.address)

    if old is None:
        yield change("new", f"is new{_under(node, now)}")
        return
    if old.name != node.name:
        yield change("renamed", f"was called {old.name}")
    elif old.strapline != node.strapline:
        yield change(
            "renamed", f"has another strapline: {node.strapline}" if node.strapline else "has no strapline now"
        )
    if old.status != node.status:
        yield change("changed", f"is {_status(node)}; it was {_status(old)}")
    if (old.above, old.hangs_by) != (node.above, node.hangs_by):
        yield change("moved", _moved(old, node, was, now))
    yield from _relations(old, node, change)


def _status(node: Node) -> str:
    return node.standing.lower() or "standing"


def _moved(old: Node, node: Node, was: Mapping[int, Node], now: Mapping[int, Node]) -> str:
    here = f"is{_under(node, now, ' ')}" if node.above else "stands on its own"
    there = f"was{_under(old, was, ' ')}" if old.above else "stood on its own"
    return f"{here}; it {there}"


def _under(node: Node, nodes: Mapping[int, Node], joined: str = ", ") -> str:
    return f"{joined}under {nodes[node.above].name}" if node.above in nodes and node.above else ""


def _relations(old: Node, node: Node, change: object) -> Iterator[Change]:
    before = {(told.kind, told.to): told for told in old.told}
    after = {(told.kind, told.to): told for told in node.told}
    for key, told in after.items():
        if key not in before:
            yield change("changed", f"{told.said} {told.to_name} now")  # type: ignore[operator]
    for key, told in before.items():
        if key not in after:
            yield change("changed", f"{told.said} {told.to_name} no longer")  # type: ignore[operator]

"""What arose at a meeting, as storeys above tell it: the minutes carry their actions without looking up."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from meetings.models import Meeting, Minute
from meetings.rules.document import MinutedAction
from meetings.rules.edition import Cut


@dataclass(frozen=True)
class Shown:
    """What one edition shows of a meeting: its blocks and its items, by key, and how it names people."""

    blocks: Collection[int]
    items: Collection[int]
    cut: Cut


@dataclass(frozen=True)
class Arisen:
    """The lines of the table at the end, and by block who is to do it, as it was spoken."""

    actions: tuple[MinutedAction, ...] = ()
    spoken: Mapping[int, str] = field(default_factory=dict)


#: Put here by the apps of storeys above when they are loaded: a meeting and what is shown of it, to what arose there.
ARISING: list[Callable[[Meeting, Shown], Arisen]] = []


def arisen_at(meeting: Meeting, written: Mapping[int, Iterable[Minute]], items: Collection[int], cut: Cut) -> Arisen:
    """All that arose, as far as an edition that shows these ``items`` shows it; ``written`` are the blocks by item."""
    shown = Shown({block.pk for pk in items for block in written.get(pk, ())}, items, cut)
    found = [arising(meeting, shown) for arising in ARISING]
    actions = tuple(line for one in found for line in one.actions)
    return Arisen(actions, {block: words for one in found for block, words in one.spoken.items()})

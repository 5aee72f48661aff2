"""What a board that receives minutes needs first: what was decided and noted, apart from what was said (gap 8)."""

from dataclasses import dataclass

from meetings.models import Minute
from meetings.rules.document import BlockLine, ItemLine, MinutesDocument

TOLD = (Minute.Kind.DECISION, Minute.Kind.NOTED)


@dataclass(frozen=True)
class Highlight:
    """An item under which something was decided or noted, with that."""

    item: ItemLine
    blocks: tuple[BlockLine, ...]


def highlights_of(document: MinutesDocument) -> list[Highlight]:
    """In the order of the minutes; items under which neither was done are left out."""
    found = [Highlight(line, tuple(block for block in line.blocks if block.kind in TOLD)) for line in document.items]
    return [one for one in found if one.blocks]

"""Whether the rows still say what was sealed: what the triggers protect, place by place."""

from collections.abc import Iterator
from itertools import zip_longest

from meetings.rules.document import BlockLine, MinutesDocument

#: Where in a set of minutes, and what stands there.
Place = tuple[str, str]


def first_difference(sealed: MinutesDocument, now: MinutesDocument) -> str:
    """The first place where the rows say otherwise, never what they say; "" where they agree.

    Names of boards, and what became of a decision or an action since, may change and are not compared.
    """
    for was, has in zip_longest(protected(sealed), protected(now)):
        if was != has:
            return (was or has or ("", ""))[0]
    return ""


def protected(document: MinutesDocument) -> Iterator[Place]:
    """Who was there, each item, and each paragraph with what makes it a decision."""
    lists = {
        "those present": document.present,
        "those in attendance": document.in_attendance,
        "the apologies": document.apologies,
        "those absent": document.absent,
    }
    for where, lines in lists.items():
        for line in lines:
            yield where, f"{line.name}|{line.post}|{line.organisation}"
    for item in document.items:
        where = f"item {item.number}" if item.number else f"the item “{item.title}”"
        yield where, item.title
        for block in item.blocks:
            yield where, _said(block)


def _said(block: BlockLine) -> str:
    given = block.decision
    decided = [given.kind, given.letter, given.number, given.amended_from, given.amended_to] if given else []
    return "|".join([block.kind, *decided, block.text])

"""The order in which items were taken, and how minutes tell where it was not the order printed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from meetings.models import AgendaItem
from meetings.rules.agenda import named


def printed_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Headings and items as the agenda has them."""
    return sorted(items, key=lambda item: (item.position, item.pk))


def order_taken(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Those taken in the order in which they first were; each other one after what stands before it in print."""
    printed = printed_order(items)
    found = _taken(printed)
    for before, item in zip([None, *printed], printed, strict=False):
        if item.taken_position is None:
            found.insert(found.index(before) + 1 if before else 0, item)
    return found


def taken_otherwise(items: Iterable[AgendaItem]) -> dict[int, str]:
    """By item: "Item 4.2 was taken before item 2.3." As few sentences as tell it; none where print was followed.

    Only the items given are named, so that an edition tells nothing of those it does not show.
    """
    printed = printed_order(items)
    place = {item.pk: at for at, item in enumerate(printed)}
    taken = _taken(printed)
    kept = _as_printed([place[item.pk] for item in taken])
    told = {}
    for at, item in enumerate(taken):
        if at not in kept:
            after = next((taken[k] for k in sorted(kept) if k > at), None)
            if after is not None and place[after.pk] < place[item.pk]:
                told[item.pk] = f"{named(item, 'Item')} was taken before {named(after)}."
            else:
                before = taken[max(k for k in kept if k < at)]
                told[item.pk] = f"{named(item, 'Item')} was taken after {named(before)}."
    return told


def _taken(printed: Iterable[AgendaItem]) -> list[AgendaItem]:
    return sorted(
        (item for item in printed if item.taken_position is not None), key=lambda one: one.taken_position or 0
    )


def _as_printed(places: Sequence[int]) -> set[int]:
    """Which of those taken kept the printed order: the longest rising run of ``places``, by where it is in them."""
    ends: list[int] = []
    behind: list[int | None] = []
    for at, place in enumerate(places):
        length = bisect_left([places[end] for end in ends], place)
        behind.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [at]
    kept: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(step)
        step = behind[step]
    return kept

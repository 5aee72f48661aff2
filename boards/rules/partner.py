"""When a partner can be named, followed by another, or ended."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Partner, PartnerSuccession
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def check_name_free(name: str, taken_by: Partner | None) -> None:
    """A name leads to one partner: ``taken_by`` goes by it already, as its own, short or other name."""
    if taken_by:
        raise Refused(f"{taken_by.name} goes by “{name}” already. A name leads to one partner.")


def check_can_follow(
    predecessor: Partner, successor: Partner, from_date: dt.date, successions: Iterable[PartnerSuccession]
) -> None:
    """One takes the other's place once, on a day both are there, and never round in a circle.

    ``successions``: all there are.
    """
    if predecessor.pk == successor.pk:
        raise Refused(f"{predecessor.name} cannot take its own place.")
    after: dict[int, list[PartnerSuccession]] = {}
    for row in successions:
        after.setdefault(row.predecessor_id, []).append(row)
    if any(row.successor_id == successor.pk for row in after.get(predecessor.pk, [])):
        raise Refused(f"{successor.name} is put down already as what followed {predecessor.name}.")
    path = _path(successor, predecessor.pk, after)
    if path:
        named = " → ".join([predecessor.name, *path])
        raise Refused(f"That would go round in a circle: {named}.")
    if successor.ended_date and successor.ended_date < from_date:
        raise Refused(f"{successor.name} ended on {short_date(successor.ended_date)}, before it would take over.")


def _path(start: Partner, end: int, after: dict[int, list[PartnerSuccession]]) -> list[str]:
    """The names from one partner to another along what followed what; none where no way leads there."""
    ways: list[tuple[int, list[str]]] = [(start.pk, [start.name])]
    seen = {start.pk}
    while ways:
        here, names = ways.pop()
        for row in after.get(here, []):
            if row.successor_id == end:
                return [*names, row.successor.name]
            if row.successor_id not in seen:
                seen.add(row.successor_id)
                ways.append((row.successor_id, [*names, row.successor.name]))
    return []


def check_can_end(partner: Partner, last_day: dt.date) -> None:
    """Once, and not before it began."""
    if partner.ended_date:
        raise Refused(f"{partner.name} ended on {short_date(partner.ended_date)} already.")
    if partner.founded_date and last_day < partner.founded_date:
        raise Refused(f"{partner.name} began on {short_date(partner.founded_date)}. It cannot end before that.")

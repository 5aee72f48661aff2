"""Items that come on once the agenda is out: what number they get, so that no other number changes."""

import string
from collections.abc import Sequence

from meetings.models import AgendaItem
from meetings.rules.agenda import branches, number_items, printed
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused

LONGEST_TITLE, LONGEST_REASON = 240, 2_000


def titled(title: str) -> str:
    """The title in one line; refused where there is none, or too much of it."""
    title = plain_line(title)
    if not title:
        raise Refused("Give the item a title.")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"A title holds up to {LONGEST_TITLE} characters.")
    return title


def reasoned(reason: str) -> str:
    """Why a late item cannot wait: refused without it, for it is minuted (habit H8; LGA 1972 s 100B(4)(b))."""
    reason = plain(reason).strip()
    if not reason:
        raise Refused("Say why the item is late or urgent: the reason is minuted.")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"A reason holds up to {LONGEST_REASON:,} characters.")
    return reason


def place_after(items: Sequence[AgendaItem], new: AgendaItem, after: AgendaItem | None) -> list[AgendaItem]:
    """The printed order with ``new`` behind ``after``: first under a heading, last of all where none is given."""
    order = printed(branches(list(items)))
    at = next((at for at, item in enumerate(order) if after and item.pk == after.pk), len(order) - 1)
    return [*order[: at + 1], new, *order[at + 1 :]]


def section_after(after: AgendaItem | None) -> AgendaItem | None:
    """The heading under which an item behind ``after`` stands."""
    if after is None:
        return None
    return after if after.is_section else after.section


def late_number(order: Sequence[AgendaItem], new: AgendaItem, scheme: str) -> tuple[str, str]:
    """The number an item gets where it stands in ``order``, and the number of its own if it needs one.

    The next number where every other item keeps the number it was published under; else the number before it with
    the first letter that is free: 2.3A.
    """
    others = [item for item in order if item is not new]
    given = dict(zip(map(id, order), number_items(order, scheme), strict=True))
    if all(given[id(item)] == item.number for item in others) and given[id(new)] not in _numbers(others):
        return given[id(new)], ""
    return "", _lettered(order[: order.index(new)], _numbers(others))


def _numbers(items: Sequence[AgendaItem]) -> set[str]:
    return {item.number_shown for item in items if item.number_shown}


def _lettered(before: Sequence[AgendaItem], taken: set[str]) -> str:
    stem = next((item.number_shown for item in reversed(before) if item.number_shown), "0")
    stem = stem.rstrip(string.ascii_uppercase) or stem
    letters = [*string.ascii_uppercase, *(f"{first}{second}" for first in "ABC" for second in string.ascii_uppercase)]
    return next(f"{stem}{letter}" for letter in letters if f"{stem}{letter}" not in taken)

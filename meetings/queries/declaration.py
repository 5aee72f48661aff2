"""Interests declared at a meeting, as a reader may see them."""

from collections.abc import Collection
from dataclasses import dataclass

from boards.permissions import SEE_EXEMPT
from meetings.models import Declaration, Meeting
from meetings.rules.edition import is_exempt


@dataclass(frozen=True)
class DeclarationShown:
    """One declaration with the items of it that the reader may know of, by number."""

    declaration: Declaration
    items: tuple[str, ...]


def declarations_of(meeting: Meeting, words: Collection[str]) -> list[DeclarationShown]:
    """In the order made. One that concerns only exempt items is not there for those who may not know of them."""
    found = meeting.declarations.select_related("attendance").prefetch_related("items__section").order_by("pk")
    shown = []
    for declared in found:
        concerned = list(declared.items.all())
        known = [item for item in concerned if SEE_EXEMPT in words or not is_exempt(item)]
        if known or not concerned:
            shown.append(DeclarationShown(declared, tuple(item.number_shown or item.title for item in known)))
    return shown

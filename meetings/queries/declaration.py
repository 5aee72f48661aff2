"""Interests declared at a meeting, as a reader may see them."""

from dataclasses import dataclass

from meetings.models import Declaration, Meeting
from meetings.rules.edition import Sight


@dataclass(frozen=True)
class DeclarationShown:
    """One declaration with the items of it that the reader may know of, by number."""

    declaration: Declaration
    items: tuple[str, ...]


def declarations_of(meeting: Meeting, sight: Sight) -> list[DeclarationShown]:
    """In the order made. One that concerns only closed items is not there for those who may not know of them."""
    found = meeting.declarations.select_related("attendance").prefetch_related("items__section").order_by("pk")
    shown = []
    for declared in found:
        concerned = list(declared.items.all())
        known = [item for item in concerned if sight.sees(item)]
        if known or not concerned:
            shown.append(DeclarationShown(declared, tuple(item.number_shown or item.title for item in known)))
    return shown

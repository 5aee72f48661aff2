"""Items taken in private as the officers see them: the ground, the resolution, and what the public is told."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from meetings.models import AgendaItem, Decision, Meeting, Summary
from meetings.queries.entitled import items_seen
from meetings.rules.edition import is_closed
from meetings.rules.summary import RESOLUTIONS, resolution_words


@dataclass(frozen=True)
class PrivateItem:
    """One closed item with the grounds in sentences; ``summary`` is None where the public is told nothing."""

    item: AgendaItem
    grounds: tuple[str, ...]
    summary: Summary | None


def private_items(meeting: Meeting, reader: Any) -> list[PrivateItem]:
    """Those that this reader may know of, in the order of the agenda."""
    found = items_seen(reader, meeting).select_related("section", "summary", "excluded_by__block__item")
    return [
        PrivateItem(item, tuple(_grounds(item)), getattr(item, "summary", None)) for item in found if is_closed(item)
    ]


def private_item(meeting: Meeting, reader: Any, pk: int) -> PrivateItem:
    """404 where it is not closed, or not for this reader."""
    found = next((one for one in private_items(meeting, reader) if one.item.pk == pk), None)
    if found is None:
        raise Http404("No item taken in private is at this address.")
    found.item.meeting = meeting
    return found


def resolutions_of(meeting: Meeting) -> list[Decision]:
    """Resolutions of this meeting to exclude the public, or not to."""
    found = Decision.objects.filter(block__item__meeting=meeting, kind__in=RESOLUTIONS, struck_reason="")
    return list(found.select_related("block__item__meeting"))


def _grounds(item: AgendaItem) -> list[str]:
    said = []
    if item.is_exempt:
        said.append(f"Exempt: Schedule 12A paragraph {item.exempt_paragraphs}. {item.exempt_reason}")
    if item.is_restricted:
        said.append(f"Restricted: {item.restricted_reason}")
    if not said:
        said.append("It stands under a heading that is closed.")
    return [*said, *filter(None, [resolution_words(item)])]

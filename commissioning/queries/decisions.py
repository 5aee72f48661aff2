"""The resolutions that a contribution, its variation, a bid or an allocation can rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from boards.models import Board
from commissioning.queries.plan import address_of
from commissioning.queries.standing import called
from meetings.models import Decision
from meetings.queries.decisions import decisions_known_to, readable


def decisions_to_cite(board: Board, reader: Any) -> QuerySet[Decision]:
    """Recorded decisions of the board that the reader may read, the latest first."""
    found = Decision.objects.filter(readable(board, reader), block__item__meeting__board=board, struck_reason="")
    recorded = found.filter(recorded_at__isnull=False).select_related("block__item__meeting")
    return recorded.order_by("-block__item__meeting__date", "block__position", "pk")


@dataclass(frozen=True)
class Cited:
    """A resolution by its number or day; ``address`` is its page, "" for who may not read it."""

    called: str
    address: str


def cited(decisions: Iterable[Decision | None], reader: Any) -> list[Cited | None]:
    """Each in its place, None where none is cited. One statement."""
    given = list(decisions)
    keys = [one.pk for one in given if one]
    may_read = set(decisions_known_to(reader).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return [Cited(called(one), address_of(one) if one.pk in may_read else "") if one else None for one in given]

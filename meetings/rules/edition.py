"""What an edition shows: matter closed to its reader is absent from it, not covered; names are withheld where a person
asked so."""

from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Person
from meetings.models import AgendaItem, Edition


@dataclass(frozen=True)
class Sight:
    """Which items of one meeting a reader may know of. Closed by default.

    ``restricted`` are the keys of those items restricted to some partners that are open to this reader, None for every
    one. An exempt or restricted heading takes its items with it.
    """

    exempt: bool = False
    restricted: frozenset[int] | None = frozenset()

    def sees(self, item: AgendaItem) -> bool:
        """Load its section with it."""
        return self._opens(item) and (item.section is None or self._opens(item.section))

    def _opens(self, item: AgendaItem) -> bool:
        named = not item.is_restricted or self.restricted is None or item.pk in self.restricted
        return named and (self.exempt or not item.is_exempt)

    def closed(self, items: Iterable[AgendaItem]) -> set[int]:
        """Of all the items of a meeting those that are not there for this reader, by key."""
        items = list(items)
        shut = {item.pk for item in items if not self._opens(item)}
        return shut | {item.pk for item in items if item.section_id in shut}


#: The record as it is kept and sealed: nothing is taken out.
WHOLE = Sight(exempt=True, restricted=None)
#: What anybody may read: nothing exempt, nothing restricted.
OPEN = Sight()


def withhold(items: Iterable[AgendaItem | None], sight: Sight) -> None:
    """Sentences that would name an item closed to the reader name an item in private instead."""
    for item in items:
        if item is not None:
            item.is_withheld = not sight.sees(item)


def is_exempt(item: AgendaItem) -> bool:
    """An exempt section takes its items with it."""
    return item.is_exempt or bool(item.section and item.section.is_exempt)


def is_closed(item: AgendaItem) -> bool:
    """Whether it is kept from anybody who reads the rest: exempt, or restricted to some partners."""
    return item.is_closed or bool(item.section and item.section.is_closed)


@dataclass(frozen=True)
class Cut:
    """How one edition is cut. No public edition ever holds closed matter, whatever else is said."""

    edition: str
    with_exempt: bool
    restricted: frozenset[int] | None = frozenset()

    @classmethod
    def of(cls, edition: str, sight: Sight) -> "Cut":
        return cls(edition, with_exempt=sight.exempt, restricted=sight.restricted)

    @property
    def is_public(self) -> bool:
        return self.edition != Edition.FULL

    @property
    def sight(self) -> Sight:
        return Sight() if self.is_public else Sight(self.with_exempt, self.restricted)

    def shown(self, items: Iterable[AgendaItem]) -> dict[int, AgendaItem]:
        """The items this edition shows, by key, in the order given."""
        items = list(items)
        closed = self.sight.closed(items)
        return {item.pk: item for item in items if item.pk not in closed}

    def withholds(self, person: Person | None) -> bool:
        return self.is_public and person is not None and bool(person.public_name)

    def name(self, person: Person | None, name: str) -> str:
        """``name`` as kept on the day, or what the public edition calls this person instead."""
        return person.public_name if person is not None and self.withholds(person) else name

"""What an edition shows: exempt matter is absent from it, not covered; names are withheld where a person asked so."""

from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Person
from meetings.models import AgendaItem, Edition


def withhold(items: Iterable[AgendaItem | None], *, with_exempt: bool) -> None:
    """Sentences that would name an exempt item to a reader not entitled name an item in private instead."""
    for item in items:
        if item is not None and not with_exempt:
            item.is_withheld = is_exempt(item)


def is_exempt(item: AgendaItem) -> bool:
    """An exempt section takes its items with it."""
    return item.is_exempt or bool(item.section and item.section.is_exempt)


@dataclass(frozen=True)
class Cut:
    """How one edition is cut. The PUBLIC edition never holds exempt matter, whatever ``with_exempt`` says."""

    edition: str
    with_exempt: bool

    @property
    def is_public(self) -> bool:
        return self.edition == Edition.PUBLIC

    def shown(self, items: Iterable[AgendaItem]) -> dict[int, AgendaItem]:
        """The items this edition shows, by key, in the order given; an exempt section takes its items with it."""
        items = list(items)
        if self.with_exempt and not self.is_public:
            return {item.pk: item for item in items}
        exempt = {item.pk for item in items if item.is_exempt}
        return {item.pk: item for item in items if item.pk not in exempt and item.section_id not in exempt}

    def withholds(self, person: Person | None) -> bool:
        return self.is_public and person is not None and bool(person.public_name)

    def name(self, person: Person | None, name: str) -> str:
        """``name`` as kept on the day, or what the public edition calls this person instead."""
        return person.public_name if person is not None and self.withholds(person) else name

"""The names that the partnership knows: of its people, and of bodies that are called by capitals."""

from dataclasses import dataclass
from itertools import chain

from boards.models import Board, Partner, PartnerAlias, Person, Word


@dataclass(frozen=True)
class Naming:
    """``people`` by full name; ``bodies`` as papers call them: short names, aliases, prefixes, words of the list."""

    people: frozenset[str]
    bodies: frozenset[str]


def naming() -> Naming:
    """Five statements."""
    names = chain(
        chain.from_iterable(Partner.objects.values_list("name", "short_name")),
        PartnerAlias.objects.values_list("name", flat=True),
        chain.from_iterable(Board.objects.values_list("name", "reference_prefix")),
        Word.objects.values_list("word", flat=True),
    )
    bodies = frozenset(word for name in names for word in (name, *name.split()))
    return Naming(frozenset(Person.objects.values_list("name", flat=True)), bodies)

"""The word list, with the names that go without saying."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Partner, PartnerAlias, Word
from boards.queries.access import boards_known_to
from boards.queries.people import people_known_to
from boards.rules.words import words_of_names


def words_listed() -> QuerySet[Word]:
    return Word.objects.order_by("word")


def names_known_to(reader: Any) -> list[str]:
    """People, partners and boards that the reader may know of. Four statements."""
    partners = [name for names in Partner.objects.values_list("name", "short_name") for name in names]
    return [
        *people_known_to(reader).values_list("name", flat=True),
        *partners,
        *PartnerAlias.objects.values_list("name", flat=True),
        *boards_known_to(reader).values_list("name", flat=True),
    ]


def spellings_for(reader: Any) -> list[str]:
    """Every word that is spelt right as it stands: the list's, and those of names the reader may know of."""
    listed = set(Word.objects.values_list("word", flat=True))
    return sorted(listed | words_of_names([*listed, *names_known_to(reader)]))

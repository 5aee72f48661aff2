"""Names that the public edition withholds where they stand in sentences kept whole: who presided, corrections of who
was there. In lists and in the told room each name is withheld where it is read (queries/present.py)."""

import re
from collections.abc import Mapping

from django.db.models import Q

from meetings.models import Attendance, Meeting


def withheld_at(*meetings: Meeting) -> dict[str, str]:
    """What the public edition calls people on the lists of these meetings, by each name they go by there."""
    rows = Attendance.objects.filter(meeting__in=meetings).select_related("person", "substitute")
    found: dict[str, str] = {}
    for row in rows.filter(~Q(person__public_name="") | ~Q(substitute__public_name="")):
        for person, name in ((row.person, row.name), (row.substitute, row.substitute_name)):
            if person is not None and person.public_name:
                found |= {known: person.public_name for known in (name, person.name) if known}
    return found


def without(words: str, withheld: Mapping[str, str]) -> str:
    """The same with each withheld name as the public edition has it; longer names first."""
    for name in sorted(withheld, key=len, reverse=True):
        words = withheld[name].join(re.split(rf"\b{re.escape(name)}\b", words))
    return words

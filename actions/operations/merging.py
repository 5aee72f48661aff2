"""What is owed goes with a person whose two entries become one; what the minutes printed stays printed."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from actions.models import Bounce, Part, Preference, TurnedOff
from boards.models import Person
from boards.operations.merge import Mover


def _owed_once(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Not of an action of which the other entry owes a part as well: each owes one part of it."""
    return rows.filter(~Exists(Part.objects.filter(action=OuterRef("action"), person=person)))


PARTS_MOVE = Mover(Part, "person", "part of an action", "parts of actions", _owed_once)


def _not_said_already(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """What the entry that is kept chose for itself stands."""
    return rows.none() if rows.model._default_manager.filter(person=person).exists() else rows


REMINDING_MOVES = [
    Mover(Preference, "person", "way of being reminded", "ways of being reminded", _not_said_already),
    Mover(TurnedOff, "person", "board without reminders", "boards without reminders", _not_said_already),
    Mover(Bounce, "person", "failing address", "failing addresses", _not_said_already),
]

"""What is owed goes with a person whose two entries become one; what the minutes printed stays printed."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from actions.models import Part
from boards.models import Person
from boards.operations.merge import Mover


def _owed_once(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Not of an action of which the other entry owes a part as well: each owes one part of it."""
    return rows.filter(~Exists(Part.objects.filter(action=OuterRef("action"), person=person)))


PARTS_MOVE = Mover(Part, "person", "part of an action", "parts of actions", _owed_once)

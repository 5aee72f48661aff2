"""What of the meetings goes with a person whose two entries become one: only what is still open.

Lists of who was there belong to the record once the minutes are approved; answers that were given stay as given.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from boards.models import Person
from boards.operations.merge import Mover
from meetings.models import Asked, Attendance, Briefed, Minutes, SubmittedItem

CLOSED = (Minutes.State.APPROVED, Minutes.State.SIGNED)


def _on_open_lists(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Of meetings whose minutes are not approved and on whose list the other entry does not stand as well."""
    approved = Minutes.objects.filter(meeting=OuterRef("meeting"), state__in=CLOSED)
    there = Attendance.objects.filter(Q(person=person) | Q(substitute=person), meeting=OuterRef("meeting"))
    return rows.filter(~Exists(approved), ~Exists(there))


def _unanswered(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    asked = Asked.objects.filter(between=OuterRef("between"), person=person)
    return rows.filter(~Exists(asked), answer=Asked.Answer.NONE)


def _unread(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    briefed = Briefed.objects.filter(briefing=OuterRef("briefing"), person=person)
    return rows.filter(~Exists(briefed), received_at=None, view="")


MEETING_MOVERS = (
    Mover(Attendance, "person", "place on a meeting’s list", "places on meetings’ lists", _on_open_lists),
    Mover(Attendance, "substitute", "place taken at a meeting", "places taken at meetings", _on_open_lists),
    Mover(Asked, "person", "question between meetings", "questions between meetings", _unanswered),
    Mover(Briefed, "person", "briefing to read", "briefings to read", _unread),
    Mover(SubmittedItem, "submitted_by", "item submitted", "items submitted"),
)

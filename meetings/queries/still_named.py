"""What the public can still read that names somebody withheld since: what was published is never changed."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Person
from boards.queries.access import boards_known_to
from meetings.models import Attendance, Meeting, Minutes, Publication
from meetings.queries.withheld import withheld_at, without


def still_naming(person: Person, reader: Any) -> list[Publication]:
    """The publications that name this person, as far as this reader knows their boards; none of whom all may know."""
    if not person.public_name:
        return []
    entries = {person.pk, *person.merged.values_list("pk", flat=True)}
    rows = Attendance.objects.filter(Q(person__in=entries) | Q(substitute__in=entries))
    sat = {row.name if row.person_id in entries else row.substitute_name for row in rows}
    withheld = {name: person.public_name for name in {person.name, *sat} if name}
    return _naming(_out().filter(minutes__meeting__board__in=boards_known_to(reader)), withheld)


def earlier_naming(minutes: Minutes) -> list[Publication]:
    """Those of one set of minutes that name anybody whose name is withheld now."""
    approved_at = Meeting.objects.filter(approvals_given__minutes=minutes)
    return _naming(_out().filter(minutes=minutes), withheld_at(minutes.meeting, *approved_at))


def _out() -> QuerySet[Publication]:
    """What was not withdrawn: what stands, and what another version took the place of."""
    return Publication.objects.filter(withdrawn_at=None).select_related("seal", "minutes__meeting__board")


def _naming(out: QuerySet[Publication], withheld: Mapping[str, str]) -> list[Publication]:
    named = Q(pk__in=())
    for name in withheld:
        named |= Q(seal__record__contains=name)
    found = out.filter(named).order_by("-minutes__meeting__date", "minutes", "version", "published_at")
    naming = {
        (one.minutes_id, one.version): one for one in found if without(one.seal.record, withheld) != one.seal.record
    }
    return list(naming.values())

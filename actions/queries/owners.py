"""Whose a part is on a day: the people behind a name, a post and a partner."""

import datetime as dt

from django.db.models import Q

from actions.models import Part
from boards.models import Person, Seat, SeatHolding
from boards.queries.seats import sitting


def owners_of(part: Part, *, on: dt.date) -> list[Person]:
    """By name; whoever holds the seat of the post; for a partner whoever sits in its seats. Nobody for the rest."""
    if part.person:
        return [part.person]
    if part.owner == Part.Owner.POST:
        return _holding(Q(seat=part.seat_id), on)
    if part.owner == Part.Owner.PARTNER:
        return _holding(Q(seat__partner=part.partner_id), on, speaking=True)
    return []


def _holding(seats: Q, on: dt.date, *, speaking: bool = False) -> list[Person]:
    held = SeatHolding.objects.held_on(on).filter(seats, seat__in=Seat.objects.held_on(on))
    holders = sitting(held) if speaking else held
    people = Person.objects.filter(pk__in=holders.values("person")).select_related("user")
    return list(people.order_by("name", "pk"))


def address_of(person: Person) -> str:
    """Where they can be written to; "" where no address is known."""
    return (person.user.email if person.user else "") or person.email

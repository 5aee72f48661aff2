"""What an agency owes: parts in its name, in its seats, and of its people by their posts on a day."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from actions.models import Part
from actions.permissions import agencies_on
from actions.queries.action import parts_in
from boards.models import Partner, Person, Post, SeatHolding
from boards.permissions import MANAGE_PARTNER
from boards.queries.access import partners_of


def parts_of_agency(partner: Partner, *, on: dt.date) -> QuerySet[Part]:
    """The partner’s own; those owed in one of its seats; those of people who have a post with it and owe in no seat."""
    return parts_in(*_of([partner.pk], on))


def parts_managed_by(reader: Any, *, on: dt.date) -> QuerySet[Part]:
    """Of every partner that this reader manages."""
    return parts_in(*_of(partners_of(reader, MANAGE_PARTNER).values("pk"), on))


def _of(partners: Any, on: dt.date) -> tuple[QuerySet[Part], ...]:
    posted = Post.objects.held_on(on).filter(partner__in=partners).values("person")
    in_no_name = {"seat": None, "partner": None}
    return (
        Part.objects.filter(partner__in=partners),
        Part.objects.filter(seat__partner__in=partners, partner=None),
        Part.objects.filter(person__in=posted, **in_no_name),
    )


def colleagues_for(part: Part, *, on: dt.date) -> QuerySet[Person]:
    """To whom it can be handed on: those with a post at the same agency on the day, or in one of its seats."""
    agencies = agencies_on(part, on)
    posted = Post.objects.held_on(on).filter(partner__in=agencies).values("person")
    seated = SeatHolding.objects.held_on(on).filter(seat__partner__in=agencies).values("person")
    found = Person.objects.filter(Q(pk__in=posted) | Q(pk__in=seated), merged_into=None)
    if part.person_id:
        found = found.exclude(pk=part.person_id)
    return found.order_by("name", "pk")

"""What a person, and what a partner, still owes: actions whose part of theirs is not finished, late ones first."""

import datetime as dt
from typing import Any

from django.db.models import F, QuerySet

from actions.models import FINISHED, Action, Part
from actions.queries.action import actions_known_to, parts_in, parts_owed_by
from boards.models import Partner, Person, Post, SeatHolding
from boards.queries.held import Held, held_by


def owed_by(reader: Any, *, on: dt.date, held: Held | None = None) -> list[Action]:
    """The reader's, over all boards."""
    held = held or held_by(reader)
    return _open(parts_owed_by(reader, on=on, held=held), reader, on, held)


def owed_by_person(person: Person, *, reader: Any, on: dt.date) -> list[Action]:
    """Theirs by name or by a seat they hold on the day, as far as the reader may know of them."""
    held = SeatHolding.objects.held_on(on).filter(person=person).values("seat")
    by_seat = Part.objects.filter(owner=Part.Owner.POST, seat__in=held)
    return _open(parts_in(Part.objects.filter(person=person), by_seat), reader, on)


def owed_by_partner(partner: Partner, *, reader: Any, on: dt.date, held: Held | None = None) -> list[Action]:
    """The partner's own, and those of the people who sit in its seats or hold its posts on the day.

    As far as the reader may know of them: what a colleague owes on a board that is closed to the reader is not counted.
    """
    seated = SeatHolding.objects.held_on(on).filter(seat__partner=partner).values("person")
    posted = Post.objects.held_on(on).filter(partner=partner).values("person")
    by_whom = ({"partner": partner}, {"person__in": seated}, {"person__in": posted})
    theirs = parts_in(*(Part.objects.filter(**owner) for owner in by_whom))
    return _open(theirs, reader, on, held)


def _open(parts: QuerySet[Part], reader: Any, on: dt.date, held: Held | None = None) -> list[Action]:
    """Of the actions the reader may know of: neither exempt matter nor drafts at the desk slip in here."""
    unfinished = parts.exclude(state__in=FINISHED)
    found = actions_known_to(reader, on=on, held=held).confirmed().exclude(state__in=FINISHED)
    found = found.filter(pk__in=unfinished.values("action")).with_due_on()
    found = found.select_related("board", "block__item", "due_meeting")
    return list(found.order_by(F("due_on").asc(nulls_last=True), "pk"))

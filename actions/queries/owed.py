"""What a person, and what a partner, still owes: actions whose part of theirs is not finished, late ones first."""

import datetime as dt
from typing import Any

from django.db.models import F, QuerySet

from actions.models import FINISHED, Action, Part
from actions.queries.action import parts_owed_by
from boards.models import Partner, Person, Post, SeatHolding
from meetings.models import Minutes


def owed_by(reader: Any, *, on: dt.date) -> list[Action]:
    """The reader's, over all boards; not from a draft that has not left the desk."""
    return _open(parts_owed_by(reader, on=on))


def owed_by_partner(partner: Partner, *, on: dt.date) -> list[Action]:
    """The partner's own, and those of the people who sit in its seats or hold its posts on the day."""
    seated = SeatHolding.objects.held_on(on).filter(seat__partner=partner).values("person")
    posted = Post.objects.held_on(on).filter(partner=partner).values("person")
    people = Person.objects.filter(pk__in=seated) | Person.objects.filter(pk__in=posted)
    return _open(Part.objects.filter(partner=partner) | Part.objects.filter(person__in=people.values("pk")))


def _open(parts: QuerySet[Part]) -> list[Action]:
    unfinished = parts.exclude(state__in=FINISHED)
    found = Action.objects.confirmed().exclude(state__in=FINISHED).filter(pk__in=unfinished.values("action"))
    found = found.exclude(block__minutes__state=Minutes.State.DRAFT)
    found = found.with_due_on().select_related("board", "block__item", "due_meeting")
    return list(found.order_by(F("due_on").asc(nulls_last=True), "pk"))

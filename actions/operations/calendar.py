"""Somebody's secret address for their diary: made, made anew, taken back."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import CalendarFeed
from boards.models import Person
from trust.tools.keeping import keep
from trust.tools.refusal import NotPermitted, Refused


@transaction.atomic
def make_address(*, person: Person, by: Any, at: dt.datetime) -> CalendarFeed:
    """A new address; whatever address there was before opens nothing any more."""
    _check_own(person, by)
    feed = CalendarFeed.objects.select_for_update(of=["self"]).filter(person=person).first()
    if feed is None:
        return keep(CalendarFeed(person=person, made_at=at), by=by)
    feed.number, feed.is_open, feed.made_at = feed.number + 1, True, at
    return keep(feed, by=by)


@transaction.atomic
def withdraw_address(*, person: Person, by: Any) -> CalendarFeed:
    _check_own(person, by)
    feed = CalendarFeed.objects.select_for_update(of=["self"]).filter(person=person, is_open=True).first()
    if feed is None:
        raise Refused("There is no address to take back.")
    feed.is_open = False
    return keep(feed, by=by)


def _check_own(person: Person, by: Any) -> None:
    if person.user_id is None or person.user_id != by.pk:
        raise NotPermitted("Each has their own address.")

"""What a diary reads at somebody's secret address: what they owe, on the days it is due."""

import datetime as dt

from django.core import signing
from django.db.models import Exists, OuterRef
from django.urls import reverse

from actions.models import FINISHED, CalendarFeed
from actions.queries.action import actions_known_to, parts_owed_by
from actions.queries.letter import site
from actions.queries.lines import with_lines, worded
from actions.queries.owing import closed_among, to_be_chased
from boards.models import Person
from trust.tools.calendar import Day

SIGNER = signing.Signer(salt="actions.calendar")
#: Letters of an action's words in a diary.
SHORT = 80


def feed_of(token: str) -> CalendarFeed | None:
    """None where the address is altered, withdrawn, was renewed since, or its owner may not sign in any more."""
    try:
        pk, number = SIGNER.unsign(token.replace("~", ":")).split("-")
    except (signing.BadSignature, ValueError):
        return None
    if not (pk.isdecimal() and number.isdecimal()):
        return None
    rows = CalendarFeed.objects.filter(pk=pk, number=number, is_open=True, person__user__is_active=True)
    return rows.select_related("person__user").first()


def feed_address(person: Person) -> str:
    """The whole address, which no stranger can guess; "" where there is none."""
    feed = CalendarFeed.objects.filter(person=person, is_open=True).first()
    if feed is None:
        return ""
    token = SIGNER.sign(f"{feed.pk}-{feed.number}").replace(":", "~")
    return site(reverse("actions:calendar", args=[token]))


def days_due(person: Person, *, on: dt.date) -> list[Day]:
    """Open actions with a day, as far as the person may know of them. Of closed business no word but the reference:
    a diary is seen by more than the one whose it is. Constant statements."""
    mine = parts_owed_by(person.user, on=on).exclude(state__in=FINISHED)
    known = actions_known_to(person.user, on=on).filter(Exists(mine.filter(action=OuterRef("pk"))))
    found = with_lines(to_be_chased().filter(pk__in=known.values("pk"))).filter(due_on__isnull=False)
    actions = list(found.order_by("due_on", "pk"))
    shut = closed_among([action.pk for action in actions])
    return [
        Day(
            key=f"action-{action.pk}",
            day=action.due_on,
            title=f"Due: {action.reference}" + ("" if action.pk in shut else f" {_short(worded(action))}"),
            about=f"{action.kept_by.name}. Due: {action.due_shown}.",
            link=site(action.get_absolute_url()),
        )
        for action in actions
    ]


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"

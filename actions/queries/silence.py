"""Who was asked and said nothing: "no return", a state of its own and never green (H13)."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q

from actions.models import FINISHED, Progress, Reminder, ReminderLine
from actions.rules.reminder import NO_RETURN_AFTER

#: Of mails that reached their reader, as far as anybody can tell.
WENT = (Reminder.State.SENT, Reminder.State.IN_DOUBT)


def late(on: dt.date) -> Q:
    """For actions loaded ``with_due_on``: neither done nor settled, and the day has passed."""
    return ~Q(state__in=FINISHED) & Q(due_on__lt=on)


def silent(on: dt.date) -> Q:
    """No owner has ever reported, though the day has passed or they were reminded again and again."""
    reports = Progress.objects.filter(action=OuterRef("pk"), kind=Progress.Kind.REPORT, part__isnull=False)
    return ~Q(state__in=FINISHED) & ~Q(Exists(reports)) & (Q(due_on__lt=on) | Q(pressed()))


def pressed() -> Exists:
    """For actions: brought to mind on so many days."""
    days = ReminderLine.objects.filter(action=OuterRef("pk"), is_left_out=False, reminder__state__in=WENT)
    return Exists(days.order_by().values("reminder__day").distinct()[NO_RETURN_AFTER - 1 : NO_RETURN_AFTER])


def times_reminded(parts: Iterable[int]) -> dict[int, int]:
    """By part, on how many days its owner was reminded of it; one statement."""
    lines = ReminderLine.objects.filter(part__in=list(parts), is_left_out=False, reminder__state__in=WENT)
    days = lines.order_by().values("part").annotate(days=Count("reminder__day", distinct=True))
    return dict(days.values_list("part", "days"))


def reported_on(parts: Iterable[int]) -> set[int]:
    """Of these parts, those of which somebody has said a word; one statement."""
    said = Progress.objects.filter(part__in=list(parts), kind=Progress.Kind.REPORT)
    return set(said.order_by().values_list("part", flat=True))

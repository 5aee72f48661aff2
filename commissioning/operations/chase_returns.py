"""Chasing those who have not returned: once a day at most, by the worker, and never who has returned meanwhile."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from boards.models import User
from commissioning.models import Period, ReturnReminder
from commissioning.operations.schemes import held_scheme
from commissioning.queries.silent import Silent, silence, silent_in
from commissioning.queries.who_returns import who_returns_for
from trust.tools import jobs
from trust.tools.keeping import keep
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date


@transaction.atomic
def chase(*, period: Period, reporters: Collection[int], by: Any, on: dt.date) -> list[ReturnReminder]:
    """Write to those who return for these, by their keys. Two officers at once chase nobody twice."""
    scheme = held_scheme(period.scheme, by=by)
    if on < period.from_date:
        raise Refused(f"“{period}” begins on {short_date(period.from_date)}: nobody is asked for it before.")
    rows = list(scheme.reporters.select_related("board", "partner", "district"))
    silent = {one.reporter.pk: one for one in silence(period, rows, list(scheme.areas.all()), on=on)}
    if not reporters or not set(reporters) <= set(silent):
        raise Refused("One of these has returned meanwhile. Look at the list again.")
    chosen = [silent[pk] for pk in reporters]
    if wrong := [one for one in chosen if not one.can_be_chased]:
        raise Refused(f"{listing(one.name for one in wrong)}: {wrong[0].why_not}")
    return [_write_to(one, by=by, on=on) for one in chosen]


def _write_to(one: Silent, *, by: Any, on: dt.date) -> ReturnReminder:
    row = ReturnReminder(period=one.period, reporter=one.reporter, sent_date=on, people=len(one.users), sent_by=by)
    reminder = keep(row, by=by)
    for user in one.users:
        jobs.later(
            mail_chased,
            about=f"return reminder {reminder.pk} to {user.pk}",
            subject=f"Mail on a return, {reminder}",
            reminder_id=reminder.pk,
            user_id=user.pk,
        )
    return reminder


@jobs.task
def mail_chased(*, reminder_id: int, user_id: int) -> None:
    """The worker’s part: nothing is sent to who returns for it no more, nor once it was returned."""
    named = ("period__scheme__board", "reporter__board", "reporter__partner", "reporter__district")
    reminder = ReturnReminder.objects.select_related(*named).filter(pk=reminder_id).first()
    if reminder is None:
        return
    period, reporter = reminder.period, reminder.reporter
    users = {user.pk: user for user in who_returns_for([reporter]).get(reporter.pk, [])}
    if user_id not in users or not silent_in(period, [reporter], list(period.scheme.areas.all())):
        return
    mail_to(users[user_id], reminder)


def mail_to(user: User, reminder: ReturnReminder) -> None:
    period, reporter = reminder.period, reminder.reporter
    path = reverse("commissioning:give_return", args=[period.scheme_id, period.pk, reporter.pk])
    context = {
        "user": user,
        "period": period,
        "reporter": reporter,
        "late": reminder.sent_date > period.due_date,
        "address": settings.SITE_ADDRESS.rstrip("/") + path,
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    text = render_to_string("commissioning/email/chased.txt", context)
    send_mail(f"{reporter} has yet to return for {period}", text, None, [user.email])

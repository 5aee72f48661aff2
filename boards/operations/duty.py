"""Setting down duties, what meets them over which days, and who answers for what. The keepers’ work."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Accountability, Arrangement, Duty
from boards.permissions import check_may_keep_register
from boards.rules import duty as rules
from trust.tools.keeping import discard, keep


@transaction.atomic
def add_duty(*, by: Any, on: dt.date, **given: Any) -> Duty:
    """``given``: title, kind, source, text, owner, lead, deadline_date, deadline_stated."""
    check_may_keep_register(by, on=on)
    return keep(Duty(**given), by=by)


@transaction.atomic
def change_duty(*, duty: Duty, by: Any, on: dt.date, **given: Any) -> Duty:
    check_may_keep_register(by, on=on)
    for name, value in given.items():
        setattr(duty, name, value)
    return keep(duty, by=by)


@transaction.atomic
def end_duty(*, duty: Duty, last_day: dt.date, why: str, by: Any, on: dt.date) -> Duty:
    check_may_keep_register(by, on=on)
    duty.ended_date = last_day
    return keep(duty, by=by, because=why)


@transaction.atomic
def take_back_end(*, duty: Duty, by: Any, on: dt.date) -> Duty:
    check_may_keep_register(by, on=on)
    duty.ended_date = None
    return keep(duty, by=by)


@transaction.atomic
def take_out_duty(*, duty: Duty, by: Any, on: dt.date) -> None:
    """One set down by mistake."""
    check_may_keep_register(by, on=on)
    rules.check_can_take_out(duty.arrangements.count())
    discard(duty, by=by)


@transaction.atomic
def arrange(*, duty: Duty, by: Any, on: dt.date, **given: Any) -> Arrangement:
    """``given``: board, agreement, words, from_date, to_date."""
    check_may_keep_register(by, on=on)
    made = Arrangement(duty=duty, **given)
    rules.check_names_something(made)
    return keep(made, by=by)


@transaction.atomic
def end(*, thing: Arrangement | Accountability, last_day: dt.date, why: str, by: Any, on: dt.date) -> None:
    """An arrangement or an accountability, from that day on."""
    check_may_keep_register(by, on=on)
    rules.check_can_end(thing, last_day)
    thing.to_date = last_day
    keep(thing, by=by, because=why)


@transaction.atomic
def take_out(*, thing: Arrangement | Accountability, by: Any, on: dt.date) -> None:
    """One set down by mistake; its last state stays in history."""
    check_may_keep_register(by, on=on)
    discard(thing, by=by)


@transaction.atomic
def add_accountability(*, by: Any, on: dt.date, **given: Any) -> Accountability:
    """``given``: partner, function, answers_to, to_partner, through, source, from_date, to_date."""
    check_may_keep_register(by, on=on)
    return keep(Accountability(**given), by=by)


@transaction.atomic
def change_accountability(*, accountability: Accountability, by: Any, on: dt.date, **given: Any) -> Accountability:
    check_may_keep_register(by, on=on)
    for name, value in given.items():
        setattr(accountability, name, value)
    return keep(accountability, by=by)

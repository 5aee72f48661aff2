"""Indicators and their readings; a reading is put right with a reason, and its history keeps what it was."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Board
from commissioning.models import Indicator, Reading
from commissioning.permissions import check_may_set_up
from commissioning.rules.indicators import check_can_read
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@transaction.atomic
def set_indicator(*, indicator: Indicator, board: Board, by: Any, **given: Any) -> Indicator:
    """Write a new one, or change it. Its board stays."""
    check_may_set_up(by, board)
    if indicator.pk:
        indicator = Indicator.objects.select_for_update(of=["self"]).get(pk=indicator.pk, board=board)
    indicator.board = board
    others = Indicator.objects.filter(board=board, title__iexact=given["title"])
    if (others.exclude(pk=indicator.pk) if indicator.pk else others).exists():
        raise Refused(f"{board} has an indicator called “{given['title']}” already.")
    if given.get("priority") and given["priority"].board_id != board.pk:
        raise Refused("The priority is another board’s.")
    for name, value in given.items():
        setattr(indicator, name, value)
    return keep(indicator, by=by)


@transaction.atomic
def add_reading(*, indicator: Indicator, by: Any, on: dt.date, **given: Any) -> Reading:
    rows = Indicator.objects.select_for_update(no_key=True, of=["self"]).select_related("board")
    held = rows.get(pk=indicator.pk)
    check_may_set_up(by, held.board)
    check_can_read(held, list(held.readings.all()), given["date"], given.get("actual"), on=on)
    return keep(Reading(indicator=held, **given), by=by)


@transaction.atomic
def put_reading_right(*, reading: Reading, why: str, by: Any, on: dt.date, **given: Any) -> Reading:
    """What it said before stays in its history, with the reason."""
    rows = Indicator.objects.select_for_update(no_key=True, of=["self"]).select_related("board")
    held = rows.get(pk=reading.indicator_id)
    check_may_set_up(by, held.board)
    found = held.readings.select_for_update(of=["self"]).get(pk=reading.pk)
    others = list(held.readings.exclude(pk=found.pk))
    check_can_read(held, others, given["date"], given.get("actual"), on=on)
    for name, value in given.items():
        setattr(found, name, value)
    return keep(found, by=by, because=why)

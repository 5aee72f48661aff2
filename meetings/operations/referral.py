"""Business is asked of another board or body, withdrawn, and answered."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import BoardRelation
from boards.operations.subscription import RECEIVES, subscribe
from boards.permissions import check_may_minute
from boards.queries.access import boards_known_to
from meetings.models import AgendaItem, Meeting, Referral
from meetings.operations.arrival import lay_waiting
from meetings.operations.late import item_held, let_go, was_changed
from meetings.operations.locked import lock
from meetings.queries.entitled import check_sees
from meetings.queries.minutes import minutes_of
from meetings.rules import referral as rules
from meetings.rules.agenda import check_agenda_open
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused, why_not


@transaction.atomic
def refer(*, item: AgendaItem, by: Any, at: dt.datetime, **asked: Any) -> Referral:
    """Ask a board of ours: it stands on its draft agenda, or on the next one. A body outside is written a letter,
    to be marked as sent.

    ``asked`` are fields of a referral: to_board or to_body, request, and where given kind, decision, asks_for_minutes,
    reply_due_date.
    """
    check_may_minute(by, item.meeting.board)
    item, on = item_held(item, by), timezone.localdate(at)
    referral = Referral(item=item, **asked)
    referral.request, referral.to_body = plain(referral.request).strip(), plain(referral.to_body).strip()
    _check_asked(referral, by, on)
    if referral.to_board is not None:
        referral.sent_date, referral.sent_by = on, by
    keep(referral, by=by)
    if referral.to_board is not None:
        lay_waiting(board=referral.to_board, by=by)
        referral.refresh_from_db()
    return referral


def _check_asked(referral: Referral, by: Any, on: dt.date) -> None:
    """Procedure allows it, and the officer may know of the board they ask."""
    item, decision, to_board = referral.item, referral.decision, referral.to_board
    if decision is not None and decision.block.item_id != item.pk:
        raise Refused("That decision was taken under another item.")
    rules.check_can_ask(item.meeting, decision, on=on)
    rules.check_whom(item.meeting.board, to_board, referral.to_body, on=on)
    rules.check_due(referral.reply_due_date, on=on)
    if to_board is not None and not boards_known_to(by).filter(pk=to_board.pk).exists():
        raise Refused("Choose a board from the list.")
    if not referral.request:
        raise Refused("Say what is asked.")


@transaction.atomic
def mark_sent(*, referral: Referral, sent_date: dt.date, by: Any, at: dt.datetime) -> Referral:
    """The letter to a body outside went out on that day; a wrong day is put right by giving another."""
    referral = _asked_by(referral, by)
    rules.check_can_be_sent(referral, sent_date, on=timezone.localdate(at))
    if referral.replied_date:
        raise Refused("It has been answered, and the day it was sent stays.")
    referral.sent_date, referral.sent_by = sent_date, by
    return keep(referral, by=by)


@transaction.atomic
def record_reply(*, referral: Referral, reply: str, replied_date: dt.date, by: Any, at: dt.datetime) -> Referral:
    """The asking board’s officer enters what a body outside wrote."""
    referral = _asked_by(referral, by)
    if referral.to_board_id is not None:
        raise Refused("The board that was asked answers itself, from its own page.")
    return _answer(referral, reply, replied_date, by=by, at=at)


@transaction.atomic
def answer(
    *, referral: Referral, reply: str, replied_date: dt.date, by: Any, at: dt.datetime, sends_minutes: bool = False
) -> Referral:
    """The board that was asked answers; who asked reads it with its day.

    With ``sends_minutes`` its approved minutes go to the asking board from this day on (requirement 0.4).
    """
    referral = _held(referral)
    if referral.to_board is None:
        raise Refused("It went to a body outside the partnership.")
    check_may_minute(by, referral.to_board)
    referral = _answer(referral, reply, replied_date, by=by, at=at)
    if sends_minutes and referral.asks_for_minutes:
        _send_minutes(referral, timezone.localdate(at), by=by)
    return referral


@transaction.atomic
def withdraw(*, referral: Referral, reason: str, by: Any) -> Referral:
    """Who was asked reads why. It comes off their agenda again, or is marked as withdrawn there once that is out."""
    referral = _asked_by(referral, by)
    rules.check_can_be_withdrawn(referral, reason)
    arrived = referral.arrived_as
    referral.withdrawn_reason = plain(reason).strip()
    if arrived is not None and _comes_off(arrived):
        referral.arrived_as = None
    keep(referral, by=by, because=referral.withdrawn_reason)
    if arrived is not None:
        _take_from_agenda(arrived, referral, by=by)
    return referral


def _held(referral: Referral) -> Referral:
    rows = Referral.objects.select_for_update(of=["self"]).select_related("item__meeting__board", "item__section")
    return rows.select_related("to_board", "arrived_as__meeting__board").get(pk=referral.pk)


def _asked_by(referral: Referral, by: Any) -> Referral:
    """Held, for the officers of the board that asked who may see the item it arose from."""
    referral = _held(referral)
    check_may_minute(by, referral.item.meeting.board)
    check_sees(by, referral.item)
    return referral


def _answer(referral: Referral, reply: str, replied_date: dt.date, *, by: Any, at: dt.datetime) -> Referral:
    rules.check_can_be_answered(referral, replied_date, on=timezone.localdate(at))
    if not plain(reply).strip():
        raise Refused("Write what the answer was.")
    referral.reply, referral.replied_date = plain(reply).strip(), replied_date
    return keep(referral, by=by)


def _send_minutes(referral: Referral, on: dt.date, *, by: Any) -> None:
    asking, asked = referral.item.meeting.board, referral.to_board
    assert asked is not None
    relations = BoardRelation.objects.held_on(on).filter(board=asking, to_board=asked, kind=RECEIVES)
    if not relations.exists():
        subscribe(board=asking, to_board=asked, from_date=on, by=by)


def _comes_off(arrived: AgendaItem) -> bool:
    """An agenda that nobody was sent forgets it, unless somebody has worked on it."""
    preparing = arrived.meeting.state == Meeting.State.PREPARING
    return preparing and not arrived.blocks.exists() and not was_changed(arrived)


def _take_from_agenda(arrived: AgendaItem, referral: Referral, *, by: Any) -> None:
    meeting = lock(arrived.meeting)
    if referral.arrived_as is None:
        let_go(arrived, by=by)
        return
    is_open = arrived.state == AgendaItem.State.OPEN and not arrived.blocks.exists()
    if is_open and not why_not(check_agenda_open, meeting, minutes_of(meeting)):
        arrived.state, arrived.state_reason = AgendaItem.State.WITHDRAWN, referral.withdrawn_reason
        keep(arrived, by=by, because=referral.withdrawn_reason)

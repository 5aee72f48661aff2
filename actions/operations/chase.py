"""The officers of a board write to owners at once, take that back while it waits, and say how the board reminds."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from actions.models import Chase, ChaseSetting, Occasion, Reminder
from actions.operations.bounce import count_as_unsaid
from actions.operations.reminder import ToSay, keep_mails, mails_to
from actions.queries.chase import plan_of
from actions.rules.reminder import Prompt
from boards.models import Board
from boards.permissions import check_may_minute
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused

State = Reminder.State


@transaction.atomic
def ask_chase(*, board: Board, actions: list[int], key: uuid.UUID, by: Any, at: dt.datetime, words: str = "") -> Chase:
    """Queue a mail to each who owes one of these and can be reached. Asked twice under one key, it is one. ``words``
    of the officer's own stand above what is owed.

    Nothing goes for ten minutes, nor in quiet hours: until then it can be taken back.
    """
    check_may_minute(by, board)
    on = timezone.localdate(at)
    Board.objects.select_for_update(of=["self"]).get(pk=board.pk)
    if found := Chase.objects.filter(board=board, key=key).first():
        return found
    plan = plan_of(board, by, actions, on=on)
    if not plan.reached:
        raise Refused("Nobody can be reached about these actions, so there is nothing to send.")
    chase = keep(Chase(board=board, key=key, words=plain(words).strip(), asked_at=at, asked_by=by), by=by)
    prompt = Prompt(Occasion.CHASE, on)
    mails = []
    for one in plan.reached:
        told = [ToSay(owing, plan.known[owing.action], prompt) for owing in one.owings]
        mails += mails_to(one.person.pk, told, plan.reach, at=at, chase=chase)
    keep_mails(mails)
    return chase


@transaction.atomic
def take_back_chase(*, chase: Chase, by: Any, at: dt.datetime) -> int:
    """What still waits does not go; how many mails. What has gone, has gone."""
    check_may_minute(by, chase.board)
    chase = Chase.objects.select_for_update(of=["self"]).select_related("board").get(pk=chase.pk)
    waiting = list(chase.reminders.select_for_update(skip_locked=True, of=["self"]).filter(state=State.QUEUED))
    if chase.taken_back_at or not waiting:
        raise Refused("Nothing of it waits any more, so nothing can be taken back.")
    for reminder in waiting:
        withdraw(reminder, "Taken back before it went.")
    chase.taken_back_at, chase.taken_back_by = at, by
    keep(chase, by=by)
    return len(waiting)


def withdraw(reminder: Reminder, reason: str) -> None:
    """The caller holds its lock."""
    reminder.state, reminder.reason = State.WITHDRAWN, reason
    reminder.save()
    count_as_unsaid(reminder)


@transaction.atomic
def send_again(*, reminder: Reminder, board: Board, by: Any, at: dt.datetime) -> Reminder:
    """One that is in doubt goes once more, under the same Message-ID: who has it already can tell."""
    check_may_minute(by, board)
    reminder = Reminder.objects.select_for_update(of=["self"]).get(pk=reminder.pk)
    if reminder.state != State.IN_DOUBT:
        raise Refused("Only a mail that is in doubt is sent again.")
    reminder.state, reminder.reason, reminder.send_from = State.QUEUED, "", at
    reminder.save()
    return reminder


@transaction.atomic
def change_settings(*, board: Board, given: dict[str, Any], by: Any) -> ChaseSetting:
    check_may_minute(by, board)
    found = ChaseSetting.objects.select_for_update(of=["self"]).filter(board=board).first()
    setting = found or ChaseSetting(board=board)
    for name, value in given.items():
        setattr(setting, name, value)
    return keep(setting, by=by)

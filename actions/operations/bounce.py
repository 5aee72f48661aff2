"""An address fails, and is tried again."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction

from actions.models import Bounce, Reminder
from boards.models import Board
from boards.permissions import check_may_minute
from trust.tools.keeping import keep
from trust.tools.plain import plain_line
from trust.tools.refusal import Refused
from trust.tools.returned import Failure


def note_failure(*, reminder: Reminder, code: str, reason: str, at: dt.datetime) -> Bounce:
    """Nothing more goes to the address this went to. Failing again, it keeps the day on which it first failed."""
    rows = Bounce.objects.select_for_update(of=["self"])
    found = rows.filter(person=reminder.person_id, address=reminder.address, tried_again_at=None).first()
    found = found or Bounce(person_id=reminder.person_id, address=reminder.address, first_at=at)
    found.code, found.reason, found.last_at = code[:20], plain_line(reason)[:400], at
    return keep(found, by=None)


def count_as_unsaid(reminder: Reminder) -> None:
    """The mail reached nobody: what it lists is said again once it can be. The caller holds its lock."""
    reminder.lines.filter(is_left_out=False).update(is_left_out=True)


@transaction.atomic
def take_in(*, failure: Failure, at: dt.datetime) -> bool:
    """A report that a mail came back. It counts once, and only where it names a mail of ours by the Message-ID, which
    nobody can guess, and the address that this went to: anybody can write a report."""
    code = failure.message_id.strip("<>").partition("@")[0]
    try:
        rows = Reminder.objects.select_for_update(of=["self"]).filter(code=uuid.UUID(hex=code))
    except ValueError:
        return False
    reminder = rows.filter(state__in=[Reminder.State.SENT, Reminder.State.IN_DOUBT]).first()
    if reminder is None or reminder.address.casefold() != failure.address.casefold():
        return False
    reminder.state, reminder.reason = Reminder.State.RETURNED, plain_line(failure.reason)[:400]
    reminder.save()
    count_as_unsaid(reminder)
    note_failure(reminder=reminder, code=failure.code, reason=failure.reason, at=at)
    return True


@transaction.atomic
def try_again(*, bounce: Bounce, board: Board, by: Any, at: dt.datetime) -> Bounce:
    """The officers of ``board``, where the person is theirs, say that mail may go there again."""
    check_may_minute(by, board)
    bounce = Bounce.objects.select_for_update(of=["self"]).get(pk=bounce.pk)
    if bounce.tried_again_at:
        raise Refused("It is tried again already.")
    bounce.tried_again_at, bounce.tried_again_by = at, by
    return keep(bounce, by=by)

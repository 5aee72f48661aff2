"""An entry in the register of what was shared; it is never changed, only followed by one that replaces it."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Board
from boards.permissions import check_may_minute
from meetings.models import Sharing
from meetings.queries.entitled import check_sees
from meetings.rules import sharing as rules
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused


@transaction.atomic
def enter_sharing(*, board: Board, replaces: Sharing | None = None, by: Any, at: dt.datetime, **given: Any) -> Sharing:
    """``given`` are the entry’s fields. What it names of a meeting is of this board, and there for the officer."""
    check_may_minute(by, board)
    entry = Sharing(board=board, replaces=_replaced(board, replaces), recorded_at=at, recorded_by=by)
    for name, value in given.items():
        setattr(entry, name, plain(value).strip() if isinstance(value, str) else value)
    about = rules.About(entry.item is not None, entry.paper is not None, entry.edition, entry.what)
    named = sum(bool(one) for one in (entry.partner, entry.person, entry.body))
    rules.check_entry(about, named, entry.gateway, entry.gateway_words, entry.agreement)
    rules.check_day(entry.shared_date, on=timezone.localdate(at))
    _check_belongs(entry, by)
    return keep(entry, by=by)


def _replaced(board: Board, replaces: Sharing | None) -> Sharing | None:
    if replaces is None:
        return None
    held = Sharing.objects.select_for_update(of=["self"]).get(pk=replaces.pk, board=board)
    rules.check_can_replace(held, is_replaced=Sharing.objects.filter(replaces=held).exists())
    return held


def _check_belongs(entry: Sharing, by: Any) -> None:
    if entry.paper is not None:
        entry.item = entry.paper.item
    if entry.item is not None:
        check_sees(by, entry.item)
        entry.meeting = entry.item.meeting
    if entry.meeting is not None and entry.meeting.board_id != entry.board_id:
        raise Refused("That is of another board’s meeting: its own officers enter it.")
    if entry.edition and entry.meeting is None:
        raise Refused("Say of which meeting the minutes are.")

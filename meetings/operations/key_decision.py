"""Notices of key decisions: drawn up, published, withdrawn."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Board
from boards.permissions import check_may_minute
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, KeyDecisionNotice
from meetings.queries.key_decision import tells_of_closed
from meetings.rules import key_decision as rules
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused

#: What may still be said once people have read the notice.
AFTERWARDS = {"item", "expected_date", "documents", "contact"}


@transaction.atomic
def draw_up_notice(*, board: Board, by: Any, **given: Any) -> KeyDecisionNotice:
    """A draft, which the officers read. ``given`` are its fields."""
    check_may_minute(by, board)
    return _written(KeyDecisionNotice(board=board), given, by=by)


@transaction.atomic
def change_notice(*, notice: KeyDecisionNotice, by: Any, **given: Any) -> KeyDecisionNotice:
    """Of one that is published only what does not shorten it: papers, contact, item, a later day."""
    notice = _held(notice, by)
    rules.check_can_change(notice)
    if notice.published_at is not None:
        given = {name: value for name, value in given.items() if name in AFTERWARDS}
        if given.get("expected_date", notice.expected_date) < notice.expected_date:
            raise Refused("People have read the later day. To decide sooner, withdraw this notice and give another.")
    notice = _written(notice, given, by=by)
    if notice.published_at is not None:
        rules.check_tells_nothing_closed(tells_of_closed(notice))
    return notice


@transaction.atomic
def publish_notice(*, notice: KeyDecisionNotice, by: Any, at: dt.datetime) -> KeyDecisionNotice:
    """On the board's forward list from here on, for whoever may know of the board."""
    notice = _held(notice, by)
    today = timezone.localdate(at)
    full = rules.full_notice(terms_on(notice.board, today))
    rules.check_can_publish(notice, on=today, full=full, found=tells_of_closed(notice))
    notice.published_at, notice.published_by = at, by
    return keep(notice, by=by, because="Published")


@transaction.atomic
def withdraw_notice(*, notice: KeyDecisionNotice, reason: str, by: Any, at: dt.datetime) -> KeyDecisionNotice:
    """It stays on the list, marked, with the reason; its item can have another."""
    notice = _held(notice, by)
    rules.check_can_change(notice)
    if not plain(reason).strip():
        raise Refused("Say why, so that whoever has read it can read that.")
    notice.withdrawn_at, notice.withdrawn_reason, notice.item = at, plain(reason).strip(), None
    return keep(notice, by=by, because=notice.withdrawn_reason)


def _held(notice: KeyDecisionNotice, by: Any) -> KeyDecisionNotice:
    rows = KeyDecisionNotice.objects.select_for_update(of=["self"]).select_related("board", "item__meeting")
    found = rows.get(pk=notice.pk)
    check_may_minute(by, found.board)
    return found


def _written(notice: KeyDecisionNotice, given: dict[str, Any], *, by: Any) -> KeyDecisionNotice:
    for name, value in given.items():
        setattr(notice, name, plain(value).strip() if isinstance(value, str) else value)
    item: AgendaItem | None = notice.item
    if item is not None:
        rules.check_item_at(notice, item.meeting)
        taken = KeyDecisionNotice.objects.filter(item=item).exclude(pk=notice.pk)
        if taken.exists():
            raise Refused("Another notice is of this item already.")
    rules.check_shorter(notice.shorter, notice.shorter_reason, notice.agreed_by)
    return keep(notice, by=by)

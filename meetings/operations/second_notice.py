"""Representations against a meeting in private, each with its response; and the second notice that publishes them."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.permissions import check_may_minute
from meetings.models import KeyDecisionNotice, Representation, SecondNotice
from meetings.queries.key_decision import closed_words_in
from meetings.queries.second_notice import second_of
from meetings.rules import second_notice as rules
from meetings.rules.key_decision import check_tells_nothing_closed
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line


@transaction.atomic
def put_down_representation(
    *, notice: KeyDecisionNotice, received_from: str, received_date: dt.date, text: str, response: str, by: Any,
    on: dt.date, representation: Representation | None = None,
) -> Representation:  # fmt: skip
    """A new one, or an earlier one put right; the response can follow later."""
    notice = _held(notice, by)
    rules.check_takes_representations(notice, second_of(notice))
    rules.check_received(received_date, on=on)
    found = representation or Representation(notice=notice)
    found.received_from, found.received_date = plain_line(received_from), received_date
    found.text, found.response = plain(text).strip(), plain(response).strip()
    return keep(found, by=by)


@transaction.atomic
def take_out_representation(*, representation: Representation, by: Any) -> None:
    """Put down by mistake; its history stays."""
    notice = _held(representation.notice, by)
    rules.check_takes_representations(notice, second_of(notice))
    discard(representation, by=by, because="Put down by mistake")


@transaction.atomic
def publish_second(
    *, notice: KeyDecisionNotice, reason: str, meeting_date: dt.date, late_reason: str, agreed_by: str, by: Any,
    at: dt.datetime,
) -> SecondNotice:  # fmt: skip
    """Whoever may know of the board reads it, with every representation and response, from here on."""
    notice, on = _held(notice, by), timezone.localdate(at)
    is_late = rules.is_late(on, meeting_date)
    late, agreed = (plain(late_reason).strip(), plain_line(agreed_by)) if is_late else ("", "")
    second = SecondNotice(
        notice=notice,
        reason=plain(reason).strip(),
        meeting_date=meeting_date,
        late_reason=late,
        agreed_by=agreed,
        published_at=at,
        published_by=by,
    )
    received = list(notice.representations.all())
    rules.check_can_publish_second(notice, second_of(notice), second, received, on=on)
    told = [("The reason", second.reason), ("Why it is late", late)]
    told += [("A representation", one.text) for one in received] + [("A response", one.response) for one in received]
    check_tells_nothing_closed(closed_words_in(notice, told))
    return keep(second, by=by, because="Published")


def _held(notice: KeyDecisionNotice, by: Any) -> KeyDecisionNotice:
    rows = KeyDecisionNotice.objects.select_for_update(of=["self"]).select_related("board", "item__meeting")
    found = rows.get(pk=notice.pk)
    check_may_minute(by, found.board)
    return found

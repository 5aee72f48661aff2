"""Returning: every area of a period at once, written once; a later return takes its place and both are kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from commissioning.models import Period, Reporter, Return
from commissioning.permissions import check_may_return
from commissioning.queries.latest import latest_of
from commissioning.queries.who_returns import who_returns_for
from commissioning.rules.returns import Said, areas_asked, check_can_return, check_seen_latest
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@transaction.atomic
def give_return(
    *, period: Period, reporter: Reporter, said: Sequence[Said], seen: int = 0, by: Any, at: dt.datetime, on: dt.date
) -> list[Return]:
    """All areas or none. Of a revised return only what is new is written; the rest stands as it was given.

    ``seen``: the key of the last return its writer had before them, so that nobody’s is overtaken unread.
    """
    rows = Reporter.objects.select_for_update(no_key=True, of=["self"])
    reporter = rows.select_related("board", "partner", "scheme__board").get(pk=reporter.pk)
    check_may_return(by, reporter, has_nobody=not who_returns_for([reporter])[reporter.pk])
    check_can_return(period, areas_asked(period, reporter, reporter.scheme.areas.all()), said, on=on)
    before = latest_of(period, reporter)
    check_seen_latest(max(before.values(), key=lambda one: one.pk, default=None), seen)
    new = [one for one in said if not one.is_as(before.get(one.area.pk))]
    if not new:
        raise Refused("Nothing is different from what was returned before, so there is nothing to put down.")
    stated = {"period": period, "reporter": reporter, "recorded_at": at, "recorded_by": by}
    return [
        keep(Return(area=one.area, colour=one.colour, reason=one.reason, evidence=one.evidence, **stated), by=by)
        for one in new
    ]

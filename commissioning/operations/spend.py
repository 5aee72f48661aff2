"""What is spent of an allocation and what will be, as the partner that spends it says."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from boards.models import Partner
from boards.permissions import MANAGE, words_on
from boards.queries.succession import answers_as, answers_for_money
from commissioning.models import Allocation, SpendReport
from commissioning.queries.allocation import closed_years
from commissioning.rules.allocating import check_year_open
from commissioning.rules.spend import check_can_report, check_says_more
from trust.tools.keeping import keep
from trust.tools.refusal import NotPermitted, Refused


@dataclass(frozen=True)
class Reported:
    """What is said as of a day; amounts beside the words they were stated in. ``paper``: where an officer enters it for
    the partner, what it stands in."""

    as_of: dt.date
    spent_pence: int
    spent_stated: str = ""
    forecast_pence: int | None = None
    forecast_stated: str = ""
    words: str = ""
    paper: str = ""


@transaction.atomic
def report_spend(*, allocation: Allocation, said: Reported, by: Any, at: dt.datetime, on: dt.date) -> SpendReport:
    """Written once; the latest counts."""
    found = Allocation.objects.select_for_update(of=["self"]).select_related("fund__board", "responsible")
    one = found.get(pk=allocation.pk)
    partner = _reporting(one, said, by, on)
    check_year_open(closed_years(one.fund_id), one.year)
    is_withdrawn = one.state == Allocation.State.WITHDRAWN
    check_can_report(said.as_of, said.spent_pence, said.forecast_pence, is_withdrawn=is_withdrawn, today=on)
    check_says_more(one.spend_reports.order_by("-recorded_at", "-pk").first(), asdict(said))
    told = {"successor": answers_as(by, partner, on=on), "recorded_at": at, "recorded_by": by}
    report = SpendReport(allocation=one, partner=partner, **told, **asdict(said))
    return keep(report, by=by)


def _reporting(one: Allocation, said: Reported, by: Any, on: dt.date) -> Partner:
    """The partner that spends it, by its own people or those of what took its place; an officer only from a paper."""
    partner = one.responsible
    if partner is None:
        raise Refused("No partner is named that spends it and reports on it. Name one first.")
    if answers_for_money(by, partner, on=on):
        return partner
    if MANAGE not in words_on(by, one.fund.board):
        raise NotPermitted(f"Only those who sit for {partner.name}, who manage it, and the officers report on this.")
    if not said.paper:
        raise Refused(f"You enter it for {partner.name}: say which paper it stands in.")
    return partner

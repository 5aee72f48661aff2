"""The reports that a fund’s manager owes: when they are due, and what came."""

import datetime as dt
from typing import Any

from django.db import transaction

from commissioning.models import Fund, FundReport
from commissioning.operations.fund import held
from commissioning.rules import fund as rules
from commissioning.rules.years import financial_year, first_day, last_day, quarters
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

Kind = FundReport.Kind


@transaction.atomic
def set_due(*, fund: Fund, year: int, days: int, annual_days: int, by: Any) -> list[FundReport]:
    """Four quarterly reports, each ``days`` after its quarter, and the annual return ``annual_days`` after the year.

    Those that are there stay as they are; refused where all are.
    """
    fund = held(fund, by)
    wanted = [(Kind.QUARTERLY, start, end, days) for start, end in quarters(year)]
    wanted.append((Kind.ANNUAL, first_day(year), last_day(year), annual_days))
    there = set(fund.reports.values_list("kind", "from_date"))
    new = [
        FundReport(fund=fund, kind=kind, from_date=start, to_date=end, due_date=end + dt.timedelta(days=after))
        for kind, start, end, after in wanted
        if (kind, start) not in there
    ]
    if not new:
        raise Refused(f"The reports of {financial_year(year)} have their days already.")
    return [keep(one, by=by) for one in new]


@transaction.atomic
def receive(*, report: FundReport, told: dict[str, Any], by: Any, on: dt.date, because: str = "") -> FundReport:
    """What came, and when; put right the same way, with a reason."""
    kept = _locked(report, by)
    rules.check_received(told["received_date"], kept.from_date, on=on)
    for name, value in told.items():
        setattr(kept, name, value)
    kept.recorded_by = by
    return keep(kept, by=by, because=because)


@transaction.atomic
def take_out(*, report: FundReport, why: str, by: Any) -> None:
    """One that is not owed after all."""
    kept = _locked(report, by)
    rules.check_can_take_out(kept)
    discard(kept, by=by, because=why)


def _locked(report: FundReport, by: Any) -> FundReport:
    return held(report.fund, by).reports.get(pk=report.pk)

"""What a fund of the closed board has: a year, a contribution, a report that is owed, and the agreement it rests on."""

import datetime as dt
from typing import Any

from boards.models import Agreement
from commissioning.models import Contribution, Fund

OF_CONTRIBUTION = ("contribution", "change_contribution", "vary_contribution", "withdraw_contribution")


def furnish_fund(fund: Fund, contribution: Contribution, year: int) -> dict[str, dict[str, Any]]:
    """What to put into the addresses of funds, by address name."""
    fund.years.create(year=year)
    fund.agreement = Agreement.objects.create(title="Moorings pool", kind="section_75", board=fund.board)
    fund.save()
    first = dt.date(year, 4, 1)
    report = fund.reports.create(kind="quarterly", from_date=first, to_date=first, due_date=first)
    of_one = {f"commissioning:{name}": {"pk": contribution.pk} for name in (*OF_CONTRIBUTION, "take_back_withdrawal")}
    of_reports = {f"commissioning:{name}": {"report": report.pk} for name in ("receive_report", "take_out_report")}
    of_law = {f"commissioning:{name}": {"content": "aims"} for name in ("fund_content", "take_out_content")}
    return {"commissioning:change_fund": {"pk": fund.pk}, **of_one, **of_reports, **of_law}

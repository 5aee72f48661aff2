"""What partners put in: stated, put right, varied by a resolution, withdrawn for a reason."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from commissioning.models import Contribution, Fund, Variation
from commissioning.operations.fund import held, year_held
from commissioning.rules import contribution as rules
from trust.tools.keeping import keep


@transaction.atomic
def add_contribution(*, fund: Fund, told: dict[str, Any], by: Any) -> Contribution:
    """``told`` are its fields. Refused in a year that is closed."""
    fund = held(fund, by)
    new = Contribution(fund=fund, **told)
    _check(new)
    return keep(new, by=by)


@transaction.atomic
def put_right(*, contribution: Contribution, told: dict[str, Any], by: Any, because: str) -> Contribution:
    """What was put down wrongly; what has been agreed otherwise since is a variation."""
    kept = _locked(contribution, by)
    rules.check_can_put_right(kept, kept.variations.count())
    for name, value in told.items():
        setattr(kept, name, value)
    _check(kept)
    return keep(kept, by=by, because=because)


@transaction.atomic
def vary(*, contribution: Contribution, told: dict[str, Any], by: Any, at: dt.datetime) -> Variation:
    """From a day on it is something else. Written once: another variation puts a wrong one right."""
    kept = _locked(contribution, by)
    rules.check_can_vary(kept, told["date"])
    rules.check_in_its_kind(kept.kind, told["full_time_equivalent"])
    return keep(Variation(contribution=kept, recorded_at=at, recorded_by=by, **told), by=by)


@transaction.atomic
def withdraw(*, contribution: Contribution, date: dt.date, reason: str, by: Any) -> Contribution:
    """From that day on it is nothing; what it was stays, and so does why."""
    kept = _locked(contribution, by)
    rules.check_can_withdraw(kept, date)
    kept.withdrawn_date, kept.withdrawn_reason = date, reason
    return keep(kept, by=by, because=reason)


@transaction.atomic
def take_back_withdrawal(*, contribution: Contribution, why: str, by: Any) -> Contribution:
    kept = _locked(contribution, by)
    rules.check_can_take_back(kept, _lasting(kept))
    kept.withdrawn_date, kept.withdrawn_reason = None, ""
    return keep(kept, by=by, because=why)


def _locked(contribution: Contribution, by: Any) -> Contribution:
    """The contribution as it stands, its fund locked before it, in a year that is open."""
    fund = held(contribution.fund, by)
    kept = fund.contributions.select_related("partner").get(pk=contribution.pk)
    rules.check_year_open(year_held(fund, kept.year))
    return kept


def _check(contribution: Contribution) -> None:
    rules.check_year_open(year_held(contribution.fund, contribution.year))
    rules.check_in_its_kind(contribution.kind, contribution.full_time_equivalent)
    rules.check_once(_lasting(contribution), contribution)


def _lasting(contribution: Contribution) -> Iterable[Contribution]:
    """What its fund holds that is not withdrawn."""
    return contribution.fund.contributions.filter(withdrawn_date=None).select_related("partner")

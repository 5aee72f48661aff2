"""What is returned to the closed board, and by whom."""

import datetime as dt
from typing import Any

from django.utils import timezone

from commissioning.models import Area, Indicator, Period, Reading, Reporter, Return, Scheme
from tests.cast import Cast


def furnish_returns(cast: Cast) -> dict[str, Any]:
    """A period in which the Health Trust returned on one area, and an indicator with a reading."""
    day = dt.date(2025, 10, 1)
    scheme = Scheme.objects.create(board=cast.board, title="Moorings")
    area = Area.objects.create(scheme=scheme, title="Moorings")
    reporter = Reporter.objects.create(scheme=scheme, partner=cast.health)
    last = day + dt.timedelta(days=91)
    period = Period.objects.create(scheme=scheme, title="Moorings", from_date=day, to_date=last, due_date=last)
    put = {"period": period, "reporter": reporter, "area": area, "colour": "red", "reason": "Moorings"}
    Return.objects.create(recorded_at=timezone.now(), recorded_by=cast.member, **put)
    indicator = Indicator.objects.create(board=cast.board, title="Moorings", direction="up")
    reading = Reading.objects.create(indicator=indicator, date=day, actual=1, note="Moorings")
    return {
        "scheme": scheme.pk,
        "area": area.pk,
        "reporter": reporter.pk,
        "period": period.pk,
        "indicator": indicator.pk,
        "reading": reading.pk,
    }

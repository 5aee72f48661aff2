"""As of which day a page is asked for: ``?on=2026-04-01``, today where the address says nothing."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from trust.tools.dates_in_forms import FIRST_YEAR, LAST_YEAR
from trust.tools.plain import plain_line


@dataclass(frozen=True)
class AsOf:
    """The day a page is shown as of. ``wrong``: the sentence where what was asked is no day."""

    day: dt.date
    today: dt.date
    wrong: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def asked(self) -> str:
        """For other addresses: on=2026-04-01, or "" for today."""
        return "" if self.is_today else f"on={self.day.isoformat()}"

    @property
    def status(self) -> int:
        return 422 if self.wrong else 200


def as_of(request: HttpRequest, name: str = "on") -> AsOf:
    """``name``: what the address calls the day, where it asks for another one as well."""
    today = timezone.localdate()
    asked = plain_line(request.GET.get(name, ""))[:20]
    if not asked:
        return AsOf(today, today)
    try:
        day = dt.date.fromisoformat(asked)
    except ValueError:
        return AsOf(today, today, f"“{asked}” is no day. This is how it stands today.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        said = f"Nothing is kept for {day.year}: choose a year from {FIRST_YEAR} to {LAST_YEAR}."
        return AsOf(today, today, f"{said} This is how it stands today.")
    return AsOf(day, today)

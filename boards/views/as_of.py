"""As of which day a page is asked for: ``?on=2026-04-01``, today where the address says nothing."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from trust.tools.dates_in_forms import FIRST_YEAR, LAST_YEAR
from trust.tools.plain import plain_line
from trust.tools.refusal import Refused


class NoDay(Refused):
    """What the address asks for is no day: a file of today would be taken for one of that day."""

    status = 422


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
    try:
        return of_file(request, name)
    except NoDay as refusal:
        today = timezone.localdate()
        return AsOf(today, today, f"{refusal} This is how it stands today.")


def of_file(request: HttpRequest, name: str = "on") -> AsOf:
    """The same for a file, which has no room to say that it is of another day: refused where it is no day."""
    today = timezone.localdate()
    asked = plain_line(request.GET.get(name, ""))[:20]
    try:
        day = dt.date.fromisoformat(asked) if asked else today
    except ValueError:
        raise NoDay(f"“{asked}” is no day.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoDay(f"Nothing is kept for {day.year}: choose a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return AsOf(day, today)

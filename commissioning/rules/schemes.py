"""Setting up a scheme: the areas to begin with, the periods of a year, and what is not taken."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commissioning.models import Area, Period, Reporter
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

#: The six on which twelve districts returned (requirement 4.11).
SIX_AREAS = (
    "Strategic engagement with the outcomes for children",
    "Local priority setting, action planning and performance management",
    "Engagement with children and young people",
    "Safeguarding",
    "Information sharing",
    "Workforce development",
)
DAYS_TO_RETURN = 14


@dataclass(frozen=True)
class Span:
    """A period that is to be made."""

    title: str
    from_date: dt.date
    to_date: dt.date
    due_date: dt.date


def quarters(first: dt.date, days: int = DAYS_TO_RETURN) -> list[Span]:
    """Four in a row from the month of a day, each due so many days after its last."""
    spans = []
    for place in range(4):
        begins, follows = _months_on(first, 3 * place), _months_on(first, 3 * place + 3)
        ends = follows - dt.timedelta(days=1)
        year = f" {begins.year}" if begins.year != ends.year else ""
        title = f"{begins:%B}{year} to {ends:%B} {ends.year}"
        spans.append(Span(title, begins, ends, ends + dt.timedelta(days=days)))
    return spans


def _months_on(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def check_can_add_periods(there: Iterable[Period], new: Sequence[Span]) -> None:
    """Two periods of a scheme share no day."""
    rows = list(there)
    for span in new:
        both = [one for one in rows if one.from_date <= span.to_date and span.from_date <= one.to_date]
        if both:
            raise Refused(f"“{span.title}” shares days with {listing(f'“{one}”' for one in both)}.")


def check_can_change_period(period: Period, span: Span, there: Iterable[Period], *, has_returns: bool) -> None:
    """Once something was returned for it, its first and last day stay: who was asked hangs on them."""
    check_can_add_periods([one for one in there if one.pk != period.pk], [span])
    if has_returns and (span.from_date, span.to_date) != (period.from_date, period.to_date):
        raise Refused("Something was returned for this period, so its days stay. Its name and due day can change.")


def check_areas_named(titles: Sequence[str], there: Iterable[Area]) -> None:
    if not titles:
        raise Refused("Name at least one area.")
    lower = [title.lower() for title in titles]
    if twice := sorted({title for title in titles if lower.count(title.lower()) > 1}):
        raise Refused(f"{listing(twice)} stands there twice.")
    known = {area.title.lower() for area in there}
    if again := [title for title in titles if title.lower() in known]:
        raise Refused(f"{listing(again)} is an area of this scheme already.")


def check_can_join(body: object, there: Iterable[Reporter], from_date: dt.date | None) -> None:
    """A board or partner reports once on a day; it can come back after its last day."""
    for one in there:
        begins = from_date or dt.date.min
        if one.to_date is None or one.to_date >= begins:
            since = f", since {short_date(one.from_date)}" if one.from_date else ""
            raise Refused(f"{body} reports already{since}.")


def check_can_change_days(from_date: dt.date | None, to_date: dt.date | None) -> None:
    if from_date and to_date and to_date < from_date:
        raise Refused("The last day is before the first.")


def check_can_share(period: Period, *, on: dt.date, returned: int) -> None:
    if period.shared_at:
        raise Refused(f"“{period}” is shared already, since {short_date(period.shared_at)}.")
    if on < period.from_date:
        raise Refused(f"“{period}” begins on {short_date(period.from_date)}: there is nothing to share before.")
    if not returned:
        raise Refused(f"Nobody has returned for “{period}” yet, so there is nothing to share.")


def check_can_unshare(period: Period) -> None:
    if not period.shared_at:
        raise Refused(f"“{period}” is not shared.")

"""When a footprint can get other districts (requirement 4.2)."""

import datetime as dt
from collections.abc import Iterable

from boards.models import FootprintDistrict
from trust.tools.refusal import Refused
from trust.tools.words import short_date


def check_can_change_from(rows: Iterable[FootprintDistrict], from_date: dt.date | None) -> None:
    """What changes later stands already: a change is put down after the last there is."""
    for row in rows:
        if row.to_date and from_date and row.to_date >= from_date:
            raise Refused(f"{row.district} leaves it after {short_date(row.to_date)}. Choose a later day.")
        if row.from_date and from_date and row.from_date > from_date:
            raise Refused(f"{row.district} joins it on {short_date(row.from_date)}. Choose that day or a later one.")

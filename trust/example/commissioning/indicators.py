"""What the example's group counts: one on target, one off it, one that nobody has counted yet."""

import datetime as dt
from decimal import Decimal
from typing import Any

from commissioning.models import Indicator, Priority
from commissioning.operations.indicators import add_reading, put_reading_right, set_indicator
from trust.example.meetings import board, clerk

QUARTER = dt.timedelta(days=91)
#: Title, unit, which way is better, the priority, what was aimed at, and the figures up to last quarter.
COUNTED = (
    ("Families seen within ten days", "%", "up", "Early help", "90", ("71", "78", "85", "92")),
    ("Young people in hospital for alcohol", "", "down", "Young people and alcohol", "40", ("52", "49", "55", "51")),
    ("Mothers still breastfeeding at six weeks", "%", "up", "Infant feeding", "45", ()),
)


def count(*, on: dt.date) -> None:
    """A year of figures; one of them was put right."""
    by = clerk()
    for title, unit, direction, priority, aim, figures in COUNTED:
        given: dict[str, Any] = {
            "title": title,
            "unit": unit,
            "direction": direction,
            "source": "Report card",
            "ended_date": None,
        }
        given["priority"] = Priority.objects.filter(board=board(), title=priority).first()
        indicator = set_indicator(indicator=Indicator(), board=board(), by=by, **given)
        first = on - (len(figures) + 1) * QUARTER
        told: dict[str, Any] = {"by": by, "on": on}
        add_reading(indicator=indicator, date=first, actual=None, target=Decimal(aim), note="Set by the Group", **told)
        for place, figure in enumerate(figures, start=1):
            day = first + place * QUARTER
            last = add_reading(indicator=indicator, date=day, actual=Decimal(figure), target=None, note="", **told)
        if direction == "down":
            put: dict[str, Any] = {"date": last.date, "actual": Decimal(48), "target": None, "note": ""}
            put_reading_right(reading=last, **put, why="Three were counted twice", **told)

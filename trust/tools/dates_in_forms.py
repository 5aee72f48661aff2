"""A day as three boxes and a time as people write it, with errors in plain words."""

import re
from calendar import month_abbr, month_name
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trust.tools import words

PARTS = ("day", "month", "year")
MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name}
MONTHS["sept"] = 9
NAMED_TIMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}
#: No body is older that keeps minutes here, and nobody plans for later.
FIRST_YEAR, LAST_YEAR = 1800, 2200
A_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?(?(half)m\.?)")


class DayInput(forms.MultiWidget):
    """Three boxes, sent as ``<name>_day``, ``<name>_month`` and ``<name>_year``."""

    template_name = "django/forms/widgets/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes = {"day": "c-day-in", "month": "c-day-in", "year": "c-year-in"}
        box: dict[str, forms.Widget | type[forms.Widget]] = {
            part: forms.TextInput({"class": width, "inputmode": "numeric"}) for part, width in boxes.items()
        }
        super().__init__(box, attrs)

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class DayField(forms.Field):
    """A date from three boxes. The month may be a word; the year has four figures."""

    widget = DayInput
    default_error_messages = {
        "invalid": "Enter a real date.",
        "year": "Write the year in four figures.",
        "far": f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": "For example, 25 1 2011"} | kwargs)

    def to_python(self, value: list[str | None] | date | None) -> date | None:
        if value is None or isinstance(value, date):
            return value
        parts = dict(zip(PARTS, ((part or "").strip() for part in value), strict=True))
        if not any(parts.values()):
            return None
        if missing := [f"a {part}" for part in PARTS if not parts[part]]:
            raise ValidationError(f"The date must include {words.listing(missing)}.", code="incomplete")
        if not re.fullmatch(r"\d{4}", parts["year"]):
            raise ValidationError(self.error_messages["year"], code="year")
        return self.real_date(**parts)

    def real_date(self, day: str, month: str, year: str) -> date:
        try:
            found = date(int(year), MONTHS.get(month.lower()) or int(month), int(day))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["far"], code="far")
        return found

    def has_changed(self, initial: date | None, data: list[str | None] | None) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class TimeOfDayField(forms.Field):
    """A time as people write it: 2pm, 14:00, 2.30 pm, midday. A small hour alone is asked about, never guessed."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a time, like 2pm or 14:00."}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "govuk-input--width-5", "autocomplete": "off"}

    def prepare_value(self, value: time | str | None) -> str | None:
        return words.time_of_day(value) if isinstance(value, time) else value

    def to_python(self, value: str | time | None) -> time | None:
        if value is None or isinstance(value, time):
            return value
        written = value.strip().lower()
        if not written or written in NAMED_TIMES:
            return NAMED_TIMES.get(written)
        found = A_TIME.fullmatch(written)
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return self.clock(written, found)

    def clock(self, written: str, found: re.Match[str]) -> time:
        hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
        if not half and (found["minute"] is None or (hour < 7 and not written.startswith("0"))):
            raise ValidationError(f"Say whether {written} is am or pm.", code="half")
        if half and not 1 <= hour <= 12:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

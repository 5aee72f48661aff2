"""Money as people write it: "162k", "£13.2m", "1,250.50". Kept in pence; what is not one amount is refused in words."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_AMOUNT = re.compile(r"£?\s*(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?\s*(?P<scale>k|m|million|thousand)?", re.I)
_SCALE = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
MOST_PENCE = 10**14


def pence_from(words: str) -> int:
    """The amount in pence. Refused (ValueError): anything but one amount, less than nothing, part of a penny;
    £13,245M too, of which nobody knows whether the comma is a point."""
    found = _AMOUNT.fullmatch(words.strip())
    if not found:
        raise ValueError("Enter an amount in pounds, such as 162,000 or 162k.")
    if found["scale"] and "," in found["whole"]:
        raise ValueError("Enter an amount either in full, with commas, or in millions or thousands: 13.245m or 162k.")
    amount = Decimal(found["whole"].replace(",", "") + (found["part"] or "")) * _SCALE[(found["scale"] or "").lower()]
    pence = amount * 100
    if pence != int(pence):
        raise ValueError("Enter an amount in whole pence.")
    if pence > MOST_PENCE:
        raise ValueError("Enter an amount below one thousand billion pounds.")
    return int(pence)


class MoneyField(forms.CharField):
    """Cleans to pence. ``stated(form, name)`` of the same form gives the words as written."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 30)
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off", "class": "govuk-input--width-10"}

    def clean(self, value: Any) -> int | None:
        words = super().clean(value)
        if not words:
            return None
        try:
            return pence_from(words)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """Pence shown in pounds, what was typed shown as typed."""
        if not isinstance(value, int):
            return value
        pounds, pence = divmod(value, 100)
        return f"{pounds:,}.{pence:02}" if pence else f"{pounds:,}"

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

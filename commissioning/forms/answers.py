"""Answers read through: money with the words it was stated in, years as they are said, lists as lists."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

from boards.forms.submission import Answers
from commissioning.rules.years import financial_year
from trust.tools.money_in_forms import MoneyField
from trust.tools.words import listing, money
from trust.tools.words_in_forms import LineField

AMOUNT_HINT = "In pounds, such as 162,000 or 162k"
FIRST, LAST = 1990, 2100


class YearField(LineField):
    """A financial year as people write it: 2026/27, 2026-27, or 2026 for the one that begins in that April."""

    def __init__(self, **kwargs: Any) -> None:
        told: dict[str, Any] = {"max_length": 9, "help_text": "Such as 2026/27, or the year of its April"}
        super().__init__(**told | kwargs)
        self.widget.attrs |= {"autocomplete": "off", "class": "govuk-input--width-5"}

    def clean(self, value: Any) -> int | None:
        words = super().clean(value)
        if not words:
            return None
        found = re.fullmatch(r"(\d{4})(?:\s*[/–-]\s*(?:\d\d)?(\d\d))?", words)
        if not found or not FIRST <= int(found[1]) <= LAST:
            raise ValidationError("Enter a financial year, such as 2026/27.")
        year = int(found[1])
        if found[2] and int(found[2]) != (year + 1) % 100:
            raise ValidationError(f"A financial year ends in the next: {financial_year(year)}.")
        return year

    def prepare_value(self, value: Any) -> Any:
        return financial_year(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class MoneyAnswers(Answers):
    """``stated(name)`` gives an amount in the words it was written in. ``may_be_open``: amounts that may be left open,
    which are read through as such."""

    may_be_open: tuple[str, ...] = ()

    def stated(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name), "")).strip()[:60]

    def fields_given(self, *leave: str) -> dict[str, Any]:
        """What was answered, by the names of the record, without ``leave``."""
        return {name: value for name, value in self.cleaned_data.items() if name not in leave}

    def _told(self, name: str, field: forms.Field) -> Any:
        given = self.cleaned_data[name]
        if given is None:
            return "Not yet confirmed" if name in self.may_be_open else ""
        if isinstance(field, MoneyField):
            return money(given)
        if isinstance(field, YearField):
            return financial_year(given)
        if isinstance(given, bool):
            return "Yes" if given else ""
        if isinstance(given, QuerySet | list | tuple):
            return listing(given)
        return str(given) if isinstance(given, Model) else super()._told(name, field)


def choice(queryset: QuerySet[Any], label: str, empty: str, **kwargs: Any) -> Any:
    """One of several records, or none."""
    return forms.ModelChoiceField(queryset, label=label, empty_label=empty, required=False, **kwargs)

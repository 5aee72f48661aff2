"""What a board meets for every year, and the days of a year's meetings."""

import datetime as dt
from calendar import month_name
from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import Meeting, YearlyMeeting
from meetings.rules.year import YearPlan
from trust.tools.dates_in_forms import DayField, TimeOfDayField
from trust.tools.words_in_forms import LineField

MONTHS = [(number, month_name[number]) for number in range(1, 13)]


class PurposeForm(forms.Form):
    """One of the meetings of every year."""

    purpose = LineField(
        label="What it is for", max_length=200, help_text="Such as: agree the plan and what is to be spent"
    )
    month = forms.TypedChoiceField(label="Usual month", choices=MONTHS, coerce=int)
    position = forms.IntegerField(
        label="Its place in the year",
        min_value=1,
        max_value=24,
        help_text="The board’s year begins in the month of the first",
        widget=forms.NumberInput({"class": "govuk-input--width-2"}),
    )

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [("What it is for", given["purpose"]), ("Usual month", month_name[given["month"]])]


class YearForm(forms.Form):
    """A day for each meeting that is not in the calendar yet; one left empty is not made."""

    def __init__(self, *args: Any, plan: YearPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        for slot in plan.missing:
            label = f"{slot.yearly.purpose}: day"
            self.fields[f"day_{slot.yearly.pk}"] = DayField(
                label=label, required=False, help_text=f"Usually in {slot.month:%B %Y}"
            )
        self.fields["starts_at"] = TimeOfDayField(label="They start", required=False, help_text="For example, 2pm")
        self.fields["ends_at"] = TimeOfDayField(label="They end", required=False)
        self.fields["venue"] = LineField(label="Where", max_length=200, required=False)
        self.fields["form"] = forms.ChoiceField(
            label="How they meet",
            choices=Meeting.Form.choices,
            widget=forms.RadioSelect,
            initial=Meeting.Form.IN_PERSON,
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts_at"), given.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "They would end before they start.")
        return given

    @property
    def days(self) -> dict[int, dt.date]:
        found = {slot.yearly.pk: self.cleaned_data.get(f"day_{slot.yearly.pk}") for slot in self.plan.missing}
        return {pk: day for pk, day in found.items() if day}

    @property
    def where(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "venue", "form")}

    def answers(self) -> list[tuple[str, Any]]:
        days = self.days
        made = [(slot.yearly.purpose, days.get(slot.yearly.pk, "Not yet")) for slot in self.plan.missing]
        return [*made, ("Where", self.cleaned_data["venue"])]


class PurposeOfMeetingForm(forms.Form):
    """Which of the year's meetings one is."""

    yearly = forms.ModelChoiceField(
        YearlyMeeting.objects.none(), label="What it is for", required=False, empty_label="None of the year’s meetings"
    )

    def __init__(self, *args: Any, purposes: QuerySet[YearlyMeeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["yearly"].queryset = purposes  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [("What it is for", self.cleaned_data["yearly"] or "None of the year’s meetings")]

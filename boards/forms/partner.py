"""What is asked about a partner: its names, its standing, what followed it, when it ended."""

import datetime as dt
from typing import Any

from django import forms

from boards.forms.plain import PlainForm
from boards.forms.seat import LastDay
from boards.models import Constituency, Partner
from trust.tools.dates_in_forms import DayField


class PartnerForm(PlainForm):
    name = forms.CharField(label="Full name", max_length=160)
    short_name = forms.CharField(
        label="Short name", max_length=40, help_text="As people say it, such as “Health Trust”"
    )
    category = forms.ChoiceField(
        label="Standing in law",
        choices=[("", "Choose one"), *Partner.Category.choices],
        help_text="Under the Children Act 2004 s 10",
    )
    constituency = forms.ModelChoiceField(
        Constituency.objects.all(), label="Class of partners", required=False, empty_label="No class"
    )
    founded_date = DayField(label="Began on, if it matters", required=False, help_text="")

    optional_unsaid = True

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Full name", given["name"]),
            ("Short name", given["short_name"]),
            ("Standing in law", Partner.Category(given["category"]).label),
            ("Class of partners", given["constituency"] or ""),
            ("Began on", given["founded_date"]),
        ]


class OtherName(PlainForm):
    name = forms.CharField(label="Another name", max_length=160, help_text="As some papers call it, such as “HSCB”")

    def answers(self) -> list[tuple[str, Any]]:
        return [("Another name", self.cleaned_data["name"])]


class SuccessionForm(PlainForm):
    successor = forms.ModelChoiceField(Partner.objects.none(), label="What takes its place", empty_label="Choose one")
    from_date = DayField(label="From", help_text="The first day of the new partner. For example, 1 4 2026")
    seats_pass = forms.BooleanField(
        label="Its seats pass to the new partner, with the people in them", required=False, initial=True
    )
    reason = forms.CharField(label="Why, for the history", max_length=200, required=False)

    optional_unsaid = True

    def __init__(self, *args: Any, partners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = partners  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        last: dt.date = given["from_date"] - dt.timedelta(days=1)
        seats = "Pass on, with the people in them" if given["seats_pass"] else "Stay as they are, to be ended by hand"
        return [
            ("Takes its place", given["successor"]),
            ("First day", given["from_date"]),
            ("Last day of the partner before", last),
            ("Seats", seats),
            ("Why", given["reason"]),
        ]


class EndOfPartner(LastDay):
    """The last day of a partner, and why."""

"""How a log is cut and sorted; all of it stands in the address."""

from typing import Any

from django import forms

from actions.models import ActionQuerySet, State
from actions.queries.log import ALL, OPEN, ORDERS, meetings_among, owners_among, partners_among
from boards.models import Board, Partner, Person
from meetings.models import Meeting
from trust.tools.words import short_date

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]


class ByDay(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return short_date(meeting.date)


class LogFilter(forms.Form):
    """Choices hold only what the board's log has. What the address asks beyond them is left aside, not refused."""

    state = forms.ChoiceField(
        label="State", required=False, choices=[(OPEN, "Open"), (ALL, "Open and closed"), *State.choices]
    )
    owner = forms.ModelChoiceField(Person.objects.none(), label="Owner", required=False, empty_label="Anybody")
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any partner", to_field_name="slug"
    )
    meeting = ByDay(
        Meeting.objects.none(), label="Meeting", required=False, empty_label="Any meeting", to_field_name="address"
    )
    late = forms.BooleanField(label="Only late ones", required=False)
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, board: Board, known: ActionQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "owner": owners_among(known),
            "partner": partners_among(known, board),
            "meeting": meetings_among(known),
        }
        for name, found in choices.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return self.cleaned_data

    def is_cut(self) -> bool:
        """Whether the list is anything but all open actions."""
        return any(value for name, value in self.cut().items() if name != "order" and value != OPEN)

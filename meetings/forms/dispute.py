"""What is asked while a dispute is settled."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.models import Partner, Person
from meetings.forms.spending import BoardOrBody, words_box
from meetings.models import Dispute
from trust.tools.dates_in_forms import DayField


class NegotiatorForm(PlainForm):
    """Somebody the partnership knows, or a name; as whom; and for which side, if any."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label="Who", required=False, empty_label="Somebody not in this list"
    )
    name = forms.CharField(label="Or their name", max_length=120, required=False)
    role = forms.CharField(
        label="As",
        max_length=160,
        required=False,
        help_text="Such as “Portfolio holder” or “Director of Children’s Services”",
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="For which side", required=False, empty_label="Neither: between them"
    )

    def __init__(self, *args: Any, people: QuerySet[Person], partners: QuerySet[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("person") and given.get("name"):
            self.add_error("name", "Choose somebody from the list or give a name, not both.")
        elif not given.get("person") and not given.get("name") and "person" not in self.errors:
            self.add_error("person", "Choose somebody from the list, or give a name.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [("Who", given["person"] or given["name"]), ("As", given["role"]), ("For", given["partner"])]


class ConsultationForm(BoardOrBody):
    """Whose view is asked for, and since when."""

    asked_date = DayField(label="Asked on")

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"asked_date": on}} | kwargs)
        self.fields["body"].label = "Or a body or group outside"

    def answers(self) -> list[tuple[str, Any]]:
        return [("Consulted", self.answered_whom()), ("Asked on", self.cleaned_data["asked_date"])]


class ViewForm(forms.Form):
    """What somebody consulted answered."""

    reply = forms.CharField(label="What they say", widget=words_box())
    replied_date = DayField(label="On which day")

    def answers(self) -> list[tuple[str, Any]]:
        return [("What they say", self.cleaned_data["reply"]), ("On", self.cleaned_data["replied_date"])]


class ClosingDateForm(forms.Form):
    closes_date = DayField(label="To be settled by")

    def answers(self) -> list[tuple[str, Any]]:
        return [("To be settled by", self.cleaned_data["closes_date"])]


class EndForm(forms.Form):
    """How a dispute ended."""

    state = forms.ChoiceField(
        label="How it ended",
        choices=[(Dispute.State.AGREED, "The partners agreed"), (Dispute.State.LAPSED, "Without agreement")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label="What was agreed, or why it was not", widget=words_box())
    on = DayField(label="On which day")

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"on": on}} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        said = dict(self.fields["state"].choices)[given["state"]]  # type: ignore[attr-defined]
        return [("How it ended", said), ("In which words", given["words"]), ("On", given["on"])]

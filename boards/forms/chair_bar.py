"""What is asked where two boards may not have the same chair."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.models import Board
from trust.tools.dates_in_forms import DayField


class NewChairBar(PlainForm):
    other = forms.ModelChoiceField(Board.objects.none(), label="The other board", empty_label="Choose a board")
    source = forms.CharField(
        label="Where it is laid down", max_length=200, help_text="Such as a report, a letter or a clause"
    )
    is_refused = forms.ChoiceField(
        label="Where somebody would chair both",
        choices=[("yes", "The appointment is refused"), ("", "It is pointed out, and they may be appointed")],
        required=False,
        initial="yes",
        widget=forms.RadioSelect,
    )
    from_date = DayField(label="From")

    def __init__(self, data: Any = None, *, boards: QuerySet[Board], on: dt.date) -> None:
        super().__init__(data, initial={"from_date": on, "is_refused": "yes"})
        self.fields["other"].queryset = boards  # type: ignore[attr-defined]

    def clean_is_refused(self) -> bool:
        return self.cleaned_data["is_refused"] == "yes"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        said = "The appointment is refused" if given["is_refused"] else "It is pointed out"
        return [
            ("The other board", given["other"]),
            ("Where it is laid down", given["source"]),
            ("Where somebody would chair both", said),
            ("From", given["from_date"]),
        ]

"""What is asked where a board is to receive the minutes of another."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.models import Board
from trust.tools.dates_in_forms import DayField


class NewSubscription(PlainForm):
    """Whose minutes, and from when."""

    to_board = forms.ModelChoiceField(
        Board.objects.none(), label="Whose minutes this board receives", empty_label="Choose a board"
    )
    from_date = DayField(label="From", help_text="Minutes approved from this day on. For example, 25 1 2011")

    def __init__(self, *args: Any, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        self.fields["to_board"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [("Receives the minutes of", self.cleaned_data["to_board"]), ("From", self.cleaned_data["from_date"])]

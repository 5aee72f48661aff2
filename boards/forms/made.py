"""What is asked where a clause makes how two boards stand to each other."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.network import OFFERED
from boards.models import Board, BoardRelation
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField


class ClauseMakes(forms.Form):
    board = forms.ModelChoiceField(Board.objects.none(), label="This board", empty_label="Choose a board")
    kind = forms.ChoiceField(label="How it stands", choices=[("", "Choose how it stands"), *OFFERED])
    to_board = forms.ModelChoiceField(Board.objects.none(), label="To that board", empty_label="Choose a board")
    from_date = DayField(label="From")
    words = LineField(
        label="In the words of the clause",
        max_length=200,
        required=False,
        help_text="Such as “executive accountable body”",
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        for name in ("board", "to_board"):
            self.fields[name].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        stands = f"{given['board']} {BoardRelation.Kind(given['kind']).label} {given['to_board']}"
        return [("It makes", stands), ("From", given["from_date"]), ("In its words", given["words"])]

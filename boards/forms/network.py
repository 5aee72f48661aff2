"""What is asked where a board is renamed, becomes a pilot, or comes to stand to another."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.models import Board, BoardRelation
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField

Kind = BoardRelation.Kind
#: Who receives whose minutes is set on a page of its own; who succeeds whom, where a board ends.
OFFERED = [(kind.value, str(kind.label)) for kind in Kind if kind != Kind.RECEIVES_MINUTES_OF]
STATUSES = [(status.value, str(status.label)) for status in Board.Status if status != Board.Status.SUPERSEDED]


class Renaming(PlainForm):
    """A name and a strapline from a day on."""

    name = LineField(label="Name", max_length=160)
    strapline = LineField(label="Strapline", max_length=200, required=False)
    from_date = DayField(
        label="From", help_text="Minutes of the days before keep the name they had. For example, 1 4 2011"
    )

    def __init__(self, *args: Any, board: Board, on: dt.date, **kwargs: Any) -> None:
        initial = {"name": board.name, "strapline": board.strapline, "from_date": on}
        super().__init__(*args, **{"initial": initial} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        strapline = given["strapline"] or "No strapline"
        return [("Name", given["name"]), ("Strapline", strapline), ("From", given["from_date"])]


class NewStatus(PlainForm):
    """What the board is from a day on."""

    status = forms.ChoiceField(label="What it is", choices=STATUSES, widget=forms.RadioSelect)
    from_date = DayField(label="From")
    reason = LineField(
        label="What made it so", max_length=200, required=False, help_text="Such as the decision or the letter"
    )

    def __init__(self, *args: Any, board: Board, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"status": board.status, "from_date": on}} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        status = Board.Status(given["status"]).label
        return [("What it is", status), ("From", given["from_date"]), ("What made it so", given["reason"])]


class NewRelation(PlainForm):
    """How this board stands to another."""

    kind = forms.ChoiceField(label="This board", choices=[("", "Choose how it stands"), *OFFERED])
    to_board = forms.ModelChoiceField(Board.objects.none(), label="Which board", empty_label="Choose a board")
    from_date = DayField(label="From")
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")
    words = LineField(
        label="In the words of its source",
        max_length=200,
        required=False,
        help_text="Such as “executive accountable body”; leave it empty where there are none",
    )

    def __init__(self, *args: Any, board: Board, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        self.board = board
        self.fields["to_board"].queryset = boards  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("from_date") and given.get("to_date") and given["to_date"] < given["from_date"]:
            self.add_error("to_date", "The last day is before the first.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = f"{self.board} {Kind(given['kind']).label} {given['to_board']}"
        return [
            ("Relation", told),
            ("In the words of its source", given["words"]),
            ("From", given["from_date"]),
            ("Last day", given["to_date"] or "Open"),
        ]


class EndedRelation(PlainForm):
    """When it ends, or that it never stood."""

    last_day = DayField(label="Last day", required=False, help_text="The day still counts. For example, 31 3 2011")
    mistake = forms.BooleanField(label="It was put down by mistake: take it out of every day", required=False)
    why = LineField(label="Why, for the history", max_length=200, required=False)

    optional_unsaid = True

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not given.get("mistake") and not given.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", "Give the last day, or say that it was put down by mistake.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        ends = "Taken out of every day: put down by mistake" if given["mistake"] else given["last_day"]
        return [("Last day", ends), ("Why", given["why"])]

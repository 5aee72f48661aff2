"""What is asked of an indicator and of its figures."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Board
from commissioning.models import Indicator, Priority, Reading
from commissioning.rules.indicators import figure
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField

A_FIGURE = re.compile(r"[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,3})?")
LARGEST = Decimal(10) ** 11


class FigureField(forms.CharField):
    """A figure as people write it: 94.2, 1,250, 87%. A comma for thousands alone, never guessed at."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value is None or isinstance(value, Decimal):
            return value
        written = (super().to_python(value) or "").strip().removesuffix("%").strip().replace("£", "", 1)
        if not written:
            return None
        if not A_FIGURE.fullmatch(written):
            raise forms.ValidationError("Enter a figure, such as 94.2 or 1,250, with no more than three decimals.")
        found = Decimal(written.replace(",", "").replace("−", "-"))
        if abs(found) >= LARGEST:
            raise forms.ValidationError("That is larger than can be kept.")
        return found

    def prepare_value(self, value: Any) -> Any:
        return figure(value) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"class": "govuk-input--width-10", "inputmode": "decimal", "autocomplete": "off"}


class IndicatorForm(forms.Form):
    """Something counted, with the way it should go."""

    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose one")
    title = LineField(label="What is counted", max_length=200)
    unit = LineField(label="Unit", max_length=60, required=False, help_text="Such as %, children, days")
    direction = forms.ChoiceField(
        label="Which way is better", choices=Indicator.Direction.choices, widget=forms.RadioSelect
    )
    priority = forms.ModelChoiceField(
        Priority.objects.none(), label="Priority it tells of", required=False, empty_label="None"
    )
    source = LineField(label="Where the figures come from", max_length=200, required=False)
    ended_date = DayField(label="Last day, if it is counted no more", required=False, help_text="")

    def __init__(
        self, *args: Any, boards: QuerySet[Board], priorities: QuerySet[Priority], of: Indicator, **kwargs: Any
    ) -> None:
        names = ("title", "unit", "direction", "priority", "source", "ended_date")
        now = {name: getattr(of, name) for name in names} if of.pk else {}
        super().__init__(*args, **{"initial": now} | kwargs)
        for name, offered in (("board", boards), ("priority", priorities)):
            field: Any = self.fields[name]
            field.queryset = offered
        choice: Any = self.fields["priority"]
        choice.label_from_instance = lambda one: f"{one.title}, {one.board}"
        if of.pk:
            del self.fields["board"]
        elif boards.count() == 1:
            self.initial.setdefault("board", boards.get().pk)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Board", given.get("board")),
            ("What is counted", given["title"]),
            ("Unit", given["unit"]),
            ("Which way is better", Indicator.Direction(given["direction"]).label),
            ("Priority it tells of", given["priority"]),
            ("Where the figures come from", given["source"]),
            ("Last day", given["ended_date"]),
        ]


class ReadingForm(forms.Form):
    """A figure of a day, what was aimed at for it, or both."""

    date = DayField(label="Day it is of")
    actual = FigureField(label="Figure", required=False, help_text="Left empty where only an aim is stated")
    target = FigureField(
        label="Aimed at", required=False, help_text="Left empty: what was aimed at before goes on to hold"
    )
    note = LineField(label="Note", max_length=300, required=False)

    def __init__(self, *args: Any, of: Reading | None = None, **kwargs: Any) -> None:
        now = {name: getattr(of, name) for name in ("date", "actual", "target", "note")} if of else {}
        super().__init__(*args, **{"initial": now} | kwargs)
        if of:
            self.fields["why"] = LineField(label="Why it is put right, for the history", max_length=400)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        is_said = "actual" in given and "target" in given
        if is_said and given["actual"] is None and given["target"] is None:
            self.add_error("actual", "Give the figure, what is aimed at, or both.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = [("Day it is of", given["date"]), ("Figure", figure(given["actual"]) or "None yet")]
        told.append(("Aimed at", figure(given["target"]) or "As before"))
        return [*told, ("Note", given["note"]), ("Why", given.get("why", ""))]


class IndicatorsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="What is counted", required=False, max_length=100)
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Board", required=False, empty_label="Any board", to_field_name="slug"
    )
    stands = forms.ChoiceField(
        label="Stands",
        required=False,
        choices=[("", "Anyhow"), *((word, word) for word in ("On target", "Off target", "No target", "No figure yet"))],
    )
    order = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name != "order")

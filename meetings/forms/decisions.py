"""How the register of decisions is cut and sorted; all of it stands in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from meetings.models import Decision
from meetings.queries.decisions import ORDERS, STRUCK
from trust.tools.words_in_forms import LineField

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]


class DecisionsFilter(forms.Form):
    """What the address asks beyond these choices is left aside, not refused."""

    words = LineField(label="Words or number", required=False, max_length=100)
    year = forms.TypedChoiceField(label="Year", required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "Any kind"), *Decision.Kind.choices])
    outcome = forms.ChoiceField(
        label="Outcome",
        required=False,
        choices=[("", "Any outcome"), *Decision.Outcome.choices, (STRUCK, "Recorded in error")],
    )
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Any year"), *((year, str(year)) for year in years)]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return self.cleaned_data

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name != "order")

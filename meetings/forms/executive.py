"""What the written statement of an executive decision says, and how the list of statements is cut."""

from typing import Any

from django import forms

from boards.forms.plain import PlainForm
from meetings.queries.executive import MISSING, ORDERS, STATED
from trust.tools.words_in_forms import WordsField

MOST = 10_000
SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]


class StatementForm(forms.Form):
    """Each part of it; where there was nothing the officer says so."""

    reasons = WordsField(label="Reasons for the decision", max_length=MOST)
    alternatives = WordsField(
        label="Alternatives considered and rejected", max_length=MOST, help_text="Write “None” where there were none"
    )
    conflicts = WordsField(
        label="Conflicts of interest declared by any member",
        max_length=MOST,
        required=False,
        help_text="Leave it empty where none was declared",
    )
    dispensations = WordsField(
        label="Dispensations granted", max_length=MOST, required=False, help_text="Leave it empty where there are none"
    )
    optional_unsaid = True

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Reasons", given["reasons"]),
            ("Alternatives considered and rejected", given["alternatives"]),
            ("Conflicts of interest declared", given["conflicts"] or "None"),
            ("Dispensations", given["dispensations"] or "None"),
        ]


class ChangedStatementForm(StatementForm):
    """The same with why it is changed."""

    reason = WordsField(label="Why it is changed", max_length=500)

    def answers(self) -> list[tuple[str, Any]]:
        return [*super().answers(), ("Why it is changed", self.cleaned_data["reason"])]


class StatementsFilter(PlainForm):
    """What the address asks beyond these choices is left aside, not refused."""

    year = forms.TypedChoiceField(label="Year", required=False, coerce=int, empty_value=None)
    state = forms.ChoiceField(
        label="Statement",
        required=False,
        choices=[("", "Any"), (STATED, "Made"), (MISSING, "Not made yet")],
    )
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, years: list[int], may_minute: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "Any year"), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        if not may_minute:
            del self.fields["state"]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

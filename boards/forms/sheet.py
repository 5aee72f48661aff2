"""A sheet of people and seats, as it is sent; and who its rows mean."""

from collections.abc import Iterable
from typing import Any

from django import forms

from boards.forms.plain import PlainForm
from boards.rules.sheet_ground import Planned
from trust.tools.sheets import KINDS


class SentSheet(forms.Form):
    sheet = forms.FileField(
        label="The sheet",
        allow_empty_file=True,
        help_text="A CSV or an Excel file (.xlsx), of at most 2,000 rows",
        widget=forms.FileInput({"accept": ",".join(f".{kind}" for kind in KINDS)}),
        error_messages={"required": "Choose the file of the sheet.", "max_length": "Give the file a shorter name."},
        max_length=160,
    )


class WhoIsWho(forms.Form):
    """One question for each row whose person may be somebody else."""

    optional_unsaid = True

    def __init__(self, *args: Any, lines: Iterable[Planned], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = [line for line in lines if line.choices]
        for line in self.lines:
            self.fields[f"row_{line.row.line}"] = forms.ChoiceField(
                label=f"Row {line.row.line}: {line.row['person']}, {line.row['board']}",
                choices=line.choices,
                required=False,
                initial=line.row.choice,
                widget=forms.RadioSelect,
            )

    @property
    def choices(self) -> dict[int, str]:
        return {line.row.line: self.cleaned_data.get(f"row_{line.row.line}", "") for line in self.lines}


class WhyBack(PlainForm):
    """Why a sheet is taken back."""

    why = forms.CharField(label="Why it is taken back", max_length=200)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why", self.cleaned_data["why"])]

"""Clauses as they are pasted, written one by one, and split by hand."""

from typing import Any

from django import forms

from boards.rules.clauses import ReadClauses, read_clauses
from trust.tools.words_in_forms import LineField, WordsField


class Pasted(forms.Form):
    """All clauses at once, each on a line of its own that begins with its number."""

    text = WordsField(
        label="The clauses",
        max_length=100_000,
        help_text="Each begins a line with its number: (i), 1. or a). What stands before the first leads in to them",
        widget=forms.Textarea(attrs={"rows": 16}),
    )

    @property
    def read(self) -> ReadClauses:
        return read_clauses(self.cleaned_data["text"])

    def answers(self) -> list[tuple[str, Any]]:
        """Each clause as it was read, before it is taken in."""
        read = self.read
        lead_in = [("Words before the clauses", read.lead_in)] if read.lead_in else []
        return lead_in + [(f"Clause {clause.number}", clause.text) for clause in read.clauses]


class ClauseForm(forms.Form):
    number = LineField(label="Number", max_length=12, help_text="As it is written in the document, such as iii or 4")
    text = WordsField(label="Words", max_length=20_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].widget.attrs["class"] = "govuk-input--width-5"


class SplitForm(forms.Form):
    """The two that a clause becomes."""

    text = WordsField(label="Words that stay", max_length=20_000)
    new_number = LineField(label="Number of the clause that begins here", max_length=12)
    new_text = WordsField(label="Its words", max_length=20_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_number"].widget.attrs["class"] = "govuk-input--width-5"

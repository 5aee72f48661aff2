"""The rows of an agency’s return for one board."""

from collections.abc import Sequence
from typing import Any

from django import forms

from actions.forms.action import words
from actions.models import State
from actions.operations.returning import Row
from actions.queries.agency import AgencyLine
from actions.rules.action import REPORTABLE

NOTHING_NEW = ("", "Nothing new")


class ReturnForm(forms.Form):
    """One form with three fields for each part; a row in which nothing is said is left as it is."""

    def __init__(self, *args: Any, lines: Sequence[AgencyLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        states = [NOTHING_NEW, *((state.value, state.label) for state in REPORTABLE[1:])]
        for line in lines:
            key = line.part.pk
            self.fields[f"state_{key}"] = forms.ChoiceField(label="How is it going?", choices=states, required=False)
            self.fields[f"text_{key}"] = words("In words", rows=2)
            self.fields[f"waits_for_{key}"] = forms.CharField(
                label="If blocked, who or what stands in the way?", max_length=160, required=False
            )

    def shown(self) -> list[tuple[AgencyLine, list[forms.BoundField]]]:
        return [
            (line, [self[f"{name}_{line.part.pk}"] for name in ("state", "text", "waits_for")]) for line in self.lines
        ]

    def rows(self) -> list[Row]:
        """Those in which something is said."""
        said = []
        for line in self.lines:
            state, text, waits = (
                self.cleaned_data[f"{name}_{line.part.pk}"] for name in ("state", "text", "waits_for")
            )
            if state or text or waits:
                said.append(Row(line.part, state or (State.BLOCKED if waits else line.part.state), text, waits))
        return said

    def refuse(self, sentences: dict[int, str]) -> None:
        """Beside each part what is wrong with what was said of it."""
        for key, sentence in sentences.items():
            self.add_error(f"state_{key}", sentence)


class NoteForm(forms.Form):
    text = words("A note that only your agency reads", required=True, rows=2)

"""What is asked where a partner delegates a power, ends it, or lists a use of it."""

import datetime as dt
from typing import Any

from django import forms

from boards.forms.agreement import Dates
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class DelegationForm(Dates):
    from_body = LineField(label="Given by", max_length=160, help_text="The partner’s own body, such as its cabinet")
    to_post = LineField(label="Given to the post of", max_length=160)
    in_consultation_with = LineField(
        label="In consultation with", max_length=160, required=False, help_text="A post or a named member"
    )
    scope = WordsField(label="What may be decided under it", max_length=20_000)
    paper = LineField(label="The minute or report that gave it", max_length=200, required=False)
    from_date = DayField(label="From")
    to_date = DayField(label="Last day, if it has one", required=False, help_text="")

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(self.fields[name].label), value) for name, value in self.cleaned_data.items()]


class UseForm(forms.Form):
    """One use that is no answer to an agreement: those are listed by themselves."""

    date = DayField(label="Decided on")
    by_whom = LineField(label="Decided by", max_length=160)
    consulted = LineField(label="Whom they consulted", max_length=160, required=False)
    what = WordsField(label="What was decided", max_length=20_000)

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"date": on}} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(self.fields[name].label), value) for name, value in self.cleaned_data.items()]

"""What a partner answers on its money, line by line; and how the clerk came to know it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Person
from meetings.forms.spending import words_box
from meetings.models import Attendance, Consent, SpendingLine
from meetings.rules.room import who_sat
from trust.tools.dates_in_forms import DayField
from trust.tools.words import money

THERE, WRITING = "there", "writing"


class AnswerForm(forms.Form):
    """A representative’s own answer, one for each line of their partner’s money."""

    words = forms.CharField(
        label="Anything to say with it", required=False, widget=words_box(), help_text="It is kept with the answer"
    )

    def __init__(self, *args: Any, lines: Sequence[SpendingLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields[_name(line)] = forms.ChoiceField(
                label=f"{_words(line)}: does {line.partner} agree?",
                choices=Consent.Answer.choices,
                widget=forms.RadioSelect,
            )
        self.order_fields([_name(line) for line in self.lines])

    @property
    def asked(self) -> dict[int, str]:
        """By line: what was answered on it."""
        return {line.pk: self.cleaned_data[_name(line)] for line in self.lines}

    def answered_lines(self) -> list[tuple[str, Any]]:
        return [(_words(line), Consent.Answer(self.cleaned_data[_name(line)]).label) for line in self.lines]

    def answers(self) -> list[tuple[str, Any]]:
        return [*self.answered_lines(), ("With these words", self.cleaned_data["words"])]


class EnteredAnswerForm(AnswerForm):
    """The same as the clerk enters it: said in the room, or come in writing."""

    optional_unsaid = True

    how = forms.ChoiceField(label="How it was given", widget=forms.RadioSelect)
    attendance = forms.ChoiceField(label="If at the meeting: by whom", required=False)
    person = forms.ModelChoiceField(
        Person.objects.none(), label="If in writing: by whom", required=False, empty_label="Choose who represents it"
    )
    on = DayField(label="If in writing: on which day", required=False)

    def __init__(
        self, *args: Any, there: Sequence[Attendance], writers: QuerySet[Person], is_recorded: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(row.pk): row for row in there} if not is_recorded else {}
        self.fields["person"].queryset = writers  # type: ignore[attr-defined]
        words = self.fields["words"]
        words.label, words.help_text = "If in writing: in which words", "Such as the letter or the e-mail it came in"
        if self.there:
            how = [(THERE, "At the meeting"), (WRITING, "In writing")]
            self.fields["how"].choices = how  # type: ignore[attr-defined]
            sat = [("", "Choose who said so"), *((key, who_sat(row)) for key, row in self.there.items())]
            self.fields["attendance"].choices = sat  # type: ignore[attr-defined]
        else:
            del self.fields["how"], self.fields["attendance"]
            for name in ("person", "on", "words"):
                self.fields[name].label = str(self.fields[name].label).removeprefix("If in writing: ").capitalize()
                self.fields[name].required = True
        self.order_fields([*(_name(line) for line in self.lines), "how", "attendance", "person", "on", "words"])

    @property
    def is_there(self) -> bool:
        return self.cleaned_data.get("how") == THERE

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_there:
            if not given.get("attendance"):
                self.add_error("attendance", "Choose who said so at the meeting.")
            return given
        wanted = {
            "person": "Choose who wrote for the partner.",
            "on": "Say on which day it was written.",
            "words": "Say in which words it came, such as those of the letter.",
        }
        if not given.get("how") and self.there:
            return given
        for name, sentence in wanted.items():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return given

    @property
    def attendance_chosen(self) -> Attendance:
        return self.there[self.cleaned_data["attendance"]]

    @property
    def written_on(self) -> dt.date:
        return self.cleaned_data["on"]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        if self.is_there:
            return [*self.answered_lines(), ("Said at the meeting by", who_sat(self.attendance_chosen))]
        written = [("In writing by", given["person"]), ("On", given["on"]), ("In which words", given["words"])]
        return [*self.answered_lines(), *written]


def _name(line: SpendingLine) -> str:
    return f"line_{line.pk}"


def _words(line: SpendingLine) -> str:
    """£162,000 (The parents’ forum)"""
    purpose = f" ({line.purpose})" if line.purpose else ""
    return f"{money(line.amount_pence)}{purpose}"

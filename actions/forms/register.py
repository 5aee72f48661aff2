"""What is asked when a line of a register is put down, changed or closed; a register's filter."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.models import RegisterEntry
from actions.queries.register import meetings_to_plan
from actions.rules.action import LONGEST_REPORT
from actions.rules.due import MONTHS
from actions.rules.register import WORDS
from boards.models import Board, Partner
from meetings.models import Meeting
from trust.tools.dates_in_forms import DayField
from trust.tools.words import short_date
from trust.tools.words_in_forms import LineField, WordsField

MARKS = [("", "Choose"), *[(number, f"{number} of 5") for number in range(1, 6)]]


class MonthField(LineField):
    """A month as people write it: April 2009. Its first day."""

    def clean(self, value: Any) -> Any:
        said = super().clean(value)
        if not said:
            return None
        found = re.fullmatch(r"([A-Za-z]+) (\d{4})", said)
        month = MONTHS.get(found[1].casefold()) if found else None
        if not found or not month or not 1 <= int(found[2]) <= 9999:
            raise forms.ValidationError("Write a month and a year, such as April 2009.")
        return dt.date(int(found[2]), month, 1)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%B %Y}" if isinstance(value, dt.date) else value


class MeetingField(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return short_date(meeting.date)


class EntryForm(forms.Form):
    title = LineField(label="What it is, in one line", max_length=300)
    detail = WordsField(label="More about it", required=False, max_length=LONGEST_REPORT)

    def __init__(self, data: Any, *, board: Board, on: dt.date, entry: RegisterEntry | None = None) -> None:
        initial = {name: getattr(entry, name, None) for name in self.base_fields} if entry else {"raised_on": on}
        super().__init__(data, initial=initial)
        for name in ("from_partner", "to_partner"):
            if name in self.fields:
                self.fields[name].queryset = Partner.objects.filter(ended_date=None)  # type: ignore[attr-defined]
        if "meeting" in self.fields:
            self.fields["meeting"].queryset = meetings_to_plan(board, on=on)  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        """For reading through before it is put down."""
        return [(str(field.label), self._shown(name)) for name, field in self.fields.items() if name != "key"]

    def _shown(self, name: str) -> Any:
        value = self.cleaned_data.get(name)
        if name == "month" and value:
            return f"{value:%B %Y}"
        return short_date(value.date) if isinstance(value, Meeting) else value


class ChallengeForm(EntryForm):
    from_partner = forms.ModelChoiceField(Partner.objects.none(), label="Who questioned", empty_label="Choose")
    to_partner = forms.ModelChoiceField(Partner.objects.none(), label="Who was questioned", empty_label="Choose")
    raised_on = DayField(label="When it was raised")
    answer = WordsField(label=WORDS["challenge"].answer, required=False, max_length=LONGEST_REPORT)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("from_partner") and given.get("from_partner") == given.get("to_partner"):
            self.add_error("to_partner", "Choose another agency: this one questioned itself.")
        return given


class RiskForm(EntryForm):
    who = LineField(label="Who answers for it", required=False, max_length=160)
    likelihood = forms.TypedChoiceField(label="How likely it is", choices=MARKS, coerce=int)
    impact = forms.TypedChoiceField(label="How grave it would be", choices=MARKS, coerce=int)
    raised_on = DayField(label="When it was raised")
    answer = WordsField(label=WORDS["risk"].answer, required=False, max_length=LONGEST_REPORT)


class PlanForm(EntryForm):
    who = LineField(label="Who brings it", required=False, max_length=160)
    month = MonthField(label="Month", required=False, max_length=20, help_text="Such as April 2009")
    meeting = MeetingField(Meeting.objects.none(), label="Or a meeting", required=False, empty_label="No one meeting")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("month") and not given.get("meeting") and "month" not in self.errors:
            self.add_error("month", "Give the month it is planned for, or choose a meeting.")
        return given


FORMS: dict[str, type[EntryForm]] = {"challenge": ChallengeForm, "risk": RiskForm, "plan": PlanForm}


class CloseEntryForm(forms.Form):
    state = forms.ChoiceField(label="What became of it", widget=forms.RadioSelect)
    answer = WordsField(label="In words", max_length=LONGEST_REPORT)

    def __init__(self, data: Any, *, entry: RegisterEntry) -> None:
        super().__init__(data, initial={"answer": entry.answer, "state": "done"})
        words = WORDS[entry.register]
        field: Any = self.fields["state"]
        field.choices = [(state, label) for state, label in words.states.items() if state != "open"]
        self.fields["answer"].label = words.answer

    def answers(self) -> list[tuple[str, Any]]:
        chosen = dict(self.fields["state"].choices)  # type: ignore[attr-defined]
        return [("What became of it", chosen[self.cleaned_data["state"]]), ("In words", self.cleaned_data["answer"])]


class RegisterFilter(forms.Form):
    """What the address asks of a register; what it does not understand is left aside."""

    words = LineField(label="Words", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False)
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any partner", to_field_name="slug"
    )

    def __init__(self, data: Any, *, register: str, partners: QuerySet[Partner]) -> None:
        super().__init__(data)
        states: Any = self.fields["state"]
        states.choices = [*WORDS[register].states.items(), ("all", "All")]
        if register == "challenge":
            self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
        else:
            del self.fields["partner"]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    def is_cut(self) -> bool:
        return any(value and value != "open" for value in self.cut().values())

"""What is asked about a bid or letter, its way and outcome, and the issues it brought back."""

import datetime as dt
from typing import Any

from django import forms

from boards.models import Issue, Submission
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class Answers(forms.Form):
    """Read through in the order of the form, a choice by its words."""

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(field.label), self._told(name, field)) for name, field in self.fields.items()]

    def _told(self, name: str, field: forms.Field) -> Any:
        given = self.cleaned_data[name]
        choices: Any = field.choices if isinstance(field, forms.ChoiceField) else ()
        return dict(choices).get(given, given)


class SubmissionForm(Answers):
    title = LineField(label="What it is called", max_length=200)
    kind = forms.ChoiceField(label="What it is", choices=[("", "Choose one"), *Submission.Kind.choices])
    to_body = LineField(label="To whom", max_length=160)
    sent_date = DayField(
        label="Sent on", required=False, help_text="Left empty until it is sent. For example, 31 3 2003"
    )


class OutcomeForm(Answers):
    outcome = forms.ChoiceField(label="Outcome", choices=Submission.Outcome.choices)
    outcome_date = DayField(label="Told on", required=False)
    outcome_words = WordsField(label="The reasons given", required=False, max_length=6_000)


class StepForm(Answers):
    date = DayField(label="Day", help_text="For example, 28 1 2003")
    body = LineField(label="Which body", max_length=160, help_text="Such as “the Council’s Cabinet”")
    what = LineField(label="What it did", max_length=240, help_text="Such as “decided to submit the bid”")


class IssuesForm(Answers):
    issues = WordsField(
        label="The issues, each on a line of its own",
        max_length=20_000,
        help_text="A line may begin with its number in the letter, such as 1. or (iv)",
    )


class IssueForm(Answers):
    number = LineField(label="Number", max_length=12)
    text = WordsField(label="Issue", max_length=6_000)


class ResponseForm(Answers):
    text = WordsField(label="Response", max_length=6_000)
    by_body = LineField(label="Answered by", max_length=160, help_text="The body that answered")
    date = DayField(label="On")

    def __init__(self, *args: Any, issue: Issue, on: dt.date, **kwargs: Any) -> None:
        given = {"by_body": str(issue.submission.board), "date": on}
        super().__init__(*args, **{"initial": given} | kwargs)


class SubmissionsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *Submission.Kind.choices])
    outcome = forms.ChoiceField(
        label="Outcome", required=False, choices=[("", "Any outcome"), *Submission.Outcome.choices]
    )
    issues = forms.ChoiceField(
        label="Issues", required=False, choices=[("", "Any"), ("open", "With an issue unanswered")]
    )

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(self.cut().values())

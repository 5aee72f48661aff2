"""What is asked where a retention rule is set, a hold is set, and disposals are signed off."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import Meeting, RecordClass, RetentionRule
from meetings.queries.retention import ORDERS, Due
from trust.tools.dates_in_forms import DayField
from trust.tools.words import short_date
from trust.tools.words_in_forms import WordsField

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]


class RuleForm(forms.Form):
    """For how long, counted from when, on whose authority, from which day on."""

    keep_for = forms.ChoiceField(label="Kept", choices=RetentionRule.Keep, widget=forms.RadioSelect)
    years = forms.IntegerField(
        label="For how many years",
        required=False,
        min_value=1,
        max_value=100,
        help_text="Where it is kept for some years",
        widget=forms.NumberInput({"class": "govuk-input--width-2"}),
    )
    since = forms.ChoiceField(
        label="Counted from",
        required=False,
        choices=[("", "Choose one, where it is kept for some years"), *RetentionRule.Since.choices],
    )
    source = WordsField(
        label="Authority", max_length=1_000, help_text="The law, guidance or retention schedule that it rests on"
    )
    from_date = DayField(label="This rule holds from")
    optional_unsaid = True

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        Keep = RetentionRule.Keep
        if kind in (RecordClass.SIGNED, RecordClass.PAPERS, RecordClass.BACKGROUND):
            kept = [choice for choice in Keep.choices if choice[0] != Keep.APPROVED]
            self.fields["keep_for"].choices = kept  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("keep_for") == RetentionRule.Keep.YEARS:
            if not given.get("years") and "years" not in self.errors:
                self.add_error("years", "Say for how many years.")
            if not given.get("since"):
                self.add_error("since", "Say from when the years are counted.")
        else:
            given["years"], given["since"] = None, ""
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        since = f"{RetentionRule.Since(given['since']).label}" if given["since"] else ""
        kept = RetentionRule.Keep(given["keep_for"]).label
        return [
            ("Kept", kept),
            ("For how many years", given["years"]),
            ("Counted from", since),
            ("Authority", given["source"]),
            ("From", given["from_date"]),
        ]


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return short_date(meeting.date)


class HoldForm(forms.Form):
    """Of one meeting or all, of one class or all, and what is open."""

    meeting = MeetingChoice(
        Meeting.objects.none(), label="Of which meeting", required=False, empty_label="Every meeting of the board"
    )
    kind = forms.ChoiceField(
        label="What is held back", required=False, choices=[("", "Every record"), *RecordClass.choices]
    )
    reason = WordsField(
        label="Why",
        max_length=1_000,
        help_text="Such as: a request for information is open. The board’s officers read it",
    )
    optional_unsaid = True

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        meeting = short_date(given["meeting"].date) if given["meeting"] else "Every meeting of the board"
        kind = RecordClass(given["kind"]).label if given["kind"] else "Every record"
        return [("Of which meeting", meeting), ("What is held back", kind), ("Why", given["reason"])]


class DisposalsForm(forms.Form):
    """What is due, each to be ticked by whoever signs it off."""

    keys = forms.MultipleChoiceField(
        label="What is destroyed",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick what is to be destroyed.",
            "invalid_choice": "Something that you ticked is not due any more, or is held back. Look the list through.",
        },
    )
    reason = WordsField(
        label="Why now",
        max_length=500,
        help_text="The register keeps it for ever: write no words of what is destroyed",
    )

    def __init__(self, *args: Any, due: Sequence[Due], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.due = {one.key: one for one in due if one.hold is None}
        choices = [(key, one.sentence) for key, one in self.due.items()]
        self.fields["keys"].choices = choices  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        ticked = [self.due[key] for key in self.cleaned_data["keys"]]
        return [*((one.label, one.sentence) for one in ticked), ("Why now", self.cleaned_data["reason"])]


class RegisterFilter(forms.Form):
    """What the address asks beyond these choices is left aside, not refused."""

    kind = forms.ChoiceField(label="Class of record", required=False, choices=[("", "All"), *RecordClass.choices])
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data


def first_rule(rule: Any, on: dt.date) -> dict[str, Any]:
    """What the form begins with: the rule there is, or the standard one."""
    kept = {"keep_for": rule.keep, "years": rule.years, "since": rule.since, "source": rule.source} if rule else {}
    return kept | {"from_date": on}

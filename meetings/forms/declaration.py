"""What is asked of an interest declared."""

from typing import Any

from django import forms

from meetings.models import AgendaItem, Attendance, Declaration, Meeting
from meetings.queries.entitled import items_for
from meetings.rules.edition import Sight
from trust.tools.words_in_forms import LineField, WordsField


class AttendanceChoice(forms.ModelChoiceField):
    def label_from_instance(self, row: Any) -> str:
        return ", ".join(filter(None, [row.name, row.organisation]))


class DeclarationForm(forms.Form):
    """Who, what kind, what it is, which items, and what followed."""

    attendance = AttendanceChoice(Attendance.objects.none(), label="Who declared it", empty_label="Choose")
    kind = forms.ChoiceField(label="What was declared", choices=Declaration.Kind.choices, widget=forms.RadioSelect)
    interest = WordsField(
        label="The interest", max_length=2_000, required=False, help_text="Leave empty for “Nothing to declare”"
    )
    whose = LineField(
        label="Whose interest", max_length=160, required=False, help_text="If not their own, such as a spouse’s"
    )
    items = forms.ModelMultipleChoiceField(
        AgendaItem.objects.none(),
        label="Which items",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave all empty where it concerns the whole agenda",
    )
    consequence = forms.ChoiceField(
        label="What followed",
        choices=Declaration.Consequence.choices,
        widget=forms.RadioSelect,
        initial=Declaration.Consequence.NONE,
    )

    optional_unsaid = True

    def __init__(self, *args: Any, meeting: Meeting, sight: Sight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attendance"].queryset = meeting.attendances.select_related("meeting")  # type: ignore[attr-defined]
        items = items_for(meeting, sight).filter(is_section=False)
        self.fields["items"].queryset = items  # type: ignore[attr-defined]


class ProposedForm(forms.Form):
    """Whose employment by whom, as it was proposed, and what followed."""

    attendance = forms.IntegerField(min_value=1)
    partner = forms.IntegerField(min_value=1)
    consequence = forms.ChoiceField(choices=Declaration.Consequence.choices)

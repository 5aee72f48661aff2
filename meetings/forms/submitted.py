"""What is asked of an item that a member submits, and of the officer who answers."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.forms.paper import file_field
from meetings.models import AgendaItem, Meeting, Paper, Purpose
from trust.tools.words import long_date
from trust.tools.words_in_forms import LineField, WordsField

BUSINESS = (Purpose.DISCUSSION, Purpose.DECISION, Purpose.INFORMATION)


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return long_date(meeting.date)


class HeadingChoice(forms.ModelChoiceField):
    def label_from_instance(self, section: Any) -> str:
        return f"{section}, {long_date(section.meeting.date)}"


class SubmitForm(forms.Form):
    """What the board should deal with, and when."""

    title = LineField(label="What should the board deal with?", max_length=240)
    why = WordsField(label="Why?", max_length=20_000, help_text="It becomes the text of the item on the agenda")
    meeting = MeetingChoice(
        Meeting.objects.none(), label="At which meeting", required=False, empty_label="The next that has room"
    )
    paper_title = LineField(label="Title of its paper", max_length=240, required=False)
    file = file_field("Its paper", required=False)

    optional_unsaid = True

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]


class TakeForm(forms.Form):
    """Where it goes."""

    meeting = MeetingChoice(Meeting.objects.none(), label="On the agenda of", empty_label="Choose a meeting")
    section = HeadingChoice(AgendaItem.objects.none(), label="Section", required=False, empty_label="In no section")
    purpose = forms.ChoiceField(
        label="What it is for",
        choices=[(one.value, one.label) for one in BUSINESS],
        initial=Purpose.DISCUSSION,
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(label="What its paper is", choices=Paper.Kind.choices, initial=Paper.Kind.ATTACHMENT)

    def __init__(
        self, *args: Any, meetings: QuerySet[Meeting], headings: QuerySet[AgendaItem], has_paper: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.has_paper = has_paper
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["section"].queryset = headings  # type: ignore[attr-defined]
        if not has_paper:
            self.fields["kind"].required = False
            self.fields["kind"].widget = forms.HiddenInput()

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Paper.Kind.ATTACHMENT

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        section, meeting = given.get("section"), given.get("meeting")
        if section and meeting and section.meeting_id != meeting.pk:
            self.add_error("section", "That section is on the agenda of another meeting.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = [("On the agenda of", given["meeting"].date), ("Section", str(given["section"] or "In no section"))]
        told.append(("What it is for", Purpose(given["purpose"]).label))
        return [*told, *([("What its paper is", Paper.Kind(given["kind"]).label)] if self.has_paper else [])]


class DeclineForm(forms.Form):
    """Why not."""

    reason = WordsField(label="Why it is declined", max_length=2_000, help_text="Whoever submitted it reads this")

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why it is declined", self.cleaned_data["reason"])]

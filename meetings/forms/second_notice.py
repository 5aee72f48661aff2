"""What is asked of a representation against a meeting in private, and of the second notice."""

from typing import Any

from django import forms

from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class RepresentationForm(forms.Form):
    """Who said what, when it came, and the response."""

    received_from = LineField(
        label="From", max_length=200, help_text="As it is to be published: a member of the public need not be named"
    )
    received_date = DayField(label="Received on")
    text = WordsField(label="Why the meeting should be open, as it says", max_length=5_000)
    response = WordsField(
        label="The response",
        max_length=5_000,
        required=False,
        help_text="It can follow later; the second notice waits for it",
    )
    optional_unsaid = True


class SecondNoticeForm(forms.Form):
    """The reasons again, the day of the meeting, and why it is late where it is."""

    meeting_date = DayField(label="Day of the meeting")
    reason = WordsField(label="Why in private", max_length=2_000, help_text="Everybody reads this")
    late_reason = WordsField(
        label="Why it is late",
        max_length=2_000,
        required=False,
        help_text="Where there are fewer than five clear days before the meeting",
    )
    agreed_by = LineField(
        label="Who agreed that it is urgent and cannot be put off",
        max_length=200,
        required=False,
        help_text="The chair of the scrutiny committee, with their name",
    )
    optional_unsaid = True

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(field.label), self.cleaned_data.get(field.name)) for field in self]

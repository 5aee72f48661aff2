"""Why a step is taken back, and how a paragraph should read."""

from django import forms

from meetings.rules.correction import LONGEST


class Reason(forms.Form):
    reason = forms.CharField(
        label="Reason",
        max_length=1_000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Kept in the history of the minutes.",
    )


class Reopen(forms.Form):
    reason = forms.CharField(
        label="Reason",
        max_length=1_000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Everybody who reads the minutes from now on reads it, beside the version that is left.",
    )


class CorrectParagraph(forms.Form):
    text = forms.CharField(
        label="How the paragraph should read",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 8}),
        help_text="Change only what was inaccurate. What differs is kept as the correction.",
    )

    def clean_text(self) -> str:
        return self.cleaned_data["text"].replace("\r\n", "\n")

"""What a member says to a draft, and what the officer answers."""

from collections.abc import Sequence
from typing import Any

from django import forms

from meetings.rules.comment import LONGEST
from meetings.rules.correction import LONGEST as LONGEST_PARAGRAPH
from meetings.rules.correction import LONGEST_REASON


class Comment(forms.Form):
    about = forms.ChoiceField(label="What it is about", required=False)
    comment = forms.CharField(
        label="Your comment",
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 5}),
        help_text="Say what is not accurate, and what it should say. The merits are not open again.",
    )

    def __init__(self, data: Any = None, *, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)
        about.choices = list(places)


class Answer(forms.Form):
    """Taken up as a correction, or not and why."""

    TAKEN_UP, NOT_TAKEN_UP = "taken_up", "not_taken_up"
    SAYS_WHY = "Say why it is not taken up: the member reads it."

    outcome = forms.ChoiceField(
        label="What becomes of it",
        choices=[(TAKEN_UP, "Taken up, as a correction"), (NOT_TAKEN_UP, "Not taken up")],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="How the paragraph should read",
        required=False,
        max_length=LONGEST_PARAGRAPH,
        widget=forms.Textarea({"rows": 6}),
        help_text="If it is taken up. What differs is noted as the correction.",
    )
    line = forms.ChoiceField(label="Which line is corrected", required=False, help_text="If it is taken up.")
    becomes = forms.CharField(label="How the line should read", required=False, max_length=LONGEST_REASON)
    answer = forms.CharField(
        label="Answer to the member", required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, data: Any = None, *, lines: Sequence[str], with_text: bool, **kwargs: Any) -> None:
        """``with_text`` where a paragraph is corrected; else one of the ``lines`` that stand before the business."""
        super().__init__(data, **kwargs)
        for name in ("line", "becomes") if with_text else ("text",):
            del self.fields[name]
        line = self.fields.get("line")
        if isinstance(line, forms.ChoiceField):
            line.choices = [("", "Choose a line"), *((one, one) for one in lines)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == self.NOT_TAKEN_UP and not cleaned.get("answer", "").strip():
            self.add_error("answer", self.SAYS_WHY)
        if cleaned.get("outcome") == self.TAKEN_UP and "line" in self.fields and not cleaned.get("line"):
            self.add_error("line", "Choose the line that is corrected, or answer on a paragraph.")
        return cleaned


class CorrectRecord(forms.Form):
    """A correction to what stands before the business."""

    line = forms.ChoiceField(label="Which line is corrected")
    becomes = forms.CharField(
        label="How the line should read",
        max_length=LONGEST_REASON,
        help_text="The list itself stays as it was sent out; the correction is printed with the approval.",
    )

    def __init__(self, data: Any = None, *, lines: Sequence[str]) -> None:
        super().__init__(data)
        line = self.fields["line"]
        assert isinstance(line, forms.ChoiceField)
        line.choices = [("", "Choose a line"), *((one, one) for one in lines)]

"""What is asked where members are prepared for a meeting."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import AgendaItem, Briefed
from trust.tools.words_in_forms import WordsField

View = Briefed.View
VIEWS = [
    (View.CONTENT, "Content with what is proposed"),
    (View.QUESTION, "Has a question"),
    (View.DISAGREES, "Would not agree"),
    (View.NONE, "Has received it, and says nothing yet"),
]
OWN = [
    (View.CONTENT, "I am content with what is proposed"),
    (View.QUESTION, "I have a question"),
    (View.DISAGREES, "I would not agree"),
    (View.NONE, "I have it, and say nothing yet"),
]


class BriefingForm(forms.Form):
    """On which item, and what members are told."""

    item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label="What it is about",
        required=False,
        empty_label="The whole meeting",
        help_text="A briefing on an exempt or restricted item goes only to those who may read the item",
    )
    text = WordsField(
        label="What members need to know",
        max_length=20_000,
        help_text="What is proposed and why, what each partner stands to gain or pay, what is already contested",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, items: QuerySet[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        self.fields["text"].widget.attrs["rows"] = 12


class ForeseesForm(forms.Form):
    """Whether a member has it, and what they foresee."""

    view = forms.ChoiceField(label="What do you say to it?", widget=forms.RadioSelect, required=False)
    foresees = WordsField(
        label="What you foresee",
        max_length=5_000,
        required=False,
        help_text="Your question, or why your agency would not agree and what would change that",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["view"].choices = VIEWS if name else OWN  # type: ignore[attr-defined]
        if name:
            self.fields["view"].label = f"What did {name} say to it?"
            self.fields["foresees"].label = "What they foresee"
            self.fields["foresees"].help_text = "As they said it, by telephone, on paper or in person"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("view") in (View.QUESTION, View.DISAGREES) and not given.get("foresees"):
            self.add_error("foresees", "Say what it is, so that it can be settled before the meeting.")
        return given

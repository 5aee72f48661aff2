"""What is asked of a standard phrase."""

from typing import Any

from django import forms

from meetings.models import Phrase
from trust.tools.words_in_forms import LineField, WordsField

MOST = 1000


class PhraseForm(forms.Form):
    """Letters to type, and the sentence they stand for."""

    letters = LineField(
        label="Letters", max_length=12, help_text="What you type before Tab, such as mnr. Two to twelve, without spaces"
    )
    text = WordsField(
        label="Sentence",
        max_length=MOST,
        help_text="What is filled in each time stands in square brackets: Members noted the report of [post].",
    )

    def __init__(self, *args: Any, phrase: Phrase | None = None, **kwargs: Any) -> None:
        given = {"letters": phrase.letters, "text": phrase.text} if phrase else {}
        super().__init__(*args, **{"initial": given} | kwargs)

    def clean_letters(self) -> str:
        return self.cleaned_data["letters"].lower()

"""What is asked of the word list."""

from django import forms

from boards.rules.words import MOST, MOST_AT_ONCE, words_pasted
from trust.tools.words_in_forms import LineField, WordsField


class WordForm(forms.Form):
    word = LineField(label="Word or name", max_length=MOST)


class PastedForm(forms.Form):
    """A list from elsewhere."""

    pasted = WordsField(label="Words", help_text="One to a line, or with commas between them", max_length=200_000)

    def clean_pasted(self) -> list[str]:
        good, refused = words_pasted(self.cleaned_data["pasted"])
        if refused:
            raise forms.ValidationError(f"“{refused[0][:80]}” is no word, or longer than {MOST} characters.")
        if len(good) > MOST_AT_ONCE:
            raise forms.ValidationError(f"That is more than {MOST_AT_ONCE:,} words. Paste them in parts.")
        return good

"""Words on one line, without the characters nobody sees."""

from typing import Any

from django import forms

from trust.tools.plain import plain_line


class PlainWords(forms.BaseForm):
    """For forms whose answers are names and short words."""

    def clean(self) -> dict[str, Any]:
        """A required answer of which nothing is left is asked for again."""
        super().clean()
        for name, answer in list(self.cleaned_data.items()):
            if isinstance(answer, str):
                self.cleaned_data[name] = plain_line(answer)
                if answer and not self.cleaned_data[name] and self.fields[name].required:
                    self.add_error(name, forms.ValidationError(self.fields[name].error_messages["required"]))
        return self.cleaned_data


class PlainForm(PlainWords, forms.Form):
    """A form of such answers."""

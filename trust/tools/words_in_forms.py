"""Words as people type and paste them: nothing unseen among them, and no loose space at either end."""

from typing import Any

from django import forms

from trust.tools.plain import plain, plain_line


class LineField(forms.CharField):
    """Words on one line."""

    def to_python(self, value: Any) -> str:
        return plain_line(super().to_python(value) or "")


class WordsField(forms.CharField):
    """Words on as many lines as they take, five shown."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "").strip()

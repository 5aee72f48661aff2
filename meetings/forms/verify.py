"""A copy to be checked."""

from django import forms


class CopyToCheck(forms.Form):
    copy = forms.FileField(
        label="The PDF to check",
        allow_empty_file=True,
        error_messages={"required": "Choose the PDF that you want to check."},
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

"""A copy to be checked, or the code that is printed on one."""

import re

from django import forms

CODE = re.compile(r"[0-9A-F]{12}")


class CopyToCheck(forms.Form):
    copy = forms.FileField(
        label="The PDF to check",
        allow_empty_file=True,
        error_messages={"required": "Choose the PDF that you want to check."},
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
    )


class CodeToCheck(forms.Form):
    code = forms.CharField(
        label="The code printed on it",
        help_text="It stands at the end of the minutes: three groups of four, such as 7F3A-01B2-C9D4.",
        max_length=60,
        error_messages={"required": "Write the code that is printed at the end of the minutes."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"}),
    )

    def clean_code(self) -> str:
        """However it was written: small letters, spaces, other dashes or none, O for nought and I for one."""
        written = re.sub(r"[\W_]", "", self.cleaned_data["code"]).upper().replace("O", "0").replace("I", "1")
        if not CODE.fullmatch(written):
            raise forms.ValidationError(
                "A code is twelve figures and letters from A to F in three groups, such as 7F3A-01B2-C9D4."
            )
        return "-".join(written[start : start + 4] for start in (0, 4, 8))

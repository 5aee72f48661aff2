"""Signing minutes: here, in one's full name; or on paper, with the scan of the leaves."""

from collections.abc import Sequence
from typing import Any

from django import forms

from meetings.rules.signature import Signer
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField


class SignHere(forms.Form):
    """``text_sha256`` is the fingerprint of what was shown."""

    name = LineField(label="Your full name", max_length=160)
    states = forms.BooleanField(
        label="This is my signature, and I mean it as one",
        error_messages={"required": "Say that you mean this as your signature."},
    )
    text_sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)


class SignedOnPaper(forms.Form):
    """What an officer reads off the signed leaves, and the leaves themselves."""

    name = forms.ChoiceField(label="Who signed", widget=forms.RadioSelect)
    signed_date = DayField(label="Signed on", help_text="As written beside the signature")
    code = LineField(
        label="Code at the foot of the leaves",
        max_length=20,
        help_text="Three groups of four, such as 7F3A-01B2-C9D4: it binds the leaves to this text",
    )
    initialled = forms.BooleanField(
        label="Every leaf is initialled, and the last is signed",
        error_messages={"required": "Look through the leaves: each has to be initialled, and the last signed."},
    )
    scan = forms.FileField(
        label="The scan",
        allow_empty_file=True,
        help_text="A PDF, a JPEG or a PNG of all leaves, of at most 25 MB. It is kept as it is and never changed",
        error_messages={"required": "Choose the file of the scan."},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: Any, signers: Sequence[Signer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["name"]
        assert isinstance(who, forms.ChoiceField)
        who.choices = [(one.name, f"{one.name}, {one.capacity[:1].lower()}{one.capacity[1:]}") for one in signers]
        if len(signers) == 1:
            who.initial = signers[0].name

    @property
    def asked(self) -> dict[str, Any]:
        """What the operation is given."""
        return {name: self.cleaned_data[name] for name in ("name", "signed_date", "code", "scan")}

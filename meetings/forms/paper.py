"""What is asked of a paper, of its file, and of its going."""

from typing import Any

from django import forms

from meetings.forms.agenda import one_way
from meetings.models import Paper
from trust.tools.attachments import ACCEPT
from trust.tools.words_in_forms import LineField, WordsField

NAMES = (
    "title",
    "kind",
    "author_post",
    "pages",
    "standing",
    "date_stated",
    "place_of_inspection",
    "exempt_paragraphs",
    "exempt_reason",
)
FILE_HINT = "A PDF, Word, Excel or OpenDocument file, a picture or text, up to 20 MB. The pages of a PDF are counted"


def file_field(label: str, *, required: bool) -> forms.FileField:
    return forms.FileField(
        label=label,
        required=required,
        help_text=FILE_HINT,
        widget=forms.ClearableFileInput({"accept": ACCEPT}),
        error_messages={"empty": "The file is empty.", "required": "Choose the file."},
    )


class PaperForm(forms.Form):
    """A paper, without its file."""

    title = LineField(label="Title", max_length=240)
    kind = forms.ChoiceField(
        label="What it is", choices=Paper.Kind.choices, initial=Paper.Kind.REPORT, widget=forms.RadioSelect
    )
    author_post = LineField(
        label="Report of", max_length=200, required=False, help_text="The post, such as Director of Public Health"
    )
    pages = forms.IntegerField(
        label="Pages",
        required=False,
        min_value=1,
        max_value=32_000,
        help_text="Those of a PDF are counted",
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Give the pages as a number, such as 12."),
    )
    standing = LineField(label="How it stands", max_length=60, required=False, help_text="Such as draft, or to follow")
    date_stated = LineField(label="Its date", max_length=60, required=False, help_text="As it says it, March 2003")
    place_of_inspection = LineField(
        label="Where it can be looked at",
        max_length=200,
        required=False,
        help_text="Of a background paper, such as Futures Park, Room 4",
    )
    exempt_paragraphs = LineField(
        label="Exempt under these paragraphs of Schedule 12A",
        max_length=40,
        required=False,
        help_text="Numbers from 1 to 7, such as 1, 3. Leave empty where the paper is for publication",
    )
    exempt_reason = WordsField(
        label="Why the public interest favours keeping it closed", max_length=2_000, required=False
    )

    optional_unsaid = True
    RARE = ("standing", "date_stated", "place_of_inspection", "exempt_paragraphs", "exempt_reason")

    def usual_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.RARE]

    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.RARE]

    def has_rare(self) -> bool:
        return any(field.errors or field.value() for field in self.rare_fields())

    def clean_exempt_paragraphs(self) -> str:
        return one_way(self.cleaned_data["exempt_paragraphs"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("exempt_paragraphs") and not given.get("exempt_reason"):
            self.add_error("exempt_reason", "Say why the public interest favours keeping it closed.")
        if given.get("exempt_reason") and "exempt_paragraphs" in given and not given["exempt_paragraphs"]:
            self.add_error("exempt_paragraphs", "Give the paragraphs, or leave the reason empty.")
        return given


class NewPaperForm(PaperForm):
    """A paper with its file."""

    file = file_field("Its file", required=False)
    field_order = ("title", "kind", "file")


class FileForm(forms.Form):
    """The file that takes the place of another."""

    file = file_field("The new file", required=True)
    why = LineField(label="Why it is replaced", max_length=200, required=False, help_text="The officers read it")


class WithdrawForm(forms.Form):
    """Why a paper is withdrawn."""

    reason = WordsField(
        label="Why it is withdrawn",
        max_length=2_000,
        required=False,
        help_text="Needed once the agenda has been sent out: whoever reads the agenda reads it",
    )

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why it is withdrawn", self.cleaned_data["reason"])]

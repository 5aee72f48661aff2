"""What is asked where an agreement is set up, put to partners, reviewed, withdrawn or renewed."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Agreement, AskedPartner, Board, Partner
from boards.rules.adoption import WORDS
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class Dates(forms.Form):
    """Two days, the second not before the first."""

    first, last = "from_date", "to_date"
    out_of_order = "The last day is before the first."

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get(self.first), given.get(self.last)
        if first and last and last < first:
            self.add_error(self.last, self.out_of_order)
        return given


class AgreementForm(Dates):
    """What it is called, what it is, whose it is and from when it is to take effect."""

    title = LineField(label="Title", max_length=200)
    kind = forms.ChoiceField(label="What it is", choices=[("", "Choose one"), *Agreement.Kind.choices])
    version = LineField(label="Version", max_length=20, initial="1")
    board = forms.ModelChoiceField(
        Board.objects.none(),
        label="The board that puts it to the partners",
        required=False,
        empty_label="No board: the partnership as a whole",
    )
    lead_in = WordsField(
        label="Words before the clauses", required=False, help_text="Such as “Each partner agrees, as a minimum:”"
    )
    from_date = DayField(
        label="To take effect on",
        required=False,
        help_text="Left empty, it takes effect when the last partner has agreed. For example, 1 4 2026",
    )
    to_date = DayField(label="Last day, if it has one", required=False, help_text="")

    def __init__(self, *args: Any, boards: QuerySet[Board], may_be_of_none: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards
        if not may_be_of_none:
            field.required, field.empty_label = True, "Choose a board"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Title", given["title"]),
            ("What it is", Agreement.Kind(given["kind"]).label),
            ("Version", given["version"]),
            ("Put to the partners by", given["board"] or "No board: the partnership as a whole"),
            ("Words before the clauses", given["lead_in"]),
            ("To take effect on", given["from_date"] or "When the last partner has agreed"),
            ("Last day", given["to_date"]),
        ]


class Days(Dates):
    """From when it is to take effect and until when it holds, once partners were asked."""

    from_date = DayField(
        label="To take effect on", required=False, help_text="Left empty: when the last partner has agreed"
    )
    to_date = DayField(label="Last day, if it has one", required=False, help_text="")
    why = LineField(label="Why, for the history", max_length=200)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("To take effect on", given["from_date"] or "When the last partner has agreed"),
            ("Last day", given["to_date"] or "None"),
            ("Why", given["why"]),
        ]


class Asking(Dates):
    """Which partners, on what day, and by when they are to answer."""

    first, last = "asked_date", "due_date"
    out_of_order = "The day to answer by is before the day of asking."

    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(),
        label="Partners that are to answer",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the partners that are to answer."},
    )
    asked_date = DayField(label="Asked on")
    due_date = DayField(label="To answer by, if there is a day", required=False, help_text="")
    body = LineField(
        label="The body that is to answer, if it is the same for all",
        max_length=160,
        required=False,
        help_text="Such as “its board or cabinet”. It can be changed for each partner",
    )
    recommendation = WordsField(
        label="What they are recommended to decide, if the paper says so",
        max_length=10_000,
        required=False,
        help_text="It can be put otherwise to each partner",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tell = forms.BooleanField(
        label="Write to those who represent or manage them",
        required=False,
        initial=True,
        help_text="An e-mail with the address at which they read and answer it",
    )

    def __init__(self, *args: Any, partners: QuerySet[Partner], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"asked_date": on, "tell": True}} | kwargs)
        self.fields["partners"].queryset = partners  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Partners", ", ".join(partner.name for partner in given["partners"])),
            ("Asked on", given["asked_date"]),
            ("To answer by", given["due_date"] or "No day is set"),
            ("The body that is to answer", given["body"]),
            ("Recommended to decide", given["recommendation"]),
            ("E-mail", "They are written to" if given["tell"] else "Nobody is written to"),
        ]


class AskedForm(Dates):
    """What one partner was asked."""

    first, last = "asked_date", "due_date"
    out_of_order = Asking.out_of_order

    asked_date = DayField(label="Asked on")
    due_date = DayField(label="To answer by, if there is a day", required=False, help_text="")
    body = LineField(label="The body that is to answer", max_length=160, required=False)
    recommendation = WordsField(
        label="What it is recommended to decide",
        max_length=10_000,
        required=False,
        help_text="As the paper puts it to this body. It stays once the partner has answered",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, asked: AskedPartner, **kwargs: Any) -> None:
        now = {name: getattr(asked, name) for name in ("asked_date", "due_date", "body", "recommendation")}
        super().__init__(*args, **{"initial": now} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Asked on", given["asked_date"]),
            ("To answer by", given["due_date"] or "No day is set"),
            ("The body that is to answer", given["body"]),
            ("Recommended to decide", given["recommendation"]),
        ]


class Why(forms.Form):
    """A reason, for the history."""

    why = LineField(label="Why, for the history", max_length=400)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why", self.cleaned_data["why"])]


class NewVersion(forms.Form):
    """What the version is called that is to take another’s place."""

    version = LineField(label="Version", max_length=20)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Version", self.cleaned_data["version"])]


class AgreementsFilter(forms.Form):
    """How lists of agreements are cut; what makes no sense is left aside, but a day that is none is said to be none."""

    words = LineField(label="Title", required=False, max_length=100)
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *Agreement.Kind.choices])
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Board", required=False, empty_label="Any board", to_field_name="slug"
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any partner", to_field_name="slug"
    )
    order = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)
    on = forms.DateField(
        label="As of",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], partners: QuerySet[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name not in ("order", "on"))


class MatrixFilter(AgreementsFilter):
    """The same, with the standing of partners and how they answered."""

    category = forms.ChoiceField(
        label="Standing", required=False, choices=[("", "Any standing"), *Partner.Category.choices]
    )
    answer = forms.ChoiceField(label="Answer", required=False, choices=[("", "Any answer"), *WORDS.items()])
    field_order = ("words", "kind", "board", "partner", "category", "answer", "on")

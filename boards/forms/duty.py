"""What is asked where duties, what meets them and who answers for what are set down."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.agreement import Dates
from boards.models import Agreement, Board, Duty, Partner
from boards.rules.duty import OVERDUE, STATES, UNLISTED, UNMET, UNUSED
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

KINDS = [("", "Choose one"), *Duty.Kind.choices]


class DutyForm(forms.Form):
    """What is to be done, by its source, whose it is, and by when."""

    title = LineField(label="What it is called", max_length=200)
    kind = forms.ChoiceField(label="What it is", choices=KINDS)
    source = LineField(label="Source", max_length=200, help_text="The Act, guidance or paper, with its section")
    text = WordsField(label="What it asks", required=False, max_length=6_000)
    owner = LineField(
        label="Whose commitment it is", max_length=160, required=False, help_text="Such as “the Government”"
    )
    lead = forms.ModelChoiceField(
        Partner.objects.order_by("name"), label="Partner in the lead", required=False, empty_label="No partner"
    )
    deadline_date = DayField(
        label="Last day on which it is in time", required=False, help_text="For example, 1 4 2008. Left empty: none"
    )
    deadline_stated = LineField(
        label="By when, as the source says", max_length=80, required=False, help_text="Such as “by the end of 2005”"
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == Duty.Kind.COMMITMENT and not given.get("owner") and "owner" not in self.errors:
            self.add_error("owner", "Say whose commitment it is.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        kind = Duty.Kind(given["kind"]).label
        rest = [(str(self.fields[name].label), given[name]) for name in given if name not in ("title", "kind")]
        return [("What it is called", given["title"]), ("What it is", kind), *rest]


class ArrangementForm(Dates):
    """What meets the duty: a board, an agreement, or words of its own; over which days."""

    board = forms.ModelChoiceField(
        Board.objects.none(), label="Board that meets it", required=False, empty_label="No board"
    )
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(), label="Agreement that meets it", required=False, empty_label="No agreement"
    )
    words = WordsField(label="How", required=False, max_length=2_000)
    from_date = DayField(label="From")
    to_date = DayField(label="Last day, if it has one", required=False, help_text="")

    def __init__(self, *args: Any, boards: QuerySet[Board], agreements: QuerySet[Agreement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        self.fields["agreement"].queryset = agreements  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not any(given.get(name) for name in ("board", "agreement", "words")):
            self.add_error(None, "Say which board, which agreement or how it is met.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(field.label), self.cleaned_data[name]) for name, field in self.fields.items()]


class AccountabilityForm(Dates):
    """Which function of a partner’s staff answers to whom."""

    partner = forms.ModelChoiceField(Partner.objects.order_by("name"), label="Whose staff", empty_label="Choose one")
    function = LineField(label="For what", max_length=200, help_text="Such as “professional development”")
    answers_to = LineField(label="They answer to", max_length=200, help_text="The body or post")
    to_partner = forms.ModelChoiceField(
        Partner.objects.order_by("name"), label="Of which partner", required=False, empty_label="Not said"
    )
    through = forms.ModelChoiceField(
        Board.objects.none(), label="Through which board", required=False, empty_label="No board"
    )
    source = LineField(label="Source", max_length=200, required=False)
    from_date = DayField(label="From", required=False)
    to_date = DayField(label="Last day, if it has one", required=False, help_text="")

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["through"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(field.label), self.cleaned_data[name]) for name, field in self.fields.items()]


class Cut(forms.Form):
    """How a list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any partner", to_field_name="slug"
    )
    on = forms.DateField(
        label="As of",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )

    def __init__(self, *args: Any, partners: QuerySet[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners.order_by("name")  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields if name != "on"}

    def is_cut(self) -> bool:
        return any(self.cut().values())


class DutiesFilter(Cut):
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *Duty.Kind.choices])
    state = forms.ChoiceField(
        label="How it stands",
        required=False,
        choices=[("", "Any way"), *((state, word) for state, (word, _) in STATES.items())],
    )
    field_order = ("words", "kind", "state", "partner", "on")

    def __init__(self, *args: Any, knows_all: bool, **kwargs: Any) -> None:
        """``knows_all``: who may not know of everything is told of no gap."""
        super().__init__(*args, **kwargs)
        if not knows_all:
            field: Any = self.fields["state"]
            told = {UNMET: UNLISTED, OVERDUE: "", UNUSED: ""}
            field.choices = [(state, told.get(state, word)) for state, word in field.choices if told.get(state, word)]

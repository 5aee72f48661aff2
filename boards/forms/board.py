"""What is asked where a board is set up, changed, ended or replaced."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.network import STATUSES
from boards.models import Board, Footprint, Partner
from trust.tools.dates_in_forms import DayField
from trust.tools.words import listing
from trust.tools.words_in_forms import LineField, WordsField

VISIBLE = Board.Visibility


class ToldOfBoard(forms.Form):
    """What is put down about a board, and may change without becoming another."""

    kind = forms.ChoiceField(label="Kind", choices=Board.Kind.choices, initial=Board.Kind.GROUP)
    purpose = WordsField(label="What it is for", required=False)
    visibility = forms.ChoiceField(
        label="Who may know of it", choices=VISIBLE.choices, initial=VISIBLE.MEMBERS, widget=forms.RadioSelect
    )
    footprint = forms.ModelChoiceField(
        Footprint.objects.all(), label="The districts it is for", required=False, empty_label="The whole area"
    )
    record_holder = forms.ModelChoiceField(
        Partner.objects.filter(ended_date=None),
        label="Partner that holds its records",
        required=False,
        empty_label="Not settled",
        help_text="It answers requests for them",
    )
    due_to_end_date = DayField(
        label="To end by", required=False, help_text="If it is for a time only. For example, 31 3 2011"
    )

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ToldOfBoard.base_fields}

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Kind", Board.Kind(given["kind"]).label),
            ("What it is for", given["purpose"]),
            ("Who may know of it", VISIBLE(given["visibility"]).label),
            ("Districts", given.get("footprint") or "The whole area"),
            ("Its records are held by", given["record_holder"] or ""),
            ("To end by", given["due_to_end_date"] or ""),
        ]


class NewBoard(ToldOfBoard):
    """A board that is set up."""

    name = LineField(label="Name", max_length=160)
    reference_prefix = forms.RegexField(
        "^[A-Za-z0-9]{1,8}$",
        label="Prefix of its references",
        required=False,
        help_text="Its actions and decisions are cited by it, such as EG 2025/7. Left empty, the capitals of the name",
        error_messages={"invalid": "Write at most eight letters or figures."},
    )
    strapline = LineField(label="Strapline", max_length=200, required=False)
    status = forms.ChoiceField(label="What it is", choices=STATUSES, initial=Board.Status.STANDING)
    under = forms.ModelChoiceField(
        Board.objects.none(), label="Under which board", required=False, empty_label="No other board"
    )
    founded_date = DayField(label="First day")

    field_order = ["name", "strapline", "reference_prefix", "kind", "status", "under", "founded_date"]

    def __init__(self, *args: Any, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"founded_date": on}} | kwargs)
        self.fields["under"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Name", given["name"]),
            ("Strapline", given["strapline"]),
            ("Prefix", given["reference_prefix"].upper() or "The capitals of its name"),
            ("What it is", Board.Status(given["status"]).label),
            ("Under", given["under"] or "No other board"),
            ("First day", given["founded_date"]),
            *super().answers(),
        ]


class ChangedBoard(ToldOfBoard):
    because = LineField(label="Why, for the history", max_length=200, required=False)

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        initial = {name: getattr(board, name) for name in ToldOfBoard.base_fields}
        super().__init__(*args, **{"initial": initial} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        return [*super().answers(), ("Why", self.cleaned_data["because"])]


class Boards(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class EndedBoard(forms.Form):
    """The last day of a board, and what comes after it."""

    last_day = DayField(label="Last day", help_text="The day still counts. For example, 31 3 2011")
    successors = Boards(Board.objects.none(), label="What takes its place", required=False)
    children_under = forms.ModelChoiceField(
        Board.objects.none(),
        label="Boards under it go under",
        required=False,
        empty_label="No other: they stand on their own",
    )
    why = LineField(label="Why, for the history", max_length=200, required=False)

    def __init__(self, *args: Any, boards: QuerySet[Board], has_children: bool, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"last_day": on}} | kwargs)
        self.fields["successors"].queryset = boards  # type: ignore[attr-defined]
        self.fields["children_under"].queryset = boards  # type: ignore[attr-defined]
        if not has_children:
            del self.fields["children_under"]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = [("Last day", given["last_day"]), ("What takes its place", listing(given["successors"]) or "Nothing")]
        if "children_under" in given:
            told.append(("Boards under it go under", given["children_under"] or "No other board"))
        return [*told, ("Why", given["why"])]


class Replacement(forms.Form):
    """Boards that end, and those that take their place, from one day."""

    from_date = DayField(label="From", help_text="The first day of the new ones. For example, 1 4 2011")
    ended = Boards(Board.objects.none(), label="Boards that end")
    names = WordsField(label="New boards", required=False, help_text="One name on each line")
    successors = Boards(Board.objects.none(), label="Boards there are already that take their place", required=False)
    kind = forms.ChoiceField(label="Kind of the new boards", choices=Board.Kind.choices, initial=Board.Kind.GROUP)
    visibility = forms.ChoiceField(
        label="Who may know of the new boards",
        choices=VISIBLE.choices,
        initial=VISIBLE.MEMBERS,
        widget=forms.RadioSelect,
    )
    under = forms.ModelChoiceField(
        Board.objects.none(), label="The new boards are under", required=False, empty_label="No other board"
    )
    why = LineField(
        label="What decided it",
        max_length=200,
        required=False,
        help_text="Such as the meeting and the minute; it stands in the history of each board",
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("ended", "successors", "under"):
            self.fields[name].queryset = boards  # type: ignore[attr-defined]

    def clean_names(self) -> list[str]:
        """One to a line, each once."""
        names = [" ".join(line.split()) for line in self.cleaned_data["names"].split("\n")]
        found = list(dict.fromkeys(name for name in names if name))
        if any(len(name) > 160 for name in found):
            raise forms.ValidationError("A name has at most 160 characters.")
        if len({name.casefold() for name in found}) != len(found):
            raise forms.ValidationError("Two of these names are the same.")
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        ended: Sequence[Board] = given.get("ended") or []
        if both := [board for board in given.get("successors") or [] if board in ended]:
            self.add_error("successors", f"{listing(both)} cannot end and take its own place.")
        if not given.get("names") and not given.get("successors") and not {"names", "successors"} & set(self.errors):
            self.add_error("names", "Name at least one new board, or choose one there is already.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        new = [("New boards", listing(given["names"]))]
        if given["names"]:
            new += [
                ("Kind of the new boards", Board.Kind(given["kind"]).label),
                ("Who may know of the new boards", VISIBLE(given["visibility"]).label),
                ("The new boards are under", given["under"] or "No other board"),
            ]
        return [
            ("From", given["from_date"]),
            ("Boards that end", listing(given["ended"])),
            *new,
            ("Boards there are already that take their place", listing(given["successors"])),
            ("What decided it", given["why"]),
        ]

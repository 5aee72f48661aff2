"""What is asked where districts, footprints and one board for each district are set up."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.board import ToldOfBoard
from boards.models import Board, District, Footprint
from boards.queries.footprint import latest_of
from boards.rules.network import PLACE_OF_DISTRICT
from trust.tools.dates_in_forms import DayField
from trust.tools.words import listing
from trust.tools.words_in_forms import LineField, WordsField


class Districts(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": "Choose at least one district."}


class NewDistricts(forms.Form):
    names = WordsField(label="Districts", help_text="One name on each line, in the order in which people list them")

    def clean_names(self) -> list[str]:
        """One to a line, each once."""
        names = [" ".join(line.split()) for line in self.cleaned_data["names"].split("\n")]
        found = [name for name in names if name]
        if any(len(name) > 100 for name in found):
            raise forms.ValidationError("A name has at most 100 characters.")
        if len({name.casefold() for name in found}) != len(found):
            raise forms.ValidationError("Two of these names are the same.")
        return found

    def answers(self) -> list[tuple[str, Any]]:
        return [("Districts", listing(self.cleaned_data["names"]))]


class FootprintForm(forms.Form):
    name = LineField(label="Name", max_length=120, help_text="Such as “East”")
    districts = Districts(District.objects.all(), label="Its districts")

    from_date = DayField(label="It has these districts from", required=False)

    def __init__(self, *args: Any, footprint: Footprint | None = None, on: dt.date, **kwargs: Any) -> None:
        """``on``: from when another choice holds, unless another day is given or another change is still to come."""
        initial: dict[str, Any] = {}
        if footprint:
            districts, first = latest_of(footprint, on=on)
            initial = {"name": footprint.name, "districts": districts, "from_date": first}
        super().__init__(*args, **{"initial": initial} | kwargs)
        self.fields["from_date"].required = footprint is not None
        if footprint is None:
            self.fields["from_date"].help_text = "Left empty, it always had them. For example, 1 4 2011"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        districts = ("Its districts", listing(given["districts"]))
        return [("Name", given["name"]), districts, ("From", given["from_date"] or "The beginning")]


class ForDistricts(ToldOfBoard):
    """A template, and the districts that get a board after it."""

    districts = Districts(District.objects.all(), label="Districts")
    name = LineField(
        label="Name of each", max_length=120, help_text=f"With {PLACE_OF_DISTRICT} where the district’s name goes"
    )
    under = forms.ModelChoiceField(Board.objects.none(), label="Under", required=False, empty_label="No other board")
    locality_of = forms.ModelChoiceField(
        Board.objects.none(), label="A locality of", required=False, empty_label="No other board"
    )
    like = forms.ModelChoiceField(
        Board.objects.none(),
        label="With the terms and the seats of",
        required=False,
        empty_label="No other board",
        help_text="The seats begin vacant; a district council’s is each district’s own council’s",
    )
    founded_date = DayField(label="First day")
    footprint = None  # type: ignore[assignment]

    field_order = ["districts", "name", "founded_date", "under", "locality_of", "like", "kind"]
    own = ("districts", "name", "founded_date", "under", "locality_of", "like")

    def __init__(self, *args: Any, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        initial = {
            "districts": District.objects.all(),
            "name": f"{PLACE_OF_DISTRICT} District Trust",
            "kind": Board.Kind.DISTRICT_TRUST,
            "founded_date": on,
        }
        super().__init__(*args, **{"initial": initial} | kwargs)
        for name in ("under", "locality_of", "like"):
            self.fields[name].queryset = boards  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ToldOfBoard.base_fields if name != "footprint"}

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        names = [given["name"].replace(PLACE_OF_DISTRICT, district.name) for district in given["districts"]]
        return [
            (f"Boards ({len(names)})", listing(names)),
            ("First day", given["founded_date"]),
            ("Under", given["under"] or "No other board"),
            ("A locality of", given["locality_of"] or "No other board"),
            ("With the terms and the seats of", given["like"] or "No other board"),
            *(answer for answer in super().answers() if answer[0] != "Districts"),
        ]

"""What is asked where task and finish groups are set up: one row for each, such as seven for seven objectives."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField

from boards.forms.grouped import Group
from boards.forms.seat import PersonChoice
from boards.models import Board, Person
from boards.rules.groups import Alike, NewGroup
from trust.tools.dates_in_forms import DayField
from trust.tools.words import listing
from trust.tools.words_in_forms import LineField, WordsField

MOST = 12
SHARED = ("founded_date", "due_to_end_date", "visibility", "clerk")
ASKED = ("name", "objective", "lead", "works_to", "priority", "members")
SEVERAL = "One group for each objective. A group left without a name is not set up."


def rows_sent(data: Mapping[str, Any]) -> int:
    found = [int(at[1]) for name in data if (at := re.fullmatch(r"group_(\d{1,2})_name", name))]
    return min(max(found, default=0) + 1, MOST)


def row_fields(people: QuerySet[Person], boards: QuerySet[Board]) -> dict[str, forms.Field]:
    return {
        "name": LineField(label="Name of the group", max_length=160, required=False),
        "objective": WordsField(label="What it is to have done when it ends", required=False),
        "lead": PersonChoice(people, label="Who leads it", required=False, empty_label="Choose somebody"),
        "works_to": forms.ModelChoiceField(
            boards, label="Board whose priority it works to, if any", required=False, empty_label="None, or this board"
        ),
        "priority": LineField(label="Which priority, in its words, if any", max_length=200, required=False),
        "members": WordsField(
            label="Who else sits on it, if anybody yet",
            required=False,
            help_text="One name on each line, as the register has it",
        ),
    }


class NewGroups(forms.Form):
    """Shared days, then a row for each group; a row nobody has begun asks for nothing, so no box of it is required."""

    optional_unsaid = True

    founded_date = DayField(label="First day")
    due_to_end_date = DayField(label="To end by", help_text="For example, 31 3 2011")
    visibility = forms.ChoiceField(
        label="Who may know of them",
        choices=Board.Visibility.choices,
        initial=Board.Visibility.MEMBERS,
        widget=forms.RadioSelect,
    )
    clerk = PersonChoice(
        Person.objects.none(), label="Who takes their minutes", required=False, empty_label="Nobody yet"
    )

    def __init__(self, *args: Any, people: QuerySet[Person], boards: QuerySet[Board], rows: int = 0, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.people, self.boards = people, boards
        self.fields["clerk"].queryset = people  # type: ignore[attr-defined]
        self.rows = rows or rows_sent(self.data)
        for row in range(self.rows):
            self.fields |= {f"group_{row}_{name}": field for name, field in row_fields(people, boards).items()}

    def with_another(self) -> Self:
        """The same answers in a form that nobody has sent yet, with room for one more group."""
        said = {name: self[name].data for name in self.fields}
        rows = min(self.rows + 1, MOST)
        longer = type(self)(people=self.people, boards=self.boards, rows=rows, initial=said)
        longer.fields[f"group_{rows - 1}_name"].widget.attrs["autofocus"] = True
        return longer

    def groups(self) -> list[Group]:
        """As it is laid out."""
        rows = [self._row(row) for row in range(self.rows)]
        more = "Add another group" if self.rows < MOST else ""
        return [
            Group("All groups set up here", [self[name] for name in SHARED]),
            Group("What each is for", [], rows, SEVERAL, more, "group"),
        ]

    def _row(self, row: int) -> list[BoundField]:
        return [self[f"group_{row}_{name}"] for name in ASKED]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, last = given.get("founded_date"), given.get("due_to_end_date")
        if first and last and last < first:
            self.add_error("due_to_end_date", "It would be to end before its first day.")
        named = [row for row in range(self.rows) if self._clean_row(row, given)]
        if not named and "group_0_name" not in self.errors:
            self.add_error("group_0_name", "Name at least one group.")
        return given

    def _clean_row(self, row: int, given: dict[str, Any]) -> bool:
        """Whether the row is a group; what it lacks is asked for."""
        said = {name: given.get(f"group_{row}_{name}") for name in ASKED}
        if not any(said.values()):
            return False
        for name, asked in (
            ("name", "Name this group."),
            ("objective", "Say what it is to have done."),
            ("lead", "Choose who leads it."),
        ):
            if not said[name] and f"group_{row}_{name}" not in self.errors:
                self.add_error(f"group_{row}_{name}", asked)
        given[f"group_{row}_people"] = self._named(f"group_{row}_members", said["members"] or "")
        return True

    def _named(self, field: str, words: str) -> tuple[Person, ...]:
        """The people of these lines, each once; whoever is not in the register, or there twice, is said."""
        names = list(dict.fromkeys(" ".join(line.split()) for line in words.split("\n") if line.strip()))
        known: dict[str, list[Person]] = {}
        for person in self.people.filter(name__in=names) if names else ():
            known.setdefault(person.name, []).append(person)
        if missing := [name for name in names if name not in known]:
            is_not = "is not a name" if len(missing) == 1 else "are not names"
            self.add_error(field, f"{listing(missing)} {is_not} of people you may choose. Look at the spelling.")
        if twice := [name for name, people in known.items() if len(people) > 1]:
            self.add_error(
                field, f"There are two people called {listing(twice)}. Appoint them on the group’s own page."
            )
        return tuple(known[name][0] for name in names if name in known)

    def alike(self) -> Alike:
        return Alike(**{name: self.cleaned_data[name] for name in SHARED})

    def new_groups(self) -> list[NewGroup]:
        return [self._group(row) for row in range(self.rows) if self.cleaned_data[f"group_{row}_name"]]

    def _group(self, row: int) -> NewGroup:
        said = {name: self.cleaned_data[f"group_{row}_{name}"] for name in ASKED}
        return NewGroup(**said | {"members": self.cleaned_data[f"group_{row}_people"]})

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = [("First day", given["founded_date"]), ("To end by", given["due_to_end_date"])]
        told += [("Who may know of it", Board.Visibility(given["visibility"]).label)]
        told += [("Minutes taken by", given["clerk"] or "Nobody yet")]
        return told + [(group.name, _told(group)) for group in self.new_groups()]


def _told(group: NewGroup) -> str:
    said: Sequence[str] = [f"{group.objective.rstrip('.')}.", f"Led by {group.lead}."]
    works: Iterable[object] = [part for part in (group.priority, group.works_to) if part]
    also = [f"With {listing(group.members)}."] if group.members else []
    return " ".join([*said, *also, *([f"Works to {', '.join(map(str, works))}."] if works else [])])

"""What is asked where outcomes are set down, replaced, and boards are linked to them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.seat import LastDay
from boards.models import Board, Outcome, OutcomeList
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class OutcomesForm(forms.Form):
    name = LineField(label="What the list is called", max_length=160)
    source = LineField(label="Where it comes from", max_length=200, required=False)
    titles = WordsField(label="The outcomes, each on a line of its own", max_length=6_000)
    from_date = DayField(label="In force from")

    def clean_titles(self) -> list[str]:
        titles = [" ".join(line.split()) for line in self.cleaned_data["titles"].splitlines() if line.strip()]
        if any(len(title) > 160 for title in titles):
            raise forms.ValidationError("An outcome is at most 160 characters long.")
        return titles

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("The list", given["name"]),
            ("Where it comes from", given["source"]),
            ("The outcomes", "; ".join(given["titles"])),
            ("In force from", given["from_date"]),
        ]


class FollowsForm(forms.Form):
    """For each outcome of a list, those of the earlier list whose place it takes."""

    def __init__(self, *args: Any, later: Sequence[Outcome], before: QuerySet[Outcome], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.later = later
        for one in later:
            self.fields[f"follows_{one.pk}"] = forms.ModelMultipleChoiceField(
                before,
                label=f"“{one.title}” takes the place of",
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=[had.pk for had in one.follows.all()],
            )

    def follows(self) -> dict[Outcome, list[Outcome]]:
        return {one: list(self.cleaned_data[f"follows_{one.pk}"]) for one in self.later}

    def answers(self) -> list[tuple[str, Any]]:
        return [(one.title, ", ".join(map(str, before))) for one, before in self.follows().items()]


class OutcomeOf(forms.ModelChoiceField):
    def label_from_instance(self, outcome: Any) -> str:
        return f"{outcome.title} ({outcome.outcomes})"


class LinkForm(forms.Form):
    """Which board works for which outcome, from when."""

    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose a board")
    outcome = OutcomeOf(Outcome.objects.none(), label="Works for", empty_label="Choose an outcome")
    from_date = DayField(label="From")

    def __init__(self, *args: Any, boards: QuerySet[Board], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        in_force = Outcome.objects.filter(outcomes__in=OutcomeList.objects.held_on(on)).select_related("outcomes")
        self.fields["outcome"].queryset = in_force  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [("Board", given["board"]), ("Works for", given["outcome"]), ("From", given["from_date"])]


class EndForm(LastDay):
    """When a board stopped working for an outcome; the reason is asked for."""

    why = LineField(label="Why, for the history", max_length=400)

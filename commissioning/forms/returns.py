"""What a reporter is asked: every area on one form; and how the map is cut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField

from commissioning.models import Area, Period, Return
from commissioning.rules.returns import WORDS, Said, State
from trust.tools.words_in_forms import LineField, WordsField

LONGEST = 4000
ASKED = ("colour", "reason", "evidence")


@dataclass(frozen=True)
class AreaAsked:
    """One area of the form, with what was said of it in the period before."""

    area: Area
    fields: list[BoundField]
    before: Return | None = None


class ReturnForm(forms.Form):
    """Red, amber or green for each area, with its reason. What was returned before stands in it, to be revised."""

    def __init__(
        self,
        *args: Any,
        areas: Sequence[Area],
        now: Mapping[int, Return],
        before: Mapping[int, Return],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.areas, self.before = list(areas), before
        latest = max((one.pk for one in now.values()), default=0)
        self.fields["seen"] = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=latest)
        for area in areas:
            self.fields |= {f"area_{area.pk}_{name}": field for name, field in _fields(area).items()}
            if one := now.get(area.pk):
                self.initial.update({f"area_{area.pk}_{name}": getattr(one, name) for name in ASKED})

    def laid_out(self) -> list[AreaAsked]:
        return [
            AreaAsked(area, [self[f"area_{area.pk}_{name}"] for name in ASKED], self.before.get(area.pk))
            for area in self.areas
        ]

    def said(self) -> list[Said]:
        given = self.cleaned_data
        return [Said(area, **{name: given[f"area_{area.pk}_{name}"] for name in ASKED}) for area in self.areas]

    @property
    def seen(self) -> int:
        return self.cleaned_data.get("seen") or 0

    def with_latest_seen(self, latest: int) -> None:
        """What was written stays; whoever sends it again has the newest return before them."""
        self.data = {**self.data.dict(), "seen": str(latest)}  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(one.area), _told(one)) for one in self.said()]


def _told(one: Said) -> str:
    evidence = f" Evidence: {one.evidence}" if one.evidence else ""
    return f"{WORDS[State(one.colour)]}. {one.reason}{evidence}"


def _fields(area: Area) -> dict[str, forms.Field]:
    choose, why = f"Choose red, amber or green for “{area}”.", f"Give the reason for “{area}”."
    return {
        "colour": forms.ChoiceField(
            label="How it is going",
            choices=Return.Colour.choices,
            widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"}),
            error_messages={"required": choose, "invalid_choice": choose},
        ),
        "reason": WordsField(
            label="Reason",
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages={"required": why},
        ),
        "evidence": WordsField(
            label="Evidence",
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Where it can be seen: a report, a figure, a visit",
        ),
    }


class MapFilter(forms.Form):
    """How the map is cut; what makes no sense is left aside."""

    period = forms.ModelChoiceField(Period.objects.none(), label="Period", required=False, empty_label=None)
    words = LineField(label="Reporter", required=False, max_length=100)
    area = forms.ModelChoiceField(Area.objects.none(), label="Area", required=False, empty_label="All areas")
    state = forms.ChoiceField(
        label="With any",
        required=False,
        choices=[
            ("", "Anything"),
            *((state.value, WORDS[state]) for state in (State.RED, State.AMBER, State.GREEN, State.NO_RETURN)),
        ],
    )
    order = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, periods: QuerySet[Period], areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("period", periods), ("area", areas)):
            field: Any = self.fields[name]
            field.queryset = offered

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name not in ("order", "period"))


class Chasing(forms.Form):
    """Whom to write to; those who can be are ticked."""

    reporters = forms.TypedMultipleChoiceField(
        label="Whom to chase",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose whom to chase.",
            "invalid_choice": "One of these has returned, or was written to, meanwhile. Look at the list again.",
        },
    )

    def __init__(self, *args: Any, silent: Sequence[Any], **kwargs: Any) -> None:
        self.offered = {one.reporter.pk: one for one in silent if one.can_be_chased}
        super().__init__(*args, **{"initial": {"reporters": list(self.offered)}} | kwargs)
        field: Any = self.fields["reporters"]
        field.choices = [(pk, f"{one.name}: {one.who}") for pk, one in self.offered.items()]

    @property
    def chosen(self) -> list[Any]:
        return [self.offered[pk] for pk in self.cleaned_data["reporters"]]

    def answers(self) -> list[tuple[str, Any]]:
        addresses = dict.fromkeys(user.email for one in self.chosen for user in one.users)
        return [
            ("Reporters", ", ".join(one.name for one in self.chosen)),
            ("E-mails", f"{len(addresses)}, each to one person"),
            ("To", ", ".join(addresses)),
        ]

"""What is asked where a scheme, its areas, its reporters and its periods are set up."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.agreement import Dates
from boards.models import Board, Partner
from commissioning.models import Area, Period, Reporter, Scheme
from commissioning.queries.schemes import Bodies
from commissioning.rules.schemes import DAYS_TO_RETURN, SIX_AREAS, Span, quarters
from trust.tools.dates_in_forms import DayField
from trust.tools.words import counted, listing, short_date
from trust.tools.words_in_forms import LineField, WordsField

LONGEST = 200
COLOURS = (
    "Green: on course, and the evidence shows it.\nAmber: under way, with something still to be put right.\n"
    "Red: not under way, or not working."
)


class Titles(WordsField):
    """One title on each line."""

    def clean(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in super().clean(value).split("\n")]
        titles = [line for line in lines if line]
        if long := [title for title in titles if len(title) > LONGEST]:
            raise forms.ValidationError(f"“{long[0][:40]}…” is longer than {LONGEST} characters.")
        return titles


def _shared_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="When the others see a return",
        choices=Scheme.Shared.choices,
        initial=Scheme.Shared.TOGETHER,
        widget=forms.RadioSelect,
        help_text="Its reporter and the officers of the board see it from the first",
    )


class SchemeForm(forms.Form):
    """A scheme of a board, with the areas it begins with."""

    board = forms.ModelChoiceField(Board.objects.none(), label="Board it is returned to", empty_label="Choose one")
    title = LineField(label="Title", max_length=LONGEST)
    areas = Titles(
        label="Areas",
        initial="\n".join(SIX_AREAS),
        help_text="One on each line, in their order. Six are offered; change them as you like",
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    shared = _shared_field()
    note = WordsField(label="What the colours mean", required=False, initial=COLOURS, max_length=4000)

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["board"]
        field.queryset = boards
        if boards.count() == 1:
            self.initial.setdefault("board", boards.get().pk)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Board", given["board"]),
            ("Title", given["title"]),
            ("Areas", "\n".join(given["areas"])),
            ("The others see a return", Scheme.Shared(given["shared"]).label),
            ("What the colours mean", given["note"]),
        ]


class ChangeSchemeForm(forms.Form):
    """What a scheme is called, when its returns are shared, and what its colours mean."""

    title = LineField(label="Title", max_length=LONGEST)
    shared = _shared_field()
    note = WordsField(label="What the colours mean", required=False, max_length=4000)

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        now = {"title": scheme.title, "shared": scheme.shared, "note": scheme.note}
        super().__init__(*args, **{"initial": now} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        shared = Scheme.Shared(given["shared"]).label
        return [("Title", given["title"]), ("The others see a return", shared), ("Colours", given["note"])]


class AreasForm(forms.Form):
    """More areas, from a day on."""

    titles = Titles(label="Areas", help_text="One on each line, in their order")
    from_date = DayField(
        label="Looked at from",
        required=False,
        help_text="A period that ends before this day does not ask for it. Left empty: all periods ask for it",
    )

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [("Areas", "\n".join(given["titles"])), ("Looked at from", given["from_date"] or "The first period")]


class OfDays(Dates):
    """From when and until when, with the reason for the history."""

    from_date = DayField(
        label="First day, if there is one", required=False, help_text="Periods that end before it do not ask"
    )
    to_date = DayField(
        label="Last day, if there is one", required=False, help_text="Periods that end after it do not ask"
    )
    why = LineField(label="Why, for the history", max_length=400, required=False)

    def __init__(self, *args: Any, of: Area | Reporter, **kwargs: Any) -> None:
        now = {"from_date": of.from_date, "to_date": of.to_date}
        super().__init__(*args, **{"initial": now} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        days = [("First day", given["from_date"] or "None: from the first period")]
        return [*days, ("Last day", given["to_date"] or "None: it goes on"), ("Why", given["why"])]


class AreaForm(OfDays):
    """An area’s title and days."""

    title = LineField(label="Area", max_length=LONGEST)
    field_order = ("title", "from_date", "to_date", "why")

    def __init__(self, *args: Any, of: Area, **kwargs: Any) -> None:
        now = {"title": of.title, "from_date": of.from_date, "to_date": of.to_date}
        super().__init__(*args, of=of, **{"initial": now} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Area", self.cleaned_data["title"]), *super().answers()]


class ReportersForm(forms.Form):
    """Who reports from a day on: boards, partners, or both; several in one act."""

    boards = forms.ModelMultipleChoiceField(
        Board.objects.none(), label="Boards and groups", required=False, widget=forms.CheckboxSelectMultiple
    )
    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label="Partners", required=False, widget=forms.CheckboxSelectMultiple
    )
    from_date = DayField(label="Asked from", help_text="Periods that end before this day ask nothing of them")

    def __init__(self, *args: Any, bodies: Bodies, ticked: QuerySet[Board] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in vars(bodies).items():
            field: Any = self.fields[name]
            field.queryset = offered
            if not offered.exists():
                del self.fields[name]
        if ticked is not None:
            self.initial["boards"] = [board.pk for board in ticked]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("boards") and not given.get("partners"):
            raise forms.ValidationError("Choose at least one that is to report.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        bodies = [*given.get("boards", ()), *given.get("partners", ())]
        return [
            ("Reporters", f"{counted(len(bodies), 'body', 'bodies').capitalize()}: {listing(bodies)}"),
            ("Asked from", given["from_date"]),
        ]


class PeriodForm(Dates):
    """One period."""

    title = LineField(label="Period", max_length=80, help_text="Such as “October to December 2026”")
    from_date = DayField(label="First day")
    to_date = DayField(label="Last day")
    due_date = DayField(label="Returns due by")

    def __init__(self, *args: Any, period: Period | None = None, **kwargs: Any) -> None:
        names = ("title", "from_date", "to_date", "due_date")
        now = {name: getattr(period, name) for name in names} if period else {}
        super().__init__(*args, **{"initial": now} | kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, due = given.get("from_date"), given.get("due_date")
        if first and due and due < first:
            self.add_error("due_date", "It would be due before the period begins.")
        return given

    def span(self) -> Span:
        return Span(**{name: self.cleaned_data[name] for name in ("title", "from_date", "to_date", "due_date")})

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        days = [("First day", given["from_date"]), ("Last day", given["to_date"])]
        return [("Period", given["title"]), *days, ("Returns due by", given["due_date"])]


class YearForm(forms.Form):
    """A year’s four quarters in one act."""

    from_date = DayField(label="First day of the year", help_text="The first of a month. For example, 1 4 2026")
    days = forms.IntegerField(
        label="Days after the end of a quarter in which to return",
        initial=DAYS_TO_RETURN,
        min_value=0,
        max_value=180,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )

    def clean_from_date(self) -> dt.date:
        day: dt.date = self.cleaned_data["from_date"]
        if day.day != 1:
            raise forms.ValidationError("Give the first day of a month: quarters are whole months.")
        return day

    def spans(self) -> list[Span]:
        return quarters(self.cleaned_data["from_date"], self.cleaned_data["days"])

    def answers(self) -> list[tuple[str, Any]]:
        return [(span.title, f"Returns due by {short_date(span.due_date)}") for span in self.spans()]

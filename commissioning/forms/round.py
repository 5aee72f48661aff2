"""What is asked of a round and of its shares."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Board
from boards.queries.access import boards_known_to
from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers, YearField, choice
from commissioning.models import Fund
from commissioning.queries.round import boards_with_rounds, years_with_rounds
from commissioning.rules.years import financial_year
from trust.tools.dates_in_forms import DayField
from trust.tools.money_in_forms import MoneyField
from trust.tools.words_in_forms import LineField, WordsField


class RoundForm(MoneyAnswers):
    title = LineField(label="What it is called", max_length=200, help_text="Such as “Reallocation, autumn 2010”")
    year = YearField(label="Financial year")
    amount_pence = MoneyField(
        label="The pot", required=False, help_text=f"{AMOUNT_HINT}. Leave it empty while it is not confirmed"
    )
    confirming_board = choice(Board.objects.none(), "Which board confirms what is allocated", "No other board has to")
    opens_date = DayField(label="Bids from", required=False)
    closes_date = DayField(label="Bids until", required=False)

    def __init__(self, *args: Any, by: Any, fund: Fund, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boards: Any = self.fields["confirming_board"]
        boards.queryset = boards_known_to(by).exclude(pk=fund.board_id).order_by("name")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        opens, closes = given.get("opens_date"), given.get("closes_date")
        if opens and closes and closes < opens:
            self.add_error("closes_date", "It closes before it opens.")
        return given

    def fields_of(self) -> dict[str, Any]:
        return {**self.fields_given("because"), "amount_stated": self.stated("amount_pence")}


class RoundChangeForm(RoundForm):
    because = LineField(label="Why it changes", max_length=200)


class FundToDivide(forms.Form):
    fund = forms.ModelChoiceField(Fund.objects.none(), label="Out of which fund", empty_label="Choose one")

    def __init__(self, *args: Any, funds: QuerySet[Fund], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds  # type: ignore[attr-defined]


class DivideForm(MoneyAnswers):
    boards = forms.ModelMultipleChoiceField(
        Board.objects.none(), label="Boards", required=False, widget=forms.CheckboxSelectMultiple
    )
    bodies = WordsField(
        label="Bodies that are no board here, each on a line of its own",
        required=False,
        max_length=4_000,
        help_text="Such as strategic partnerships with minutes of their own",
    )
    amount_pence = MoneyField(label="To each of them", help_text=AMOUNT_HINT)

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boards: Any = self.fields["boards"]
        boards.queryset = boards_known_to(by).filter(ended_date=None).order_by("name")

    def clean_bodies(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["bodies"].splitlines()]
        named = [line for line in lines if line]
        if long := [line for line in named if len(line) > 160]:
            raise forms.ValidationError(f"“{long[0][:40]}…” is longer than a name is kept here: 160 characters.")
        return named


class ShareForm(MoneyAnswers):
    amount_pence = MoneyField(label="The share", help_text=AMOUNT_HINT)
    returned_pence = MoneyField(
        label="Of it, money returned to it", required=False, help_text="What it had given back before"
    )
    note = WordsField(label="Note", required=False, max_length=4_000)
    because = LineField(label="Why it changes", max_length=200, required=False)

    def fields_of(self) -> dict[str, Any]:
        return {**self.fields_given("because"), "amount_stated": self.stated("amount_pence")}


class RoundsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    board = forms.ModelChoiceField(Board.objects.none(), label="Board", required=False, empty_label="Any board")
    year = forms.ChoiceField(label="Year", required=False)
    over = forms.ChoiceField(
        label="Sums", required=False, choices=[("", "Any"), ("yes", "With something that does not add up")]
    )

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_with_rounds(by)  # type: ignore[attr-defined]
        years: Any = self.fields["year"]
        years.choices = [("", "Any year"), *((str(year), financial_year(year)) for year in years_with_rounds(by))]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(self.cut().values())

"""What is asked about a fund, its years, and the reports its manager owes."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Agreement, Board, Partner
from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers, YearField, choice
from commissioning.models import Fund
from trust.tools.dates_in_forms import DayField
from trust.tools.money_in_forms import MoneyField
from trust.tools.words_in_forms import LineField, WordsField

OPEN = f"{AMOUNT_HINT}. Leave it empty while it is not confirmed"
OWN = (
    "board", "name", "kind", "purpose", "source", "host", "pool_manager", "agreement", "risk_share", "overspend_rule",
    "underspend_rule", "amount_pence", "from_date", "to_date",
)  # fmt: skip
ROWS = {"rows": 2}


class FundForm(MoneyAnswers):
    may_be_open = ("amount_pence",)

    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose one")
    name = LineField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="What it is", choices=[("", "Choose one"), *Fund.Kind.choices])
    purpose = WordsField(label="What it is for", required=False, max_length=6_000, widget=forms.Textarea(ROWS))
    source = LineField(
        label="The grant it comes from", max_length=200, required=False, help_text="Of a grant: its name"
    )
    host = choice(Partner.objects.none(), "Host partner", "None, or not known yet")
    pool_manager = LineField(label="Pool manager", max_length=160, required=False, help_text="The name or the post")
    agreement = choice(
        Agreement.objects.none(),
        "Agreement it rests on",
        "None yet",
        help_text="Of a pooled fund: the section 75 agreement. Several funds can rest on one",
    )
    risk_share = WordsField(
        label="Risk share",
        required=False,
        max_length=6_000,
        help_text="“None” is an answer",
        widget=forms.Textarea(ROWS),
    )
    overspend_rule = WordsField(
        label="If it is overspent", required=False, max_length=6_000, widget=forms.Textarea(ROWS)
    )
    underspend_rule = WordsField(
        label="If it is underspent", required=False, max_length=6_000, widget=forms.Textarea(ROWS)
    )
    amount_pence = MoneyField(label="Amount", required=False, help_text=OPEN)
    from_date = DayField(label="From, if there is a day", required=False, help_text="For example, 1 4 2026")
    to_date = DayField(label="To, if there is a day", required=False, help_text="")

    def __init__(
        self,
        *args: Any,
        boards: QuerySet[Board],
        partners: QuerySet[Partner],
        agreements: QuerySet[Agreement],
        fund: Fund | None = None,
        **kwargs: Any,
    ) -> None:
        initial = {name: getattr(fund, f"{name}_id" if name in IDS else name) for name in OWN} if fund else {}
        super().__init__(*args, **{"initial": initial} | kwargs)
        for name, found in (("board", boards), ("host", partners), ("agreement", agreements)):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        if fund is None and len(boards) == 1:
            self.initial["board"] = boards[0].pk
        if fund is not None:
            self.fields["because"] = LineField(label="Why it is changed, for the history", max_length=200)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("from_date"), given.get("to_date")
        if first and last and last < first:
            self.add_error("to_date", "The last day is before the first.")
        return given

    def told(self, was: Fund | None = None) -> dict[str, Any]:
        """Its fields; the words of the amount stay while the amount does."""
        given = self.fields_given("because")
        same = was is not None and was.amount_pence == given["amount_pence"]
        return given | {"amount_stated": was.amount_stated if was and same else self.stated("amount_pence")}


IDS = ("board", "host", "agreement")


class YearForm(MoneyAnswers):
    may_be_open = ("amount_pence",)

    year = YearField(label="Financial year")
    amount_pence = MoneyField(label="Amount of that year", required=False, help_text=OPEN)
    brought_forward_pence = MoneyField(label="Brought forward from the year before", required=False)
    because = LineField(label="Why, if something else was put down before", max_length=200, required=False)

    def told(self) -> dict[str, Any]:
        return self.fields_given("because", "year") | {"amount_stated": self.stated("amount_pence")}


class ClosingForm(MoneyAnswers):
    date = DayField(label="Closed on")
    words = WordsField(
        label="How it ended", max_length=6_000, help_text="Such as “Underspent by £4,200, carried into 2027/28”"
    )


class Why(MoneyAnswers):
    why = LineField(label="Why, for the history", max_length=200)


class DueForm(MoneyAnswers):
    year = YearField(label="Financial year")
    days = forms.IntegerField(
        label="Quarterly reports: days after the quarter’s end", min_value=1, max_value=366, initial=28
    )
    annual_days = forms.IntegerField(
        label="Annual return: days after the year’s end", min_value=1, max_value=366, initial=60
    )


class ReceivedForm(MoneyAnswers):
    received_date = DayField(label="It came on")
    words = WordsField(label="What it says", max_length=6_000)
    income_pence = MoneyField(label="Income", required=False, help_text=AMOUNT_HINT)
    expenditure_pence = MoneyField(label="Expenditure", required=False, help_text=AMOUNT_HINT)

    def __init__(self, *args: Any, is_put_right: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_put_right:
            self.fields["because"] = LineField(label="Why it is put right, for the history", max_length=200)


GATES = [
    ("", "Any"),
    ("open", "Nothing is missing"),
    ("shut", "Something is missing in law"),
    ("differs", "The sums do not add up"),
]


class FundsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="Name", required=False, max_length=100)
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *Fund.Kind.choices])
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Board", required=False, empty_label="Any board", to_field_name="slug"
    )
    gate = forms.ChoiceField(label="Agreement and sums", required=False, choices=GATES)
    order = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name != "order")


def today_in(day: dt.date) -> dict[str, dt.date]:
    """What a form of a single day begins with."""
    return {"date": day, "received_date": day}

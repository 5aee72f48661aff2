"""What is asked of an allocation: how much, out of what, by which decision, and whose money it is."""

from collections.abc import Sequence
from typing import Any

from django import forms

from boards.models import Board, Partner
from boards.queries.access import boards_known_to
from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers, YearField, choice
from commissioning.forms.decision import DecisionChoice
from commissioning.models import Allocation, Bid, Fund, Priority, Share
from commissioning.queries.allocation import (
    UNSTATED,
    funds_with_allocations,
    has_undated,
    lines_of,
    years_with_allocations,
)
from commissioning.queries.decisions import decisions_to_cite
from commissioning.queries.priority import priorities_seen_by
from commissioning.queries.sight import bids_seen_by
from commissioning.rules.years import financial_year
from meetings.models import SpendingLine
from trust.tools.money_in_forms import MoneyField
from trust.tools.words import money
from trust.tools.words_in_forms import LineField, WordsField

STATES = ("Stands", "Provisional", "Waits", "Status quo", "Replaced", "Withdrawn")


class AmountForm(MoneyAnswers):
    """How much, by which decision, and what is said where that goes over."""

    amount_pence = MoneyField(label="Allocated", help_text=AMOUNT_HINT)
    decision = DecisionChoice(label="By which decision", empty_label="None yet: it waits", required=False)
    over_reason = WordsField(
        label="If it goes over what there is: why", required=False, max_length=4_000, widget=forms.Textarea({"rows": 3})
    )
    over_source = LineField(
        label="Or where the rest comes from",
        max_length=200,
        required=False,
        help_text="Such as money returned by another partnership",
    )

    def __init__(self, *args: Any, by: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions_to_cite(board, by)  # type: ignore[attr-defined]


class AllocateForm(AmountForm):
    purpose = LineField(label="What for", max_length=200)
    year = YearField(label="Financial year", required=False)
    bid = choice(Bid.objects.none(), "To which bid", "To none")
    share = choice(Share.objects.none(), "Out of which share", "Out of the fund itself")
    priority = choice(Priority.objects.none(), "Priority it serves", "None")
    responsible = choice(
        Partner.objects.none(), "Which partner spends it and reports on it", "Not said yet", help_text=""
    )
    confirming_board = choice(Board.objects.none(), "Which board has to confirm it", "No other board")
    field_order = ["purpose", "amount_pence", "year", "bid", "share", "priority", "responsible", "decision"]

    def __init__(self, *args: Any, by: Any, fund: Fund, **kwargs: Any) -> None:
        super().__init__(*args, by=by, board=fund.board, **kwargs)
        offered = {
            "bid": bids_seen_by(by).filter(round__fund=fund, withdrawn_date=None).order_by("round", "position"),
            "share": Share.objects.filter(round__fund=fund).select_related("board", "round"),
            "priority": priorities_seen_by(by).order_by("title"),
            "responsible": Partner.objects.filter(ended_date=None).order_by("name"),
            "confirming_board": boards_known_to(by).exclude(pk=fund.board_id).order_by("name"),
        }
        for name, queryset in offered.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]


class CiteForm(MoneyAnswers):
    decision = DecisionChoice(label="By which decision", empty_label="Choose one")

    def __init__(self, *args: Any, by: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions_to_cite(board, by)  # type: ignore[attr-defined]


class WhoseForm(MoneyAnswers):
    """An amount for each partner whose money the resolution spends; where it names none, for each in the fund."""

    def __init__(self, *args: Any, allocation: Allocation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spends: dict[str, tuple[Partner, SpendingLine | None]] = {}
        has = {line.partner_id: line for line in lines_of(allocation)}
        offered = owners_of(allocation)
        for partner, line in offered:
            name = f"partner_{partner.pk}"
            self.spends[name] = (partner, line)
            hint = f"The resolution spends {money(line.amount_pence)} of its money" if line else ""
            only = allocation.amount_pence if len(offered) == 1 else None
            initial = has[partner.pk].amount_pence if partner.pk in has else only
            self.fields[name] = MoneyField(label=partner.name, required=False, help_text=hint, initial=initial)

    def money(self) -> dict[Partner, tuple[int, SpendingLine | None]]:
        given = {self.spends[name]: value for name, value in self.cleaned_data.items() if value}
        return {partner: (pence, line) for (partner, line), pence in given.items()}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.values()):
            raise forms.ValidationError("Enter an amount beside one partner at least.")
        return given


def owners_of(allocation: Allocation) -> Sequence[tuple[Partner, SpendingLine | None]]:
    if allocation.decision is not None:
        spending = list(allocation.decision.spending.select_related("partner"))
        if spending:
            return list({line.partner_id: (line.partner, line) for line in reversed(spending)}.values())[::-1]
    partners = Partner.objects.filter(contributions__fund=allocation.fund_id).distinct().order_by("name")
    return [(partner, None) for partner in (partners or Partner.objects.filter(ended_date=None).order_by("name"))]


class ConfirmForm(MoneyAnswers):
    decision = DecisionChoice(label="By which decision of yours", empty_label="Choose one")
    amount_pence = MoneyField(label="Confirmed", help_text=AMOUNT_HINT)
    reason = WordsField(label="If that is more than was allocated: why", required=False, max_length=4_000)

    def __init__(self, *args: Any, by: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions_to_cite(board, by)  # type: ignore[attr-defined]


class YearForm(MoneyAnswers):
    year = YearField(label="Financial year")
    over_reason = WordsField(label="If it goes over what the year has: why", required=False, max_length=4_000)


class WithdrawForm(MoneyAnswers):
    reason = WordsField(label="Why", max_length=4_000)


class WordsForm(MoneyAnswers):
    purpose = LineField(label="What for", max_length=200)
    priority = choice(Priority.objects.none(), "Priority it serves", "None")
    responsible = choice(Partner.objects.none(), "Which partner spends it and reports on it", "Not said yet")

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].queryset = priorities_seen_by(by).order_by("title")  # type: ignore[attr-defined]
        self.fields["responsible"].queryset = Partner.objects.order_by("name")  # type: ignore[attr-defined]


class AllocationsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    fund = forms.ModelChoiceField(Fund.objects.none(), label="Fund", required=False, empty_label="Any fund")
    year = forms.ChoiceField(label="Year", required=False)
    state = forms.ChoiceField(
        label="How it stands", required=False, choices=[("", "Any"), *((one, one) for one in STATES)]
    )
    over = forms.ChoiceField(label="Sums", required=False, choices=[("", "Any"), ("yes", "From a share that is over")])

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = funds_with_allocations(by).values("fund")
        self.fields["fund"].queryset = Fund.objects.filter(pk__in=known).order_by("name")  # type: ignore[attr-defined]
        years: Any = self.fields["year"]
        stated = [(str(year), financial_year(year)) for year in years_with_allocations(by)]
        years.choices = [("", "Any year"), *stated, *([(UNSTATED, "Year not stated")] if has_undated(by) else [])]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        given: dict[str, Any] = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return {**given, "fund": given["fund"].pk if given["fund"] else ""}

    def is_cut(self) -> bool:
        return any(self.cut().values())

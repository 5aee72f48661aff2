"""What came in to set up priorities, funds and contributions."""

import datetime as dt
from typing import Any

from django import forms

from boards.models import Board
from boards.queries.agreements import agreements_known_to
from commissioning.models import Contribution, Fund
from commissioning.queries.fund import boards_set_up_by
from trust.tools.money_in_forms import MoneyField

AMOUNT_HINT = "In pounds, such as 162,000 or 162k"


class OfBoard(forms.ModelForm):
    """An entry of a board: only boards that its writer manages are offered."""

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boards: Any = self.fields["board"]
        boards.queryset = boards_set_up_by(by)
        only: Board | None = boards.queryset.first() if boards.queryset.count() == 1 else None
        if only:
            self.initial.setdefault("board", only.pk)


class WithAmount(forms.ModelForm):
    """Keeps the amount as stated beside the amount in pence."""

    amount_pence = MoneyField(label="Amount", required=False, help_text=AMOUNT_HINT)

    def save(self, commit: bool = True) -> Any:
        if "amount_pence" in self.changed_data:
            self.instance.amount_stated = self.data.get(self.add_prefix("amount_pence"), "").strip()
        return super().save(commit)


class FundForm(WithAmount, OfBoard):
    amount_pence = MoneyField(
        label="Amount", required=False, help_text=f"{AMOUNT_HINT}. Leave it empty while it is not confirmed"
    )

    class Meta:
        model = Fund
        fields = ["board", "name", "kind", "host", "pool_manager", "agreement", "risk_share", "amount_pence"]

    def __init__(self, *args: Any, by: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        agreements: Any = self.fields["agreement"]
        agreements.queryset = agreements_known_to(by, on=on)


class ContributionForm(WithAmount):
    class Meta:
        model = Contribution
        fields = ["partner", "year", "kind", "amount_pence", "full_time_equivalent", "description"]

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if not 1990 <= year <= 2100:
            raise forms.ValidationError("Enter the year in which it begins, such as 2026.")
        return year

"""What a partner says of what it spent."""

import datetime as dt
from typing import Any

from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers
from trust.tools.dates_in_forms import DayField
from trust.tools.money_in_forms import MoneyField
from trust.tools.words_in_forms import LineField, WordsField


class SpendForm(MoneyAnswers):
    as_of = DayField(label="As of")
    spent_pence = MoneyField(label="Spent by then", help_text=AMOUNT_HINT)
    forecast_pence = MoneyField(
        label="Forecast by the end of the year", required=False, help_text="All of it, with what is spent already"
    )
    words = WordsField(label="Why it differs from what was allocated", required=False, max_length=4_000)
    paper = LineField(label="The paper it stands in", max_length=200, help_text="You enter it for the partner")

    def __init__(self, *args: Any, is_own: bool, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"as_of": on}} | kwargs)
        if is_own:
            del self.fields["paper"]

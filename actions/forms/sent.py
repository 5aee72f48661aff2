"""How the register of reminders is cut."""

from typing import Any

from django import forms

from actions.models import Reminder
from actions.queries.sent import ORDERS
from trust.tools.words_in_forms import LineField


class SentFilter(forms.Form):
    """What the address asks beyond these is left aside, not refused."""

    optional_unsaid = True
    words = LineField(label="Name", required=False, max_length=100)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Any"), *Reminder.State.choices])
    order = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        choices=[(order, order) for column in ORDERS for order in (column, f"-{column}")],
    )

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    def is_cut(self) -> bool:
        return any(value for name, value in self.cut().items() if name != "order")

"""Which priority a group works to, and from when."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from commissioning.models import Priority
from trust.tools.dates_in_forms import DayField


class WorksTo(PlainForm):
    """Which priority a group works to, and from when."""

    priority = forms.ModelChoiceField(Priority.objects.none(), label="Priority", empty_label="Choose one")
    from_date = DayField(label="First day")
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")

    def __init__(self, *args: Any, priorities: QuerySet[Priority], on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        choice: Any = self.fields["priority"]
        choice.queryset = priorities
        choice.label_from_instance = lambda priority: f"{priority.title}, {priority.board}"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        days = [("First day", given["from_date"]), ("Last day", given["to_date"] or "Open")]
        return [("Priority", f"{given['priority'].title}, {given['priority'].board}"), *days]

"""The choice of a resolution that money rests on."""

from typing import Any

from django import forms

from commissioning.queries.standing import called
from meetings.models import Decision
from trust.tools.markup import as_text, opening
from trust.tools.words import short_date


class DecisionChoice(forms.ModelChoiceField):
    """A decision by its number, its day and its first words; which are offered is said where it is asked."""

    def __init__(self, **kwargs: Any) -> None:
        told: dict[str, Any] = {"label": "By which decision", "empty_label": "Choose one"}
        super().__init__(Decision.objects.none(), **told | kwargs)

    def label_from_instance(self, decision: Any) -> str:
        day = short_date(decision.taken_date or decision.block.item.meeting.date)
        number = f"{called(decision)}, {day}" if decision.number else day
        return f"{number}: {opening(as_text(decision.block.text), 14)}"

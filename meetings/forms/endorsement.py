"""Which decision endorsed an agreement."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import Decision
from trust.tools.markup import as_text
from trust.tools.words import short_date


class DecisionChoice(forms.ModelChoiceField):
    def label_from_instance(self, decision: Any) -> str:
        return cited(decision)


def cited(decision: Decision) -> str:
    """EG 2025/7, 14 October 2025: the beginning of its words"""
    words = " ".join(as_text(decision.block.text).split())
    shown = words if len(words) <= 80 else f"{words[:80].rsplit(' ', 1)[0]} …"
    where = ", ".join(filter(None, [decision.number, short_date(decision.block.item.meeting.date)]))
    return f"{where}: {shown}"


class CiteForm(forms.Form):
    decision = DecisionChoice(
        Decision.objects.none(), label="The decision by which the board endorsed it", empty_label="Choose a decision"
    )

    def __init__(self, *args: Any, decisions: QuerySet[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [("The decision", cited(self.cleaned_data["decision"]))]

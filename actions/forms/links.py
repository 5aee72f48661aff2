"""What is asked when an action is cited, joined to another, or moved to the forward plan."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.action import SeenForm, words
from actions.forms.register import MonthField
from actions.queries.links import decision_in_words, item_in_words
from actions.rules.joining import reference_in
from meetings.models import AgendaItem, Decision
from trust.tools.words_in_forms import LineField


class ItemField(forms.ModelChoiceField):
    def label_from_instance(self, item: Any) -> str:
        return item_in_words(item)


class DecisionField(forms.ModelChoiceField):
    def label_from_instance(self, decision: Any) -> str:
        return decision_in_words(decision)


class CiteForm(forms.Form):
    item = ItemField(AgendaItem.objects.none(), label="Item", required=False, empty_label="No item")
    decision = DecisionField(Decision.objects.none(), label="Decision", required=False, empty_label="No decision")

    def __init__(self, data: Any, *, items: QuerySet[AgendaItem], decisions: QuerySet[Decision]) -> None:
        super().__init__(data)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]


class JoinForm(forms.Form):
    """The other action by its reference, as people have it before them."""

    other = LineField(
        label="Reference of the other action",
        max_length=60,
        help_text="Such as EG/2025/3. That one goes on; this one’s reference stays and points there",
    )

    def clean_other(self) -> tuple[str, int, int]:
        found = reference_in(self.cleaned_data["other"])
        if found is None:
            raise forms.ValidationError("Write a reference, such as EG/2025/3.")
        return found


class MoveForm(SeenForm):
    title = LineField(label="What is awaited, in one line", max_length=300)
    month = MonthField(label="Month", max_length=20, help_text="Such as April 2009")
    reason = words("Why it moves there", help_text="It is shown on the action’s page", required=True, rows=3)
    key = forms.UUIDField(widget=forms.HiddenInput)

"""What the public is told of an item taken in private."""

from typing import Any

from django import forms

from meetings.models import Decision
from trust.tools.words_in_forms import LineField, WordsField


class SummaryForm(forms.Form):
    title = LineField(
        label="Title the public reads",
        max_length=240,
        help_text="Instead of the item’s own title, which may tell what is private",
    )
    text = WordsField(
        label="Summary",
        max_length=20_000,
        help_text="A fair and coherent record of what was done, without the exempt matter",
    )


class ResolutionChoice(forms.ModelChoiceField):
    def label_from_instance(self, decision: Any) -> str:
        where = decision.block.item.number_shown or decision.block.item.title
        return f"{decision.get_kind_display()}, item {where}: {decision.block.text[:80]}"


class ResolutionForm(forms.Form):
    decision = ResolutionChoice(Decision.objects.none(), label="The resolution", empty_label="Choose one")

    def __init__(self, *args: Any, resolutions: list[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = Decision.objects.filter(pk__in=[one.pk for one in resolutions]).select_related("block__item__meeting")
        self.fields["decision"].queryset = chosen  # type: ignore[attr-defined]

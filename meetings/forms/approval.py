"""What was approved at a meeting, under which item, and who presided."""

from collections.abc import Sequence
from typing import Any

from django import forms

from meetings.models import AgendaItem, Minutes
from meetings.queries.approval import SetToApprove
from trust.tools.words import counted, long_date


class Approval(forms.Form):
    """``sets`` are those that can be approved; ``items`` those of the approving meeting."""

    minutes = forms.MultipleChoiceField(
        label="Minutes approved", widget=forms.CheckboxSelectMultiple, help_text="Several sets can be approved at once."
    )
    item = forms.ChoiceField(
        label="Under which item", required=False, help_text="Its draft will say what was approved, and how corrected."
    )
    presiding = forms.CharField(label="Who presided", max_length=160)

    def __init__(
        self, data: Any = None, *, sets: Sequence[SetToApprove], items: Sequence[AgendaItem], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.sets = {f"{one.meeting.board.slug}/{one.meeting.address}": one for one in sets}
        self.items = {item.anchor: item for item in items if not item.is_section}
        minutes, item = self.fields["minutes"], self.fields["item"]
        assert isinstance(minutes, forms.MultipleChoiceField)
        assert isinstance(item, forms.ChoiceField)
        minutes.choices = [(key, _words(one)) for key, one in self.sets.items()]
        item.choices = [("", "None of them"), *((key, str(item)) for key, item in self.items.items())]

    @property
    def chosen(self) -> list[SetToApprove]:
        return [self.sets[key] for key in self.cleaned_data["minutes"]]

    @property
    def asked(self) -> dict[str, Any]:
        """What the operation is given."""
        sets: list[Minutes] = [one.minutes for one in self.chosen]
        item = self.items.get(self.cleaned_data["item"])
        return {"sets": sets, "item": item, "presiding": self.cleaned_data["presiding"]}


def _words(one: SetToApprove) -> str:
    corrections = f", with {counted(len(one.corrections), 'correction')}" if one.corrections else ""
    return f"{long_date(one.meeting.date)}{corrections}"

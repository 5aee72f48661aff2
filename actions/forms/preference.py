"""How somebody wants to be reminded."""

from typing import Any

from django import forms

from actions.models import Preference
from actions.queries.preference import Choices


class PreferenceForm(forms.Form):
    """``off`` offers only boards that allow it."""

    optional_unsaid = True
    way = forms.ChoiceField(
        label="How reminders come",
        choices=[
            (Preference.Way.TOGETHER, "One mail for everything I owe, over all boards"),
            (Preference.Way.EACH, "One mail for each action"),
        ],
        widget=forms.RadioSelect,
    )
    off = forms.MultipleChoiceField(
        label="No reminders of these boards",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What you owe them stays in their lists, and is late when it is late.",
    )

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        offered = [choice for choice in choices.boards if choice.may_turn_off]
        off = [str(choice.board.pk) for choice in offered if choice.is_off]
        super().__init__(*args, **{"initial": {"way": choices.way, "off": off}} | kwargs)
        field: Any = self.fields["off"]
        field.choices = [(str(choice.board.pk), choice.board.name) for choice in offered]
        if not offered:
            del self.fields["off"]

    def boards_off(self) -> set[int]:
        return {int(pk) for pk in self.cleaned_data.get("off", [])}

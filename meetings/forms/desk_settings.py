"""How a board’s desk works: what each check does, and what those who follow read."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from meetings.rules.checks import CHECKS, Weight


class DeskSettings(forms.Form):
    """A choice for each check, under the headings a board reads them by."""

    def __init__(self, *args: Any, weights: Mapping[str, str], follows: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, check in CHECKS.items():
            choices = [(weight, label) for weight, label in Weight.choices if weight in check.may_be]
            self.fields[name] = forms.ChoiceField(choices=choices, label=check.label, initial=weights[name])
        self.fields["followers_read_wording"] = forms.ChoiceField(
            label="Members who follow a meeting on their own screens read",
            choices=[("", "Each decision, once it is minuted"), ("yes", "The draft wording too, as it is written")],
            widget=forms.RadioSelect,
            required=False,
            initial="yes" if follows else "",
        )

    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        for group in dict.fromkeys(check.group for check in CHECKS.values()):
            yield group, [self[name] for name, check in CHECKS.items() if check.group == group]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        return {
            "followers_read_wording": given.get("followers_read_wording") == "yes",
            "weights": {name: given[name] for name in CHECKS if name in given},
        }

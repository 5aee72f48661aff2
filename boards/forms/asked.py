"""Whom to remind of what they were asked."""

from collections.abc import Sequence
from typing import Any

from django import forms

from boards.rules.asked import Writing, people_in_words


class Reminding(forms.Form):
    """Silent partners that can be written to now; those are ticked."""

    partners = forms.TypedMultipleChoiceField(
        label="Partners to remind",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose the partners that are to be reminded.",
            "invalid_choice": "One of these partners has answered, or was reminded, meanwhile. Look at the list again.",
        },
    )

    def __init__(self, *args: Any, writing: Sequence[Writing], **kwargs: Any) -> None:
        self.offered = {one.stand.partner.pk: one for one in writing if one.can_be_reminded}
        super().__init__(*args, **{"initial": {"partners": list(self.offered)}} | kwargs)
        field: Any = self.fields["partners"]
        field.choices = [(pk, f"{one.name}: {one.stand.silence.lower()}") for pk, one in self.offered.items()]

    @property
    def chosen(self) -> list[Writing]:
        return [self.offered[pk] for pk in self.cleaned_data["partners"]]

    def answers(self) -> list[tuple[str, Any]]:
        addresses = [address for one in self.chosen for address in one.addresses]
        return [
            ("Partners", ", ".join(one.name for one in self.chosen)),
            ("E-mails", people_in_words([(one.name, one.addresses) for one in self.chosen])),
            ("To", ", ".join(dict.fromkeys(addresses))),
        ]

"""What is asked when two entries turn out to be one person, and when they turn out to be two after all."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.forms.seat import PersonChoice
from boards.models import Person


class MergeForm(PlainForm):
    merged = PersonChoice(
        Person.objects.none(),
        label="The other entry",
        empty_label="Choose one",
        error_messages={
            "invalid_choice": "Choose another entry: nobody is merged into themselves, and an entry only once."
        },
    )
    reason = forms.CharField(label="How it is known that they are one person", max_length=300)

    def __init__(self, *args: Any, entries: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["merged"].queryset = entries  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        other = self.cleaned_data["merged"]
        named = ", ".join([other.name, *(str(post) for post in other.posts.all())])
        return [("The other entry", named), ("How it is known", self.cleaned_data["reason"])]


class UndoForm(PlainForm):
    reason = forms.CharField(label="How it is known that they are two", max_length=300)

    def answers(self) -> list[tuple[str, Any]]:
        return [("How it is known", self.cleaned_data["reason"])]

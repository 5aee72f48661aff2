"""What is asked where partners are invited to a meeting."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Partner, Person
from meetings.forms.attendance import label_of
from meetings.models import Meeting
from meetings.queries.invitation import partners_asked, partners_to_invite
from trust.tools.words import listing
from trust.tools.words_in_forms import LineField, WordsField


class InviteForm(forms.Form):
    """Whole categories, single partners, and what is said to them."""

    categories = forms.MultipleChoiceField(
        label="All partners of a category",
        choices=Partner.Category.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Those with a seat on the board are members and are not asked again",
    )
    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label="Or single partners", required=False, widget=forms.CheckboxSelectMultiple
    )
    words = WordsField(
        label="What is said to them",
        max_length=2_000,
        required=False,
        help_text="Stands in the e-mail, which others may read: name nothing exempt",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["partners"].queryset = partners_to_invite(meeting)  # type: ignore[attr-defined]
        if not partners_to_invite(meeting).exists():
            del self.fields["partners"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        given.setdefault("partners", [])
        if not given.get("categories") and not given["partners"] and not self.errors:
            self.add_error("categories", "Choose a category, or the partners to be asked.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        found = partners_asked(self.meeting, given["categories"], given["partners"])
        return [("Asked", listing(partner.name for partner in found)), ("What is said to them", given["words"])]


class GuestForm(forms.Form):
    """Who comes for a partner: one of its people, or a name."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label="Who comes", required=False, empty_label="Somebody not in this list"
    )
    name = LineField(label="Name of somebody not in the list", max_length=120, required=False)
    post = LineField(label="Their post", max_length=160, required=False)

    optional_unsaid = True

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = label_of  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if bool(given.get("person")) == bool(given.get("name")) and not self.errors:
            self.add_error("name", "Choose somebody from the list, or give a name.")
        return given

"""What is asked of a standing item."""

from typing import Any

from django import forms

from boards.models import Board
from meetings.models import Purpose, StandingItem
from trust.tools.words_in_forms import LineField


class StandingForm(forms.Form):
    """A heading, or an item under one."""

    title = LineField(label="Title", max_length=240)
    is_section = forms.ChoiceField(
        label="Which it is",
        choices=[("section", "A section heading"), ("item", "An item of business")],
        widget=forms.RadioSelect,
        initial="item",
    )
    section = forms.ModelChoiceField(
        StandingItem.objects.none(),
        label="Section",
        required=False,
        empty_label="In no section",
        help_text="For an item of business",
    )
    purpose = forms.ChoiceField(
        label="What it is for",
        choices=Purpose.choices,
        initial=Purpose.DISCUSSION,
        help_text="Minutes of the last meeting and declarations appear where the board’s terms ask for them",
    )

    def __init__(self, *args: Any, board: Board, item: StandingItem | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _of(item)} | kwargs)
        self.item = item
        sections = board.standing_items.filter(is_section=True)
        self.fields["section"].queryset = sections.exclude(pk=item.pk) if item else sections  # type: ignore[attr-defined]
        if item is not None:
            del self.fields["is_section"]
            if item.is_section:
                del self.fields["section"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.item is None:
            given["is_section"] = given.get("is_section") == "section"
            if given["is_section"]:
                given["section"] = None
        return given


def _of(item: StandingItem | None) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ("title", "section", "purpose")} if item else {}

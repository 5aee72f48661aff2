"""What is asked of a standing item."""

from typing import Any

from django import forms
from django.db.models import Q

from boards.models import Board
from meetings.models import Purpose, StandingItem, YearlyMeeting
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

    yearly = forms.ModelChoiceField(
        YearlyMeeting.objects.none(),
        label="On which agendas",
        required=False,
        empty_label="Every agenda",
        help_text="Or only on that of one of the year’s meetings",
    )

    def __init__(self, *args: Any, board: Board, item: StandingItem | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _of(item)} | kwargs)
        self.item = item
        sections = board.standing_items.filter(is_section=True)
        self.fields["section"].queryset = sections.exclude(pk=item.pk) if item else sections  # type: ignore[attr-defined]
        self._offer_purposes(board, item)
        if item is not None:
            del self.fields["is_section"]
            if item.is_section:
                del self.fields["section"]

    def _offer_purposes(self, board: Board, item: StandingItem | None) -> None:
        """Those the board meets for every year, and the one the item has; not asked for where there are none."""
        own = Q(pk=item.yearly_id) if item and item.yearly_id else Q()
        found = board.yearly_meetings.filter(Q(ended_date=None) | own)
        if found.exists():
            self.fields["yearly"].queryset = found  # type: ignore[attr-defined]
        else:
            del self.fields["yearly"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.item is None:
            given["is_section"] = given.get("is_section") == "section"
            if given["is_section"]:
                given["section"] = None
        return given


def _of(item: StandingItem | None) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ("title", "section", "purpose", "yearly")} if item else {}

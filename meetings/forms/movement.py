"""What is asked of somebody's coming or going, and of who takes the chair."""

from typing import Any

from django import forms

from meetings.models import AgendaItem, Attendance, Meeting, Movement, Presiding
from meetings.queries.attendance import attendance_rows
from meetings.queries.entitled import items_for
from meetings.rules.edition import Sight
from meetings.rules.order import printed_order
from meetings.rules.room import who_sat
from trust.tools.dates_in_forms import TimeOfDayField

LEFT, CAME_BACK, CAME_LATE = "left", "came_back", "came_late"
HAPPENED = [(LEFT, "Left"), (CAME_BACK, "Came back"), (CAME_LATE, "Came late")]


class RowChoice(forms.ChoiceField):
    """One line of the list, by whoever sits there; ``clean`` gives the line."""

    rows: dict[str, Attendance]

    def offer(self, rows: list[Attendance]) -> None:
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [("", "Choose"), *((pk, _called(row)) for pk, row in self.rows.items())]

    def clean(self, value: Any) -> Any:
        return self.rows[super().clean(value)]


class ItemChoice(forms.ChoiceField):
    """One item of business, or none; ``clean`` gives the item."""

    items: dict[str, AgendaItem]

    def offer(self, items: list[AgendaItem], *, none: str) -> None:
        self.items = {str(item.pk): item for item in items}
        self.choices = [("", none), *((pk, str(item)) for pk, item in self.items.items())]

    def clean(self, value: Any) -> Any:
        return self.items.get(super().clean(value))


class MovementForm(forms.Form):
    """Who, which way, and at which item or what time."""

    attendance = RowChoice(label="Who")
    happened = forms.ChoiceField(label="What happened", choices=HAPPENED, widget=forms.RadioSelect, initial=LEFT)
    item = ItemChoice(label="At which item", required=False)
    at_time = TimeOfDayField(
        label="At what time",
        required=False,
        help_text="Such as 3.15pm. A time without an item does not tell for which items somebody is counted",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, meeting: Meeting, sight: Sight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attendance"].offer(attendance_rows(meeting))  # type: ignore[attr-defined]
        self.fields["item"].offer(_items(meeting, sight), none="No item")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """``direction`` and ``came_late``, as they are recorded."""
        given = super().clean() or self.cleaned_data
        happened = given.pop("happened", "")
        given["direction"] = Movement.Direction.LEFT if happened == LEFT else Movement.Direction.ARRIVED
        given["came_late"] = happened == CAME_LATE
        if not given.get("item") and not given.get("at_time") and "at_time" not in self.errors:
            self.add_error("item", "Say at which item, or at what time.")
        return given


class PresidingForm(forms.Form):
    """Who takes the chair, over which item or the whole meeting, and how they come to."""

    attendance = RowChoice(label="Who takes the chair")
    item = ItemChoice(label="Over which item", required=False)
    how = forms.ChoiceField(
        label="How they come to preside", choices=Presiding.How.choices, widget=forms.RadioSelect, initial="elected"
    )

    optional_unsaid = True

    def __init__(self, *args: Any, meeting: Meeting, sight: Sight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = [row for row in attendance_rows(meeting) if row.is_in_the_room]
        self.fields["attendance"].offer(here)  # type: ignore[attr-defined]
        self.fields["item"].offer(_items(meeting, sight), none="The whole meeting")  # type: ignore[attr-defined]


def _called(row: Attendance) -> str:
    return ", ".join(filter(None, [who_sat(row), row.organisation]))


def _items(meeting: Meeting, sight: Sight) -> list[AgendaItem]:
    items = items_for(meeting, sight).filter(is_section=False).select_related("section", "meeting")
    return printed_order(items)

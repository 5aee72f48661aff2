"""How a log is cut and sorted; all of it stands in the address."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from actions.models import ActionQuerySet, State
from actions.queries.log import ALL, NO_RETURN, OPEN, ORDERS, OVERDUE, meetings_among, owners_among, partners_among
from boards.models import Board, Partner, Person
from meetings.models import Meeting
from trust.tools.words import short_date
from trust.tools.words_in_forms import LineField

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]
STATES = [
    (OPEN, "Open"),
    (OVERDUE, "Overdue"),
    (NO_RETURN, "No return"),
    *State.choices,
    (ALL, "Open and closed"),
]


class ByDay(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return short_date(meeting.date)


class LogFilter(forms.Form):
    """Choices hold only what the log has. What the address asks beyond them is left aside, not refused.

    Over all boards, owners and meetings are to choose from once a board or a partner is: a county has thousands.
    """

    board = forms.ModelChoiceField(
        Board.objects.none(), label="Board", required=False, empty_label="Any board", to_field_name="slug"
    )
    state = forms.ChoiceField(label="State", required=False, choices=STATES)
    owner = forms.ModelChoiceField(Person.objects.none(), label="Owner", required=False, empty_label="Anybody")
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any partner", to_field_name="slug"
    )
    meeting = ByDay(
        Meeting.objects.none(), label="Meeting", required=False, empty_label="Any meeting", to_field_name="address"
    )
    late = forms.BooleanField(label="Only late ones", required=False)
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, board: Board | None, known: ActionQuerySet, boards: Any) -> None:
        super().__init__(data)
        if board:
            del self.fields["board"]
            self._choose(owner=owners_among(known), meeting=meetings_among(known))
        else:
            self._choose(board=boards)
            self._over_all(known, boards)
        self._choose(partner=partners_among(known, board))

    def _choose(self, **choices: Any) -> None:
        for name, found in choices.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]

    def _over_all(self, known: ActionQuerySet, boards: Any) -> None:
        """Meetings of the board that is chosen; owners there, or the one the address names."""
        chosen = boards.filter(slug=self.data.get("board") or "").first() if self.data.get("board") else None
        owner = self.data.get("owner", "")
        if chosen:
            there = known.filter(board=chosen)
            self._choose(owner=owners_among(there), meeting=meetings_among(there))
            return
        del self.fields["meeting"]
        if owner.isdecimal() and len(owner) < 10:
            self._choose(owner=owners_among(known).filter(pk=owner))
        else:
            del self.fields["owner"]

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return self.cleaned_data

    def is_cut(self) -> bool:
        """Whether the list is anything but all open actions."""
        return any(value for name, value in self.cut().items() if name != "order" and value != OPEN)

    def query(self) -> str:
        """The same, to be put into an address: nothing in it but what was understood."""
        asked = {name: self.data[name] for name, value in self.cut().items() if value and self.data.get(name)}
        return urlencode(asked)


class SaveView(forms.Form):
    """A name for the list as it is cut now."""

    name = LineField(label="Name", max_length=80, help_text="Such as: Late ones of the Health Trust")
    is_shared = forms.BooleanField(label="Share it with everybody who reads this log", required=False)

    def __init__(self, *args: Any, board: Board | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if board is None:
            del self.fields["is_shared"]

"""What is asked when a meeting is called, changed or called off."""

import datetime as dt
from typing import Any

from django import forms

from boards.models import Board
from meetings.models import Meeting
from meetings.queries.meeting import last_meeting, meetings_on
from meetings.rules.meeting import doubts_about
from trust.tools.dates_in_forms import DayField, TimeOfDayField
from trust.tools.words_in_forms import LineField, WordsField


class MeetingForm(forms.Form):
    """When and where. A doubtful day is asked about once, and then taken at its word."""

    date = DayField(label="Date")
    is_right = forms.BooleanField(label="Yes, this date is right", required=False, widget=forms.HiddenInput)
    starts_at = TimeOfDayField(label="Starts", required=False, help_text="For example, 2pm")
    ends_at = TimeOfDayField(label="Ends", required=False)
    venue = LineField(label="Where", max_length=200, required=False)
    form = forms.ChoiceField(label="How it meets", choices=Meeting.Form.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="Kind of meeting", choices=Meeting.Kind.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, board: Board, on: dt.date, meeting: Meeting | None = None, **kwargs: Any) -> None:
        self.board, self.on, self.meeting = board, on, meeting
        super().__init__(*args, **{"initial": _as_before(board, meeting)} | kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        starts, ends = given.get("starts_at"), given.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "It would end before it starts.")
        is_right = given.pop("is_right", False)
        doubts = self._doubts(given.get("date"))
        if doubts:
            self.fields["is_right"].widget = forms.CheckboxInput()
            if not is_right:
                self.add_error("date", f"{' '.join(doubts)} If the date is right, say so below.")
        return given

    def _doubts(self, date: dt.date | None) -> list[str]:
        if date is None or (self.meeting and date == self.meeting.date):
            return []
        return doubts_about(date, on=self.on, same_day=meetings_on(self.board, date).count(), name=self.board.name)


class CallOffForm(forms.Form):
    """Cancelled for good, or to be held on another day."""

    state = forms.ChoiceField(
        label="What happens to it",
        choices=[("postponed", "It is postponed to another day"), ("cancelled", "It is cancelled")],
        widget=forms.RadioSelect,
    )
    reason = WordsField(label="Why", max_length=500, help_text="Shown to everybody who may know of the meeting")


def _as_before(board: Board, meeting: Meeting | None) -> dict[str, Any]:
    """What the meeting says, or for a new one what the last one said."""
    like = meeting or last_meeting(board)
    kind = meeting.kind if meeting else Meeting.Kind.ORDINARY
    if like is None:
        return {"kind": kind, "form": Meeting.Form.IN_PERSON}
    same = {name: getattr(like, name) for name in ("starts_at", "ends_at", "venue", "form")}
    return same | {"kind": kind} | ({"date": meeting.date} if meeting else {})

"""An interest that employment suggests, looked at and found to be none (habit H6)."""

import datetime as dt
from typing import Any

from meetings.models import AgendaItem, Attendance, SetAside
from meetings.operations.locked import locked_record_refuses, open_row
from meetings.rules.interest import INTEREST, fingerprint_of
from trust.tools.keeping import discard, keep


def set_aside_interest(*, attendance: Attendance, item: AgendaItem, by: Any, at: dt.datetime) -> SetAside:
    """It is not proposed again for this person and item. A retry is answered with the first."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        kept = {"check_name": INTEREST, "fingerprint": fingerprint_of(row.pk, item.pk)}
        if found := SetAside.objects.filter(meeting=meeting, **kept).first():
            return found
        sentence = f"{row.name}: not an interest in {item}."
        return keep(SetAside(meeting=meeting, sentence=sentence, at=at, by=by, **kept), by=by)


def propose_interest_again(*, attendance: Attendance, item: AgendaItem, by: Any) -> None:
    """What was set aside by mistake."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        fingerprint = fingerprint_of(row.pk, item.pk)
        for found in SetAside.objects.filter(meeting=meeting, check_name=INTEREST, fingerprint=fingerprint):
            discard(found, by=by)

"""When a draft may leave the desk, and come back to it."""

import datetime as dt
from collections.abc import Iterable

from boards.models import TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.rules.checks import Finding
from meetings.rules.minutes import check_can_become
from trust.tools.refusal import Refused
from trust.tools.words import long_date

OFF = {Meeting.State.CANCELLED: "cancelled", Meeting.State.POSTPONED: "postponed"}


def check_was_held(meeting: Meeting, *, on: dt.date) -> None:
    """There is something to minute: the meeting is over and was not called off."""
    if meeting.state in OFF:
        raise Refused(f"The meeting of {long_date(meeting.date)} was {OFF[Meeting.State(meeting.state)]}.")
    if meeting.date > on:
        raise Refused(f"The meeting of {long_date(meeting.date)} has not been held yet.")


def check_can_circulate(minutes: Minutes, meeting: Meeting, findings: Iterable[Finding], *, on: dt.date) -> None:
    """The draft is complete enough to be sent: nothing that stops it was found."""
    check_can_become(minutes, Minutes.State.CIRCULATED)
    check_was_held(meeting, on=on)
    if stopping := [finding.sentence for finding in findings if finding.stops]:
        raise Refused(f"{' '.join(stopping)} That must be mended before the draft goes out.")


def comments_until(terms: TermsOfReference | None, *, on: dt.date) -> dt.date | None:
    """The last day for comments on a draft circulated ``on``; None where the terms give no days and none is set."""
    return on + dt.timedelta(days=terms.comment_days) if terms and terms.comment_days else None


def check_can_return_to_desk(minutes: Minutes, reason: str, *, corrections: int) -> None:
    """With a reason, and before corrections are noted against the text as circulated."""
    check_can_become(minutes, Minutes.State.DRAFT)
    if corrections:
        raise Refused("Corrections are noted against this text. Take them away first, then return it to the desk.")
    if not reason.strip():
        raise Refused("Say why the minutes go back to the desk: the history of the minutes keeps it.")

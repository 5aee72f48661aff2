"""What the example's group keeps and how long, what it recorded, destroyed and shared."""

import datetime as dt
from typing import Any

from boards.models import Agreement, Partner
from meetings.models import Meeting, RecordClass, RetentionRule
from meetings.operations.disposing import dispose
from meetings.operations.recording import put_down_recording, state_policy
from meetings.operations.retention import adopt_standard, set_hold, set_rule
from meetings.operations.sharing import enter_sharing
from meetings.queries.retention import due_of
from trust.example import business
from trust.example.meetings import board, clerk

WEEK = dt.timedelta(weeks=1)


def keep_records(first: Meeting, second: Meeting, *, at: dt.datetime) -> None:
    """Rules adopted, one of them its own; a recording of each meeting, the earlier destroyed; a request holds back."""
    speak_of_recording()
    today = at.date()
    before = today - 12 * WEEK
    put = {"keep_for": RetentionRule.Keep.APPROVED, "years": None, "since": ""}
    source = "The Group’s terms: the recording helps with the minutes and has no other use."
    set_rule(board=board(), kind=RecordClass.RECORDINGS, **put, source=source, from_date=before, by=clerk(), on=today)  # type: ignore[arg-type]
    adopt_standard(board=board(), by=clerk(), on=today)
    for place, meeting in enumerate((first, second), 14):
        put_down_recording(meeting=meeting, kind="sound", held=f"The Council, EG/{place}", by=clerk(), on=today)
    key = f"{RecordClass.RECORDINGS}-{first.pk}"
    if key in [one.key for one in due_of(board(), on=today)]:
        dispose(board=board(), keys=[key], reason="The minutes are approved and signed.", by=clerk(), at=at)
    reason = "A request for information about the parents’ forum is open."
    set_hold(board=board(), meeting=second, kind=RecordClass.COMMENTS, reason=reason, by=clerk(), at=at)


def speak_of_recording() -> None:
    """The one policy that the group states."""
    state_policy(
        board=board(),
        practice="sound",
        recorded_by="the County Council’s committee team",
        ask="the Policy Officer, on 01632 960 114",
        anyone_may_film=True,
        words="",
        by=clerk(),
    )


def share(first: Meeting, *, at: dt.datetime) -> None:
    """An item for a partner under the protocol, which it has not answered; the minutes for who asked for them."""
    told: dict[str, Any] = {"board": board(), "meeting": first, "what": "", "person": None, "paper": None}
    told |= {"shared_by": "Kirsty Sandhu", "by": clerk(), "at": at}
    enter_sharing(
        item=first.items.get(title=business.FIRST[2].title),
        edition="",
        partner=Partner.objects.get(short_name="Police"),
        body="",
        gateway="protocol",
        gateway_words="",
        agreement=Agreement.objects.get(title="Protocol for sharing information"),
        why="So that the neighbourhood teams know when the forum meets.",
        shared_date=(at - 2 * WEEK).date(),
        **told,
    )
    asked_for: dict[str, Any] = {"partner": None, "body": "A resident of Westmere", "agreement": None}
    asked_for |= {"gateway": "foi", "gateway_words": "Request 2026/114", "why": "They asked for the summer’s minutes."}
    day = (at - WEEK).date()
    enter_sharing(item=None, edition="public", **asked_for, shared_date=day, **told)

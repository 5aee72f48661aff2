"""A meeting of the cast that goes on today, with an agenda; and the one after it."""

import datetime as dt

from django.utils import timezone

from meetings.models import AgendaItem, Meeting
from meetings.operations import agenda as operations
from tests.cast import Cast
from tests.factories import create_item, create_meeting

#: 1.0 Matters (1.1 a, 1.2 b), 2.0 Decisions (2.1 c, 2.2 d), 3.0 Next meeting
AGENDA = {"Matters": "ab", "Decisions": "cd", "Next meeting": ""}


def create_going_on(cast: Cast, **fields: object) -> Meeting:
    """Called, and today unless said."""
    day = fields.pop("date", timezone.localdate())
    return with_agenda(cast, create_meeting(cast.board, day, **fields))


def create_next(cast: Cast, *, state: str = "preparing") -> Meeting:
    """Four weeks on."""
    day = timezone.localdate() + dt.timedelta(weeks=4)
    return with_agenda(cast, create_meeting(cast.board, day, state=state))


def with_agenda(cast: Cast, meeting: Meeting) -> Meeting:
    for title, items in AGENDA.items():
        purpose = "next_meeting" if title == "Next meeting" else "discussion"
        section = create_item(meeting, title, is_section=True, purpose=purpose)
        for item in items:
            create_item(meeting, item, section=section)
    operations.renumber(meeting, by=cast.clerk)
    return meeting


def titled(meeting: Meeting, title: str) -> AgendaItem:
    return meeting.items.select_related("meeting__board").get(title=title)


def agenda(meeting: Meeting) -> str:
    """Every item under its number, in printed order."""
    return ", ".join(str(item) for item in meeting.items.order_by("position"))

"""A meeting of the cast with its minutes, in whichever state a test needs; and the meeting after it."""

import datetime as dt

from django.utils import timezone

from meetings.models import Attendance, Decision, Meeting, Minutes
from meetings.queries.room import room_record
from tests.cast import Cast
from tests.factories import create_attendance, create_block, create_item, create_meeting, create_minutes

HELD, FOLLOWING = dt.date(2025, 10, 14), dt.date(2025, 11, 11)
AT = dt.datetime(2025, 11, 11, 15, tzinfo=dt.UTC)
HERE = "/boards/executive-group/meetings/2025-10-14/"
NEXT = "/boards/executive-group/meetings/2025-11-11/"


def create_held(cast: Cast, date: dt.date = HELD) -> Meeting:
    """A held meeting of the board with the chair, a member and the clerk in the room."""
    meeting = create_meeting(cast.board, date, state="held")
    for who in ("chair", "member", "clerk"):
        capacity = "minute_taker" if who == "clerk" else "member"
        seat = cast.seats[who]
        create_attendance(meeting, cast.person(who), seat=seat, capacity=capacity, is_presiding=who == "chair")
    return meeting


def create_with_items(cast: Cast, *numbers: str) -> Meeting:
    """A held meeting with an open item of each number."""
    meeting = create_held(cast)
    for number in numbers:
        create_item(meeting, number=number)
    return meeting


def row(meeting: Meeting, name: str = "Joss Lindqvist") -> Attendance:
    """Somebody's line of the list as it now stands."""
    return meeting.attendances.get(name=name)


def numbers_away(meeting: Meeting, name: str = "Joss Lindqvist") -> list[str]:
    """The items that somebody was not in the room for."""
    pk = row(meeting, name).pk
    return [found.item.number for found in room_record(meeting).through().values() if found.item and pk in found.away]


def create_minuted(cast: Cast, *, state: str = "circulated", date: dt.date = HELD) -> Minutes:
    """Minutes with a discussion, a decision agreed with an amendment, an exempt item and the next meeting."""
    meeting = create_held(cast, date)
    minutes = create_minutes(meeting)
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    forum = create_item(meeting, "The parents’ forum", number="2.1", section=section, purpose="decision")
    create_block(minutes, forum, "Four options were presented.")
    block = create_block(minutes, forum, "Option 3 was agreed.", kind="decision")
    Decision.objects.create(block=block, kind="amended", amended_from="three years", amended_to="two years")
    exempt = {"exempt_paragraphs": "3", "exempt_reason": "Prices."}
    secret = create_item(meeting, "The contractor", number="2.2", section=section, **exempt)
    create_block(minutes, secret, "The price is high.")
    create_item(meeting, "Next meeting", number="3.0", is_section=True, purpose="next_meeting")
    return in_state(minutes, state, cast)


def in_state(minutes: Minutes, state: str, cast: Cast) -> Minutes:
    """Bring the minutes to a state: "published" is approved and published."""
    stamps = {"circulated": ["circulated"], "approved": ["circulated", "approved"]}
    for act in stamps.get("approved" if state in ("published", "signed") else state, []):
        setattr(minutes, f"{act}_at", timezone.now())
        setattr(minutes, f"{act}_by", cast.clerk)
    if state == "published":
        minutes.published_at, minutes.published_by = timezone.now(), cast.clerk
    minutes.state = "approved" if state == "published" else state
    minutes.save()
    return minutes


def create_following(cast: Cast) -> Meeting:
    """The meeting after it, held, with "Minutes of the last meeting" on its agenda."""
    meeting = create_held(cast, FOLLOWING)
    create_item(meeting, "Minutes of the last meeting", number="1.1", purpose="last_minutes")
    return meeting

"""A meeting at which much happens in the room: everything that minutes can tell of it, at least once."""

import datetime as dt
from typing import Any

from meetings.models import Decision, Meeting, Minutes
from meetings.operations.declaration import record_declaration
from meetings.operations.movement import record_movement
from meetings.operations.presiding import preside
from tests.cast import Cast
from tests.factories import create_attendance, create_block, create_item, create_minutes, create_person, create_seat
from tests.meetings.minuted import create_held, row

TOLD = {
    "1.1": ["Tamsin Oakes joined the meeting at item 1.1."],
    "2.1": [
        "Rhiannon Vale declared an interest and left the chair for this item.",
        "Tamsin Oakes took the chair for this item, the chair having declared an interest.",
    ],
    "2.2": [
        "Joss Lindqvist left the meeting at 3.15pm, during item 2.2.",
        "Tamsin Oakes declared an interest and left the meeting for this item.",
        "The meeting was not quorate from this item: 1 of the 2 voting seats needed was filled.",
    ],
    "2.3": ["The meeting was quorate from this item."],
    "2.4": ["Joss Lindqvist returned to the meeting at item 2.4."],
}
HIDDEN = "Tamsin Oakes left the meeting at item 2.5."
QUORUM = "The meeting was quorate, except at item 2.2."
NIL = "Kirsty Sandhu had nothing to declare."


def create_eventful(cast: Cast, *, state: str = "draft") -> Minutes:
    """Chair, vice-chair and a member, two of whom make a quorum; item 2.5 is exempt."""
    meeting = create_held(cast)
    vice = create_person("Tamsin Oakes", partner=cast.health, post="Deputy")
    seat = create_seat(cast.board, partner=cast.health, holder=vice, role="vice_chair")
    create_attendance(meeting, vice, seat=seat, status="expected")
    minutes = create_minutes(meeting, state=state)
    _business(meeting, minutes)
    _happen(meeting, cast.clerk)
    meeting.refresh_from_db()
    meeting.quorum = Meeting.Quorum.MET
    meeting.save()
    return minutes


def _business(meeting: Meeting, minutes: Minutes) -> None:
    for number, title in (("1.0", "Matters arising"), ("2.0", "Decision making")):
        section = create_item(meeting, title, number=number, is_section=True)
        numbers = ["1.0A", "1.1"] if number == "1.0" else ["2.1", "2.2", "2.3", "2.4", "2.5"]
        for each in numbers:
            exempt = {"exempt_paragraphs": "3", "exempt_reason": "Prices."} if each == "2.5" else {}
            create_item(meeting, f"Business {each}", number=each, section=section, **exempt)
    block = create_block(minutes, meeting.items.get(number="2.2"), "That the lease be signed.", kind="decision")
    Decision.objects.create(block=block, kind="resolved", needs_ratifying=True)
    create_block(minutes, meeting.items.get(number="2.5"), "The price is high.")


def _happen(meeting: Meeting, by: Any) -> None:
    def item(number: str) -> Any:
        return meeting.items.get(number=number)

    def move(name: str, direction: str, number: str, at_time: dt.time | None = None) -> None:
        record_movement(attendance=row(meeting, name), direction=direction, item=item(number), at_time=at_time, by=by)

    def declare(name: str, consequence: str, number: str, kind: str = "personal", interest: str = "A cousin bids."):
        said = {"kind": kind, "interest": interest, "whose": "a cousin’s" * bool(interest), "consequence": consequence}
        items = [item(number)] if number else []
        record_declaration(attendance=row(meeting, name), items=items, by=by, **said)

    move("Tamsin Oakes", "arrived", "1.1")
    declare("Rhiannon Vale", "chair_vacated", "2.1")
    preside(attendance=row(meeting, "Tamsin Oakes"), item=item("2.1"), how="recused", by=by)
    move("Joss Lindqvist", "left", "2.2", dt.time(15, 15))
    declare("Tamsin Oakes", "left", "2.2")
    declare("Kirsty Sandhu", "none", "", "nil", "")
    move("Joss Lindqvist", "arrived", "2.4")
    move("Tamsin Oakes", "left", "2.5")

"""A partnership put together by lot: seats held and covered for a while, posts, joint meetings, closed business."""

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any

from boards.models import Person, Post, Seat, SeatHolding, Substitute, User
from boards.operations.access import refresh_all_access
from meetings.models import Meeting
from tests.factories import (
    create_action,
    create_block,
    create_board,
    create_item,
    create_meeting,
    create_minutes,
    create_partner,
    create_person,
    create_user,
)

TODAY = dt.date(2026, 1, 10)
ROLES = ["chair", "vice_chair", "member", "member", "member", "minute_taker", "observer"]


@dataclass(frozen=True)
class County:
    """Everybody in it who can sign in, but for those with no person."""

    readers: list[User]


def county_of(lot: random.Random) -> County:
    partners = [create_partner(f"Agency {n}") for n in range(3)]
    boards = [create_board(f"Board of lot {n}") for n in range(3)]
    people = [create_person(f"Person of lot {n}", user=create_user()) for n in range(6)]
    for person in people:
        for partner in lot.sample(partners, lot.randrange(3)):
            Post.objects.create(person=person, partner=partner, manages_partner=lot.random() < 0.3, **days(lot))
    for board in boards:
        for place in range(5):
            take(Seat.objects.create(**seat_of(lot, board, partners, place)), lot, people)
    refresh_all_access(on=TODAY)
    for board in boards:
        for month in range(1, 5):
            meet(create_meeting(board, dt.date(2024, month * 2, 1 + lot.randrange(20))), lot, boards, partners, people)
    return County([*(person.user for person in people), create_user()])


def days(lot: random.Random) -> dict[str, dt.date | None]:
    """From a day to a day, either end perhaps open; so that some are over, and some begin in the midst of it."""
    first, last = dt.date(2024, lot.randrange(1, 13), 1), dt.date(2025, lot.randrange(1, 13), 28)
    return {"from_date": first if lot.random() < 0.6 else None, "to_date": last if lot.random() < 0.3 else None}


def seat_of(lot: random.Random, board: Any, partners: list[Any], place: int) -> dict[str, Any]:
    partner, role = lot.choice([None, *partners]), lot.choice(ROLES)
    return {"board": board, "partner": partner, "role": role, "voting": False, "title": "Adviser", "position": place}


def take(seat: Seat, lot: random.Random, people: list[Person]) -> None:
    if lot.random() < 0.5:
        change = dt.date(2024, lot.randrange(2, 12), 15)
        before, after = lot.sample(people, 2)
        SeatHolding.objects.create(seat=seat, person=before, to_date=change)
        SeatHolding.objects.create(seat=seat, person=after, from_date=change + dt.timedelta(days=1))
    else:
        SeatHolding.objects.create(seat=seat, person=lot.choice(people), **days(lot))
    if lot.random() < 0.3:
        Substitute.objects.create(seat=seat, person=lot.choice(people), **days(lot))


def meet(meeting: Meeting, lot: random.Random, boards: list[Any], partners: list[Any], people: list[Person]) -> None:
    """Headings with items, some closed in one way or the other; an action of each item, and one of no item."""
    others = [board for board in boards if board != meeting.board]
    meeting.joint_boards.set(lot.sample(others, 1) if lot.random() < 0.3 else [])
    minutes = create_minutes(meeting, **lot.choice([{"state": "draft"}, circulated(meeting), circulated(meeting)]))
    for _ in range(2):
        section = business(meeting, lot, partners, is_section=True)
        for _ in range(3):
            item = business(meeting, lot, partners, section=section)
            block = create_block(minutes, item, "Do it.", kind="action") if lot.random() < 0.7 else None
            action = create_action(meeting.board, meeting=meeting, block=block, followed_by=follows(lot, others))
            if not block or lot.random() < 0.2:
                action.items.add(item)
            owe(action, lot, partners, people)


def circulated(meeting: Meeting) -> dict[str, Any]:
    return {"state": "circulated", "circulated_at": meeting.called_at, "circulated_by": meeting.called_by}


def follows(lot: random.Random, others: list[Any]) -> Any:
    return lot.choice(others) if lot.random() < 0.1 else None


def business(meeting: Meeting, lot: random.Random, partners: list[Any], **fields: Any) -> Any:
    exempt = {"exempt_paragraphs": "3", "exempt_reason": "Money."} if lot.random() < 0.2 else {}
    names = lot.sample(partners, lot.randrange(3)) if lot.random() < 0.2 else None
    item = create_item(meeting, **fields, **exempt, restricted_reason="Some only." if names is not None else "")
    item.restricted_to.set(names or [])
    return item


def owe(action: Any, lot: random.Random, partners: list[Any], people: list[Person]) -> None:
    """By name, for a partner, or in the seat of a post."""
    if lot.random() < 0.3:
        action.parts.create(owner="person", person=lot.choice(people), name="By name")
    elif lot.random() < 0.3:
        action.parts.create(owner="partner", partner=lot.choice(partners), name="For a partner")
    elif lot.random() < 0.5:
        action.parts.create(owner="post", seat=lot.choice(list(Seat.objects.order_by("pk"))), name="In a seat")

"""An area of the sizes in DOMAIN.md §3, written straight into the tables: what the benchmarks read.

"One board" is 1 × 6 meetings × 10 years; the "large two-tier area" 40 × 6 × 15: 3,600 meetings, 54,000 items, 32,400
actions, 86,400 attendance rows. Invented names only. Nothing here keeps history: it is a load, not a record.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from actions.models import Action, Part
from boards.models import Board, Partner, Person, Post, Seat, SeatHolding, TermsOfReference, User
from boards.operations.access import refresh_board_access
from meetings.models import AgendaItem, Attendance, Decision, Meeting, Minute, MinutedItem, Minutes

ITEMS, SECTIONS, ACTIONS, SEATS, ROWS = 15, 5, 9, 22, 24
WORDS = "The report was presented and discussed by members of the board, who asked for more detail on costs. " * 8


@dataclass(frozen=True)
class Size:
    name: str
    boards: int
    years: int
    a_year: int = 6

    @property
    def meetings(self) -> int:
        return self.boards * self.years * self.a_year


ONE_BOARD = Size("one board", 1, 10)
LARGE = Size("large two-tier area", 40, 15)


def make_area(size: Size) -> Board:
    """Fill an empty database; returns the board that is looked at, whose clerk is ``clerk@area.example``."""
    partners = Partner.objects.bulk_create(
        Partner(name=f"Partner {n}", short_name=f"P{n}", slug=f"partner-{n}") for n in range(8)
    )
    boards = [make_board(n, partners) for n in range(size.boards)]
    for board in boards:
        make_meetings(board, size)
    return boards[0]


def make_board(n: int, partners: list[Partner]) -> Board:
    board = Board.objects.create(name=f"Board {n}", slug=f"board-{n}", reference_prefix=f"A{n}")
    TermsOfReference.objects.create(
        board=board, status="in_force", from_date=dt.date(2000, 1, 1), quorum_members=6, quorum_partners=2
    )
    roles = ["chair", "minute_taker", *["member"] * (SEATS - 2)]
    seats = Seat.objects.bulk_create(
        Seat(board=board, partner=partners[place % 8], role=role, position=place, voting=role != "minute_taker")
        for place, role in enumerate(roles)
    )
    people = Person.objects.bulk_create(
        Person(name=f"Person {n} {place}", initials=f"P{place}", user=sign_in(n, place)) for place in range(SEATS)
    )
    Post.objects.bulk_create(
        Post(person=person, partner=seat.partner, title="Director") for person, seat in zip(people, seats, strict=True)
    )
    SeatHolding.objects.bulk_create(
        SeatHolding(seat=seat, person=person) for person, seat in zip(people, seats, strict=True)
    )
    refresh_board_access(board, on=timezone.localdate())
    return board


def sign_in(n: int, place: int) -> User | None:
    """The first board's clerk and one member, who also serve the next two boards' data only by name."""
    who = {1: "clerk", 2: "member"}.get(place)
    return User.objects.create_user(f"{who}{n or ''}@area.example", "area") if who else None


def make_meetings(board: Board, size: Size) -> None:
    clerk = User.objects.get(email="clerk@area.example")
    days = list(meeting_days(size))
    meetings = Meeting.objects.bulk_create(
        Meeting(board=board, date=day, address=day.isoformat(), state="held", starts_at=dt.time(14), venue="Room 2")
        for day in days
    )
    for meeting in meetings:
        fill_meeting(meeting, clerk)
    upcoming = timezone.localdate() + dt.timedelta(days=20)
    meeting = Meeting.objects.create(
        board=board,
        date=upcoming,
        address=upcoming.isoformat(),
        state="called",
        called_at=timezone.now(),
        called_by=clerk,
    )
    AgendaItem.objects.create(meeting=meeting, title="Business", number="1.1")


def meeting_days(size: Size) -> Iterator[dt.date]:
    today = timezone.localdate()
    for n in range(size.years * size.a_year):
        yield today - dt.timedelta(days=30 + n * 365 // size.a_year)


def fill_meeting(meeting: Meeting, clerk: User) -> None:
    sections = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, title=f"Section {n}", number=f"{n}.0", is_section=True, position=n * 10)
        for n in range(1, SECTIONS + 1)
    )
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            section=sections[n % SECTIONS],
            title=f"Item of business {n}",
            number=f"{n % SECTIONS + 1}.{n // SECTIONS + 1}",
            position=n + 1,
        )
        for n in range(ITEMS)
    )
    attend(meeting)
    minute(meeting, items, clerk)


def attend(meeting: Meeting) -> None:
    seats = list(Seat.objects.filter(board=meeting.board).prefetch_related("holdings__person"))
    rows = [row_of(meeting, seat, place) for place, seat in enumerate(seats)]
    guests = [
        Attendance(meeting=meeting, name=f"Guest {n}", capacity="in_attendance", status="present", position=90 + n)
        for n in range(ROWS - SEATS)
    ]
    Attendance.objects.bulk_create([*rows, *guests])


def row_of(meeting: Meeting, seat: Seat, place: int) -> Attendance:
    person = next(iter(seat.holdings.all())).person
    return Attendance(
        meeting=meeting,
        seat=seat,
        person=person,
        partner_id=seat.partner_id,
        name=person.name,
        initials=person.initials,
        post="Director",
        organisation="Partner",
        status="apologies" if place > 16 else "present",
        is_presiding=place == 0,
        position=place,
    )


def minute(meeting: Meeting, items: list[AgendaItem], clerk: User) -> None:
    now = timezone.now()
    minutes = Minutes.objects.create(meeting=meeting, state="circulated", circulated_at=now, circulated_by=clerk)
    MinutedItem.objects.bulk_create(
        MinutedItem(minutes=minutes, item=item, version=1, saved_at=now, saved_by=clerk) for item in items
    )
    talk = [Minute(minutes=minutes, item=item, text=WORDS, position=0) for item in items]
    blocks = [Minute(minutes=minutes, item=item, kind="decision", text="Agreed.", position=1) for item in items]
    lines = [
        Minute(minutes=minutes, item=items[n], kind="action", text=f"Do thing {n}", position=2) for n in range(ACTIONS)
    ]
    Minute.objects.bulk_create([*talk, *blocks, *lines])
    Decision.objects.bulk_create(Decision(block=block, kind="agreed") for block in blocks)
    owe(meeting, lines, now)


def owe(meeting: Meeting, lines: list[Minute], now: dt.datetime) -> None:
    first = Action.objects.filter(board=meeting.board, year=meeting.date.year).count() + 1
    open_ones = meeting.date > timezone.localdate() - dt.timedelta(days=200)
    actions = Action.objects.bulk_create(
        Action(
            board=meeting.board,
            year=meeting.date.year,
            number=first + n,
            text=line.text,
            state="not_started" if open_ones else "closed",
            owners_stated="P2",
            due_kind="day",
            due_date=meeting.date + dt.timedelta(days=30),
            meeting=meeting,
            block=line,
            key=uuid.uuid4(),
            recorded_at=now,
        )
        for n, line in enumerate(lines)
    )
    Part.objects.bulk_create(part for action in actions for part in parts_of(action))


def parts_of(action: Any) -> Iterator[Part]:
    holding = SeatHolding.objects.select_related("person").get(seat__board=action.board, seat__position=2)
    yield Part(action=action, person=holding.person, owner="person", name=holding.person.name, state=action.state)

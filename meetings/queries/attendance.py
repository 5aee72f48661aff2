"""The list of who came, as it is kept; how minutes print it is ``queries.present``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from boards.models import Person, Post, Seat
from boards.queries.people import people_to_appoint
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Attendance, Meeting
from meetings.queries.joint import sittings_of
from meetings.rules.attendance import next_to_preside
from meetings.rules.each_board import quorum_of_each
from meetings.rules.quorum import Quorum, quorum

Status = Attendance.Status
#: The items somebody is there for, each with the heading that may close it.
FOR_ITEMS = Prefetch("items", AgendaItem.objects.select_related("section"))
#: The seats somebody represents besides their own, each with whose it is.
ALSO_FOR = Prefetch("also_for", Seat.objects.select_related("partner", "constituency", "board"))


@dataclass(frozen=True)
class AttendanceList:
    """The list as it is kept: every row in order, who may take the chair, and how the quorum stands."""

    meeting: Meeting
    rows: tuple[Attendance, ...]
    quorum: Quorum

    @property
    def presiding(self) -> Attendance | None:
        return next((row for row in self.rows if row.is_presiding), None)

    @property
    def offered_the_chair(self) -> Attendance | None:
        return None if self.presiding else next_to_preside(self.rows)

    @property
    def in_the_room(self) -> list[Attendance]:
        return [row for row in self.rows if row.is_in_the_room]

    @property
    def away(self) -> list[Attendance]:
        return [row for row in self.rows if row.status == Status.APOLOGIES]

    @property
    def waiting(self) -> list[Attendance]:
        """Those of whom nothing is recorded yet."""
        return [row for row in self.rows if row.status == Status.EXPECTED]


def attendance_rows(meeting: Meeting) -> list[Attendance]:
    """Every row in its order, with what its line and the quorum need. Three statements."""
    seat = ["seat__partner", "seat__constituency", "seat__board"]
    related = [*seat, "partner", "person", "substitute", "stands_for__seat"]
    return list(meeting.attendances.select_related(*related).prefetch_related(FOR_ITEMS, ALSO_FOR))


def attendance_list(meeting: Meeting) -> AttendanceList:
    """Six statements, however many came."""
    rows = attendance_rows(meeting)
    return AttendanceList(meeting, tuple(rows), quorum_as_listed(meeting, rows))


def quorum_as_listed(meeting: Meeting, rows: Sequence[Attendance]) -> Quorum:
    """By the terms of the day; at a joint meeting by those of each board."""
    terms = terms_on(meeting.board, meeting.date)
    kinds = tuple(terms.quorum_kinds.all()) if terms else ()
    sittings = sittings_of(meeting, terms, kinds)
    return quorum_of_each(sittings, rows) if sittings else quorum(terms, rows, kinds)


def row_for(meeting: Meeting, pk: int) -> Attendance:
    """One row of this meeting, with what its line needs; 404 for a row of another."""
    related = ["meeting__board", "seat__partner", "seat__board", "partner", "person", "substitute", "stands_for"]
    return get_object_or_404(meeting.attendances.select_related(*related).prefetch_related(FOR_ITEMS), pk=pk)


def substitutes_for(row: Attendance, officer: Any) -> list[tuple[str, list[tuple[int, str]]]]:
    """Who is offered for a seat, in groups: its own substitutes in order, its partner's people, then others."""
    day = row.meeting.date
    assert row.seat is not None
    own = list(row.seat.substitutes.held_on(day).values_list("person_id", flat=True))
    people = {person.pk: person for person in people_to_appoint(officer, row.seat) if person.pk != row.person_id}
    partner = {pk for pk, person in people.items() if _is_of(person, row.seat.partner_id, day)}
    named = row.seat.partner.short_name if row.seat.partner else ""
    groups = [
        ("Substitutes of this seat", [pk for pk in own if pk in people]),
        (named, [pk for pk in people if pk in partner and pk not in own]),
        ("From elsewhere" if named else "Others", [pk for pk in people if pk not in partner and pk not in own]),
    ]
    return [(label, [(pk, _with_posts(people[pk], day)) for pk in found]) for label, found in groups if found]


def partners_of_person(pk: int, day: dt.date) -> list[int]:
    """The partners somebody holds a post with on a day."""
    return list(Post.objects.held_on(day).filter(person=pk).values_list("partner_id", flat=True))


def _is_of(person: Person, partner: int | None, day: dt.date) -> bool:
    return partner is not None and any(post.partner_id == partner and post.holds_on(day) for post in person.posts.all())


def _with_posts(person: Person, day: dt.date) -> str:
    return ", ".join([person.name, *(str(post) for post in person.posts.all() if post.holds_on(day))])

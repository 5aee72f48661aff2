"""Seats as a page prints them: names cut to the reader, vacancies said in words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from boards.models import Person, Seat, SeatHolding
from boards.queries.people import people_known_to
from boards.queries.seats import SeatOnDay
from trust.tools.words import short_date


@dataclass(frozen=True)
class Named:
    """Somebody as this reader may read of them; ``page`` is "" where their page is not for this reader."""

    name: str
    page: str = ""


@dataclass(frozen=True)
class SeatLine:
    """One seat of a list. ``vacancy`` is a sentence, or "" when the seat is filled; ``change`` says what comes."""

    seat: Seat
    owner: str
    holder: Named | None
    post: str
    role: str
    vacancy: str
    change: str
    substitutes: list[Named]


@dataclass(frozen=True)
class SeatGroup:
    """The seats of one agency."""

    owner: str
    page: str
    lines: list[SeatLine]


def named(person: Person, known: set[int]) -> Named:
    """By their own name for who may know of them, else by their public one."""
    if person.pk in known:
        return Named(person.name, person.get_absolute_url())
    return Named(person.public_name or "Name withheld")


def known_among(reader: Any, people: Iterable[int]) -> set[int]:
    """Which of these people the reader may know by their own name. One statement."""
    return set(people_known_to(reader).filter(pk__in=set(people)).values_list("pk", flat=True))


def seat_lines(seats: list[SeatOnDay], reader: Any, *, on: dt.date, with_substitutes: bool) -> list[SeatLine]:
    """Two statements, however many seats."""
    others: dict[int, list[SeatHolding]] = {}
    current = [seat.holding.pk for seat in seats if seat.holding]
    found = SeatHolding.objects.filter(seat__in=[seat.seat.pk for seat in seats]).exclude(pk__in=current)
    for holding in found.select_related("person").order_by("from_date"):
        others.setdefault(holding.seat_id, []).append(holding)
    people = {holding.person_id for holdings in others.values() for holding in holdings}
    people |= {seat.holding.person_id for seat in seats if seat.holding}
    people |= {substitute.person.pk for seat in seats for substitute in seat.substitutes}
    known = known_among(reader, people)
    return [_line(seat, others.get(seat.seat.pk, []), known, on, with_substitutes) for seat in seats]


def by_owner(lines: list[SeatLine]) -> list[SeatGroup]:
    """Grouped by agency, in the order in which the agencies first come."""
    groups: dict[str, SeatGroup] = {}
    for line in lines:
        partner = line.seat.partner
        group = groups.setdefault(
            line.owner, SeatGroup(line.owner, partner.get_absolute_url() if partner else "", lines=[])
        )
        group.lines.append(line)
    return list(groups.values())


def _line(seat: SeatOnDay, others: list[SeatHolding], known: set[int], on: dt.date, with_substitutes: bool) -> SeatLine:
    return SeatLine(
        seat=seat.seat,
        owner=seat.owner or "Seats that go with a post",
        holder=named(seat.holder, known) if seat.holder else None,
        post=_post(seat, known),
        role=_role(seat.seat),
        vacancy="" if seat.holding else _vacancy(others, on),
        change=_change(seat.holding, others, known, on),
        substitutes=[named(who.person, known) for who in seat.substitutes] if with_substitutes else [],
    )


def _post(seat: SeatOnDay, known: set[int]) -> str:
    """What the seat is for, else the post of its holder."""
    if seat.seat.title:
        return seat.seat.title
    return seat.post.title if seat.holder and seat.post and seat.holder.pk in known else ""


def _role(seat: Seat) -> str:
    """What is not a plain voting member's seat says so."""
    if seat.role != Seat.Role.MEMBER:
        return seat.get_role_display()
    if seat.membership != Seat.Membership.CORE:
        return seat.get_membership_display()
    return "" if seat.voting else "Does not vote"


def _vacancy(others: list[SeatHolding], on: dt.date) -> str:
    ended = [holding.to_date for holding in others if holding.to_date and holding.to_date < on]
    return f"Vacant since {short_date(max(ended) + dt.timedelta(days=1))}" if ended else "Vacant"


def _change(holding: SeatHolding | None, others: list[SeatHolding], known: set[int], on: dt.date) -> str:
    """ "until 31 March 2026; then Asha Quill from 1 May 2026" """
    leaves = f"until {short_date(holding.to_date)}" if holding and holding.to_date else ""
    coming = next((other for other in others if other.from_date and other.from_date > on), None)
    comes = ""
    if coming and coming.from_date:
        comes = f"{named(coming.person, known).name} from {short_date(coming.from_date)}"
    return "; then ".join(filter(None, [leaves, comes]))

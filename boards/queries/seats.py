"""The seats of a board on a day: who holds each, with which post, and who may stand in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from boards.models import Board, Person, Post, Seat, SeatHolding, Substitute
from boards.rules.seat import CHAIRS, overlaps
from boards.rules.share import NOT_COUNTED


@dataclass(frozen=True)
class SubstituteOnDay:
    """Somebody who may sit in a seat, with the post they hold."""

    substitute: Substitute
    post: Post | None

    @property
    def person(self) -> Person:
        return self.substitute.person


@dataclass(frozen=True)
class SeatOnDay:
    """A seat as it was on one day; ``holding`` is None when it was vacant."""

    seat: Seat
    holding: SeatHolding | None
    post: Post | None
    substitutes: tuple[SubstituteOnDay, ...]

    @property
    def holder(self) -> Person | None:
        return self.holding.person if self.holding else None

    @property
    def owner(self) -> str:
        """Whose seat it is, as people say it: a partner, a class of partners, or nobody's in particular."""
        return owner_of(self.seat)


def sitting(held: QuerySet[SeatHolding]) -> QuerySet[SeatHolding]:
    """Those in whose seats somebody speaks for its owner; who takes the minutes, observes or attends speaks for nobody.

    The same line as ``rules.share.counts``, drawn in the database.
    """
    return held.exclude(seat__role__in=NOT_COUNTED).exclude(seat__membership=Seat.Membership.ATTENDEE)


def owner_of(seat: Seat) -> str:
    """A partner, a class of partners, an agency that is to be confirmed (requirement 3.6), or "" for a post alone."""
    if seat.partner:
        return seat.partner.short_name
    if seat.agency_stated:
        stated = seat.agency_stated
        return f"{stated[:1].upper()}{stated[1:]}, to be confirmed"
    return seat.constituency.name if seat.constituency else ""


def chair_seats(board: Board, from_date: dt.date | None, to_date: dt.date | None) -> list[Seat]:
    """The board's seats of chairs and joint chairs that there are on some of these days."""
    found = Seat.objects.filter(board=board, role__in=CHAIRS).select_related("partner", "constituency")
    return [seat for seat in found if overlaps(seat, from_date, to_date)]


def seats_on(board: Board, day: dt.date) -> list[SeatOnDay]:
    """The board's seats on ``day`` in their order. Four statements, however many seats."""
    return seats_as_of(Seat.objects.held_on(day).filter(board=board), day)


def voting_seats_on(board: Board, day: dt.date) -> int:
    """How many voting seats the board has on ``day``, filled or not."""
    return Seat.objects.held_on(day).filter(board=board, voting=True).count()


def seat_for(board: Board, pk: int) -> Seat:
    """The seat of this board; 404 where there is none."""
    seat = Seat.objects.filter(board=board, pk=pk).select_related("board", "partner", "constituency").first()
    if seat is None:
        raise Http404("This board has no such seat.")
    return seat


def alike_unconfirmed(seat: Seat) -> int:
    """How many seats of the board wait for the same agency to be confirmed, this one among them."""
    if not seat.agency_stated:
        return 0
    return Seat.objects.filter(board=seat.board, agency_stated=seat.agency_stated, partner=None).count()


def holding_for(seat: Seat, pk: int) -> SeatHolding:
    """Somebody's holding of this seat; 404 where there is none."""
    holding = seat.holdings.select_related("person", "seat__board", "seat__partner").filter(pk=pk).first()
    if holding is None:
        raise Http404("Nobody holds this seat so.")
    return holding


def substitute_for(seat: Seat, pk: int) -> Substitute:
    """Somebody who covers this seat; 404 where there is none."""
    substitute = seat.substitutes.select_related("person", "seat__board", "seat__partner").filter(pk=pk).first()
    if substitute is None:
        raise Http404("Nobody covers this seat so.")
    return substitute


def seats_as_of(seats: QuerySet[Seat], day: dt.date) -> list[SeatOnDay]:
    """These seats with their people of ``day``. Four statements, however many seats.

    A holder's post is the one they hold with the seat's partner, else the first they hold with anybody.
    """
    found = list(seats.select_related("board", "partner", "constituency"))
    holdings = {
        holding.seat_id: holding
        for holding in SeatHolding.objects.held_on(day).filter(seat__in=found).select_related("person")
    }
    substitutes = defaultdict(list)
    for substitute in Substitute.objects.held_on(day).filter(seat__in=found).select_related("person"):
        substitutes[substitute.seat_id].append(substitute)
    people = [holding.person_id for holding in holdings.values()]
    people += [substitute.person_id for covering in substitutes.values() for substitute in covering]
    posts = posts_on(people, day)
    return [_seat_on_day(seat, holdings.get(seat.pk), substitutes[seat.pk], posts) for seat in found]


def posts_on(people: Iterable[int], day: dt.date) -> dict[int, list[Post]]:
    """The posts each of these people holds on ``day``, by the person's key. One statement."""
    found = defaultdict(list)
    for post in Post.objects.held_on(day).filter(person__in=set(people)).select_related("partner"):
        found[post.person_id].append(post)
    return found


def post_for(posts: list[Post], partner_id: int | None) -> Post | None:
    """Of a person's posts, the one that speaks for ``partner_id``."""
    return next((post for post in posts if post.partner_id == partner_id), posts[0] if posts else None)


def _seat_on_day(
    seat: Seat, holding: SeatHolding | None, substitutes: list[Substitute], posts: dict[int, list[Post]]
) -> SeatOnDay:
    return SeatOnDay(
        seat=seat,
        holding=holding,
        post=post_for(posts.get(holding.person_id, []), seat.partner_id) if holding else None,
        substitutes=tuple(
            SubstituteOnDay(substitute, post_for(posts.get(substitute.person_id, []), seat.partner_id))
            for substitute in substitutes
        ),
    )

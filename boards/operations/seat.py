"""Filling, leaving, covering, adding and ending seats. Access follows in the same transaction."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from boards.models import Board, Partner, Person, Post, Seat, SeatHolding, Substitute, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.permissions import check_may_manage
from boards.queries.chair_bar import check_may_chair
from boards.queries.seats import posts_on
from boards.rules import seat as rules
from boards.rules.person import NewPerson
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@contextmanager
def open_seat(seat: Seat, *, by: User, on: dt.date) -> Iterator[Seat]:
    """The seat, locked, for one who may manage its board; afterwards access is what the seats of ``on`` give.

    The database's own refusal (two holders at once) is the last net: it undoes all and says so.
    """
    try:
        with transaction.atomic():
            locked = Seat.objects.select_for_update(of=["self"]).select_related("board", "partner").get(pk=seat.pk)
            check_may_manage(by, locked.board)
            yield locked
            _refresh(locked.board, locked.partner, on=on)
    except IntegrityError as error:
        raise Refused(
            "Somebody else changed this seat at the same moment. Look at it again, then repeat this."
        ) from error


def _refresh(board: Board, partner: Partner | None, *, on: dt.date) -> None:
    refresh_board_access(board, on=on)
    if partner:
        refresh_partner_access(partner, on=on)


def appoint(
    *,
    seat: Seat,
    person: Person | NewPerson,
    from_date: dt.date,
    to_date: dt.date | None = None,
    appointed_by: str = "",
    by: User,
    on: dt.date,
) -> SeatHolding:
    """Give the seat to somebody from a day on. Refused while another holds it on some of those days."""
    with open_seat(seat, by=by, on=on) as locked:
        rules.check_in_order(from_date, to_date)
        rules.check_within_seat(locked, from_date, to_date)
        rules.check_seat_free(locked.holdings.select_related("person").order_by("from_date"), from_date, to_date)
        holder = person if isinstance(person, Person) else make_person(person, locked, from_date, by)
        check_may_chair(locked, holder, from_date, to_date, reader=by)
        if locked.follows_post:
            give_post(holder, locked, from_date, to_date, by)
        holding = SeatHolding(
            seat=locked, person=holder, from_date=from_date, to_date=to_date, appointed_by=appointed_by
        )
        keep(holding, by=by)
        if locked.vacancy_reason:
            locked.vacancy_reason = ""
            keep(locked, by=by, because="Filled")
    return holding


def end_holding(*, holding: SeatHolding, last_day: dt.date, why: str = "", by: User, on: dt.date) -> SeatHolding:
    """Set the last day, or bring it forward. The access it gave goes the day after."""
    with open_seat(holding.seat, by=by, on=on):
        holding = SeatHolding.objects.select_for_update(of=["self"]).select_related("person", "seat").get(pk=holding.pk)
        rules.check_not_by_post(holding.seat, holding.person)
        rules.check_can_end(holding, last_day)
        holding.to_date = last_day
        keep(holding, by=by, because=why)
    return holding


def add_substitute(
    *,
    seat: Seat,
    person: Person | NewPerson,
    from_date: dt.date,
    to_date: dt.date | None = None,
    without_post: str = "",
    by: User,
    on: dt.date,
) -> Substitute:
    """Name somebody who may sit when the holder cannot; after those named before.

    ``without_post``: why somebody sits for the agency who holds no post anywhere.
    """
    with open_seat(seat, by=by, on=on) as locked:
        rules.check_in_order(from_date, to_date)
        rules.check_within_seat(locked, from_date, to_date)
        named = list(locked.substitutes.select_related("person"))
        if isinstance(person, Person):
            rules.check_can_substitute(person, locked.holdings.all(), named, from_date, to_date)
            posts = posts_on([person.pk], from_date).get(person.pk, [])
            rules.check_same_agency(locked, person, posts, without_post=without_post)
            without_post = "" if posts else without_post
        else:
            person = make_person(person, locked, from_date, by, has_post=not without_post)
        position = max((other.position for other in named), default=-1) + 1
        told = {"position": position, "without_post": without_post}
        substitute = Substitute(seat=locked, person=person, from_date=from_date, to_date=to_date, **told)
        keep(substitute, by=by)
    return substitute


def end_substitute(*, substitute: Substitute, last_day: dt.date, why: str = "", by: User, on: dt.date) -> Substitute:
    """Somebody is a substitute no longer after this day."""
    with open_seat(substitute.seat, by=by, on=on):
        substitute = Substitute.objects.select_for_update(of=["self"]).select_related("person").get(pk=substitute.pk)
        rules.check_can_end(substitute, last_day)
        substitute.to_date = last_day
        keep(substitute, by=by, because=why)
    return substitute


def end_seat(*, seat: Seat, last_day: dt.date, why: str = "", by: User, on: dt.date) -> Seat:
    """The board has no such seat after this day. Refused while somebody holds or covers it for longer."""
    with open_seat(seat, by=by, on=on) as locked:
        holdings = locked.holdings.select_related("person")
        rules.check_can_end_seat(locked, holdings, locked.substitutes.select_related("person"), last_day)
        locked.to_date = last_day
        keep(locked, by=by, because=why)
    return locked


def move_substitute(*, substitute: Substitute, up: bool, by: User, on: dt.date) -> Substitute:
    """One place up or down among those who cover the seat on this day; at the end of the order nothing changes."""
    with open_seat(substitute.seat, by=by, on=on) as locked:
        last = [who for who in locked.substitutes.all() if who.to_date is None or who.to_date >= on]
        place = next((place for place, who in enumerate(last) if who.pk == substitute.pk), None)
        other = None if place is None else place - 1 if up else place + 1
        if place is not None and other is not None and 0 <= other < len(last):
            last[place], last[other] = last[other], last[place]
        for position, who in enumerate(last):
            if who.position != position:
                who.position = position
                keep(who, by=by, because="Put in another order")
    return substitute


def make_person(new: NewPerson, seat: Seat, from_date: dt.date, by: User, *, has_post: bool = True) -> Person:
    """The new person, with their post at the seat's partner; by a seat that follows a post, with that post."""
    person = Person(name=new.name, initials=new.initials, email=new.email)
    keep(person, by=by)
    if seat.partner and has_post and not seat.follows_post:
        keep(Post(person=person, partner=seat.partner, title=new.post, from_date=from_date), by=by)
    return person


def give_post(person: Person, seat: Seat, from_date: dt.date, to_date: dt.date | None, by: User) -> None:
    """Whoever is put in a seat that goes with a post holds that post, unless they do already."""
    partner = seat.partner
    assert partner is not None
    held = person.posts.filter(partner=partner, title__iexact=seat.title)
    if not any(rules.overlaps(post, from_date, to_date) for post in held):
        keep(Post(person=person, partner=partner, title=seat.title, from_date=from_date, to_date=to_date), by=by)

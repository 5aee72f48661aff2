"""Filling, leaving, covering, adding and ending seats. Access follows in the same transaction."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from boards.models import Board, Constituency, Partner, Person, Post, Seat, SeatHolding, Substitute, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.permissions import check_may_manage
from boards.rules import seat as rules
from boards.rules.person import NewPerson
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@contextmanager
def _open(seat: Seat, *, by: User, on: dt.date) -> Iterator[Seat]:
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
    with _open(seat, by=by, on=on) as locked:
        rules.check_in_order(from_date, to_date)
        rules.check_within_seat(locked, from_date, to_date)
        rules.check_seat_free(locked.holdings.select_related("person").order_by("from_date"), from_date, to_date)
        holder = person if isinstance(person, Person) else make_person(person, locked, from_date, by)
        holding = SeatHolding(
            seat=locked, person=holder, from_date=from_date, to_date=to_date, appointed_by=appointed_by
        )
        keep(holding, by=by)
    return holding


def end_holding(*, holding: SeatHolding, last_day: dt.date, why: str = "", by: User, on: dt.date) -> SeatHolding:
    """Set the last day, or bring it forward. The access it gave goes the day after."""
    with _open(holding.seat, by=by, on=on):
        holding = SeatHolding.objects.select_for_update(of=["self"]).select_related("person").get(pk=holding.pk)
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
    by: User,
    on: dt.date,
) -> Substitute:
    """Name somebody who may sit when the holder cannot; after those named before."""
    with _open(seat, by=by, on=on) as locked:
        rules.check_in_order(from_date, to_date)
        rules.check_within_seat(locked, from_date, to_date)
        named = list(locked.substitutes.select_related("person"))
        if isinstance(person, Person):
            rules.check_can_substitute(person, locked.holdings.all(), named, from_date, to_date)
        else:
            person = make_person(person, locked, from_date, by)
        position = max((other.position for other in named), default=-1) + 1
        substitute = Substitute(seat=locked, person=person, from_date=from_date, to_date=to_date, position=position)
        keep(substitute, by=by)
    return substitute


def end_substitute(*, substitute: Substitute, last_day: dt.date, why: str = "", by: User, on: dt.date) -> Substitute:
    """Somebody is a substitute no longer after this day."""
    with _open(substitute.seat, by=by, on=on):
        substitute = Substitute.objects.select_for_update(of=["self"]).select_related("person").get(pk=substitute.pk)
        rules.check_can_end(substitute, last_day)
        substitute.to_date = last_day
        keep(substitute, by=by, because=why)
    return substitute


@transaction.atomic
def add_seat(
    *,
    board: Board,
    partner: Partner | None = None,
    constituency: Constituency | None = None,
    title: str = "",
    role: str = Seat.Role.MEMBER,
    membership: str = Seat.Membership.CORE,
    voting: bool = True,
    from_date: dt.date,
    by: User,
) -> Seat:
    """A place at the board, vacant until somebody is appointed; after those there are."""
    check_may_manage(by, board)
    rules.check_owned(partner=partner, constituency=constituency, title=title)
    rules.check_vote(role, voting=voting)
    last = board.seats.order_by("-position").first()
    seat = Seat(
        board=board,
        partner=partner,
        constituency=constituency,
        title=title,
        role=role,
        membership=membership,
        voting=voting,
        from_date=from_date,
        position=last.position + 1 if last else 0,
    )
    keep(seat, by=by)
    return seat


def end_seat(*, seat: Seat, last_day: dt.date, why: str = "", by: User, on: dt.date) -> Seat:
    """The board has no such seat after this day. Refused while somebody holds or covers it for longer."""
    with _open(seat, by=by, on=on) as locked:
        holdings = locked.holdings.select_related("person")
        rules.check_can_end_seat(locked, holdings, locked.substitutes.select_related("person"), last_day)
        locked.to_date = last_day
        keep(locked, by=by, because=why)
    return locked


def make_person(new: NewPerson, seat: Seat, from_date: dt.date, by: User) -> Person:
    """The new person, with their post at the seat's partner."""
    person = Person(name=new.name, initials=new.initials, email=new.email)
    keep(person, by=by)
    if seat.partner:
        keep(Post(person=person, partner=seat.partner, title=new.post, from_date=from_date), by=by)
    return person

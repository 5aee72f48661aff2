"""The places at a board themselves: adding them, changing what they are from a day on, confirming whose they are."""

import datetime as dt

from django.db import transaction

from boards.models import Board, Partner, Seat, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.operations.following import follow
from boards.operations.passing import go_on_as
from boards.operations.seat import open_seat
from boards.permissions import check_may_manage
from boards.queries.chair_bar import check_may_chair
from boards.queries.seats import chair_seats
from boards.rules import seat as rules
from boards.rules.place import Place, check_place
from trust.tools.keeping import keep


@transaction.atomic
def add_seats(
    *,
    board: Board,
    place: Place,
    count: int = 1,
    sides: tuple[str, ...] = (),
    vacancy_reason: str = "",
    from_date: dt.date,
    by: User,
    on: dt.date,
) -> list[Seat]:
    """Places at the board, vacant until somebody is appointed; after those there are. ``count`` of each of ``sides``:
    a partner may send an officer and an elected member (requirement 4.8). Seats that follow a post are filled by it.
    """
    check_may_manage(by, board)
    board = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    made = []
    for side in (sides or (place.side,)) * count:
        check_place(place, chair_seats(board, from_date, None))
        said = place.as_fields() | {"side": side, "vacancy_reason": vacancy_reason}
        made.append(keep(Seat(board=board, position=_last(board), from_date=from_date, **said), by=by))
    if place.follows_post:
        for seat in made:
            follow(seat, by=by, on=on)
        refresh_board_access(board, on=on)
    if place.partner:
        refresh_partner_access(place.partner, on=on)
    return made


def _last(board: Board) -> int:
    """The place after all seats there are."""
    last = board.seats.order_by("-position").values_list("position", flat=True).first()
    return 0 if last is None else last + 1


def change_seat(*, seat: Seat, place: Place, from_date: dt.date, why: str = "", by: User, on: dt.date) -> Seat:
    """What the seat is from a day on: its vote (habit H3), its part, its class. Returns the seat of that day.

    From its first day or before: the seat itself is put right. Later: it ends on the day before, and another begins
    that takes over those who sit in it and those who cover it, so that meetings held before keep what it was.
    """
    with open_seat(seat, by=by, on=on) as locked:
        rules.check_within_days(locked, from_date)
        others = [other for other in chair_seats(locked.board, from_date, locked.to_date) if other.pk != locked.pk]
        check_place(place, others)
        former = locked.partner
        whole = locked.from_date is not None and from_date <= locked.from_date
        if whole:
            changed = _put_right(locked, place, by, why)
        else:
            changed = go_on_as(locked, place.as_fields(), from_date, why=why, by=by)
        for holding in changed.holdings.exclude(to_date__lt=on).select_related("person"):
            check_may_chair(changed, holding.person, holding.from_date, holding.to_date, reader=by)
        if changed.follows_post:
            follow(changed, by=by, on=on)
        for partner in {former, changed.partner} - {None}:
            refresh_partner_access(partner, on=on)  # type: ignore[arg-type]
    return changed


def _put_right(seat: Seat, place: Place, by: User, why: str) -> Seat:
    for name, value in place.as_fields().items():
        setattr(seat, name, value)
    return keep(seat, by=by, because=why)


def confirm_agency(
    *, seat: Seat, partner: Partner, all_so_stated: bool, why: str = "", by: User, on: dt.date
) -> list[Seat]:
    """Say which partner a seat is for that the paper left to be confirmed; if asked, all of the board stated so.

    What the paper said stays beside it (requirement 3.6).
    """
    with open_seat(seat, by=by, on=on) as locked:
        rules.check_unconfirmed(locked)
        found = [locked]
        if all_so_stated:
            alike = Seat.objects.select_for_update(of=["self"]).filter(
                board=locked.board, agency_stated=locked.agency_stated, partner=None
            )
            found += list(alike.exclude(pk=locked.pk))
        for one in found:
            one.partner = partner
            keep(one, by=by, because=why)
        refresh_partner_access(partner, on=on)
    return found


def say_why_vacant(*, seat: Seat, vacancy_reason: str, by: User, on: dt.date) -> Seat:
    """Why the seat is agreed and vacant, such as young people being aspired to (requirement 1.6)."""
    with open_seat(seat, by=by, on=on) as locked:
        rules.check_vacant(locked.holdings.select_related("person"), on)
        locked.vacancy_reason = vacancy_reason
        keep(locked, by=by)
    return locked

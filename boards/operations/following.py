"""Seats that go with a post: put in step with who holds the post, from whatever changes it (requirement 1.7)."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from boards.models import Partner, Person, Post, Seat, SeatHolding, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.rules.following import A_DAY, Stay, stays
from boards.rules.seat import overlaps
from trust.tools.keeping import discard, keep

BECAUSE = "Follows the post"


@transaction.atomic
def follow_post(*, partner: Partner, title: str, by: User | None, on: dt.date) -> list[Seat]:
    """Every seat that goes with this post, after somebody took it up or left it. Returns the seats, with access made.

    Who may change the post was asked by whoever changes it.
    """
    seats = Seat.objects.filter(partner=partner, follows_post=True, title__iexact=title).exclude(to_date__lt=on)
    found = list(seats.select_related("board", "partner"))
    for seat in found:
        follow(seat, by=by, on=on)
    for board in {seat.board for seat in found}:
        refresh_board_access(board, on=on)
    if found:
        refresh_partner_access(partner, on=on)
    return found


def follow(seat: Seat, *, by: User | None, on: dt.date) -> None:
    """Ends, lengthens and makes holdings as the post is held; what was before ``on`` stays as it was."""
    posts = Post.objects.filter(partner=seat.partner, title__iexact=seat.title)
    wanted = stays(posts, seat)
    standing = SeatHolding.objects.select_for_update(of=["self"]).filter(seat=seat).exclude(to_date__lt=on)
    kept: list[tuple[SeatHolding, Stay]] = []
    for holding in standing:
        stay = next((stay for stay in wanted if _is_same(holding, stay)), None)
        if stay is None:
            _leave(holding, by=by, on=on)
        else:
            kept.append((holding, stay))
    for holding, stay in sorted(kept, key=lambda pair: pair[1].to_date or dt.date.max):
        if holding.to_date != stay.to_date:
            holding.to_date = stay.to_date
            keep(holding, by=by, because=BECAUSE)
    taken = {stay for _, stay in kept}
    _seat_those(seat, [stay for stay in wanted if stay not in taken], by=by)


def _is_same(holding: SeatHolding, stay: Stay) -> bool:
    return holding.person_id == stay.person and overlaps(holding, stay.from_date, stay.to_date)


def _leave(holding: SeatHolding, *, by: User | None, on: dt.date) -> None:
    """Whoever holds the post no more was in the seat until yesterday; whoever was still to come, never."""
    last_day = on - A_DAY
    if holding.from_date and holding.from_date > last_day:
        discard(holding, by=by, because=BECAUSE)
        return
    ended = Post.objects.filter(
        person=holding.person_id, partner=holding.seat.partner, title__iexact=holding.seat.title, to_date__lt=on
    )
    latest = ended.order_by("-to_date").values_list("to_date", flat=True).first() or last_day
    holding.to_date = max(latest, holding.from_date) if holding.from_date else latest
    keep(holding, by=by, because=BECAUSE)


def _seat_those(seat: Seat, wanted: Iterable[Stay], *, by: User | None) -> None:
    """Each from the first day on which nobody else sits there."""
    for stay in wanted:
        begins = stay.from_date
        for other in SeatHolding.objects.filter(seat=seat).order_by("from_date"):
            if overlaps(other, begins, stay.to_date):
                begins = other.to_date + A_DAY if other.to_date else None
                if begins is None:
                    break
        else:
            if not (begins and stay.to_date and stay.to_date < begins):
                person = Person.objects.get(pk=stay.person)
                holding = SeatHolding(seat=seat, person=person, from_date=begins, to_date=stay.to_date)
                keep(holding, by=by, because=BECAUSE)

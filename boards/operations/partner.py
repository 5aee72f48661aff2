"""What is put down about the partners: names, standing, what follows what. Kept by those who keep the register."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify

from boards.models import Partner, PartnerAlias, PartnerSuccession, Seat, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.operations.passing import go_on_as
from boards.permissions import check_may_keep_register
from boards.rules import partner as rules
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused

#: First words of addresses that are no partner's own.
TAKEN = {"add"}


def known_as(name: str, *, but: Partner | None = None) -> Partner | None:
    """The partner that goes by this name already, as its own, its short or another name; other than ``but``."""
    alias = PartnerAlias.objects.filter(name__iexact=name).values("partner")
    found = Partner.objects.filter(Q(name__iexact=name) | Q(short_name__iexact=name) | Q(pk__in=alias))
    return found.exclude(pk__in=[but.pk] if but else []).first()


@transaction.atomic
def add_partner(*, by: User, on: dt.date, **given: Any) -> Partner:
    """A body joins the partnership's register. ``given``: the fields of Partner but its address, made of the name."""
    check_may_keep_register(by, on=on)
    return _put_down(Partner(slug=_address(given["name"])), given, by)


@transaction.atomic
def change_partner(*, partner: Partner, by: User, on: dt.date, **given: Any) -> Partner:
    """Its address stays, so that links hold; a name it had before stays as another name it goes by."""
    check_may_keep_register(by, on=on)
    partner = Partner.objects.select_for_update(of=["self"]).get(pk=partner.pk)
    before = partner.name
    changed = _put_down(partner, given, by)
    if before != changed.name and not changed.aliases.filter(name=before).exists():
        keep(PartnerAlias(partner=changed, name=before), by=by, because="Its name until it was changed")
    return changed


def _put_down(partner: Partner, given: dict[str, Any], by: User) -> Partner:
    for name in (given["name"], given["short_name"]):
        rules.check_name_free(name, known_as(name, but=partner if partner.pk else None))
    for field, value in given.items():
        setattr(partner, field, value)
    try:
        with transaction.atomic():
            keep(partner, by=by)
    except IntegrityError as error:
        raise Refused(f"Somebody else put down “{partner.name}” at the same moment. Look at the list again.") from error
    return partner


def _address(name: str) -> str:
    """The name as an address, with a number where it is taken."""
    wanted = slugify(name)[:46] or "partner"
    taken = TAKEN | set(Partner.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(address for address in (wanted, *numbered) if address not in taken)


@transaction.atomic
def add_alias(*, partner: Partner, name: str, by: User, on: dt.date) -> PartnerAlias:
    """Another name by which papers call it."""
    check_may_keep_register(by, on=on)
    partner = Partner.objects.select_for_update(of=["self"]).get(pk=partner.pk)
    rules.check_name_free(name, known_as(name))
    return keep(PartnerAlias(partner=partner, name=name), by=by)


@transaction.atomic
def remove_alias(*, alias: PartnerAlias, by: User, on: dt.date) -> None:
    """The name leads to this partner no longer; history keeps that it did."""
    check_may_keep_register(by, on=on)
    discard(alias, by=by)


@transaction.atomic
def succeed(
    *,
    partner: Partner,
    successor: Partner,
    from_date: dt.date,
    seats_pass: bool = False,
    reason: str = "",
    by: User,
    on: dt.date,
) -> PartnerSuccession:
    """Another takes its place from a day on; the partner's last day is the day before.

    ``seats_pass``: its seats, with their holders, go on as seats of the successor. What was recorded before keeps what
    it says.
    """
    check_may_keep_register(by, on=on)
    partner, successor = _both_locked(partner, successor)
    rules.check_can_follow(partner, successor, from_date, PartnerSuccession.objects.select_related("successor"))
    last_day = from_date - dt.timedelta(days=1)
    if partner.ended_date is None:
        rules.check_can_end(partner, last_day)
        partner.ended_date = last_day
        keep(partner, by=by, because=f"{successor.name} takes its place")
    row = PartnerSuccession(predecessor=partner, successor=successor, from_date=from_date, reason=reason)
    keep(row, by=by, because=reason)
    if seats_pass:
        _pass_seats(partner, successor, from_date, by=by, on=on)
    return row


def _pass_seats(partner: Partner, successor: Partner, from_date: dt.date, *, by: User, on: dt.date) -> None:
    for seat in _seats_after(partner, from_date - dt.timedelta(days=1)):
        _pass_on(seat, successor, from_date, by)
        refresh_board_access(seat.board, on=on)
    for one in (partner, successor):
        refresh_partner_access(one, on=on)


def _both_locked(partner: Partner, successor: Partner) -> tuple[Partner, Partner]:
    """In the order of their keys, so that two who do this at once wait for each other."""
    rows = Partner.objects.select_for_update(of=["self"]).order_by("pk").filter(pk__in=[partner.pk, successor.pk])
    locked = {row.pk: row for row in rows}
    return locked[partner.pk], locked[successor.pk]


def _seats_after(partner: Partner, last_day: dt.date) -> list[Seat]:
    """The partner's seats that would go on after its last day."""
    found = Seat.objects.select_for_update(of=["self"]).select_related("board").filter(partner=partner)
    return list(found.filter(Q(to_date=None) | Q(to_date__gt=last_day)).order_by("pk"))


def _pass_on(seat: Seat, successor: Partner, from_date: dt.date, by: User) -> Seat:
    """The seat ends with its partner, and the same seat begins for the successor with whoever holds and covers it."""
    why = f"Passed on to {successor.name}"
    if seat.from_date and seat.from_date >= from_date:
        seat.partner = successor
        return keep(seat, by=by, because=why)
    return go_on_as(seat, {"partner": successor}, from_date, why=why, why_new=f"Passed on by {seat.partner}", by=by)


@transaction.atomic
def end_partner(*, partner: Partner, last_day: dt.date, why: str = "", by: User, on: dt.date) -> Partner:
    """It is a partner no longer after this day. Its seats stay to be ended or passed on, and show as vacant or so."""
    check_may_keep_register(by, on=on)
    partner = Partner.objects.select_for_update(of=["self"]).get(pk=partner.pk)
    rules.check_can_end(partner, last_day)
    partner.ended_date = last_day
    return keep(partner, by=by, because=why)

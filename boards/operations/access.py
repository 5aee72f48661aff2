"""Access follows the seat: groups are kept in step with who sits where on a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from boards.models import (
    Board,
    BoardGrant,
    BoardRoleGroup,
    Partner,
    PartnerGrant,
    PartnerRoleGroup,
    Person,
    Post,
    Seat,
    SeatHolding,
    Substitute,
)
from boards.permissions import keepers
from boards.queries.seats import sitting
from trust.tools import jobs

_ROLE_OF_SEAT: dict[str, str] = {
    Seat.Role.CHAIR: BoardRoleGroup.Role.CHAIR,
    Seat.Role.JOINT_CHAIR: BoardRoleGroup.Role.CHAIR,
    Seat.Role.VICE_CHAIR: BoardRoleGroup.Role.CHAIR,
    Seat.Role.MEMBER: BoardRoleGroup.Role.MEMBER,
    Seat.Role.MINUTE_TAKER: BoardRoleGroup.Role.OFFICER,
    Seat.Role.OBSERVER: BoardRoleGroup.Role.OBSERVER,
}
_ROLE_OF_SUBSTITUTE: dict[str, str] = {
    Seat.Role.MINUTE_TAKER: BoardRoleGroup.Role.OFFICER,
    Seat.Role.OBSERVER: BoardRoleGroup.Role.OBSERVER,
}


#: Boards and partners whose access waits for the end of many changes.
_waiting: ContextVar[tuple[dict[int, Board], dict[int, Partner]] | None] = ContextVar("waiting", default=None)


@contextmanager
def refreshed_once(*, on: dt.date) -> Iterator[None]:
    """Many changes of seats in one transaction: each board's and partner's access is made once, after the last."""
    token = _waiting.set(({}, {}))
    try:
        yield
        boards, partners = _waiting.get() or ({}, {})
    finally:
        _waiting.reset(token)
    for board in boards.values():
        refresh_board_access(board, on=on)
    for partner in partners.values():
        refresh_partner_access(partner, on=on)


@transaction.atomic
def refresh_board_access(board: Board, *, on: dt.date) -> None:
    """Put into each role's group exactly those whose seats give it on this day.

    Substitutes read as members do: the chair's does not preside nor sign by that, the minute taker's takes minutes.
    """
    if waiting := _waiting.get():
        waiting[0][board.pk] = board
        return
    Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    users: dict[str, set[int]] = {role: set() for role in BoardRoleGroup.Role.values}
    seats = Seat.objects.held_on(on).filter(board=board)
    holdings = SeatHolding.objects.held_on(on).filter(seat__in=seats).exclude(person__user=None)
    for role, user in holdings.values_list("seat__role", "person__user"):
        users[_ROLE_OF_SEAT[role]].add(user)
    covering = Substitute.objects.held_on(on).filter(seat__in=seats).exclude(person__user=None)
    for role, user in covering.values_list("seat__role", "person__user"):
        users[_ROLE_OF_SUBSTITUTE.get(role, BoardRoleGroup.Role.MEMBER)].add(user)
    users[BoardRoleGroup.Role.KEEPER] = set(keepers(on=on).values_list("pk", flat=True))
    for role, group in _board_groups(board).items():
        group.user_set.set(users[role])


@transaction.atomic
def refresh_partner_access(partner: Partner, *, on: dt.date) -> None:
    """Those who sit for a partner represent it on this day; posts marked so manage it."""
    if waiting := _waiting.get():
        waiting[1][partner.pk] = partner
        return
    Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    seats = Seat.objects.held_on(on).filter(partner=partner)
    holders = sitting(SeatHolding.objects.held_on(on)).filter(seat__in=seats).exclude(person__user=None)
    managers = Post.objects.held_on(on).filter(partner=partner, manages_partner=True).exclude(person__user=None)
    groups = _partner_groups(partner)
    groups[PartnerRoleGroup.Role.REPRESENTATIVE].user_set.set(holders.values_list("person__user", flat=True))
    groups[PartnerRoleGroup.Role.MANAGER].user_set.set(managers.values_list("person__user", flat=True))


def refresh_access_of(person: Person, *, on: dt.date, everywhere: bool = False) -> None:
    """Whatever this person's seats and posts give, on the day. ``everywhere``: they keep the register, or did."""
    on_boards = Q(seats__holdings__person=person) | Q(seats__substitutes__person=person)
    boards = Board.objects.all() if everywhere else Board.objects.filter(on_boards).distinct()
    for board in boards.order_by("pk"):
        refresh_board_access(board, on=on)
    at_partners = Q(seats__holdings__person=person) | Q(posts__person=person)
    for partner in Partner.objects.filter(at_partners).distinct().order_by("pk"):
        refresh_partner_access(partner, on=on)


def refresh_all_access(*, on: dt.date) -> None:
    """What a new day asks for: seats that begin or end give and take away."""
    for board in Board.objects.all():
        refresh_board_access(board, on=on)
    for partner in Partner.objects.all():
        refresh_partner_access(partner, on=on)


@jobs.nightly
def renew_access() -> None:
    """Access of the day that has begun. Midnight is the edge here, so the clock is read."""
    refresh_all_access(on=timezone.localdate())


def _board_groups(board: Board) -> dict[str, Group]:
    found = {role.role: role.group for role in board.role_groups.select_related("group")}
    for role in BoardRoleGroup.Role.values:
        if role not in found:
            found[role] = Group.objects.create(name=f"Board {board.pk}: {role}")
            BoardRoleGroup.objects.create(board=board, role=role, group=found[role])
            for permission in _permissions("board", BoardRoleGroup.WORDS[role]):
                BoardGrant.objects.create(group=found[role], permission=permission, content_object=board)
    return found


def _partner_groups(partner: Partner) -> dict[str, Group]:
    found = {role.role: role.group for role in partner.role_groups.select_related("group")}
    for role in PartnerRoleGroup.Role.values:
        if role not in found:
            found[role] = Group.objects.create(name=f"Partner {partner.pk}: {role}")
            PartnerRoleGroup.objects.create(partner=partner, role=role, group=found[role])
            for permission in _permissions("partner", PartnerRoleGroup.WORDS[role]):
                PartnerGrant.objects.create(group=found[role], permission=permission, content_object=partner)
    return found


def _permissions(model: str, words: Iterable[str]) -> list[Permission]:
    """Each with its content type, which guardian compares with the peg's on every grant."""
    found = Permission.objects.select_related("content_type")
    return list(found.filter(content_type__app_label="boards", content_type__model=model, codename__in=words))

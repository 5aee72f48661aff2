"""Task and finish groups, set up by the officers of the board they are under (requirement 2.15)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from boards.models import Board, BoardRelation, Person, Seat, SeatHolding
from boards.operations.access import refresh_board_access, refresh_partner_access
from boards.operations.board import found_board
from boards.operations.network import put_down
from boards.permissions import check_may_manage
from boards.queries.chair_bar import check_may_chair
from boards.queries.seats import posts_on
from boards.rules.groups import Alike, NewGroup, check_days
from trust.tools.keeping import keep

TITLES = {Seat.Role.CHAIR: "Lead", Seat.Role.MEMBER: "Member", Seat.Role.MINUTE_TAKER: "Clerk"}


@transaction.atomic
def set_up_groups(*, parent: Board, groups: Sequence[NewGroup], alike: Alike, by: Any, on: dt.date) -> list[Board]:
    """All or none, each with seats for its lead, its members and its clerk.

    A member sits for the partner at which they hold a post.
    """
    check_may_manage(by, parent)
    parent = Board.objects.select_for_update(no_key=True, of=["self"]).get(pk=parent.pk)
    check_days(parent, alike.founded_date, alike.due_to_end_date)
    return [_set_up(parent, group, alike, by, on) for group in groups]


def _set_up(parent: Board, group: NewGroup, alike: Alike, by: Any, on: dt.date) -> Board:
    board = found_board(
        name=group.name,
        reference_prefix="",
        under=parent,
        founded_date=alike.founded_date,
        by=by,
        on=on,
        kind=Board.Kind.TASK_GROUP,
        status=Board.Status.TIME_LIMITED,
        objective=group.objective,
        lead=group.lead,
        due_to_end_date=alike.due_to_end_date,
        visibility=alike.visibility,
        record_holder=parent.record_holder,
        footprint=parent.footprint,
    )
    works_to = group.works_to or (parent if group.priority else None)
    if works_to:
        kind = BoardRelation.Kind.WORKS_FOR
        relation = BoardRelation(board=board, to_board=works_to, kind=kind, from_date=alike.founded_date)
        relation.words = group.priority
        put_down(relation, by=by)
    _seat(board, group, alike, by, on)
    return board


def _seat(board: Board, group: NewGroup, alike: Alike, by: Any, on: dt.date) -> None:
    """The lead has the chair; who clerks it takes the minutes, unless they lead it."""
    people: dict[Person, str] = {group.lead: Seat.Role.CHAIR}
    people |= {person: Seat.Role.MEMBER for person in group.members if person not in people}
    if alike.clerk and people.get(alike.clerk) != Seat.Role.CHAIR:
        people[alike.clerk] = Seat.Role.MINUTE_TAKER
    posts, first, partners = posts_on([who.pk for who in people], alike.founded_date), alike.founded_date, set()
    for position, (person, role) in enumerate(people.items()):
        held = posts.get(person.pk, [])
        seat = Seat(board=board, role=role, position=position, from_date=first, voting=role != Seat.Role.MINUTE_TAKER)
        seat.partner, seat.title = (held[0].partner, "") if held else (None, TITLES[Seat.Role(role)])
        partners.add(seat.partner)
        keep(seat, by=by)
        check_may_chair(seat, person, first, None, reader=by)
        keep(SeatHolding(seat=seat, person=person, from_date=first), by=by)
    refresh_board_access(board, on=on)
    for partner in partners - {None}:
        refresh_partner_access(partner, on=on)  # type: ignore[arg-type]

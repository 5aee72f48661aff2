"""Sheets of people and seats as their reader may know of them, and what their rows come to."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.http import Http404

from boards.models import Constituency, Partner, PeopleSheet, Person, Post, Seat, SeatHolding
from boards.permissions import MANAGE, keeps_register
from boards.queries.access import boards_where
from boards.queries.chair_bar import check_may_chair
from boards.queries.people import people_known_to
from boards.rules.seat import CHAIRS
from boards.rules.sheet import Row
from boards.rules.sheet_ground import Ground, Planned
from boards.rules.sheet_plan import planned
from trust.tools.refusal import NotPermitted, why_not


def check_may_bring_people_in(user: Any) -> None:
    """Whoever manages a board, for its seats alone; the keepers of the register for all."""
    if not boards_where(user, MANAGE).exists():
        raise NotPermitted("Only those who manage a board’s seats may bring people in from a sheet.")


def sheets_of(user: Any, *, on: dt.date) -> QuerySet[PeopleSheet]:
    """One's own; the keepers see all. Without the rows."""
    found = PeopleSheet.objects.select_related("sent_by__person", "brought_in_by__person").defer("rows", "written")
    return found if keeps_register(user, on=on) else found.filter(sent_by=user.pk)


def sheet_for(user: Any, pk: int, *, on: dt.date) -> PeopleSheet:
    if not user.is_authenticated:
        raise Http404
    check_may_bring_people_in(user)
    people = ("sent_by__person", "brought_in_by__person", "taken_back_by__person")
    found = sheets_of(user, on=on).defer(None).select_related(*people)
    sheet = found.filter(pk=pk).first()
    if sheet is None:
        raise Http404("No sheet is at this address.")
    return sheet


def rows_kept(sheet: PeopleSheet) -> list[Row]:
    return [Row(row["line"], row["cells"], tuple(row["wrong"]), row["choice"]) for row in sheet.rows]


def plan_of(sheet: PeopleSheet, reader: Any) -> list[Planned]:
    """Every row with what it comes to now. As many statements however many rows, and some for each chair."""
    rows = rows_kept(sheet)
    lines = planned(rows, ground_of(rows, reader))
    for line in lines:
        if line.act == "make" and line.seat and line.seat.role in CHAIRS and line.person and line.person.pk:
            days = (line.row.day("from_date"), line.row.day("to_date"))
            if refusal := why_not(check_may_chair, line.seat, line.person, *days, reader=reader):
                line.refuse(refusal)
    return lines


def ground_of(rows: list[Row], reader: Any) -> Ground:
    """What these rows are held against, as far as this reader manages or knows of it. Nine statements."""
    ground = Ground()
    boards = list(boards_where(reader, MANAGE))
    ground.boards = {board.name.casefold(): board for board in boards}
    for partner in Partner.objects.prefetch_related("aliases"):
        for name in (partner.name, partner.short_name, *(alias.name for alias in partner.aliases.all())):
            ground.partners[name.casefold()] = partner
    ground.classes = {one.name.casefold(): one for one in Constituency.objects.all()}
    named = {row["board"].casefold() for row in rows}
    seats = Seat.objects.filter(board__in=[board for board in boards if board.name.casefold() in named])
    by_key = {seat.pk: seat for seat in seats.select_related("board", "partner", "constituency")}
    for seat in by_key.values():
        ground.seats[seat.board_id].append(seat)
    for holding in SeatHolding.objects.filter(seat__in=by_key).select_related("person").order_by("from_date"):
        holding.seat = by_key[holding.seat_id]
        ground.holdings[holding.seat_id].append(holding)
    _add_people(ground, rows, reader)
    return ground


def _add_people(ground: Ground, rows: list[Row], reader: Any) -> None:
    """Those of the names in the sheet whom the reader knows of, or who have a post at a partner named in it."""
    names = {row["person"].lower() for row in rows if row["person"]}
    partners = {ground.partners.get(row["partner"].casefold()) for row in rows} - {None}
    at_partner = Post.objects.filter(partner__in=[one.pk for one in partners if one]).values("person")
    known = Q(pk__in=people_known_to(reader).values("pk")) | Q(pk__in=at_partner)
    people = Person.objects.annotate(lower=Lower("name")).filter(known, lower__in=names, merged_into=None)
    found = list(people.order_by("pk"))
    for person in found:
        ground.people[person.name.casefold()].append(person)
    for post in Post.objects.filter(person__in=found).select_related("partner"):
        ground.posts[post.person_id].append(post)

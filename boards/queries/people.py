"""People as a reader may know of them, and what they hold.

Whoever sits on a public board is known to all by name; a young person or lay member with a public name is known by
that alone, except to those who sit on or serve the same board.
"""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, Q, QuerySet
from django.http import Http404

from boards.models import Board, BoardRoleGroup, Partner, Person, Post, Seat, SeatHolding, Substitute
from boards.permissions import CHAIR, MANAGE, MINUTE, SEE_EXEMPT, SEE_PAPERS, keeps_register
from boards.queries.access import boards_known_to, boards_where, partners_of

ANY_WORD = (SEE_PAPERS, SEE_EXEMPT, MINUTE, CHAIR, MANAGE)


def boards_shared_with(reader: Any) -> QuerySet[Board]:
    """Boards whose people this reader works with."""
    return boards_where(reader, *ANY_WORD)


def _sitting_on(boards: QuerySet[Board]) -> Q:
    """People who hold, held or cover a seat of these boards."""
    holding = SeatHolding.objects.filter(seat__board__in=boards).values("person")
    covering = Substitute.objects.filter(seat__board__in=boards).values("person")
    return Q(pk__in=holding) | Q(pk__in=covering)


def people_known_to(reader: Any) -> QuerySet[Person]:
    """Those on boards the reader shares or may know of, those of the reader's partners, and the reader.

    Who keeps the register knows everybody in it.
    """
    public = SeatHolding.objects.filter(seat__board__in=boards_known_to(reader)).values("person")
    if reader.is_superuser:
        return Person.objects.all()
    known = Q(pk__in=public, public_name="")
    if reader.is_authenticated:
        known |= _sitting_on(boards_shared_with(reader)) | Q(user=reader.pk)
        known |= Q(pk__in=_colleagues_of(reader))
        keeping = BoardRoleGroup.objects.filter(role=BoardRoleGroup.Role.KEEPER, group__user=reader.pk)
        known |= Q(Exists(keeping))
    return Person.objects.filter(known)


def _colleagues_of(reader: Any) -> Any:
    """Whoever has a post at a partner that the reader acts for, or in whose seat they sit, taking the minutes too."""
    sits_for = Seat.objects.filter(board__in=boards_where(reader), holdings__person__user=reader.pk)
    at = Q(partner__in=partners_of(reader)) | Q(partner__in=sits_for.filter(partner__isnull=False).values("partner"))
    return Post.objects.filter(at).values("person")


def person_for(reader: Any, pk: int) -> Person:
    """The person, with their login; 404 unless the reader may know of them."""
    found = people_known_to(reader).select_related("user").filter(pk=pk).first()
    if found is None:
        raise Http404("Nobody by this address.")
    return found


def kept_for(reader: Any, pk: int) -> Person | None:
    """Whom an entry was merged into, however many times, as far as the reader may know of them."""
    entry = Person.objects.select_related("merged_into").filter(pk=pk).first()
    if entry is None or entry.merged_into is None:
        return None
    while entry.merged_into:
        entry = entry.merged_into
    return people_known_to(reader).filter(pk=entry.pk).first()


def people_to_appoint(officer: Any, seat: Seat) -> QuerySet[Person]:
    """Whom an officer may choose for a seat: those they know of, and those with a post at the seat's partner."""
    choices = Q(pk__in=people_known_to(officer).values("pk"))
    if seat.partner_id:
        choices |= Q(pk__in=Post.objects.filter(partner=seat.partner_id).values("person"))
    return Person.objects.filter(choices, merged_into=None).prefetch_related("posts__partner").order_by("name", "pk")


def people_to_choose(officer: Any) -> QuerySet[Person]:
    """Whom an officer may choose for seats that are nobody's yet: those they know of."""
    known = people_known_to(officer).values("pk")
    return Person.objects.filter(pk__in=known).prefetch_related("posts__partner").order_by("name", "pk")


def is_colleague(reader: Any, person: Person, *, on: dt.date) -> bool:
    """Whether they sit on or serve one board on this day, or are one person, or the reader keeps the
    register: contact details are for these."""
    if not reader.is_authenticated:
        return False
    shared = boards_shared_with(reader)
    sits = SeatHolding.objects.held_on(on).filter(person=person, seat__board__in=shared).exists()
    covers = sits or Substitute.objects.held_on(on).filter(person=person, seat__board__in=shared).exists()
    return person.user_id == reader.pk or covers or keeps_register(reader, on=on)


def posts_of(person: Person) -> QuerySet[Post]:
    """Every post there was and is, latest first."""
    found = Post.objects.filter(person=person).select_related("partner")
    return found.order_by(F("from_date").desc(nulls_last=True), "partner__name", "pk")


def holdings_of(person: Person, reader: Any) -> QuerySet[SeatHolding]:
    """Every seat the person holds or held on a board the reader may know of, latest first."""
    found = SeatHolding.objects.filter(person=person, seat__board__in=boards_known_to(reader))
    return found.select_related("seat__board", "seat__partner", "seat__constituency").order_by("-from_date", "-pk")


def substitutions_of(person: Person, reader: Any) -> QuerySet[Substitute]:
    """Seats the person covers, on boards the reader shares."""
    found = Substitute.objects.filter(person=person, seat__board__in=boards_shared_with(reader))
    return found.select_related("seat__board", "seat__partner", "seat__constituency").order_by("-from_date", "-pk")


def people_of(partner: Partner, reader: Any, *, on: dt.date) -> QuerySet[Post]:
    """The partner's posts and who holds them, as far as the reader may know of these people."""
    found = Post.objects.held_on(on).filter(partner=partner, person__in=people_known_to(reader).values("pk"))
    return found.select_related("person").order_by("person__name", "pk")

"""Schemes of areas, reporters and periods, as far as a reader has to do with them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board, Partner
from boards.permissions import MANAGE_PARTNER, MINUTE, REPRESENT_PARTNER
from boards.queries.access import boards_where, partners_of
from commissioning.models import Area, Period, Reporter, Scheme
from commissioning.permissions import leads_and_manages
from commissioning.queries.there import or_404
from commissioning.queries.who_returns import who_returns_for
from commissioning.rules.returns import there


@dataclass(frozen=True)
class Seen:
    """A scheme as one reader has it. ``own``: reporters whose returns they read before these are shared;
    ``returns_for``: those for which they return; ``nobodys``: those among them that have nobody with a login, for which
    an officer puts down what they sent. By keys."""

    scheme: Scheme
    leads: bool
    manages: bool
    reporters: tuple[Reporter, ...]
    areas: tuple[Area, ...]
    own: frozenset[int]
    returns_for: frozenset[int]
    nobodys: frozenset[int]

    def may_see(self, period: Period, reporter: Reporter) -> bool:
        """Its own and the officers’ from the first; the others’ at once, or from when the period is shared."""
        if self.leads or reporter.pk in self.own or period.shared_at:
            return True
        return self.scheme.shared == Scheme.Shared.AT_ONCE

    def reporter(self, pk: int) -> Reporter:
        return or_404(next((one for one in self.reporters if one.pk == pk), None))

    def area(self, pk: int) -> Area:
        return or_404(next((one for one in self.areas if one.pk == pk), None))


def schemes_seen_by(reader: Any) -> QuerySet[Scheme]:
    """Of boards whose papers the reader sees, and those in which they or theirs report."""
    boards, partners = boards_where(reader).values("pk"), _answered_for(reader).values("pk")
    reporting = Reporter.objects.filter(Q(board__in=boards) | Q(partner__in=partners)).values("scheme")
    return Scheme.objects.filter(Q(board__in=boards) | Q(pk__in=reporting)).select_related("board")


def _answered_for(reader: Any) -> QuerySet[Partner]:
    return partners_of(reader, REPRESENT_PARTNER, MANAGE_PARTNER)


def scheme_for(reader: Any, pk: int) -> Seen:
    """The scheme with its reporters and areas, or 404. Seven statements, however many they are."""
    scheme = or_404(schemes_seen_by(reader).filter(pk=pk).first())
    reporters = tuple(scheme.reporters.select_related("board", "partner", "district"))
    read, minuted, answered = _keys_of(reader, reporters)
    leading, managing = leads_and_manages(reader, scheme.board)
    own = {one.pk for one in reporters if one.board_id in read or one.partner_id in answered}
    mine = {one.pk for one in reporters if one.board_id in minuted or one.partner_id in answered}
    nobodys = {pk for pk, users in who_returns_for(reporters).items() if not users} if leading else set()
    return Seen(
        scheme=scheme,
        leads=leading,
        manages=managing,
        reporters=reporters,
        areas=tuple(scheme.areas.all()),
        own=frozenset(own),
        returns_for=frozenset(mine | nobodys),
        nobodys=frozenset(nobodys),
    )


def _keys_of(reader: Any, reporters: Iterable[Reporter]) -> tuple[set[Any], set[Any], set[Any]]:
    """Boards of these reporters that the reader reads, and minutes; partners they answer for."""
    boards = [one.board_id for one in reporters if one.board_id]
    partners = [one.partner_id for one in reporters if one.partner_id]
    read = boards_where(reader).filter(pk__in=boards).values_list("pk", flat=True)
    minuted = boards_where(reader, MINUTE).filter(pk__in=boards).values_list("pk", flat=True)
    return set(read), set(minuted), set(_answered_for(reader).filter(pk__in=partners).values_list("pk", flat=True))


def periods_of(scheme: Scheme) -> list[Period]:
    """The earliest first."""
    return list(scheme.periods.select_related("shared_by__person"))


def period_for(scheme: Scheme, pk: int) -> Period:
    found = or_404(scheme.periods.select_related("shared_by__person").filter(pk=pk).first())
    found.scheme = scheme
    return found


def usual_period(periods: Iterable[Period], *, on: dt.date) -> Period | None:
    """What is opened first: the latest that was shared or has come to its end, else the earliest."""
    rows = list(periods)
    past = [one for one in rows if one.shared_at or one.to_date <= on]
    return next(iter(past[-1:] or rows[:1]), None)


def there_on(who: Iterable[Any], day: dt.date) -> list[Any]:
    return [one for one in who if there(one, day)]


@dataclass(frozen=True)
class Bodies:
    """Boards and partners that can report."""

    boards: QuerySet[Board]
    partners: QuerySet[Partner]


def bodies_to_report(reader: Any, *, on: dt.date) -> Bodies:
    """Boards that the officer may know of, and partners, that are there on the day."""
    going = Q(ended_date=None) | Q(ended_date__gte=on)
    known = Board.objects.filter(Q(visibility=Board.Visibility.PUBLIC) | Q(pk__in=boards_where(reader).values("pk")))
    return Bodies(known.filter(going).order_by("name"), Partner.objects.filter(going).order_by("name"))


def boards_of_districts(*, on: dt.date) -> QuerySet[Board]:
    """Every district’s own trust that anybody may know of, with its district where its footprint is one alone."""
    going = Q(ended_date=None) | Q(ended_date__gte=on)
    kind, seen = Board.Kind.DISTRICT_TRUST, Board.Visibility.PUBLIC
    return Board.objects.filter(going, kind=kind, visibility=seen).select_related("footprint").order_by("name")

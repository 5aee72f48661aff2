"""Partners as a reader may know of them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.text import slugify

from boards.models import Partner, PartnerAlias, Post, Seat
from boards.permissions import MANAGE
from boards.queries.access import boards_known_to, boards_where, partners_of
from boards.queries.seats import SeatOnDay, seats_as_of


def partners_known_to(reader: Any) -> QuerySet[Partner]:
    """Those seated on a board the reader may know of, and the reader's own; all of them for who manages a board."""
    if reader.is_superuser or boards_where(reader, MANAGE).exists():
        return Partner.objects.all()
    seated = Seat.objects.filter(board__in=boards_known_to(reader), partner__isnull=False).values("partner")
    known = Q(pk__in=seated) | Q(pk__in=partners_of(reader).values("pk"))
    if reader.is_authenticated:
        known |= Q(pk__in=Post.objects.filter(person__user=reader.pk).values("partner"))
    return Partner.objects.filter(known)


ORDERS = {order: order for column in ("name", "category", "constituency") for order in (column, f"-{column}")}


def partners_called(reader: Any, *, words: str = "", category: str = "", order: str = "") -> QuerySet[Partner]:
    """Partners the reader may know of, by any of their names."""
    found = partners_known_to(reader).prefetch_related(Prefetch("aliases", PartnerAlias.objects.order_by("name")))
    for word in words.split():
        alias = PartnerAlias.objects.filter(name__icontains=word).values("partner")
        found = found.filter(Q(name__icontains=word) | Q(short_name__icontains=word) | Q(pk__in=alias))
    if category in Partner.Category.values:
        found = found.filter(category=category)
    return found.select_related("constituency").order_by(ORDERS.get(order, "name"), "name")


def sheet_rows(partners: Iterable[Partner]) -> Iterator[tuple[object, ...]]:
    """The list as rows of a file."""
    for partner in partners:
        aliases = ", ".join(alias.name for alias in partner.aliases.all())
        standing, owned = partner.get_category_display(), partner.constituency
        days = (partner.founded_date, partner.ended_date)
        yield (partner.name, partner.short_name, aliases, standing, str(owned or ""), *days)


def partner_once_called(reader: Any, slug: str) -> Partner | None:
    """The partner one of whose other names makes this address (0.5); for an address that is no partner's own."""
    known, slug = partners_known_to(reader), slug.lower()
    short = next((one for one in known if slug in (one.slug, slugify(one.short_name))), None)
    if short:
        return short
    aliases = PartnerAlias.objects.filter(partner__in=known).select_related("partner").order_by("pk")
    return next((alias.partner for alias in aliases if slugify(alias.name) == slug), None)


def alias_for(partner: Partner, pk: int) -> PartnerAlias:
    found = partner.aliases.filter(pk=pk).first()
    if found is None:
        raise Http404("It has no such other name.")
    return found


def partners_after(partner: Partner, reader: Any) -> QuerySet[Partner]:
    """Those that could take its place: the reader's others."""
    return partners_known_to(reader).exclude(pk=partner.pk).order_by("name")


def partner_for(reader: Any, slug: str) -> Partner:
    """The partner with its class and other names; 404 unless the reader may know of it."""
    found = partners_known_to(reader).filter(slug=slug).select_related("constituency").prefetch_related("aliases")
    partner = found.first()
    if partner is None:
        raise Http404("No partner is at this address.")
    return partner


@dataclass(frozen=True)
class Lineage:
    """What came before a partner and what came after it."""

    before: list[Any]
    after: list[Any]


def lineage_of(partner: Partner) -> Lineage:
    return Lineage(
        before=list(partner.origins.select_related("predecessor").order_by("from_date")),
        after=list(partner.successions.select_related("successor").order_by("from_date")),
    )


def seats_of(partner: Partner, reader: Any, *, on: dt.date) -> list[SeatOnDay]:
    """The partner's seats on every board the reader may know of, by board."""
    seats = Seat.objects.held_on(on).filter(partner=partner, board__in=boards_known_to(reader))
    return seats_as_of(seats.select_related("board").order_by("board__name", "position", "pk"), on)


def has_colleagues_at(partner: Partner, reader: Any) -> bool:
    """Whether the reader works with this partner: acts for it, or shares a board on which it has a seat."""
    if partners_of(reader).filter(pk=partner.pk).exists():
        return True
    return Seat.objects.filter(partner=partner, board__in=boards_where(reader)).exists()

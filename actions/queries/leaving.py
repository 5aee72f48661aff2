"""Parts whose owner has left: the seat in which they owed it, or every post they had."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from actions.models import FINISHED, SETTLED, Part
from boards.models import Partner, Person, Post, SeatHolding, Substitute


def parts_left(*, on: dt.date) -> QuerySet[Part]:
    """Unfinished parts of people who held, or covered, the seat they owe it in and do so no more; of people who owe it
    in no seat, and whose posts have all ended."""
    seat = {"seat": OuterRef("seat"), "person": OuterRef("person")}
    sat, sits = SeatHolding.objects.filter(**seat), SeatHolding.objects.held_on(on).filter(**seat)
    covered, covers = Substitute.objects.filter(**seat), Substitute.objects.held_on(on).filter(**seat)
    posts = Post.objects.filter(person=OuterRef("person"))
    lasting = posts.exclude(to_date__lt=on)
    of_seat = Q(seat__isnull=False) & (Exists(sat) | Exists(covered)) & ~Exists(sits) & ~Exists(covers)
    of_post = Q(seat=None) & Exists(posts) & ~Exists(lasting)
    found = Part.objects.filter(owner=Part.Owner.PERSON).exclude(state__in=FINISHED)
    found = found.exclude(action__state__in=SETTLED).filter(of_seat | of_post)
    return found.select_related("person", "seat__partner", "seat__board", "action__board").order_by("action", "pk")


def next_holder(part: Part, *, on: dt.date) -> Person | None:
    """Who holds the seat on the day; nobody where it is vacant, or has ended."""
    held = SeatHolding.objects.held_on(on).filter(seat=part.seat_id).select_related("person").first()
    return held.person if held else None


def last_partner(part: Part) -> Partner | None:
    """Of the seat, or of the post that ended last."""
    if part.seat:
        return part.seat.partner
    post = Post.objects.filter(person=part.person_id).select_related("partner").order_by("-to_date", "-pk").first()
    return post.partner if post else None

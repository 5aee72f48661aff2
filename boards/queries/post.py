"""A post as those who put it down see it, and what hangs on it, as far as they may know of the boards."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404

from boards.models import Partner, Person, Post, Seat, SeatHolding, Substitute
from boards.queries.access import boards_known_to
from boards.rules.following import A_DAY
from boards.rules.seat import overlaps
from trust.tools.words import short_date


def post_for(person: Person, pk: int) -> Post:
    found = Post.objects.filter(person=person, pk=pk).select_related("partner", "person").first()
    if found is None:
        raise Http404("They hold no such post.")
    return found


@dataclass(frozen=True)
class Hanging:
    """A seat that somebody holds or covers for the partner of a post. ``by_post``: it goes with the post itself."""

    dated: SeatHolding | Substitute
    by_post: bool
    next_holder: str = ""

    @property
    def seat(self) -> Seat:
        return self.dated.seat

    @property
    def covers(self) -> bool:
        return isinstance(self.dated, Substitute)

    @property
    def where(self) -> str:
        part = "substitute, " if self.covers else ""
        return f"{self.seat.board.name}: {part}{self.seat.title or self.seat.get_role_display().lower()}"


def seat_goes_with(partner: Partner, title: str) -> bool:
    """Whether whoever holds this post with the partner has a seat by it."""
    found = Seat.objects.filter(partner=partner, follows_post=True, title__iexact=title)
    return bool(title) and found.exists()


def hanging_on(post: Post, reader: Any, *, after: dt.date) -> list[Hanging]:
    """What the person holds or covers of the partner's seats after a day, those that go with the post first."""
    lasting = Q(to_date=None) | Q(to_date__gt=after)
    known = boards_known_to(reader)
    cut = {"person": post.person_id, "seat__partner": post.partner_id, "seat__board__in": known}
    found: list[Hanging] = []
    for model in (SeatHolding, Substitute):
        rows = model.objects.filter(lasting, **cut).select_related("seat__board", "seat__partner", "person")
        for dated in rows.order_by("seat__board__name", "seat__position", "pk"):
            by_post = model is SeatHolding and _goes_with(dated.seat, post)
            found.append(Hanging(dated, by_post, _next_in(post, after) if by_post else ""))
    return sorted(found, key=lambda one: not one.by_post)


def _goes_with(seat: Seat, post: Post) -> bool:
    return seat.follows_post and seat.title.casefold() == post.title.casefold()


def _next_in(post: Post, after: dt.date) -> str:
    """Who else holds the same post on the day after; "" where nobody does."""
    same = Post.objects.held_on(after + A_DAY).filter(partner=post.partner_id, title__iexact=post.title)
    return ", ".join(same.exclude(pk=post.pk).order_by("from_date", "pk").values_list("person__name", flat=True)[:1])


def has_another_post(post: Post, *, after: dt.date) -> bool:
    """Whether they go on working for the same partner in another post."""
    others = Post.objects.filter(person=post.person_id, partner=post.partner_id).exclude(pk=post.pk)
    return any(overlaps(other, after + A_DAY, None) for other in others)


def what_falls_vacant(post: Post, reader: Any, *, last_day: dt.date, ends_seats: bool) -> list[str]:
    """What ending the post does to each seat, a sentence for each."""
    return [_said(one, post, last_day, ends_seats) for one in hanging_on(post, reader, after=last_day)]


def _said(one: Hanging, post: Post, last_day: dt.date, ends_seats: bool) -> str:
    if one.by_post and one.next_holder:
        return f"{one.where}: passes to {one.next_holder}, who holds the post next."
    if one.by_post or (ends_seats and not one.covers):
        return f"{one.where}: falls vacant after {short_date(last_day)}."
    if ends_seats:
        return f"{one.where}: ends on {short_date(last_day)}."
    return f"{one.where}: {post.person.name} goes on in it."

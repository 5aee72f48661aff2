"""The people of the partnership, as a list that a reader can cut and sort."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from boards.models import Partner, Person, PersonMerge, Post, SeatHolding
from boards.queries.access import boards_known_to
from boards.queries.partners import partners_known_to
from boards.queries.people import people_known_to
from boards.rules.post import post_lines

ORDERS = {
    "name": F("name").asc(),
    "-name": F("name").desc(),
    "partner": F("first_partner").asc(nulls_last=True),
    "-partner": F("first_partner").desc(nulls_last=True),
    "boards": F("board_count").asc(),
    "-boards": F("board_count").desc(),
}


def people_called(reader: Any, *, words: str = "", partner: str = "", order: str = "", on: dt.date) -> QuerySet[Person]:
    """People the reader may know of by name, with the posts they ``held`` on the day and on how many boards they sit.

    Entries that turned out to be somebody else are left out.
    """
    posts = Post.objects.held_on(on).select_related("partner").order_by("partner__name", "pk")
    found = people_known_to(reader).filter(merged_into=None)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(pk__in=posts.filter(title__icontains=word).values("person")))
    if partner:
        found = found.filter(pk__in=posts.filter(partner__slug=partner).values("person"))
    found = found.annotate(
        board_count=Coalesce(Subquery(_boards_of_each(reader, on), output_field=IntegerField()), 0),
        first_partner=Subquery(posts.filter(person=OuterRef("pk")).values("partner__name")[:1]),
    )
    return found.prefetch_related(Prefetch("posts", posts, to_attr="held")).order_by(
        ORDERS.get(order, ORDERS["name"]), "name", "pk"
    )


def _boards_of_each(reader: Any, on: dt.date) -> QuerySet[Any]:
    known = boards_known_to(reader).values("pk")
    seats = SeatHolding.objects.held_on(on).filter(person=OuterRef("pk"), seat__board__in=known).order_by()
    return seats.values("person").annotate(boards=Count("seat__board", distinct=True)).values("boards")


def partners_of_people(reader: Any) -> QuerySet[Partner]:
    """Partners by which the list can be cut."""
    return partners_known_to(reader).order_by("short_name")


def people_rows(people: Iterable[Any]) -> Iterator[tuple[object, ...]]:
    """The list as rows of a file. How people are reached is left out: it is for those it concerns."""
    for person in people:
        posts = "; ".join(post.title for post in person.held if post.title)
        partners = "; ".join(dict.fromkeys(post.partner.name for post in person.held))
        joint = any(line.is_joint for line in post_lines(person.held))
        yield (person.name, posts, partners, "Joint appointment" if joint else "", person.board_count)


def called_alike(name: str, *, but: Person | None = None) -> QuerySet[Person]:
    """Entries that stand under the same name, with their posts."""
    found = Person.objects.filter(name__iexact=name, merged_into=None).exclude(pk__in=[but.pk] if but else [])
    return found.prefetch_related("posts__partner")


def merges_of(person: Person) -> QuerySet[PersonMerge]:
    """What was merged into this entry and still is."""
    return PersonMerge.objects.filter(kept=person, undone_at=None).select_related("merged", "by__person")


def entries_beside(person: Person) -> QuerySet[Person]:
    """Entries that could turn out to be this person: those of the same name first."""
    alike = Case(When(name__iexact=person.name, then=0), default=1)
    found = Person.objects.filter(merged_into=None).exclude(pk=person.pk).prefetch_related("posts__partner")
    return found.order_by(alike, "name", "pk")

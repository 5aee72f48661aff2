"""The log: a board's actions, filtered, sorted and counted, as far as their reader may know of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from actions.models import FINISHED, SETTLED, ActionQuerySet, Part
from boards.models import Board, Partner, Person
from boards.permissions import SEE_PAPERS
from boards.queries.access import boards_where
from meetings.models import Meeting

#: What a column's header sorts by.
ORDERS = {"reference": ("year", "number"), "who": ("first_owner",), "when": ("due_on",), "now": ("state",)}
OPEN, ALL = "open", "all"
PAGE = 50


@dataclass(frozen=True)
class LogCount:
    """How many actions a list holds, and how many of them are late."""

    whole: int
    late: int


def board_of_log(reader: Any, slug: str) -> Board:
    """The board whose log this reader may read; 404 otherwise: of a log not even its being there is public."""
    found = boards_where(reader, SEE_PAPERS).filter(slug=slug).first()
    if found is None:
        raise Http404("No log is at this address.")
    return found


def log_of(known: ActionQuerySet, board: Board, cut: Mapping[str, Any], *, on: dt.date) -> ActionQuerySet:
    """Of the actions known, those asked for: by state, owner, partner, meeting, only late ones; and in which order.

    Open ones that were handed up when this board ended are its parent's, and stand here only where all are asked for.
    """
    found = known.with_due_on()
    state = cut.get("state") or OPEN
    if state != ALL:
        found = found.filter(Q(state__in=SETTLED) | Q(followed_by=board) | Q(followed_by=None))
    if state == OPEN:
        found = found.outstanding()
    elif state != ALL:
        found = found.filter(state=state)
    if cut.get("late"):
        found = found.exclude(state__in=FINISHED).filter(due_on__lt=on)
    if cut.get("meeting"):
        found = found.filter(meeting=cut["meeting"])
    if owner := cut.get("owner"):
        found = found.filter(Exists(Part.objects.filter(action=OuterRef("pk"), person=owner)))
    if partner := cut.get("partner"):
        found = found.filter(Exists(_of_partner(partner, on).filter(action=OuterRef("pk"))))
    return _ordered(found, cut.get("order") or "when")


def _of_partner(partner: Partner, on: dt.date) -> QuerySet[Part]:
    """Parts owed by the partner, in one of its seats, or by somebody with a post there."""
    posts = Q(person__posts__partner=partner) & (Q(person__posts__to_date=None) | Q(person__posts__to_date__gte=on))
    return Part.objects.filter(Q(partner=partner) | Q(seat__partner=partner) | (Q(seat=None) & posts))


def _ordered(found: ActionQuerySet, order: str) -> ActionQuerySet:
    column = order.removeprefix("-")
    if column == "who":
        first = Part.objects.filter(action=OuterRef("pk")).order_by("position", "pk").values("name")[:1]
        found = found.annotate(first_owner=Subquery(first))
    fields = [
        F(field).desc(nulls_last=True) if order.startswith("-") else F(field).asc(nulls_last=True)
        for field in ORDERS.get(column, ORDERS["when"])
    ]
    return found.order_by(*fields, "year", "number")


def counted(found: ActionQuerySet, *, on: dt.date) -> LogCount:
    """One statement."""
    late = Count("pk", filter=~Q(state__in=FINISHED) & Q(due_on__lt=on))
    return LogCount(**found.order_by().aggregate(whole=Count("pk"), late=late))


def owners_among(known: ActionQuerySet) -> QuerySet[Person]:
    """People who owe, or have owed, a part of these actions."""
    return Person.objects.filter(Exists(Part.objects.filter(action__in=known, person=OuterRef("pk"))))


def partners_among(known: ActionQuerySet, board: Board) -> QuerySet[Partner]:
    """Partners with a seat on the board, or that owe a part themselves."""
    owes = Part.objects.filter(action__in=known, partner=OuterRef("pk"))
    return Partner.objects.filter(Exists(owes) | Exists(board.seats.filter(partner=OuterRef("pk"))))


def meetings_among(known: ActionQuerySet) -> QuerySet[Meeting]:
    """Meetings at which these actions arose, latest first."""
    return Meeting.objects.filter(Exists(known.order_by().filter(meeting=OuterRef("pk")))).order_by("-date")

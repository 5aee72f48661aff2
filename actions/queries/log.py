"""The log: actions of one board or of all, filtered, sorted and counted, as far as their reader may know of them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from actions.models import SETTLED, ActionQuerySet, Part
from actions.queries.action import actions_known_to
from actions.queries.silence import late, silent
from boards.models import Board, Partner, Person
from boards.permissions import SEE_PAPERS
from boards.queries.access import boards_where
from meetings.models import Meeting

#: What a column's header sorts by.
ORDERS = {
    "reference": ("year", "number"),
    "board": ("board__name",),
    "who": ("first_owner",),
    "when": ("due_on",),
    "now": ("state",),
}
OPEN, ALL, OVERDUE, NO_RETURN = "open", "all", "overdue", "no_return"
PAGE = 50


def board_of_log(reader: Any, slug: str) -> Board:
    """The board whose log this reader may read; 404 otherwise: of a log not even its being there is public."""
    found = boards_where(reader, SEE_PAPERS).filter(slug=slug).first()
    if found is None:
        raise Http404("No log is at this address.")
    return found


def known_over_all(reader: Any, *, on: dt.date) -> ActionQuerySet:
    """What the reader may know of, whatever board it is of; proposals left out."""
    return actions_known_to(reader, on=on).confirmed()


def log_of(known: ActionQuerySet, board: Board | None, cut: Mapping[str, Any], *, on: dt.date) -> ActionQuerySet:
    """Of the actions known, those asked for: by state, owner, partner, meeting, only late ones; and in which order.

    Open ones that were handed up when this board ended are its parent's, and stand here only where all are asked for.
    """
    found = known.with_due_on()
    state = cut.get("state") or OPEN
    if board and state != ALL:
        found = found.filter(Q(state__in=SETTLED) | Q(followed_by=board) | Q(followed_by=None))
    found = _in_state(found, state, on)
    if cut.get("late"):
        found = found.filter(late(on))
    if cut.get("meeting"):
        found = found.filter(meeting=cut["meeting"])
    if asked := cut.get("board"):
        found = found.filter(Q(board=asked) | Q(followed_by=asked))
    if owner := cut.get("owner"):
        found = found.filter(Exists(Part.objects.filter(action=OuterRef("pk"), person=owner)))
    if partner := cut.get("partner"):
        found = found.filter(Exists(of_partner(partner, on).filter(action=OuterRef("pk"))))
    return _ordered(found, cut.get("order") or "when")


def _in_state(found: ActionQuerySet, state: str, on: dt.date) -> ActionQuerySet:
    if state == ALL:
        return found
    if state == OPEN:
        return found.outstanding()
    if state == OVERDUE:
        return found.filter(late(on))
    return found.filter(silent(on)) if state == NO_RETURN else found.filter(state=state)


def of_partner(partner: Partner, on: dt.date) -> QuerySet[Part]:
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
    return found.order_by(*fields, "year", "number", "pk")


def owners_among(known: ActionQuerySet) -> QuerySet[Person]:
    """People who owe, or have owed, a part of these actions."""
    return Person.objects.filter(Exists(Part.objects.filter(action__in=known, person=OuterRef("pk"))))


def partners_among(known: ActionQuerySet, board: Board | None) -> QuerySet[Partner]:
    """Partners with a seat on the board, or that owe a part themselves; over all boards every partner."""
    if board is None:
        return Partner.objects.all()
    owes = Part.objects.filter(action__in=known, partner=OuterRef("pk"))
    return Partner.objects.filter(Exists(owes) | Exists(board.seats.filter(partner=OuterRef("pk"))))


def meetings_among(known: ActionQuerySet) -> QuerySet[Meeting]:
    """Meetings at which these actions arose, latest first."""
    return Meeting.objects.filter(Exists(known.order_by().filter(meeting=OuterRef("pk")))).order_by("-date")


def boards_among(reader: Any) -> QuerySet[Board]:
    """Boards whose log the reader may read."""
    return boards_where(reader, SEE_PAPERS).order_by("name")

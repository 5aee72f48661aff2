"""Actions as a reader may know of them: the one door to an action, and the join that every list stands on."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from actions.models import Action, ActionQuerySet, Part
from boards.models import Board, Post, SeatHolding
from boards.permissions import MANAGE_PARTNER, REPRESENT_PARTNER
from boards.queries.access import boards_where, partners_of
from meetings.models import AgendaItem, Minutes
from meetings.queries.entitled import items_closed_to
from meetings.queries.minutes import DRAFTS


def actions_known_to(reader: Any, *, on: dt.date) -> ActionQuerySet:
    """Actions of boards whose papers they see, those handed up to these boards, and those they owe themselves.

    None of items closed to them, and those of a draft that has not left the desk only for the desk
    and the chair. Nobody who is not signed in knows of any: the log of a public board is not public.
    """
    if not reader.is_authenticated:
        return Action.objects.none()
    owed = Exists(parts_owed_by(reader, on=on).filter(action=OuterRef("pk")))
    entitled = ~of_items(items_closed_to(reader))
    sent = ~Q(meeting__minutes__state=Minutes.State.DRAFT) | _with(boards_where(reader, *DRAFTS))
    return Action.objects.filter(_with(boards_where(reader)) | owed).filter(entitled, sent)


def not_closed_to(reader: Any) -> ActionQuerySet:
    """Actions that may be counted to who keeps the register, and reads no papers by that: of no closed business, and
    of no minutes that are still at the desk."""
    drafts = Q(meeting__minutes__state=Minutes.State.DRAFT)
    return Action.objects.exclude(drafts).filter(~of_items(items_closed_to(reader)))


def _with(boards: QuerySet[Board]) -> Q:
    """Of these boards, or followed by one of them since their own ended (requirement 2.15)."""
    return Q(board__in=boards) | Q(followed_by__in=boards)


def known_on_board(board: Board, reader: Any, *, on: dt.date) -> ActionQuerySet:
    """The board's actions that the reader may know of, and those it follows; proposals left out."""
    return actions_known_to(reader, on=on).filter(_with(Board.objects.filter(pk=board.pk))).confirmed()


def of_items(items: QuerySet[AgendaItem]) -> Q:
    """Actions that arose from one of these items, or are linked to one."""
    linked = Action.items.through.objects.filter(agendaitem__in=items)
    return Q(Exists(linked.filter(action=OuterRef("pk")))) | Q(Exists(items.filter(blocks__action=OuterRef("pk"))))


def parts_owed_by(reader: Any, *, on: dt.date) -> QuerySet[Part]:
    """Parts that are this person's: by name, by the post whose seat they hold on the day, or as their partner's.

    A partner's part is owed by those who represent it.
    """
    held = SeatHolding.objects.held_on(on).filter(person__user=reader.pk)
    return parts_in(
        Part.objects.filter(person__user=reader.pk),
        Part.objects.filter(owner=Part.Owner.POST, seat__in=held.values("seat")),
        Part.objects.filter(owner=Part.Owner.PARTNER, partner__in=partners_of(reader, REPRESENT_PARTNER)),
    )


def parts_in(first: QuerySet[Part], *others: QuerySet[Part]) -> QuerySet[Part]:
    """Parts in any of these. A union, as one condition with "or" between them would read every part there is."""
    rest = [found.order_by().values("pk") for found in others]
    return Part.objects.filter(pk__in=first.order_by().values("pk").union(*rest))


def action_for(reader: Any, board_slug: str, year: int, number: int, *, on: dt.date) -> Action:
    """The action under this reference, with its board, origin and parts; 404 unless the reader may know of it."""
    asked = {"board__slug": board_slug, "year": year, "number": number}
    found = _told(actions_known_to(reader, on=on)).filter(**asked).first()
    found = found or _told(actions_managed_by(reader, on=on)).filter(**asked).first()
    if found is None:
        raise Http404("No action is at this address.")
    return found


def _told(known: ActionQuerySet) -> ActionQuerySet:
    known = known.with_due_on()
    known = known.select_related(
        "board", "followed_by", "meeting", "due_meeting", "block__item__meeting__board", "recorded_by__person"
    )
    return known.prefetch_related(Prefetch("parts", Part.objects.select_related("person", "partner", "seat")))


def parts_of_partners(partners: Any, *, on: dt.date) -> QuerySet[Part]:
    """Owed for one of these partners, in one of their seats, or by who has a post there and owes it in no seat."""
    posted = Post.objects.held_on(on).filter(partner__in=partners).values("person")
    return parts_in(
        Part.objects.filter(partner__in=partners),
        Part.objects.filter(seat__partner__in=partners, partner=None),
        Part.objects.filter(person__in=posted, seat=None, partner=None),
    )


def actions_managed_by(reader: Any, *, on: dt.date) -> ActionQuerySet:
    """Of which a partner that the reader manages owes a part, on every board; none of closed business, nor of a draft
    at the desk (issue 6 §3)."""
    parts = parts_of_partners(partners_of(reader, MANAGE_PARTNER).values("pk"), on=on)
    return not_closed_to(reader).filter(Exists(parts.filter(action=OuterRef("pk"))))

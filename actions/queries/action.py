"""Actions as a reader may know of them: the one door to an action, and the join that every list stands on."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from actions.models import Action, ActionQuerySet, Part
from boards.models import Board, Post
from boards.permissions import MANAGE_PARTNER, REPRESENT_PARTNER, SEE_PAPERS
from boards.queries.held import Held, held_by
from meetings.models import Minute, Minutes
from meetings.queries.entitled import closed_among, closed_to
from meetings.queries.minutes import DRAFTS


def actions_known_to(reader: Any, *, on: dt.date, held: Held | None = None) -> ActionQuerySet:
    """Actions of boards whose papers they see, those handed up to these boards, and those they owe themselves.

    None of items closed to them, and those of a draft that has not left the desk only for the desk
    and the chair. Nobody who is not signed in knows of any: the log of a public board is not public.
    Two statements to read what they hold, or one where ``held`` is given.
    """
    if not reader.is_authenticated:
        return Action.objects.none()
    held = held or held_by(reader)
    owed = Q(pk__in=_owed_by(held, on).order_by().values("action"))
    sent = ~_at_the_desk() | _with(held.boards(*DRAFTS))
    known = Action.objects.filter(_with(held.boards(SEE_PAPERS)) | owed)
    return known.exclude(of_closed(reader, held)).filter(sent)


def not_closed_to(reader: Any, held: Held | None = None) -> ActionQuerySet:
    """Actions that may be counted to who keeps the register, and reads no papers by that: of no closed business, and
    of no minutes that are still at the desk."""
    return Action.objects.exclude(_at_the_desk()).exclude(of_closed(reader, held))


def _at_the_desk() -> Q:
    return Q(meeting__in=Minutes.objects.filter(state=Minutes.State.DRAFT).values("meeting"))


def _with(boards: list[int]) -> Q:
    """Of these boards, or followed by one of them since their own ended (requirement 2.15)."""
    return Q(board__in=boards) | Q(followed_by__in=boards)


def known_on_board(board: Board, reader: Any, *, on: dt.date) -> ActionQuerySet:
    """The board's actions that the reader may know of, and those it follows; proposals left out."""
    return actions_known_to(reader, on=on).filter(_with([board.pk])).confirmed()


def of_closed(reader: Any, held: Held | None = None) -> Q:
    """Actions that arose from an item that is closed to this reader, or are linked to one.

    By their keys, which are found once: asked of each action in its turn it would cost as much as the log is long.
    """
    closed, linked = closed_to(reader, held), Action.items.through.objects.all()
    arose = Q(block__in=closed_among(Minute.objects.all(), "item__", closed))
    to_items = linked.filter(pk__in=closed_among(linked, "agendaitem__", closed))
    return arose | Q(pk__in=to_items.values("action"))


def parts_owed_by(reader: Any, *, on: dt.date, held: Held | None = None) -> QuerySet[Part]:
    """Parts that are this person's: by name, by the post whose seat they hold on the day, or as their partner's.

    A partner's part is owed by those who represent it. One statement, or none where ``held`` is given.
    """
    return _owed_by(held or held_by(reader), on)


def _owed_by(held: Held, on: dt.date) -> QuerySet[Part]:
    by_name = Q(person=held.person) if held.person else Q(pk__in=[])
    by_post = Q(owner=Part.Owner.POST, seat__in=held.seats_on(on))
    by_partner = Q(owner=Part.Owner.PARTNER, partner__in=held.partners(REPRESENT_PARTNER))
    return Part.objects.filter(by_name | by_post | by_partner)


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


def actions_managed_by(reader: Any, *, on: dt.date, held: Held | None = None) -> ActionQuerySet:
    """Of which a partner that the reader manages owes a part, on every board; none of closed business, nor of a draft
    at the desk (issue 6 §3)."""
    held = held or held_by(reader)
    parts = parts_of_partners(held.partners(MANAGE_PARTNER), on=on)
    return not_closed_to(reader, held).filter(Exists(parts.filter(action=OuterRef("pk"))))

"""Who owes which open action, and what is to be known of it before anybody is written to."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from actions.models import FINISHED, Action, ActionQuerySet, Part
from actions.queries.action import actions_known_to, of_closed
from actions.rules.reminder import WEEK, Standing
from boards.models import PartnerGrant, Person, Seat
from boards.permissions import MINUTE, REPRESENT_PARTNER
from boards.rules.share import NOT_COUNTED
from meetings.models import Minutes
from trust.tools.words import the_day

#: How many people are looked at together: memory holds no more, however many are written to.
TOGETHER = 200


_KEYS = ("pk", "action")


@dataclass(frozen=True)
class Owing:
    """That one person owes a part of one action. All by key."""

    person: int
    part: int
    action: int


@dataclass(frozen=True)
class Known:
    """One open action: the board that follows it, how it stands, and whether it touches closed business."""

    board: int
    reference: str
    standing: Standing
    is_closed: bool


def to_be_chased() -> ActionQuerySet:
    """Open, not claimed as done, no mere proposals; of minutes that have left the desk, or of no meeting."""
    found = Action.objects.confirmed().exclude(state__in=FINISHED)
    return found.exclude(meeting__minutes__state=Minutes.State.DRAFT)


def with_something_to_say(*, on: dt.date) -> ActionQuerySet:
    """Of these, those that are late, due within ten days, or whose minutes were issued of late."""
    soon = Q(due_on__lte=on + dt.timedelta(days=10))
    return to_be_chased().with_due_on().filter(soon | Q(meeting__minutes__circulated_at__date__gte=on - WEEK))


def owed(actions: QuerySet[Action], *, on: dt.date) -> QuerySet[Part, tuple[int, int, int]]:
    """Person, part and action, by key and in the order of people: owed by name, by the seat of a post, for a partner
    that one represents or, where nobody with a login does, speaks for in a seat, and by the board's officers where it
    is the secretariat's. One statement."""
    parts = Part.objects.order_by().exclude(state__in=FINISHED).filter(action__in=actions.order_by().values("pk"))
    since, until = "seat__holdings__from_date", "seat__holdings__to_date"
    held = (Q(**{since: None}) | Q(**{f"{since}__lte": on})) & (Q(**{until: None}) | Q(**{f"{until}__gte": on}))
    represents = Q(partner__partnergrant__permission__codename=REPRESENT_PARTNER)
    ways = [
        (Part.Owner.PERSON, Q(), "person"),
        (Part.Owner.POST, held, "seat__holdings__person"),
        (Part.Owner.PARTNER, represents, "partner__partnergrant__group__user__person"),
        (Part.Owner.PARTNER, _speaks_without_login(on), "partner__seats__holdings__person"),
    ]
    for board, own in (("action__board", Q(action__followed_by=None)), ("action__followed_by", Q())):
        minutes = own & Q(**{f"{board}__boardgrant__permission__codename": MINUTE})
        ways.append((Part.Owner.SECRETARIAT, minutes, f"{board}__boardgrant__group__user__person"))
    found = [
        parts.filter(which, owner=owner, **{f"{to}__isnull": False})
        .annotate(to=F(to))
        .values_list("to", "pk", "action")
        for owner, which, to in ways
    ]
    return found[0].union(*found[1:]).order_by("to", "action", "pk")


def _speaks_without_login(on: dt.date) -> Q:
    """Whoever sits for the partner on the day without a login, where nobody with one represents it."""
    represented = PartnerGrant.objects.filter(
        content_object=OuterRef("partner"),
        permission__codename=REPRESENT_PARTNER,
        group__user__person__isnull=False,
        group__user__is_active=True,
    )
    seat, holding = "partner__seats", "partner__seats__holdings"
    roles = [role for role in Seat.Role if role not in NOT_COUNTED]
    members = [kind for kind in Seat.Membership if kind != Seat.Membership.ATTENDEE]
    spoken = Q(**{f"{seat}__role__in": roles, f"{seat}__membership__in": members})
    held = Q(**{f"{holding}__from_date": None}) | Q(**{f"{holding}__from_date__lte": on})
    held &= Q(**{f"{holding}__to_date": None}) | Q(**{f"{holding}__to_date__gte": on})
    return ~Q(Exists(represented)) & spoken & held & Q(**{f"{holding}__person__user": None})


def in_runs(rows: QuerySet[Part, tuple[int, int, int]]) -> Iterator[list[Owing]]:
    """What so many people owe at a time, each person's whole."""
    by_person = groupby((Owing(*row) for row in rows.iterator(chunk_size=2_000)), key=lambda owing: owing.person)
    each = (list(owings) for _, owings in by_person)
    while run := list(islice(each, TOGETHER)):
        yield [owing for owings in run for owing in owings]


def known_of(actions: Collection[int]) -> dict[int, Known]:
    """Two statements."""
    rows = Action.objects.filter(pk__in=actions).with_due_on()
    rows = rows.select_related("board", "meeting__minutes").only(
        "year", "number", "board__reference_prefix", "followed_by", "meeting__date", "meeting__minutes__circulated_at"
    )
    shut = closed_among(actions)
    return {
        row.pk: Known(row.followed_by_id or row.board_id, row.reference, _standing(row), row.pk in shut) for row in rows
    }


def _standing(action: Action) -> Standing:
    if action.meeting is None:
        return Standing(action.due_on)
    minutes = getattr(action.meeting, "minutes", None)
    issued = the_day(minutes.circulated_at) if minutes and minutes.circulated_at else None
    return Standing(action.due_on, action.meeting.date, issued)


def closed_among(actions: Collection[int]) -> set[int]:
    """Those of these that arose from, or are linked to, an exempt or restricted item. One statement."""
    shut = of_closed(AnonymousUser())
    return set(Action.objects.filter(shut, pk__in=actions).values_list("pk", flat=True))


def may_know(person: Person, owings: Iterable[Owing], known: dict[int, Known], *, on: dt.date) -> list[Owing]:
    """Of what a person owes, what they may be told of: closed business only where they are entitled to it."""
    owings = list(owings)
    shut = {owing.action for owing in owings if known[owing.action].is_closed}
    if shut and person.user:
        shut -= set(actions_known_to(person.user, on=on).filter(pk__in=shut).values_list("pk", flat=True))
    return [owing for owing in owings if owing.action not in shut]

"""Who took the place of a partner that ended, and answers for what goes on under its name: its money.

A partner that changed more than once is followed through three changes.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from boards.models import Partner, PartnerSuccession
from boards.permissions import may_answer_for

#: One walk from the partners on which a user holds a word to those before them. Nested joins took long to plan.
_ANSWERED_FOR = """
WITH RECURSIVE own(id) AS (
    SELECT granted.content_object_id
    FROM boards_partnergrant granted
    JOIN boards_user_groups held ON held.group_id = granted.group_id
    JOIN auth_permission word ON word.id = granted.permission_id
    WHERE held.user_id = %s AND word.codename = ANY(%s)
  UNION
    SELECT taken.predecessor_id
    FROM boards_partnersuccession taken
    JOIN own ON own.id = taken.successor_id
    JOIN boards_partner ended ON ended.id = taken.predecessor_id
    WHERE taken.from_date <= %s AND ended.ended_date < %s
)
SELECT id FROM own
"""


def money_answered_for(user: Any, *words: str, on: dt.date) -> QuerySet[Partner]:
    """Partners on which the user holds one of the words, and those that ended whose place these have taken."""
    if not user.is_authenticated:
        return Partner.objects.none()
    return Partner.objects.filter(pk__in=RawSQL(_ANSWERED_FOR, [user.pk, list(words), on, on]))


def with_followed(partners: QuerySet[Partner], *, on: dt.date) -> QuerySet[Partner]:
    """These partners, and those that ended whose place they have taken by the day."""
    took = _taken(on)
    first = took.filter(successor__in=partners.values("pk")).values("predecessor")
    second = took.filter(successor__in=first).values("predecessor")
    third = took.filter(successor__in=second).values("predecessor")
    every = Q(pk__in=partners.values("pk")) | Q(pk__in=first) | Q(pk__in=second) | Q(pk__in=third)
    return Partner.objects.filter(every)


def followers_of(partner: Partner, *, on: dt.date) -> QuerySet[Partner]:
    """Those that took its place and are there on the day; none while it is there itself."""
    took = _taken(on)
    first = took.filter(predecessor=partner.pk).values("successor")
    second = took.filter(predecessor__in=first).values("successor")
    third = took.filter(predecessor__in=second).values("successor")
    there = Partner.objects.filter(Q(ended_date=None) | Q(ended_date__gte=on))
    return there.filter(Q(pk__in=first) | Q(pk__in=second) | Q(pk__in=third)).order_by("name")


def followers_by_key(partners: Iterable[Partner], *, on: dt.date) -> dict[int, list[Partner]]:
    """The same of those that have ended, by key. None of them: no statement; else one, whatever their number."""
    ended = {one.pk: one for one in partners if one.ended_date is not None and one.ended_date < on}
    after: dict[int, list[Partner]] = defaultdict(list)
    for row in _taken(on).select_related("successor") if ended else ():
        after[row.predecessor_id].append(row.successor)
    return {pk: _there(after, pk, on) for pk in ended}


def _there(after: Mapping[int, list[Partner]], start: int, on: dt.date) -> list[Partner]:
    seen, ways = {start}, list(after.get(start, ()))
    there = []
    while ways:
        one = ways.pop(0)
        if one.pk in seen:
            continue
        seen.add(one.pk)
        if one.ended_date is None or one.ended_date >= on:
            there.append(one)
        ways += after.get(one.pk, ())
    return sorted(there, key=lambda one: one.name)


def answers_for_money(user: Any, partner: Partner, *, on: dt.date) -> bool:
    """Who answers for the partner; once it has ended, who answers for one that took its place."""
    return may_answer_for(user, partner) or answers_as(user, partner, on=on) is not None


def answers_as(user: Any, partner: Partner, *, on: dt.date) -> Partner | None:
    """The partner that took its place for which this user answers; None where they answer for itself, or not at all."""
    if partner.ended_date is None or may_answer_for(user, partner):
        return None
    return next((one for one in followers_of(partner, on=on) if may_answer_for(user, one)), None)


def _taken(on: dt.date) -> QuerySet[PartnerSuccession]:
    """Places that are taken by the day, of partners that have ended before it."""
    return PartnerSuccession.objects.filter(from_date__lte=on, predecessor__ended_date__lt=on).order_by()

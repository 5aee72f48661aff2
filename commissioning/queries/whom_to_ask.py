"""Whom to ask for a partner's answer, by name as far as the reader may know them: the nearest first, and a few."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from boards.models import Partner, Post
from boards.queries.partners import partners_known_to
from boards.queries.people import people_known_to
from boards.queries.succession import followers_of
from meetings.queries.consent import sitting_for

#: The others stand on the partner's page.
MOST = 10


def people_to_ask(partner: Partner, boards: Collection[int], reader: Any, *, on: dt.date) -> list[str]:
    """Those who sit for it, or for what took its place, on one of the boards; then who manages it; where there is
    nobody of either, those who sit for it elsewhere. Four statements."""
    partners = [partner, *followers_of(partner, on=on)]
    known = people_known_to(reader)
    managing = Post.objects.held_on(on).filter(partner__in=partners, manages_partner=True).values("person")
    found = [
        *known.filter(pk__in=sitting_for(partners, on=on, boards=boards).values("pk"))[:MOST],
        *known.filter(pk__in=managing).order_by("name")[:MOST],
    ]
    found = found or list(known.filter(pk__in=sitting_for(partners, on=on).values("pk"))[:MOST])
    return list(dict.fromkeys(person.name for person in found))[:MOST]


def page_of_partner(partner: Partner, reader: Any) -> str:
    """For who may know of it; else ""."""
    known = partners_known_to(reader).filter(pk=partner.pk).exists()
    return partner.get_absolute_url() if known else ""

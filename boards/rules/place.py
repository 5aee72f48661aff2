"""What a seat is: whose, for which post, and what whoever sits in it does."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from boards.models import Constituency, Partner, Seat
from boards.rules import seat as rules


@dataclass(frozen=True)
class Place:
    """A seat before it stands at a board."""

    partner: Partner | None = None
    constituency: Constituency | None = None
    agency_stated: str = ""
    title: str = ""
    follows_post: bool = False
    role: str = Seat.Role.MEMBER
    membership: str = Seat.Membership.CORE
    side: str = ""
    voting: bool = True

    def as_fields(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}


def check_place(place: Place, chairs: Iterable[Seat]) -> None:
    """Whether there can be such a seat beside these ``chairs``."""
    rules.check_owned(
        partner=place.partner,
        constituency=place.constituency,
        title=place.title,
        agency_stated=place.agency_stated,
    )
    rules.check_post_named(follows_post=place.follows_post, partner=place.partner, title=place.title)
    rules.check_vote(place.role, place.membership, voting=place.voting)
    rules.check_one_chair(chairs, place.role)

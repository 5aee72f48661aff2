"""How somebody is reminded, and the signed address under which they say so without signing in."""

import hashlib
from dataclasses import dataclass

from django.core import signing
from django.db.models import Q, QuerySet
from django.urls import reverse

from actions.models import Preference, ReminderLine, TurnedOff
from actions.queries.letter import site
from actions.queries.owners import address_of
from actions.queries.reach import ways_of_boards
from boards.models import Board, Person
from boards.queries.access import boards_where

SALT = "actions.preference"
#: Days for which the address in a mail holds.
HOLDS = 90


@dataclass(frozen=True)
class BoardChoice:
    """A board that reminds this person, and whether they have turned it off, or may."""

    board: Board
    is_off: bool
    may_turn_off: bool


@dataclass(frozen=True)
class Choices:
    person: Person
    way: str
    boards: tuple[BoardChoice, ...]
    address: str

    @property
    def boards_named(self) -> list[str]:
        return [choice.board.name for choice in self.boards]


def preference_address(person: Person) -> str:
    """The whole address; it opens the preferences of one person, and no more."""
    return site(reverse("actions:preference_link", args=[token_of(person)]))


def token_of(person: Person) -> str:
    """Good for ``HOLDS`` days, and only while mail to them goes where this one went."""
    return signing.dumps([person.pk, _mark(person)], salt=SALT, compress=True)


def person_of(token: str) -> Person | None:
    """Whose preferences the link opens; None where it is altered, too old, or went to an address they no longer use."""
    try:
        pk, mark = signing.loads(token, salt=SALT, max_age=HOLDS * 24 * 3600)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    person = Person.objects.select_related("user").filter(pk=pk).first()
    return person if person and _mark(person) == mark else None


def choices_of(person: Person) -> Choices:
    """Boards that have reminded them or whose papers they see, each with what they may choose."""
    way = Preference.objects.filter(person=person).values_list("way", flat=True).first()
    off = set(TurnedOff.objects.filter(person=person).values_list("board", flat=True))
    ways = ways_of_boards()
    found = [
        BoardChoice(board, board.pk in off, bool((kept := ways.get(board.pk)) and kept.may_turn_off))
        for board in _boards_of(person)
    ]
    return Choices(person, way or Preference.Way.TOGETHER, tuple(found), address_of(person))


def _boards_of(person: Person) -> QuerySet[Board]:
    said = ReminderLine.objects.filter(person=person, is_left_out=False).values("board")
    sits = boards_where(person.user) if person.user else Board.objects.none()
    return Board.objects.filter(Q(pk__in=said) | Q(pk__in=sits.values("pk"))).order_by("name")


def _mark(person: Person) -> str:
    return hashlib.sha256(address_of(person).casefold().encode()).hexdigest()[:12]

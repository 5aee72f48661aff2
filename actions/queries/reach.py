"""Whom mail can reach, and why it cannot."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from actions.models import Bounce, ChaseSetting, Preference, TurnedOff
from actions.queries.owners import address_of
from boards.models import Person

NO_ADDRESS = "No e-mail address is known."
NO_LOGIN = "Their login is closed."
FAILS = "Mail to their address came back or was refused."
TURNED_OFF = "They have turned off the mail of this board."
CLOSED = "It touches closed business, of which they may not know."


@dataclass(frozen=True)
class Reach:
    """Some people, and what stands between them and a mail."""

    people: dict[int, Person]
    failing: frozenset[tuple[int, str]]
    off: frozenset[tuple[int, int]]
    each: frozenset[int]
    ways: dict[int, ChaseSetting]

    def why_not(self, person: int) -> str:
        """The sentence that says why mail cannot reach somebody at all; "" where it can."""
        found = self.people[person]
        if found.user and not found.user.is_active:
            return NO_LOGIN
        if not address_of(found):
            return NO_ADDRESS
        return FAILS if (person, address_of(found).casefold()) in self.failing else ""

    def is_off(self, person: int, board: int) -> bool:
        """Turned off by themselves, where the board lets them."""
        return (person, board) in self.off and self.way(board).may_turn_off

    def way(self, board: int) -> ChaseSetting:
        return self.ways.get(board) or ChaseSetting(board_id=board)


def ways_of_boards() -> dict[int, ChaseSetting]:
    """Settings by board; a board that is not there goes by the defaults."""
    return {way.board_id: way for way in ChaseSetting.objects.all()}


def reach_of(people: Collection[int], ways: dict[int, ChaseSetting] | None = None) -> Reach:
    """Four statements, and one for the settings where these are not given."""
    found = Person.objects.filter(pk__in=people).select_related("user")
    each = Preference.objects.filter(person__in=people, way=Preference.Way.EACH)
    return Reach(
        people={person.pk: person for person in found},
        failing=frozenset(_failing(people)),
        off=frozenset(TurnedOff.objects.filter(person__in=people).values_list("person", "board")),
        each=frozenset(each.values_list("person", flat=True)),
        ways=ways_of_boards() if ways is None else ways,
    )


def _failing(people: Collection[int]) -> Iterable[tuple[int, str]]:
    rows = Bounce.objects.filter(person__in=people, tried_again_at=None).values_list("person", "address")
    return ((person, address.casefold()) for person, address in rows)

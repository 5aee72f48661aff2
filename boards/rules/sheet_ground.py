"""What a sheet of people and seats is held against, and what its rows come to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from boards.models import Board, Constituency, Partner, Person, Post, Seat, SeatHolding
from boards.rules.place import Place
from boards.rules.seat import overlaps
from boards.rules.sheet import Row
from trust.tools.words import listing

#: What a row comes to, and the word on it.
ACTS = {
    "wrong": "To be put right",
    "choose": "Choose who it is",
    "make": "New",
    "change": "Changes",
    "same": "Already so",
}
NEW = "new"


@dataclass
class Ground:
    """Boards, partners and classes by what they are called; seats by board, holdings by seat, people by name.

    Planning adds to seats and holdings what the rows before have made.
    """

    boards: dict[str, Board] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    classes: dict[str, Constituency] = field(default_factory=dict)
    seats: dict[int, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    holdings: dict[int, list[SeatHolding]] = field(default_factory=lambda: defaultdict(list))
    people: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[int, list[Post]] = field(default_factory=lambda: defaultdict(list))

    def held(self, seat: Seat) -> list[SeatHolding]:
        """By the seat itself where it is not made yet."""
        return self.holdings[seat.pk or -id(seat)]

    def called(self, name: str) -> list[Person]:
        return self.people[name.casefold()]

    def described(self, person: Person) -> str:
        """Joss Lindqvist, Director, Health Trust"""
        said = [str(post) for post in self.posts[person.pk]] or ([person.email] if person.email else [])
        return f"{person.name}, {listing(said)}" if said else f"{person.name}, of whom no post is put down"


@dataclass
class Planned:
    """What one row comes to: ``said`` are sentences of what will be, ``wrong`` of what stands against it.

    ``new_place``: the seat is made first. ``ends``: the holding that ends. ``person`` without a key is somebody new.
    """

    row: Row
    act: str = ""
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)
    board: Board | None = None
    places: list[Seat] = field(default_factory=list)
    seat: Seat | None = None
    new_place: Place | None = None
    person: Person | None = None
    ends: SeatHolding | None = None

    @property
    def word(self) -> str:
        return ACTS[self.act]

    @property
    def is_open(self) -> bool:
        """Whether something stands against bringing the sheet in."""
        return self.act in ("wrong", "choose")

    def refuse(self, sentence: str) -> None:
        self.act = "wrong"
        self.wrong.append(sentence)


def of_days(seats: Iterable[Seat], from_date: dt.date | None, to_date: dt.date | None) -> list[Seat]:
    """Those that there are on some of these days."""
    return [seat for seat in seats if overlaps(seat, from_date, to_date)]

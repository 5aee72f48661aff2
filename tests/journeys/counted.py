"""Every character typed at the desk, and where it is in the end: in the record, or on a screen that asks about it."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from meetings.models import AgendaItem, Minute
from tests.journeys.at_desk import AtDesk

ASKING = ".c-both, .c-aside"


def words(name: str) -> Iterator[str]:
    """Words that nobody else types, so that each can be found again, whatever stands beside it: ``kirsty1;`` …"""
    return (f"{name}{number}; " for number in itertools.count(1))


@dataclass
class Count:
    """What was typed, word by word."""

    typed: list[str] = field(default_factory=list)

    def type(self, desk: AtDesk, some: Iterable[str], *, delay: float = 0) -> None:
        for word in some:
            desk.page.keyboard.type(word, delay=delay)
            self.typed.append(word)

    def found(self, meeting_items: Iterable[AgendaItem], desks: Iterable[AtDesk]) -> "Found":
        """How many characters are in the record, how many only on a screen that asks, how many nowhere."""
        blocks = Minute.objects.filter(item__in=list(meeting_items)).values_list("text", flat=True)
        record = " ".join(blocks)
        asked = " ".join(text for desk in desks for text in desk.page.locator(ASKING).all_inner_texts())
        where: dict[str, list[str]] = {"record": [], "asked": [], "lost": []}
        for word in self.typed:
            where["record" if word.strip() in record else "asked" if word.strip() in asked else "lost"].append(word)
        twice = [word for word in self.typed if record.count(word.strip()) > 1]
        counts = {place: sum(map(len, found)) for place, found in where.items()}
        return Found(sum(map(len, self.typed)), **counts, twice=len(twice), missing=tuple(where["lost"] + twice))


@dataclass(frozen=True)
class Found:
    typed: int
    record: int
    asked: int
    lost: int
    twice: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        return (
            f"{self.typed} characters typed, {self.record} in the record, {self.asked} on a screen that asks, "
            f"{self.lost} lost; {self.twice} words twice"
        )

    @property
    def is_whole(self) -> bool:
        return self.lost == 0 and self.twice == 0

"""A meeting as an officer would hear it: what the journeys type in."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    name: str
    post: str
    organisation: str
    note: str = ""

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split() if word[0].isalpha()).upper()


@dataclass(frozen=True)
class Spoken:
    """An action as it stands against its paragraph: wording, who by, when by."""

    text: str
    who: str
    when: str


@dataclass(frozen=True)
class Decided:
    """What was decided: its kind and words, and for an amendment what it replaces."""

    kind: str
    text: str
    was: str = ""
    becomes: str = ""


@dataclass(frozen=True)
class Business:
    """One item: its prose, what was decided, and its actions."""

    number: str
    title: str
    prose: tuple[str, ...] = ()
    decided: tuple[Decided, ...] = ()
    actions: tuple[Spoken, ...] = ()


@dataclass(frozen=True)
class Section:
    number: str
    title: str
    items: tuple[Business, ...] = ()


@dataclass(frozen=True)
class Script:
    board: str
    date: dt.date
    starts: str
    venue: str
    present: tuple[Member, ...]
    apologies: tuple[Member, ...]
    sections: tuple[Section, ...]
    next_date: dt.date
    next_venue: str

    @property
    def business(self) -> list[Business]:
        return [item for section in self.sections for item in section.items]

    @property
    def actions(self) -> list[tuple[Business, Spoken]]:
        return [(item, action) for item in self.business for action in item.actions]

    def names(self, who: str) -> list[str]:
        """How a reader is told who: names for initials, ALL and what is nobody's as they were written."""
        known = {member.initials: member.name for member in self.present + self.apologies}
        return [known.get(part, part) for part in who.split("/")]

    @property
    def nobody(self) -> set[str]:
        """Initials in the action column that are nobody's at this meeting."""
        known = {member.initials for member in self.present + self.apologies} | {"ALL"}
        return {part for _, action in self.actions for part in action.who.split("/")} - known

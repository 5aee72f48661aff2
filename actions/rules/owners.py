"""Who is meant by the words in the action column: recognised where exactly one fits, otherwise kept as words.

Nothing is guessed (requirement 2.4): initials that match nobody, or two people, stay as they were said, with a flag.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actions.models import Part
from actions.models.wording import names_shown
from actions.rules.action import Incomplete

ALL_WORDS = frozenset({"all", "all members", "members", "all partners", "all present", "everyone", "everybody"})
SECRETARIAT_WORDS = frozenset({"secretariat", "officers", "officer", "clerk", "minute taker", "minutes"})

_BETWEEN = re.compile(r"\s*(?:[/,;&+\n]|\band\b)\s*", re.IGNORECASE)
_TITLE = re.compile(r"(?:councillor|cllr|mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame) ")
_ROW_OF_INITIALS = re.compile(r"[A-Z]{2,4}(?: [A-Z]{2,4})+")


@dataclass(frozen=True)
class Present:
    """Somebody on a meeting's attendance list, as an owner may be found among them.

    ``is_member``: fills a seat, so that ALL stands for them; ``is_here``: in the room, or there as a substitute.
    """

    name: str
    initials: str = ""
    person_id: int | None = None
    seat_id: int | None = None
    is_member: bool = True
    is_here: bool = True


@dataclass(frozen=True)
class Named:
    """A partner or a post by one of the names that people use for it."""

    name: str
    partner_id: int | None = None
    seat_id: int | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Owner:
    """One owner, who becomes one part of the action."""

    kind: str
    name: str
    person_id: int | None = None
    partner_id: int | None = None
    seat_id: int | None = None
    from_all: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two mentions the same owner."""
        if self.person_id:
            return (Part.Owner.PERSON, self.person_id)
        if self.kind == Part.Owner.PARTNER:
            return (self.kind, self.partner_id)
        if self.kind == Part.Owner.SECRETARIAT:
            return (self.kind,)
        return (self.kind, self.seat_id or plain(self.name))


@dataclass(frozen=True)
class Owners:
    """All owners read from one set of words, and what the reader should be told about them."""

    owners: tuple[Owner, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The names; those for whom ALL stood are said once, as "ALL"."""
        return names_shown((owner.name, owner.from_all) for owner in self.owners)


@dataclass
class _Reading:
    """What has been found so far, without the same owner twice."""

    owners: dict[tuple[object, ...], Owner] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)

    def add(self, *found: Owner) -> None:
        for owner in found:
            self.owners.setdefault(owner.identity, owner)


def plain(words: str) -> str:
    """Words as they are compared: no full stops, no leading "the", one space, lower case."""
    words = " ".join(words.replace(".", " ").split()).casefold()
    return words.removeprefix("the ")


def recognise_owners(
    words: str, people: Sequence[Present], partners: Sequence[Named] = (), posts: Sequence[Named] = ()
) -> Owners:
    """Read "GM/DS", "LC, JG and MG", "ALL", "secretariat", a partner's short name, a full name.

    Names that themselves hold "and" or "&" are tried whole before the words are divided.
    """
    reading = _Reading()
    for said in _divided(words, people, partners, posts):
        candidates = _candidates(said, people, partners, posts)
        if plain(said) in ALL_WORDS:
            _add_all(reading, said, people)
        elif len(candidates) == 1:
            reading.add(candidates[0])
        else:
            reading.add(Owner(Part.Owner.UNKNOWN, said))
            reading.flags.append(_flag(said, candidates))
    return Owners(tuple(reading.owners.values()), tuple(dict.fromkeys(reading.flags)))


def known_only(found: Owners) -> Owners:
    """The same, or nobody where somebody among them was not recognised: for words that may be no owners at all."""
    return Owners() if any(owner.kind == Part.Owner.UNKNOWN for owner in found.owners) else found


def check_all_is_somebody(found: Owners, whose: str) -> None:
    """ALL on a board without members would be owed by nobody (issue 6, bad input). ``whose``: the board's name."""
    for owner in found.owners:
        if owner.kind == Part.Owner.UNKNOWN and plain(owner.name) in ALL_WORDS:
            raise Incomplete(f"{owner.name} stands for nobody: {whose} has no members today. Name who owes it.")


def _divided(words: str, *known: Sequence[Present] | Sequence[Named]) -> list[str]:
    """The words one owner at a time: the longest run that is a known name counts as one."""
    names = {plain(name) for one in [thing for group in known for thing in group] for name in _names(one)}
    pieces = [piece for piece in _pieces(words.strip()) if piece]
    divided: list[str] = []
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            run = "".join(pieces[at:end]).strip()
            if end == at + 1 or plain(run) in names:
                divided += [run] if plain(run) in names else _row(run)
                at = end + 1
                break
    return [said for said in divided if said]


def _pieces(words: str) -> list[str]:
    """Names and what stands between them, in turn, so that a run of them can be put together again."""
    pieces: list[str] = []
    at = 0
    for between in _BETWEEN.finditer(words):
        if between.start() > at:
            pieces += [words[at : between.start()], between.group()]
        at = between.end()
    return [*pieces, words[at:]]


def _row(said: str) -> list[str]:
    """ "LC MG JG" is three owners; anything else is one."""
    said = said.strip()
    return said.split() if _ROW_OF_INITIALS.fullmatch(said) else [said]


def _names(known: Present | Named) -> tuple[str, ...]:
    return (known.name, *known.also) if isinstance(known, Named) else (known.name,)


def _add_all(reading: _Reading, said: str, people: Sequence[Present]) -> None:
    """ALL stands for the members in the room; before attendance is taken, for the members expected."""
    members = [person for person in people if person.is_member]
    here = [person for person in members if person.is_here]
    reading.add(*(_owner(person, from_all=True) for person in here or members))
    if not members:
        reading.add(Owner(Part.Owner.UNKNOWN, said))
        reading.flags.append(f"{said} stands for nobody: no member is on the attendance list")
    elif not here:
        reading.flags.append(f"{said} stands for all members expected until attendance is taken")


def _candidates(said: str, people: Sequence[Present], partners: Sequence[Named], posts: Sequence[Named]) -> list[Owner]:
    """Everyone and everything these words could mean, each once."""
    words = plain(said)
    found = [_owner(person) for person in _people_called(words, people)]
    found += [
        Owner(Part.Owner.PARTNER, partner.name, partner_id=partner.partner_id)
        for partner in partners
        if words in map(plain, _names(partner))
    ]
    found += [
        Owner(Part.Owner.POST, post.name, seat_id=post.seat_id) for post in posts if words in map(plain, _names(post))
    ]
    if words in SECRETARIAT_WORDS and not found:
        found = [Owner(Part.Owner.SECRETARIAT, "Secretariat")]
    return list({owner.identity: owner for owner in found}.values())


def _people_called(words: str, people: Sequence[Present]) -> list[Present]:
    """By initials or full name; failing both, by a forename or surname, and by either after a title: "Cllr Vale"."""
    words = _TITLE.sub("", words, count=1) if _TITLE.match(words) else words
    initials = words.replace(" ", "")
    exact = [
        one for one in people if plain(one.name) == words or (one.initials and one.initials.casefold() == initials)
    ]
    return exact or [one for one in people if words in _ends(one.name)]


def _ends(name: str) -> set[str]:
    parts = plain(name).split()
    return {parts[0], parts[-1]} if len(parts) > 1 else set(parts)


def _owner(person: Present, *, from_all: bool = False) -> Owner:
    """A person on the list; one of whom only the name is known is an owner outside the records."""
    kind = Part.Owner.PERSON if person.person_id else Part.Owner.OUTSIDER
    return Owner(kind, person.name, person_id=person.person_id, seat_id=person.seat_id, from_all=from_all)


def _flag(said: str, candidates: Sequence[Owner]) -> str:
    if not candidates:
        return f"{said} matches nobody at this meeting"
    return f"{said} could be {' or '.join(owner.name for owner in candidates)}"

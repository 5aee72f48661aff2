"""The order of an agenda and the numbers it gives, and when either may still change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, Protocol, TypeVar

from boards.models import TermsOfReference
from meetings.models import AgendaItem, Meeting, Minutes, Purpose, StandingItem
from trust.tools.refusal import Refused
from trust.tools.words import listing


class Numbered(Protocol):
    """What numbering asks of an agenda item."""

    is_section: bool
    section_id: int | None
    number_stated: str

    @property
    def is_closed(self) -> bool: ...


#: A heading or item with a place.
P = TypeVar("P", AgendaItem, StandingItem)


@dataclass
class Branch(Generic[P]):
    """A heading with its items, or an item that stands under none."""

    top: P
    items: list[P] = field(default_factory=list)


def named(item: AgendaItem, word: str = "item") -> str:
    """item 2.5, or “Any other business” where it has no number; a sentence begins with the ``word`` "Item".

    Of one withheld no more is said than that there was one.
    """
    if item.is_withheld:
        return f"{'an' if word.islower() else 'An'} item in private"
    return f"{word} {item.number_shown}" if item.number_shown else f"“{item.title}”"


def all_named(items: Sequence[AgendaItem]) -> str:
    """items 2.5 and 2.6; one is as it is alone."""
    told = [item for item in items if not item.is_withheld] or items[:1]
    if len(told) == 1:
        return named(told[0])
    return f"items {listing(item.number_shown or f'“{item.title}”' for item in told)}"


def check_on_agenda(meeting: Meeting, *items: AgendaItem | None) -> None:
    """What happens at an item happens at one of this meeting; None is the meeting as a whole."""
    if any(item is not None and item.meeting_id != meeting.pk for item in items):
        raise Refused("That item is not on the agenda of this meeting.")


def branches(items: Sequence[P]) -> list[Branch[P]]:
    """Headings and loose items in printed order, each heading with its own items in theirs."""
    ordered = sorted(items, key=lambda item: (item.position, item.pk))
    found = [Branch(item) for item in ordered if item.section_id is None]
    of_heading = {branch.top.pk: branch for branch in found if branch.top.is_section}
    for item in ordered:
        if item.section_id is not None:
            of_heading[item.section_id].items.append(item)
    return found


def printed(found: Sequence[Branch[P]]) -> list[P]:
    """Every heading and item once, in the order printed."""
    return list(chain.from_iterable(map(_whole, found)))


def place(found: list[Branch[P]], moving: P, *, section: P | None, before: P | None) -> None:
    """Take ``moving`` (a heading with all its items) out and set it under ``section``, before ``before`` or last."""
    if moving.is_section and section is not None:
        raise Refused("A section cannot stand inside another.")
    branch = _lift(found, moving)
    row: list = next(one.items for one in found if one.top.pk == section.pk) if section else found
    keys = [(one if section else one.top).pk for one in row]
    at = keys.index(before.pk) if before and before.pk in keys else len(row)
    row.insert(at, branch.top if section else branch)


def shift(found: list[Branch[P]], moving: P, *, up: bool) -> bool:
    """One place up or down. At the end of its section an item goes on into the neighbouring one. Whether it moved."""
    section = next((one for one in found if moving in one.items), None)
    if section is None:
        return _shift_top(found, moving, up=up)
    at = section.items.index(moving)
    if 0 <= at + (-1 if up else 1) < len(section.items):
        section.items.insert(at + (-1 if up else 1), section.items.pop(at))
        return True
    headings = [one for one in found if one.top.is_section]
    beside = headings.index(section) + (-1 if up else 1)
    if not 0 <= beside < len(headings):
        return False
    section.items.pop(at)
    headings[beside].items.insert(len(headings[beside].items) if up else 0, moving)
    return True


def number_items(items: Sequence[Numbered], scheme: str) -> list[str]:
    """The number each of ``items``, in printed order, is given; "" where it has a number of its own or needs none.

    By sections: headings 1.0, 2.0 and items 1.1, 1.2; plain: items 1, 2, 3 through all headings. An item's own number
    holds and no other item is given it. An exempt item takes the number before it with a letter (2.2A), so that an
    edition without it shows no gap and every reader knows an item by the same number.
    """
    count = _Count({item.number_stated for item in items if item.number_stated})
    sections = scheme == TermsOfReference.Numbering.SECTIONS
    return [(count.by_sections(item) if sections else count.plain(item)) for item in items]


def check_agenda_open(meeting: Meeting, minutes: Minutes | None) -> None:
    """Until the meeting is called off. Once the minutes are circulated, others cite the numbers they saw."""
    if meeting.state in (Meeting.State.CANCELLED, Meeting.State.POSTPONED):
        raise Refused(f"This meeting is {meeting.get_state_display().lower()} and its agenda can no longer change.")
    if minutes is None or minutes.state == Minutes.State.DRAFT:
        return
    if minutes.is_locked:
        raise Refused("The minutes of this meeting are approved, and the agenda with them.")
    raise Refused("The minutes of this meeting are circulated, and its agenda can no longer change.")


def check_can_remove(*, minuted: bool, holds_items: bool) -> None:
    if minuted:
        raise Refused("This item has been minuted. Mark it as withdrawn instead.")
    if holds_items:
        raise Refused("Move or remove the items of this section first.")


def stands_by_terms(purpose: str, terms: TermsOfReference | None) -> bool:
    """Whether an item of this purpose has a place under the terms (requirement 2.3: both are optional)."""
    if purpose == Purpose.LAST_MINUTES:
        return terms is None or terms.approves_minutes
    if purpose == Purpose.DECLARATIONS:
        return terms is not None and terms.takes_declarations
    return True


def _whole(branch: Branch[P]) -> list[P]:
    whole = branch.items.copy()
    whole.insert(0, branch.top)
    return whole


def _lift(found: list[Branch[P]], moving: P) -> Branch[P]:
    """Take a branch, or an item out of its section, from where it stands."""
    for branch in found:
        if branch.top.pk == moving.pk:
            found.remove(branch)
            return branch
        if moving in branch.items:
            branch.items.remove(moving)
            break
    return Branch(moving)


def _shift_top(found: list[Branch[P]], moving: P, *, up: bool) -> bool:
    at = next(at for at, one in enumerate(found) if one.top.pk == moving.pk)
    to = at + (-1 if up else 1)
    if not 0 <= to < len(found):
        return False
    found.insert(to, found.pop(at))
    return True


class _Count:
    """Where numbering has got to."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.top = self.under = self.letter = 0
        self.stem = ""

    def by_sections(self, item: Numbered) -> str:
        if item.section_id is None:
            return self._heading(item)
        if item.number_stated:
            return ""
        if item.is_closed:
            return self._lettered(f"{self.stem}.{self.under}")
        self.letter = 0
        return self._next(f"{self.stem}.{{}}", "under")

    def plain(self, item: Numbered) -> str:
        if item.is_section or item.number_stated:
            return ""
        if item.is_closed:
            return self._lettered(str(self.top))
        self.letter = 0
        return self._next("{}", "top")

    def _heading(self, item: Numbered) -> str:
        self.under = 0
        if item.is_closed and not item.number_stated:
            return self._lettered(f"{self.top}.0")
        self.letter = 0
        if item.number_stated:
            self.stem = item.number_stated.removesuffix(".0").rstrip(".")
            return ""
        number = self._next("{}.0", "top")
        self.stem = str(self.top)
        return number

    def _next(self, pattern: str, counted: str) -> str:
        while True:
            setattr(self, counted, getattr(self, counted) + 1)
            number = pattern.format(getattr(self, counted))
            if number not in self.taken:
                return number

    def _lettered(self, base: str) -> str:
        self.letter += 1
        return base + (chr(64 + self.letter) if self.letter <= 26 else f"A{self.letter - 25}")

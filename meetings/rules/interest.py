"""Interests that somebody's employment suggests: proposed to the officer, never put down by themselves (habit H6)."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from boards.models import Partner
from meetings.models import AgendaItem, Attendance, Declaration
from meetings.rules.agenda import all_named
from meetings.rules.room import concerns, who_sat

#: Under which name one that was looked at and found to be none is set aside.
INTEREST = "interest"
MONEY = re.compile(r"£\s?\d|\b\d[\d,.]*\s?(?:k|m|million|thousand)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ProposedDeclaration:
    """Somebody in the room works for a partner that these items pay or judge, and declared nothing of it."""

    attendance: Attendance
    partner: Partner
    items: tuple[AgendaItem, ...]

    @property
    def interest(self) -> str:
        """As it is put down."""
        return f"Employed by {self.partner.name}."

    @property
    def sentence(self) -> str:
        """Why it is proposed."""
        verb = "pays or judges" if len(self.items) == 1 else "pay or judge"
        return f"{who_sat(self.attendance)} works for {self.partner.name}, which {all_named(self.items)} {verb}."


def fingerprint_of(attendance: int, item: int) -> str:
    """Of one line of the attendance list, at one item: so a proposal that was set aside is known again."""
    return hashlib.sha256(f"{INTEREST}:{attendance}:{item}".encode()).hexdigest()


def tells_of_money(text: str) -> bool:
    return bool(MONEY.search(text))


def tells_of_money_for(text: str, partner: Partner) -> bool:
    """Whether a decision in these words names a partner and an amount: an allocation, by the look of it."""
    if not tells_of_money(text):
        return False
    names = filter(None, {partner.name, partner.short_name})
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def proposed_declarations(
    rows: Iterable[Attendance],
    employers: Mapping[int, Sequence[Partner]],
    concerned: Mapping[int, Collection[int]],
    items: Mapping[int, AgendaItem],
    declarations: Sequence[Declaration],
    aside: Collection[str],
) -> list[ProposedDeclaration]:
    """For each in the room and each partner they work for, the items that pay or judge it.

    ``employers`` are by line of the list, ``concerned`` the partners of each item, ``aside`` the fingerprints of those
    looked at and found to be none. Whoever declared an interest in an item is not asked again.
    """
    found = []
    for row in rows:
        own = [one for one in declarations if one.attendance_id == row.pk]
        for partner in employers.get(row.pk, []) if row.is_in_the_room else []:
            asked = [
                item
                for pk, item in items.items()
                if partner.pk in concerned.get(pk, ())
                and not any(concerns(one, item) for one in own)
                and fingerprint_of(row.pk, item.pk) not in aside
            ]
            if asked:
                found.append(ProposedDeclaration(row, partner, tuple(asked)))
    return found

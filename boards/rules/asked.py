"""When a partner that was asked can be reminded: while it is silent, and not again within some days."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from boards.models import Agreement, AskingLetter
from boards.rules.adoption import Stand
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing, short_date

#: How long after one letter no other is sent.
REST = dt.timedelta(days=7)


@dataclass(frozen=True)
class Writing:
    """A silent partner, with the addresses of those who answer for it and the last letter they had."""

    stand: Stand
    addresses: tuple[str, ...]
    last: AskingLetter | None

    @property
    def name(self) -> str:
        return self.stand.partner.short_name

    @property
    def rests(self) -> bool:
        """Whether they were written to too lately to be written to again on the day of the reading."""
        return self.last is not None and self.stand.on < self.last.sent_date + REST

    @property
    def can_be_reminded(self) -> bool:
        return bool(self.addresses) and not self.rests

    @property
    def why_not(self) -> str:
        if not self.addresses:
            return "Nobody who answers for it can be written to. Tell it in another way."
        if self.rests and self.last:
            return f"Written to on {short_date(self.last.sent_date)}: not again within {counted(REST.days, 'day')}."
        return ""


def check_is_with_partners(agreement: Agreement) -> None:
    if agreement.status != Agreement.Status.ASKED:
        raise Refused("It is not with the partners now: nobody is reminded.")


def check_can_remind(chosen: Collection[int], writing: Sequence[Writing]) -> list[Writing]:
    """Those to write to, by the keys of their partners; refused whole where one of them cannot be reminded now."""
    if not chosen:
        raise Refused("Choose the partners that are to be reminded.")
    found = [one for one in writing if one.stand.partner.pk in chosen]
    if len(found) != len(chosen):
        raise Refused("One of these partners has answered meanwhile. Look at the list again.")
    if wrong := [one for one in found if not one.can_be_reminded]:
        raise Refused(f"{listing(one.name for one in wrong)}: {wrong[0].why_not}")
    return found


def people_in_words(addresses: Sequence[tuple[str, Collection[str]]]) -> str:
    """Three people are written to: two for the Council, one for the Health Trust. By partners and their addresses."""
    told = [f"{counted(len(found), 'person', 'people')} for {name}" for name, found in addresses if found]
    nobody = [name for name, found in addresses if not found]
    parts = [f"An e-mail goes to {listing(told)}." if told else ""]
    if nobody:
        parts.append(f"Nobody who answers for {listing(nobody)} can be written to: tell them in another way.")
    return " ".join(filter(None, parts))


def letter_in_words(letter: AskingLetter) -> str:
    """Reminded on 3 May 2026 (two people)"""
    people = counted(letter.people, "person", "people")
    return f"{letter.get_kind_display()} by e-mail on {short_date(letter.sent_date)} ({people})"

"""Notice of key decisions and of meetings in private (DOMAIN rule 20): how long it is, and what shorter notice wants.

SI 2012/2089: 28 clear days (regs 5 and 9), which the terms may lengthen or count in working days; by general exception
five clear working days, and somebody is told (reg 10); by special urgency fewer, where the chair of the scrutiny
committee agrees (reg 11).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import TermsOfReference
from meetings.models import KeyDecisionNotice, Meeting
from meetings.rules.exposed import Exposed
from meetings.rules.meeting import clear_days
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date

Shorter = KeyDecisionNotice.Shorter


@dataclass(frozen=True)
class Least:
    """How many clear days there must be between the day of notice and that of the decision, and which days count."""

    days: int
    every_day: bool = False

    def given(self, published: dt.date, decided: dt.date) -> int:
        """The days strictly between the two that count."""
        return max((decided - published).days - 1, 0) if self.every_day else clear_days(published, decided)

    def first_day(self, published: dt.date) -> dt.date:
        """The first day on which so many have passed since it was published."""
        day = published + dt.timedelta(days=self.days)
        while self.given(published, day) < self.days:
            day += dt.timedelta(days=1)
        return day


FULL, EXCEPTION = Least(28, every_day=True), Least(5)


def full_notice(terms: TermsOfReference | None) -> Least:
    """What the terms of the day ask for; 28 days without terms."""
    return Least(terms.key_notice_days, terms.key_notice_every_day) if terms else FULL


def notice_words(notice: KeyDecisionNotice, published: dt.date) -> str:
    """Published on 1 June 2026, 19 days before."""
    days = (notice.expected_date - published).days
    return f"Published on {short_date(published)}, {counted(days, 'day')} before"


def check_can_change(notice: KeyDecisionNotice) -> None:
    if notice.withdrawn_at is not None:
        raise Refused("This notice is withdrawn. Give another one.")


def check_can_publish(
    notice: KeyDecisionNotice, *, on: dt.date, full: Least = FULL, found: Iterable[Exposed] = ()
) -> None:
    """The day it gives is far enough ahead for its kind of notice, and it tells nothing that is closed.

    ``full``: what the terms ask for where notice is not shorter by an exception.
    """
    check_can_change(notice)
    if notice.published_at is not None:
        raise Refused("This notice is published already.")
    if notice.expected_date < on:
        raise Refused("The day of the decision is past, so no notice of it can be given.")
    check_tells_nothing_closed(found)
    if notice.shorter != Shorter.URGENT:
        check_long_enough(notice, EXCEPTION if notice.shorter else full, on=on)


def check_tells_nothing_closed(found: Iterable[Exposed]) -> None:
    said = [one.sentence for one in found]
    if said:
        raise Refused(" ".join([*said, "Everybody reads a notice: say it in other words."]))


def check_long_enough(notice: KeyDecisionNotice, least: Least, *, on: dt.date) -> None:
    days = least.given(on, notice.expected_date)
    if days >= least.days:
        return
    asked_for = f"and {counted(least.days, 'is', 'are')} asked for"
    given = f"Published on {short_date(on)} it gives {counted(days, 'clear day')}, {asked_for}"
    then = f"the decision can be on or after {short_date(least.first_day(on))}"
    if notice.shorter == Shorter.GENERAL:
        raise Refused(f"{given}: {then}, or it is a matter of special urgency.")
    raise Refused(f"{given}: {then}, or say by which exception notice is shorter, and why.")


def check_shorter(shorter: str, reason: str, agreed_by: str) -> None:
    """Shorter notice gives its reason, and who was told of it or agreed."""
    if shorter and not reason.strip():
        raise Refused("Say why full notice was impracticable: the reason is published.")
    if shorter and not agreed_by.strip():
        raise Refused("Say who was told, or agreed that it cannot wait.")


def check_item_at(notice: KeyDecisionNotice, meeting: Meeting) -> None:
    """The item it is decided under is of a meeting of its own board."""
    if meeting.board_id != notice.board_id:
        raise Refused("The item is of another board’s meeting. Notice is given by the board that decides.")


def amiss(notice: KeyDecisionNotice | None, held: dt.date, item: str) -> str:
    """What is wrong with the notice of an item decided on a day; "" where nothing is."""
    if notice is None:
        return ""
    if notice.published_at is None or notice.withdrawn_at is not None:
        return f"{item} is a key decision, and no notice of it is published."
    if held < notice.expected_date:
        return f"{item} is a key decision: its notice says on or after {short_date(notice.expected_date)}."
    return ""

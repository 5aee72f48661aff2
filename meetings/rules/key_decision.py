"""Notice of key decisions and of meetings in private (DOMAIN rule 20): how long it is, and what shorter notice wants.

SI 2012/2089: 28 clear days (regs 5 and 9); by general exception five, and somebody is told (reg 10); by special urgency
fewer, where the chair of the scrutiny committee agrees (reg 11).
"""

import datetime as dt
from collections.abc import Iterable

from meetings.models import KeyDecisionNotice, Meeting
from meetings.rules.exposed import Exposed
from meetings.rules.meeting import clear_days
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date

Shorter = KeyDecisionNotice.Shorter
FULL, EXCEPTION = 28, 5
#: What each kind of notice gives at least, in clear days.
LEAST = {Shorter.NONE: FULL, Shorter.GENERAL: EXCEPTION, Shorter.URGENT: 0}


def first_day(published: dt.date, days: int) -> dt.date:
    """The first day on which so many clear days have passed since it was published."""
    day = published + dt.timedelta(days=days)
    while clear_days(published, day) < days:
        day += dt.timedelta(days=1)
    return day


def notice_words(notice: KeyDecisionNotice, published: dt.date) -> str:
    """Published on 1 June 2026, 19 clear days before."""
    days = clear_days(published, notice.expected_date)
    return f"Published on {short_date(published)}, {counted(days, 'clear day')} before"


def check_can_change(notice: KeyDecisionNotice) -> None:
    if notice.withdrawn_at is not None:
        raise Refused("This notice is withdrawn. Give another one.")


def check_can_publish(notice: KeyDecisionNotice, *, on: dt.date, found: Iterable[Exposed] = ()) -> None:
    """The day it gives is far enough ahead for its kind of notice, and it tells nothing that is closed."""
    check_can_change(notice)
    if notice.published_at is not None:
        raise Refused("This notice is published already.")
    if notice.expected_date < on:
        raise Refused("The day of the decision is past, so no notice of it can be given.")
    check_tells_nothing_closed(found)
    check_long_enough(notice, on=on)


def check_tells_nothing_closed(found: Iterable[Exposed]) -> None:
    said = [one.sentence for one in found]
    if said:
        raise Refused(" ".join([*said, "Everybody reads a notice: say it in other words."]))


def check_long_enough(notice: KeyDecisionNotice, *, on: dt.date) -> None:
    days, least = clear_days(on, notice.expected_date), LEAST[Shorter(notice.shorter)]
    if days >= least:
        return
    asked_for = f"and {counted(least, 'is', 'are')} asked for"
    given = f"Published on {short_date(on)} it gives {counted(days, 'clear day')}, {asked_for}"
    then = f"the decision can be on or after {short_date(first_day(on, least))}"
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

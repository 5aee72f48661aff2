"""The second notice of a meeting in private: five clear days before, with what was said against it.

SI 2012/2089 reg 5. The first notice gives 28 days and the reasons. The second repeats the reasons, gives each
representation that the meeting should be open, and the response to it. Where there is no time for it the meeting is
held in private only with the agreement of the chair of the scrutiny committee, and the second notice says so.
"""

import datetime as dt
from collections.abc import Iterable

from meetings.models import KeyDecisionNotice, Representation, SecondNotice
from meetings.rules.key_decision import Least
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date

FIVE = Least(5)
DAY = dt.timedelta(days=1)


def last_day_for_it(held: dt.date) -> dt.date:
    """The last day on which it can be published in time."""
    day = held - DAY
    while FIVE.given(day, held) < FIVE.days:
        day -= DAY
    return day


def is_late(published: dt.date, held: dt.date) -> bool:
    return published > last_day_for_it(held)


def check_takes_representations(notice: KeyDecisionNotice, second: SecondNotice | None) -> None:
    """To a notice of a private meeting that is published and stands, until the second notice has answered them."""
    if not notice.is_private:
        raise Refused("This notice is of no meeting in private.")
    if notice.published_at is None:
        raise Refused("Publish the notice first: nobody can have read it.")
    if notice.withdrawn_at is not None:
        raise Refused("This notice is withdrawn.")
    if second is not None:
        raise Refused("The second notice is published, and says what was received until then.")


def check_received(received: dt.date, *, on: dt.date) -> None:
    if received > on:
        raise Refused("The day on which it was received is still to come.")


def check_can_publish_second(
    notice: KeyDecisionNotice,
    second: SecondNotice | None,
    given: SecondNotice,
    received: Iterable[Representation],
    *,
    on: dt.date,
) -> None:
    """Every representation has its response; one that is late says why, and who agreed."""
    check_takes_representations(notice, second)
    if given.meeting_date < on:
        raise Refused("The day of the meeting is past, so no notice of it can be given.")
    if given.meeting_date < notice.expected_date:
        raise Refused(f"The notice says on or after {short_date(notice.expected_date)}: the meeting is before that.")
    waiting = [one.received_from for one in received if not one.response.strip()]
    if waiting:
        raise Refused(f"Write the response to each representation first: {', '.join(waiting)}.")
    if not given.reason.strip():
        raise Refused("Say why the meeting is in private.")
    if is_late(on, given.meeting_date) and not (given.late_reason.strip() and given.agreed_by.strip()):
        last, held = short_date(last_day_for_it(given.meeting_date)), short_date(given.meeting_date)
        raise Refused(
            f"Five clear days before {held} it had to be published by {last}. Say why it is late, and who agreed "
            "that the meeting is urgent and cannot be put off."
        )


def amiss(notice: KeyDecisionNotice, second: SecondNotice | None, held: dt.date, item: str, *, on: dt.date) -> str:
    """What is wrong with the second notice of an item to be taken in private; "" where nothing is."""
    last = last_day_for_it(held)
    if second is None:
        still = f"publish it by {short_date(last)}, five clear days before"
        if on > last:
            still = f"it is late, for it had to be published by {short_date(last)}: publish it with why, and who agreed"
        return f"{item} is to be taken in private, and has no second notice: {still}."
    if second.meeting_date != held:
        return f"{item}: its second notice is of a meeting on {short_date(second.meeting_date)}, not of this one."
    return ""


def unannounced(item: str) -> str:
    """Of an item that is closed at a meeting of an executive board, with no notice of a private meeting at all."""
    return f"{item} is exempt, and no notice says that it is to be taken in private."


def second_words(second: SecondNotice, published: dt.date) -> str:
    """Published on 1 June 2026, six clear days before the meeting."""
    days = FIVE.given(published, second.meeting_date)
    held = short_date(second.meeting_date)
    return f"Published on {short_date(published)}, {counted(days, 'clear day')} before the meeting on {held}"

"""Whether a duty is met on a day, and by how much it is late; when duties and arrangements can be changed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import Accountability, Arrangement, Duty
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date

MET, TO_COME, UNMET, OVERDUE, UNUSED, ENDED = "met", "to_come", "unmet", "overdue", "unused", "ended"
STATES = {
    OVERDUE: ("Overdue", "warn"),
    UNMET: ("Unmet", "decide"),
    TO_COME: ("Arranged, to begin", "decide"),
    MET: ("Met", "ok"),
    UNUSED: ("Not relied on yet", ""),
    ENDED: ("Ended", ""),
}
#: What is said of a gap to who may not know of everything: what fills it may be a thing they may not know of.
UNLISTED = "Nothing listed"
#: What is said of a power, and of an element that is to follow: neither is a duty to be met.
OF_KIND = {
    (Duty.Kind.POWER, MET): "Relied on",
    (Duty.Kind.TO_FOLLOW, MET): "Under way",
    (Duty.Kind.TO_FOLLOW, UNMET): "Still to follow",
}


@dataclass(frozen=True)
class Standing:
    """How a duty stands on a day. ``days``: left until its last day, less than none where that is past."""

    state: str
    word: str
    sentence: str
    days: int | None = None

    @property
    def tone(self) -> str:
        return STATES[self.state][1]

    @property
    def waits(self) -> bool:
        """Whether nothing meets it, though something should."""
        return self.state in (UNMET, OVERDUE, TO_COME)


def standing_on(duty: Duty, arrangements: Sequence[Arrangement], *, on: dt.date, knows_all: bool = True) -> Standing:
    """``arrangements``: those that the reader may know of, of any days. ``knows_all``: there are no others.

    Who may not know of all is never told that a duty is unmet, nor how late it is.
    """
    kind = Duty.Kind(duty.kind)
    if duty.ended_date and duty.ended_date < on:
        return Standing(ENDED, STATES[ENDED][0], f"It ended on {short_date(duty.ended_date)}.")
    held = [one for one in arrangements if one.holds_on(on)]
    if held:
        since = min((one.from_date for one in held if one.from_date), default=None)
        said = f"Since {short_date(since)}." if since else ""
        return Standing(MET, OF_KIND.get((kind, MET), STATES[MET][0]), said)
    days = (duty.deadline_date - on).days if duty.deadline_date else None
    coming = min((one.from_date for one in arrangements if one.from_date and one.from_date > on), default=None)
    if not knows_all:
        return _unlisted(duty, kind, days, coming)
    if kind == Duty.Kind.POWER and not coming:
        return Standing(UNUSED, STATES[UNUSED][0], "Nothing listed here relies on it.")
    late = days is not None and days < 0
    state = OVERDUE if late else TO_COME if coming else UNMET
    begins = f"What is arranged begins on {short_date(coming)}." if coming else "Nothing listed here meets it."
    word = OF_KIND.get((kind, state), STATES[state][0])
    return Standing(state, word, f"{begins} {_time(duty, days)}".strip(), days)


def _unlisted(duty: Duty, kind: Duty.Kind, days: int | None, coming: dt.date | None) -> Standing:
    """What is to begin is said; that nothing meets it until then is not."""
    does = "relies on it" if kind == Duty.Kind.POWER else "meets it"
    said = f"No board or agreement that you may know of {does}."
    if coming:
        said = f"What is arranged begins on {short_date(coming)}."
    state = TO_COME if coming else UNUSED if kind == Duty.Kind.POWER else UNMET
    past = days is not None and days < 0
    time = f"Its last day was {short_date(duty.deadline_date)}." if past and duty.deadline_date else _time(duty, days)
    return Standing(state, STATES[TO_COME][0] if coming else UNLISTED, f"{said} {time}".strip(), days)


def _time(duty: Duty, days: int | None) -> str:
    """12 days left. · Its last day was 31 March 2008, three days ago."""
    if days is None:
        return "" if duty.deadline_stated or duty.kind == Duty.Kind.POWER else "It has no last day."
    if days < 0:
        return f"Overdue by {counted(-days, 'day')}."
    return f"{counted(days, 'day').capitalize()} left." if days else "Today is its last day."


def check_can_end(thing: Arrangement | Accountability, last_day: dt.date) -> None:
    if thing.from_date and last_day < thing.from_date:
        raise Refused(f"It begins on {short_date(thing.from_date)}: its last day cannot be before.")


def check_can_take_out(arrangements: int) -> None:
    """A duty set down by mistake; one that something met is ended."""
    if arrangements:
        raise Refused("Something is arranged for it. Take that out first, or say when the duty ended.")


def check_names_something(arrangement: Arrangement) -> None:
    if not (arrangement.board or arrangement.agreement or arrangement.words):
        raise Refused("Say which board, which agreement or how it is met.")

"""How a reporter stands on an area in a period: red, amber, green, no return, or not asked (4.11, H13)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from commissioning.models import Area, Period, Reporter, Return
from trust.tools.refusal import Refused
from trust.tools.words import counted, instant, listing, short_date, the_day


class State(StrEnum):
    """The first three are returned; silence is a state of its own, and none of them."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    NO_RETURN = "none"
    NOT_SHARED = "not_shared"
    NOT_ASKED = "not_asked"


WORDS = {
    State.RED: "Red",
    State.AMBER: "Amber",
    State.GREEN: "Green",
    State.NO_RETURN: "No return",
    State.NOT_SHARED: "Not shared yet",
    State.NOT_ASKED: "Not asked",
}
#: In the mark beside the word: read in black and white.
LETTERS = {State.RED: "R", State.AMBER: "A", State.GREEN: "G", State.NO_RETURN: "?"}
_RANK = {State.RED: 0, State.AMBER: 1, State.GREEN: 2}


class Moved(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = ""


SIGNS = {Moved.BETTER: "↑", Moved.WORSE: "↓", Moved.SAME: "=", Moved.UNKNOWN: ""}


@dataclass(frozen=True)
class Cell:
    """One area of one reporter in one period, as a reader may see it. ``returns``: the earliest first."""

    period: Period
    reporter: Reporter
    area: Area
    state: State
    returns: tuple[Return, ...] = ()
    moved: Moved = Moved.UNKNOWN
    on: dt.date = dt.date.max

    @property
    def latest(self) -> Return | None:
        return self.returns[-1] if self.returns else None

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def letter(self) -> str:
        return LETTERS.get(self.state, "")

    @property
    def sign(self) -> str:
        return SIGNS[self.moved]

    @property
    def is_open(self) -> bool:
        """Whether it has a page: it was asked for, and this reader may see what was said."""
        return self.state not in (State.NOT_ASKED, State.NOT_SHARED)

    @property
    def timing(self) -> str:
        """Late, in words; "" where it was given in time, or was not to be given."""
        if self.state == State.NO_RETURN:
            late = (self.on - self.period.due_date).days
            return f"{counted(late, 'day')} late" if late > 0 else f"due by {short_date(self.period.due_date)}"
        if not self.returns:
            return ""
        late = (the_day(self.returns[0].recorded_at) - self.period.due_date).days
        return f"given {counted(late, 'day')} late" if late > 0 else ""

    @property
    def revised(self) -> str:
        more = len(self.returns) - 1
        return "" if more < 1 else "revised once" if more == 1 else f"revised {counted(more, 'time')}"

    @property
    def notes(self) -> str:
        """given four days late, revised once"""
        return ", ".join(filter(None, [self.timing, self.revised]))

    @property
    def movement(self) -> str:
        """Better, worse or the same as in the period before; "" where there is nothing to compare with."""
        return self.moved.value.capitalize()


def there(who: Reporter | Area, day: dt.date) -> bool:
    """Whether a reporter or an area is there on a day. A board or partner that has ended reports no more."""
    if not who.holds_on(day):
        return False
    body = (who.board or who.partner) if isinstance(who, Reporter) else None
    last = body.ended_date if body else None
    return last is None or day <= last


def is_asked(period: Period, reporter: Reporter, area: Area) -> bool:
    """Who and what is there on the last day of a period is asked for it; who joins later is not."""
    return there(reporter, period.to_date) and there(area, period.to_date)


def why_not_asked(reporter: Reporter, day: dt.date) -> str:
    """Westmere was not asked: it reports from 1 August 2026 on. "" where it was there on the day."""
    if there(reporter, day):
        return ""
    if reporter.from_date and day < reporter.from_date:
        return f"{reporter} was not asked: it reports from {short_date(reporter.from_date)} on."
    body = reporter.board or reporter.partner
    lasts = [last for last in (reporter.to_date, body.ended_date if body else None) if last]
    return f"{reporter} was not asked: it reported until {short_date(min(lasts))}."


def areas_asked(period: Period, reporter: Reporter, areas: Iterable[Area]) -> list[Area]:
    return [area for area in areas if is_asked(period, reporter, area)]


def state_of(
    period: Period, reporter: Reporter, area: Area, returns: Sequence[Return], *, may_see: bool, on: dt.date
) -> State:
    """What was given counts even where it is not asked for any more: nothing that was said is lost.

    Before a period begins nobody is asked, so nobody is silent.
    """
    if not returns and (on < period.from_date or not is_asked(period, reporter, area)):
        return State.NOT_ASKED
    if not may_see:
        return State.NOT_SHARED
    return State(returns[-1].colour) if returns else State.NO_RETURN


def moved(before: State | None, now: State) -> Moved:
    """From one period to the next. From silence nothing is better or worse."""
    if before not in _RANK or now not in _RANK:
        return Moved.UNKNOWN
    was, becomes = _RANK[before], _RANK[now]
    return Moved.SAME if was == becomes else Moved.BETTER if becomes > was else Moved.WORSE


def with_movement(cell: Cell, before: Cell | None) -> Cell:
    return replace(cell, moved=moved(before.state if before else None, cell.state))


def tally(cells: Iterable[Cell]) -> list[tuple[State, int]]:
    """How many stand how, of those who were asked. The order is that of State."""
    found = Counter(cell.state for cell in cells)
    return [(state, found[state]) for state in State if found[state] and state != State.NOT_ASKED]


def tally_in_words(cells: Iterable[Cell]) -> str:
    """Two red, three amber, six green, one no return"""
    told = [counted(many, WORDS[state].lower(), WORDS[state].lower()) for state, many in tally(cells)]
    said = ", ".join(told)
    return said[:1].upper() + said[1:] if said else "Nobody was asked"


@dataclass(frozen=True)
class Said:
    """What is said of one area."""

    area: Area
    colour: str
    reason: str
    evidence: str = ""

    def is_as(self, latest: Return | None) -> bool:
        if latest is None:
            return False
        return (self.colour, self.reason, self.evidence) == (latest.colour, latest.reason, latest.evidence)


def check_can_return(period: Period, asked: Sequence[Area], said: Sequence[Said], *, on: dt.date) -> None:
    """Once the period has begun, on every area that is asked for, each with its reason."""
    if on < period.from_date:
        raise Refused(f"“{period}” begins on {short_date(period.from_date)}: nothing can be returned before.")
    if not asked:
        raise Refused(f"Nothing is asked for “{period}” here.")
    if {one.pk for one in asked} != {one.area.pk for one in said}:
        raise Refused("The areas that are asked for have changed meanwhile. Look at them again; nothing is lost.")
    if bare := [str(one.area) for one in said if not one.reason.strip()]:
        raise Refused(f"Give the reason for {listing(bare)}.")


def check_seen_latest(latest: Return | None, seen: int) -> None:
    """``seen``: the key of the last return that stood on the page, 0 where there was none."""
    if latest is not None and latest.pk != seen:
        raise Refused(
            f"Somebody else returned this meanwhile, {instant(latest.recorded_at)}. Yours is not saved, and stands "
            "below as you wrote it. Look at theirs; send yours again if it is to take its place."
        )

"""One line of what waits, as home shows it."""

from dataclasses import dataclass

from meetings.models import Minutes
from trust.tools.words import long_date

#: Of one kind at a time; the rest stands on its own page.
MOST = 8


@dataclass(frozen=True)
class Waits:
    """One thing that waits: what it is, where it stands, the one act due, and how pressing."""

    what: str
    where: str
    address: str
    act: str = ""
    tag: str = ""
    tone: str = ""


def of_minutes(minutes: Minutes, what: str, where: str, act: str = "", address: str = "") -> Waits:
    meeting = minutes.meeting
    what = f"{what} {meeting.board}, {long_date(meeting.date)}"
    return Waits(what, where, address or minutes.get_absolute_url(), act=act)

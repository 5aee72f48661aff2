"""Engagements as an iCalendar file: one for anybody’s diary, or days that a diary reads again and again."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Calendar, Event

from trust.tools.words import LONDON


def moment(day: dt.date, clock: dt.time | None) -> dt.datetime | dt.date | None:
    """London's time on a day; the whole day where no time is known."""
    return dt.datetime.combine(day, clock, LONDON) if clock else day


def calendar_of(
    *,
    key: str,
    title: str,
    starts: dt.datetime | dt.date | None,
    ends: dt.datetime | dt.date | None,
    place: str,
    link: str,
    at: dt.datetime,
    cancelled: bool = False,
) -> bytes:
    """The file. ``key`` stays the same for one engagement, so that a later file replaces an earlier one."""
    event = Event()
    event.add("uid", f"{key}@concordat")
    event.add("dtstamp", at)
    event.add("summary", title)
    event.add("dtstart", starts)
    if isinstance(ends, dt.datetime) and isinstance(starts, dt.datetime):
        event.add("dtend", ends)
    if place:
        event.add("location", place)
    event.add("url", link)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    found = Calendar()
    found.add("prodid", "-//Concordat//EN")
    found.add("version", "2.0")
    found.add_component(event)
    return found.to_ical()


@dataclass(frozen=True)
class Day:
    """Something that falls on a whole day. ``key`` stays the same when the day moves."""

    key: str
    day: dt.date
    title: str
    about: str
    link: str


def calendar_of_days(name: str, days: Iterable[Day], *, at: dt.datetime) -> bytes:
    """For a diary that reads it again and again: what is not in it any more goes from the diary, too."""
    found = Calendar()
    found.add("prodid", "-//Concordat//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    found.add("refresh-interval", dt.timedelta(hours=6), parameters={"value": "DURATION"})
    for one in days:
        event = Event()
        event.add("uid", f"{one.key}@concordat")
        event.add("dtstamp", at)
        event.add("summary", one.title)
        event.add("description", one.about)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("url", one.link)
        found.add_component(event)
    return found.to_ical()

"""One engagement as an iCalendar file, for anybody's diary."""

import datetime as dt

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

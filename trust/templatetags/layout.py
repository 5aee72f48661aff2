"""Words and shapes for every page: dates, money, status words, counts, navigation. No committee noun.

{{ meeting.date|day }} · {{ meeting.start|hours:meeting.end }} · {{ signed_at|instant }} · {{ amount|money }}
{% tag "Approved" "ok" %} · {% count 3 "action" %} · {{ names|listing }}
{% address "boards:boards" as boards_address %}
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from trust import brand
from trust.tools import words

register = template.Library()

# Words, address, and who is shown it.
ENTRIES = (
    ("Home", "home", "person"),
    ("Boards", "boards:boards", "anyone"),
    ("Meetings", "meetings:meetings", "anyone"),
    ("Actions", "actions:mine", "person"),
    ("Budgets", "commissioning:budgets", "person"),
    ("Verify", "meetings:verify", "anyone"),
)
TONES = ("", "ok", "warn", "decide", "act", "brand", "red", "amber", "green", "none")


def said_if_known(name: str, say: Callable[[Any], str]) -> None:
    """A filter that says nothing of what is not known, never None."""
    register.filter(name, lambda thing: "" if thing in (None, "") else say(thing))


said_if_known("day", words.long_date)
said_if_known("short_day", words.short_date)
said_if_known("day_and_month", words.day_and_month)
said_if_known("time_of_day", words.time_of_day)
said_if_known("instant", words.instant)
said_if_known("clock", words.clock)
said_if_known("money", words.money)
said_if_known("number", words.number)


@register.filter
def hours(start: time | datetime | None, end: time | datetime | None = None) -> str:
    """{{ meeting.start|hours:meeting.end }}: 2pm to 4pm"""
    return words.hours(start, end)


@register.filter
def listing(things: Iterable[object], last: str = "and") -> str:
    """{{ partners|listing }}: a, b and c"""
    return words.listing(things, last)


@register.filter
def within(name: object) -> str:
    """A name within a sentence: the Cabinet, not The Cabinet."""
    return words.within(str(name))


@register.filter
def iso(moment: date | datetime) -> str:
    """For a <time datetime> or an input's value only; never shown."""
    return moment.isoformat()


@register.simple_tag
def count(how_many: int, one: str, many: str = "") -> str:
    """{% count actions|length "action" %}: Three actions"""
    counted = words.counted(how_many, one, many)
    return counted[:1].upper() + counted[1:]


@register.simple_tag
def tag(state: object, tone: str = "") -> SafeString:
    """A status as a worded tag; ``tone`` is one of TONES."""
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"No tone of tag is called “{tone}”.")
    return format_html('<strong class="c-tag{}">{}</strong>', f" c-tag--{tone}" if tone else "", state)


@register.simple_tag
def address(name: str, *args: object) -> str:
    """The address of a named page, or "" where there is none: for chrome that outlives its pages."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag
def brand_colour() -> str:
    return brand.own_colour() or brand.OURS


@register.simple_tag
def brand_link() -> SafeString:
    colour = brand.own_colour()
    if not colour:
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}?of={}">', address("brand_css"), colour[1:])


#: Acts on a board's own pages that a storey above carries out, as they change what is its own too.
OF_BOARDS = frozenset(
    {
        "actions:end_board",
        "actions:take_back_end",
        "actions:hand_up",
        "actions:close_group",
        "actions:reopen_group",
        "commissioning:board",
        "commissioning:link_group",
        "commissioning:end_group_priority",
    }
)


@register.inclusion_tag("_navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """At most six entries, those this reader may use. A page in none of them marks its storey's."""
    user, request = context.get("user"), context.get("request")
    signed_in = bool(user and user.is_authenticated)
    named = [(said, name, address(name)) for said, name, who in ENTRIES if signed_in or who == "anyone"]
    shown = [entry for entry in named if entry[2]]
    place = getattr(request, "resolver_match", None)
    here, means = current(place.view_name if place else "", [name for _, name, _ in shown])
    entries = [{"words": said, "address": at, "current": means if name == here else ""} for said, name, at in shown]
    return {"entries": entries}


def current(view_name: str, names: list[str]) -> tuple[str, str]:
    """Which of the entries a page stands in, and what aria-current says of it: "page" or "true"."""
    if view_name in names:
        return view_name, "page"
    storey, colon, _ = ("boards:" if view_name in OF_BOARDS else view_name).partition(":")
    return next((name for name in names if colon and name.startswith(f"{storey}:")), ""), "true"

"""What a desk sends when something is done there, read from JSON; and the fields that several kinds share."""

import datetime as dt
import json
from collections.abc import Container, Mapping
from typing import Any
from uuid import UUID

from meetings.models import AgendaItem, Attendance, Meeting
from meetings.queries.entitled import sight_at
from meetings.rules.acts import ActRefused, SentAct
from meetings.rules.edition import is_closed
from trust.tools.plain import plain_line

MOST_BYTES = 50_000
HEAD = ("act", "kind", "done_at")
NO_ACT = "What was sent cannot be read. Load the page again; what waits here is kept."
GONE = "They are not on the attendance list any longer."
NO_ITEM = "That item is not on the agenda any longer."


def read_act(body: bytes) -> SentAct:
    """Refuses with 422 what is not the shape of an act."""
    if len(body) > MOST_BYTES:
        raise ActRefused("That is more than can be taken down at once. Put it in the minutes instead.")
    try:
        sent = json.loads(body.replace(b"\\u0000", b""))
        json.dumps(sent, ensure_ascii=False, allow_nan=False).encode()  # what a database can keep
        done_at = dt.datetime.fromisoformat(sent["done_at"])
        if not isinstance(sent["kind"], str) or len(sent["kind"]) > 24 or done_at.tzinfo is None:
            raise ValueError
        asked = {name: value for name, value in sent.items() if name not in HEAD}
        return SentAct(UUID(sent["act"]), sent["kind"], done_at.astimezone(dt.UTC), asked)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise ActRefused(NO_ACT) from None


def attendance_asked(meeting: Meeting, asked: Mapping[str, Any], name: str = "attendance") -> Attendance:
    """The line of this meeting's list that is meant."""
    related = ["meeting__board", "seat__partner", "partner", "person", "substitute"]
    pk = number_asked(asked, name)
    row = meeting.attendances.select_related(*related).filter(pk=pk).first() if pk else None
    if row is None:
        raise ActRefused(GONE)
    return row


def item_asked(meeting: Meeting, asked: Mapping[str, Any], by: Any, name: str = "item") -> AgendaItem | None:
    """The item that is meant, where one is: of this meeting, and one that whoever asks may know of."""
    pk = number_asked(asked, name)
    if pk is None:
        return None
    item = meeting.items.select_related("section").filter(pk=pk).first()
    if item is None or (is_closed(item) and not sight_at(by, meeting).sees(item)):
        raise ActRefused(NO_ITEM)
    return item


def the_item_asked(meeting: Meeting, asked: Mapping[str, Any], by: Any, name: str = "item") -> AgendaItem:
    """The item that is meant; refused where there is none."""
    item = item_asked(meeting, asked, by, name)
    if item is None:
        raise ActRefused(NO_ITEM)
    return item


def items_asked(meeting: Meeting, asked: Mapping[str, Any], by: Any) -> list[AgendaItem]:
    """Those that are meant, or none."""
    return [the_item_asked(meeting, {"item": one}, by) for one in many_asked(asked, "items", otherwise=[])]


def many_asked(asked: Mapping[str, Any], name: str, *, otherwise: list[Any] | None = None) -> list[Any]:
    given = otherwise if asked.get(name) is None else asked[name]
    if not isinstance(given, list) or len(given) > 200:
        raise ActRefused(NO_ACT)
    return given


def number_asked(asked: Mapping[str, Any], name: str, *, most: int = 2**63 - 1) -> int | None:
    """A whole number, or None where there is none."""
    value = asked.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ActRefused(NO_ACT)
    return value


def line_asked(asked: Mapping[str, Any], name: str, *, most: int = 160) -> str:
    """One line of text, or "" where there is none."""
    value = asked.get(name) or ""
    if not isinstance(value, str):
        raise ActRefused(NO_ACT)
    if len(value) > most:
        raise ActRefused(f"Shorten that to {most:,} characters.")
    return plain_line(value)


def choice_asked(asked: Mapping[str, Any], name: str, choices: Container[str], *, otherwise: str = "") -> str:
    value = asked.get(name, otherwise)
    if not isinstance(value, str) or value not in choices:
        raise ActRefused(NO_ACT)
    return value

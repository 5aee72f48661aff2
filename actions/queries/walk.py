"""The list that is walked at a meeting: what is outstanding, what was done since last time, what was promised."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q
from django.http import Http404

from actions.models import CALLED_OFF, SETTLED, Action, ActionQuerySet, Progress, RegisterEntry, State
from actions.queries.arising import of_board
from actions.queries.lines import ActionLine, line
from actions.rules.walking import AT_MEETING, times_extended
from boards.permissions import MINUTE, words_on
from meetings.models import Meeting, Minutes
from meetings.queries.entitled import items_closed_to
from meetings.rules.agenda import check_agenda_open
from trust.tools.refusal import why_not
from trust.tools.words import short_date

Kind = Progress.Kind


@dataclass(frozen=True)
class Said:
    """What was said or done to an action at this meeting. ``may_undo``: nothing else was done to it since."""

    pk: int
    said: str
    text: str
    who: str
    is_undone: bool
    may_undo: bool


@dataclass(frozen=True)
class WalkLine:
    """An action on the list; ``seen`` is the last entry made on it, ``extended`` in words how often."""

    line: ActionLine
    seen: int
    extended: str
    said: tuple[Said, ...]
    is_settled: bool


@dataclass(frozen=True)
class Promised:
    """An entry of the forward plan that this meeting awaits. ``on_agenda``: where its item stands, if it has one."""

    reference: str
    title: str
    address: str
    who: str
    planned: str
    is_overdue: bool
    number: int
    year: int
    on_agenda: str


@dataclass(frozen=True)
class Arising:
    outstanding: list[ActionLine]
    done: list[ActionLine]
    promised: list[Promised]


def arising(meeting: Meeting, reader: Any, *, on: dt.date) -> Arising:
    """For the agenda: five statements, however much is owed."""
    found = [(action, line(action, today=on)) for action in to_walk(meeting, reader, on=on)]
    return Arising(
        outstanding=[shown for action, shown in found if not is_done(action)],
        done=[shown for action, shown in found if is_done(action)],
        promised=promised_for(meeting, reader),
    )


def walk(meeting: Meeting, reader: Any, *, on: dt.date) -> list[WalkLine]:
    """The same list for the page beside the desk, each with what was said of it at this meeting."""
    entries = Progress.objects.select_related("by__person", "person", "undone").order_by("pk")
    found = to_walk(meeting, reader, on=on, looks_back=True).prefetch_related(Prefetch("progress", entries))
    return [_walked(action, meeting, on) for action in found]


def to_walk(meeting: Meeting, reader: Any, *, on: dt.date, looks_back: bool = False) -> ActionQuerySet:
    """Of the board’s actions from before this meeting: open ones, and those closed since the one before.

    Closed ones leave the list of the next meeting. ``looks_back``: also what was closed at this meeting itself.
    """
    last = Meeting.objects.filter(board=meeting.board_id, date__lt=meeting.date).exclude(state__in=CALLED_OFF)
    day = last.order_by("-date").values_list("date", flat=True).first() or dt.date.min
    closing = Progress.objects.filter(kind__in=[Kind.CLOSED, Kind.DROPPED], undone=None)
    since = closing.filter(at__date__gte=day, at__date__lte=meeting.date).exclude(meeting__date__lt=meeting.date)
    shown = Q(pk__in=since.exclude(meeting=meeting).values("action"))
    if looks_back:
        shown |= Q(pk__in=closing.filter(meeting=meeting).values("action"))
    before = Q(meeting__date__lt=meeting.date) | Q(meeting=None, recorded_at__date__lt=meeting.date)
    found = of_board(meeting.board_id, reader, on=on).filter(before)
    found = found.filter(~Q(state__in=SETTLED) | (Q(state__in=SETTLED, joined_to=None) & shown))
    return found.annotate(extensions=Count("progress", filter=extensions(), distinct=True)).order_by(
        "meeting__date", "year", "number"
    )


def extensions() -> Q:
    """Of the entries of an action, those that put it off and were not taken back."""
    return Q(progress__kind=Kind.DUE, progress__undone=None)


def is_done(action: Action) -> bool:
    return action.state in (State.DONE, *SETTLED)


def _walked(action: Any, meeting: Meeting, on: dt.date) -> WalkLine:
    entries = list(action.progress.all())
    times = action.extensions
    return WalkLine(
        line=line(action, today=on),
        seen=entries[-1].pk if entries else 0,
        extended=times_extended(times),
        said=tuple(_said(entry, entries) for entry in entries if _is_of(entry, meeting)),
        is_settled=action.is_settled,
    )


def _is_of(entry: Progress, meeting: Meeting) -> bool:
    return entry.meeting_id == meeting.pk and entry.kind in AT_MEETING


def _said(entry: Progress, entries: Iterable[Progress]) -> Said:
    undone = {other.undoes_id for other in entries if other.undoes_id}
    later = [one for one in entries if one.pk > entry.pk and one.undoes_id is None and one.pk not in undone]
    is_last = entry.kind == Kind.NOTED or not [one for one in later if one.kind != Kind.NOTED]
    said = f"Extended to {entry.becomes}" if entry.kind == Kind.DUE else entry.get_kind_display()
    is_undone = entry.pk in undone
    return Said(entry.pk, said, entry.text, entry.who, is_undone, is_last and not is_undone)


def promised_for(meeting: Meeting, reader: Any) -> list[Promised]:
    """Reports of the forward plan for this meeting or its month, and earlier ones still to come (0.11, H11).

    What is on the agenda of a later meeting is awaited there.
    """
    month = meeting.date.replace(day=1)
    plan = RegisterEntry.objects.filter(board=meeting.board_id, register="plan", state="open")
    awaited = Q(meeting=meeting) | Q(meeting=None, month__lte=month) | Q(meeting__date__lt=meeting.date)
    found = plan.filter(awaited | Q(item__meeting=meeting)).exclude(item__meeting__date__gt=meeting.date)
    found = found.exclude(item__in=items_closed_to(reader)).select_related("board", "meeting", "item__meeting")
    return [_promised(entry, meeting, month) for entry in found.order_by("month", "year", "number")]


def _promised(entry: RegisterEntry, meeting: Meeting, month: dt.date) -> Promised:
    planned = f"{entry.month:%B %Y}" if entry.month else short_date(entry.meeting.date) if entry.meeting else ""
    late = entry.meeting_id != meeting.pk and (entry.month is None or entry.month < month)
    item = entry.item if entry.item and entry.item.meeting_id == meeting.pk else None
    place = f"{item.number_shown} {item.title}".strip() if item else ""
    return Promised(
        reference=entry.reference,
        title=entry.title,
        address=entry.get_absolute_url(),
        who=entry.who,
        planned=planned,
        is_overdue=late,
        year=entry.year,
        number=entry.number,
        on_agenda=place,
    )


def may_plan(reader: Any, meeting: Meeting) -> bool:
    """Whether they may put what is promised on this agenda, and take it off."""
    minutes = Minutes.objects.filter(meeting=meeting).first() if MINUTE in words_on(reader, meeting.board) else None
    return MINUTE in words_on(reader, meeting.board) and not why_not(check_agenda_open, meeting, minutes)


def planned_at(meeting: Meeting, reader: Any, year: int, number: int) -> RegisterEntry:
    """A line of its board's forward plan; 404 for whom it is not."""
    found = RegisterEntry.objects.filter(board=meeting.board_id, register="plan", year=year, number=number)
    entry = found.exclude(item__in=items_closed_to(reader)).first()
    if entry is None:
        raise Http404("No line of the forward plan is at this address.")
    return entry


def action_on_list(meeting: Meeting, reader: Any, pk: int, *, on: dt.date) -> Action:
    """An action of this board that the reader may know of; 404 otherwise."""
    found = of_board(meeting.board_id, reader, on=on).filter(pk=pk).first()
    if found is None:
        raise Http404("No action of this list is at this address.")
    return found


def entry_at(meeting: Meeting, reader: Any, pk: int, *, on: dt.date) -> Progress:
    found = Progress.objects.select_related("action__board", "meeting").filter(pk=pk, meeting=meeting).first()
    if found is None:
        raise Http404("Nothing was said here that could be taken back.")
    action_on_list(meeting, reader, found.action_id, on=on)
    return found

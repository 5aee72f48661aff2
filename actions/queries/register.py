"""A board's other registers, as far as their reader may know of them; each line once for lists, pages and files."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404

from actions.models import RegisterEntry
from actions.queries.log import board_of_log
from actions.rules.register import risk_in_words, state_words
from boards.models import Board
from meetings.models import AgendaItem, Meeting, Purpose
from meetings.queries.entitled import items_closed_to
from trust.tools.words import short_date

HEADS = {
    "challenge": ("Reference", "Challenge", "From", "To", "Raised", "State", "Answer"),
    "risk": ("Reference", "Risk", "Who", "Likelihood", "Impact", "Score", "Raised", "State", "What is done"),
    "plan": ("Reference", "What", "Who", "Planned for", "State", "What came of it"),
}
#: How wide each column stands on paper.
WIDTHS = {
    "challenge": ("reference", "", "board-of", "board-of", "short", "short", "answer"),
    "risk": ("reference", "", "board-of", "mark", "mark", "mark", "short", "short", "answer"),
    "plan": ("reference", "", "who", "when", "short", "answer"),
}
ORDERS = {"challenge": ("-raised_on",), "risk": ("-weight",), "plan": ("planned_on",)}


def entries_known_to(reader: Any, board: Board) -> QuerySet[RegisterEntry]:
    found = RegisterEntry.objects.filter(board=board).exclude(item__in=items_closed_to(reader))
    return found.select_related("board", "from_partner", "to_partner", "meeting", "item__meeting__board")


def entries_of(board: Board, register: str, reader: Any, cut: Mapping[str, Any]) -> QuerySet[RegisterEntry]:
    """Open ones unless asked; challenges latest first, risks gravest first, the plan by month."""
    found = entries_known_to(reader, board).filter(register=register)
    state = cut.get("state") or "open"
    if state != "all":
        found = found.filter(state=state)
    if partner := cut.get("partner"):
        found = found.filter(Q(from_partner=partner) | Q(to_partner=partner))
    if words := cut.get("words"):
        found = found.filter(Q(title__icontains=words) | Q(detail__icontains=words) | Q(who__icontains=words))
    if register == "risk":
        return found.annotate(weight=F("likelihood") * F("impact")).order_by("-weight", "year", "number")
    if register == "plan":
        return found.order_by(F("month").asc(nulls_last=True), "meeting__date", "year", "number")
    return found.order_by("-raised_on", "-year", "-number")


def entry_for(reader: Any, slug: str, register: str, year: int, number: int) -> RegisterEntry:
    """404 for who may not read the board's log."""
    board = board_of_log(reader, slug)
    found = entries_known_to(reader, board).filter(register=register, year=year, number=number).first()
    if found is None:
        raise Http404("No line of this register is at this address.")
    return found


def planned_in_words(entry: RegisterEntry) -> str:
    if entry.meeting:
        return f"Meeting of {short_date(entry.meeting.date)}"
    return f"{entry.month:%B %Y}" if entry.month else ""


def meetings_to_plan(board: Board, *, on: dt.date) -> QuerySet[Meeting]:
    return Meeting.objects.filter(board=board, date__gte=on).exclude(state__in=["cancelled", "postponed"])


def section_for_reports(meeting: Meeting) -> AgendaItem | None:
    """The last section in which something is for information, or that says so; else the last but that of the next
    meeting; None where the agenda has no sections."""
    sections = list(AgendaItem.objects.filter(meeting=meeting, is_section=True).order_by("position"))
    inside = AgendaItem.objects.filter(meeting=meeting, section__isnull=False).values_list("section", "purpose")
    purposes = set(inside)
    told = [one for one in sections if (one.pk, Purpose.INFORMATION) in purposes or "information" in one.title.lower()]
    open_ones = [one for one in sections if (one.pk, Purpose.NEXT_MEETING) not in purposes]
    return next(iter([*reversed(told), *reversed(open_ones)]), None)


def facts_of(entry: RegisterEntry) -> list[tuple[str, str]]:
    """What its page says beside its words."""
    if entry.register == "risk":
        marks = f"{entry.likelihood} of 5 likely, {entry.impact} of 5 grave"
        return [("How grave", f"{risk_in_words(entry)[0]}: {marks}"), ("Who answers for it", entry.who)]
    if entry.register == "plan":
        agenda = f"Meeting of {short_date(entry.item.meeting.date)}" if entry.item else ""
        return [("Planned for", planned_in_words(entry)), ("On the agenda", agenda), ("Who brings it", entry.who)]
    return [("From", str(entry.from_partner or "")), ("To", str(entry.to_partner or ""))]


def register_rows(found: QuerySet[RegisterEntry], register: str) -> Iterator[tuple[object, ...]]:
    for entry in found:
        raised = short_date(entry.raised_on)
        told: dict[str, tuple[object, ...]] = {
            "challenge": (entry.from_partner, entry.to_partner, raised),
            "risk": (entry.who, entry.likelihood, entry.impact, entry.score, raised),
            "plan": (entry.who, planned_in_words(entry)),
        }
        middle = [str(value) if value is not None else "" for value in told[register]]
        yield (entry.reference, entry.title, *middle, state_words(entry), entry.answer)

"""The home page: what waits for the reader, in the order decide, read, owe. To the public: what the boards publish."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.queries.lines import worded
from actions.queries.owed import owed_by, owed_by_partner
from boards.models import Partner
from boards.queries.access import boards_known_to, partners_of
from boards.queries.held import Held, held_by
from meetings.queries.meeting import ANNOUNCED, meetings_known_to
from trust.tools.words import counted, number
from trust.waiting import going_on, to_decide, to_read
from trust.waits import MOST, Waits


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if not request.user.is_authenticated:
        return render(request, "trust/welcome.html", welcome(request.user, today))
    decide, read = list(to_decide(request.user, today)), list(to_read(request.user, today))
    held = held_by(request.user)
    owed = owed_by(request.user, on=today, held=held)
    late = sum(is_late(action, today) for action in owed)
    context = {
        "greeting": greeting(timezone.localtime()),
        "name": first_name(request.user),
        "summed": summed(len(decide) + len(read) + len(owed), late),
        "going_on": list(going_on(request.user, today)),
        "decide": decide,
        "read": read,
        "owe": [owing(action, today) for action in owed[:MOST]],
        "owed": len(owed),
        "partners": [partner_owes(partner, request.user, today, held) for partner in partners_of(request.user)],
    }
    return render(request, "trust/home.html", context)


def welcome(reader: Any, today: dt.date) -> dict[str, Any]:
    """Boards that the public may know of and their next meetings."""
    ahead = meetings_known_to(reader).filter(date__gte=today, state__in=ANNOUNCED).order_by("date")
    return {"boards": boards_known_to(reader)[:40], "ahead": ahead.select_related("board")[:MOST], "today": today}


def owing(action: Any, today: dt.date) -> Waits:
    """An action the reader owes, with how late it is or how far."""
    item = action.block.item.number_shown if action.block else ""
    place = ", ".join(filter(None, [str(action.board), item]))
    where = f"{place} · {due_in_line(action)}"
    address = action.get_absolute_url()
    if is_late(action, today):
        days = counted((today - action.due_on).days, "day")
        return Waits(worded(action), where, address, tag=f"{days} late", tone="warn")
    return Waits(worded(action), where, address, tag=action.get_state_display())


def due_in_line(action: Any) -> str:
    """due Tuesday 7 October 2025; due at the meeting of …; due end of April 2026; no date given"""
    if not action.due_shown:
        return "no date given"
    beginnings = {"Meeting of": "at the meeting of", "End of": "end of"}
    begun = next((words for words in beginnings if action.due_shown.startswith(words)), "")
    return f"due {beginnings.get(begun, '')}{action.due_shown.removeprefix(begun)}"


def is_late(action: Any, today: dt.date) -> bool:
    return action.due_on is not None and action.due_on < today


def partner_owes(partner: Partner, reader: Any, today: dt.date, held: Held) -> dict[str, Any]:
    """How much a partner owes over all boards its reader may see, and how much of it is late."""
    owed = owed_by_partner(partner, reader=reader, on=today, held=held)
    late = sum(is_late(action, today) for action in owed)
    sentence = f"{counted(late, 'action')} late." if late else "None of it is late."
    return {
        "name": partner.short_name,
        "slug": partner.slug,
        "open": len(owed),
        "sentence": sentence[:1].upper() + sentence[1:],
    }


def greeting(now: dt.datetime) -> str:
    return "Good morning" if now.hour < 12 else "Good afternoon" if now.hour < 18 else "Good evening"


def first_name(user: Any) -> str:
    """What to call somebody: the first of their names, or nothing where only an address is known."""
    person = getattr(user, "person", None)
    return str(person).split()[0] if person else user.first_name


def summed(waiting: int, late: int) -> str:
    """Three things wait for you, one is late."""
    if not waiting:
        return "Nothing waits for you."
    things = counted(waiting, "thing waits", "things wait")
    lateness = f", {number(late)} {'is' if late == 1 else 'are'} late" if late else ""
    sentence = f"{things} for you{lateness}."
    return sentence[:1].upper() + sentence[1:]

"""What owners ask, for those who answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from actions.models import Action, Part, Request
from actions.permissions import KEEPS
from actions.queries.action import actions_known_to
from actions.queries.lines import worded
from boards.models import Board
from boards.queries.access import boards_where
from trust.tools.words import long_date, short_date, the_day


@dataclass(frozen=True)
class RequestLine:
    """A request that waits, in words."""

    request: Request
    asks: str
    why: str
    who: str
    since: dt.datetime
    action: Action
    text: str


def waiting_on(part: Part) -> Request | None:
    """What its owner has asked and nobody has answered."""
    return part.requests.filter(outcome="").select_related("asked__by__person", "asked__person").first()


def requests_waiting(reader: Any, *, on: dt.date, board: Board | None = None) -> list[RequestLine]:
    """For the officers and the chair of the boards that keep the actions, oldest first. Of what little waits it is
    asked then what the reader may know of."""
    waiting = list(_waiting(reader, board).order_by("asked__at"))
    if not waiting:
        return []
    asked = actions_known_to(reader, on=on).filter(pk__in=[request.part.action_id for request in waiting])
    known = set(asked.order_by().values_list("pk", flat=True))
    return [line_of(request) for request in waiting if request.part.action_id in known]


def _waiting(reader: Any, board: Board | None) -> QuerySet[Request]:
    """At the boards that the reader keeps or chairs."""
    keeps = boards_where(reader, *KEEPS)
    keeps = keeps.filter(pk=board.pk) if board else keeps
    kept = Q(part__action__followed_by__in=keeps) | Q(part__action__followed_by=None, part__action__board__in=keeps)
    return Request.objects.filter(kept, outcome="").select_related(
        "part__person", "part__action__board", "part__action__block", "asked__by__person", "asked__person"
    )


def line_of(request: Request) -> RequestLine:
    action, asked = request.part.action, request.asked
    return RequestLine(request, asks(request), asked.text, request.part.name, asked.at, action, worded(action))


def asks(request: Request) -> str:
    """ "for more time, until 3 May 2026", "not to owe it" """
    return f"for more time, until {long_date(request.until_date)}" if request.until_date else "not to owe it"


def told_to_owner(request: Request) -> str:
    """What its owner reads of their last request; nothing of one that was settled otherwise."""
    if request.outcome == Request.Outcome.LAPSED:
        return ""
    told = f"Asked on {short_date(the_day(request.asked.at))} {asks(request)}"
    if request.answer is None:
        return f"{told}. The board has not answered yet."
    return f"{told}. {request.get_outcome_display()}: {request.answer.text}"


def request_for(action: Action, pk: int) -> Request:
    found = Request.objects.filter(part__action=action, pk=pk)
    found = found.select_related("part__person", "part__action", "asked__by__person", "asked__person")
    one = found.first()
    if one is None:
        raise Http404("No request is at this address.")
    return one

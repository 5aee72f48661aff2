"""The legal agreements on joint money that stand behind a meeting's pooled and aligned items."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Agreement, Board
from boards.queries.agreements import in_law, read_on
from boards.rules.in_law import LegalAgreement
from meetings.models import AgendaItem, Meeting
from meetings.queries.entitled import sight_at
from meetings.rules.capacity import Capacity, check_agreed_before
from meetings.rules.edition import withhold


def legal_agreements(board: Board, *, on: dt.date) -> list[LegalAgreement]:
    """Those of the board, or of no board in particular, that cover the day. Six statements, however many."""
    return [in_law(read) for read in read_on(legal_agreements_on(board, on), on=on)]


def legal_agreements_on(board: Board, on: dt.date) -> QuerySet[Agreement]:
    """Those that an item of the board on a joint budget can be under."""
    found = Agreement.objects.held_on(on).filter(Q(board=board) | Q(board=None), kind=Agreement.Kind.SECTION_75)
    return found.exclude(status=Agreement.Status.WITHDRAWN)


def check_agenda_lawful(meeting: Meeting, by: Any, items: Iterable[AgendaItem] | None = None) -> None:
    """Refuse an agenda with an item on a joint budget that nobody has agreed in law; one closed to the reader is not
    named. ``items`` are those to go out, all of the meeting's where not given."""
    found = items if items is not None else meeting.items.select_related("section").order_by("position", "pk")
    joint = [item for item in found if item.capacity != Capacity.USUAL and item.state == AgendaItem.State.OPEN]
    if not joint:
        return
    withhold(joint, sight_at(by, meeting))
    agreements = legal_agreements(meeting.board, on=meeting.date)
    for item in joint:
        check_agreed_before(item, agreements, on=meeting.date)

"""Requests and referrals as one reader may read them, from the side that asked and from the side that was asked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Board
from boards.permissions import MINUTE, SEE_EXEMPT, check_may_see_papers, words_on
from boards.queries.access import boards_known_to, partners_of
from boards.queries.boards import board_for
from meetings.models import AgendaItem, Decision, Meeting, Referral
from meetings.queries.meeting import meetings_known_to
from meetings.rules.referral import ReferralStanding, standing_of

SENT, RECEIVED = "sent", "received"
COLUMNS = ("Which way", "Kind", "Board or body", "Request", "Meeting", "Sent", "Reply asked for by", "State", "Reply")
_WITH = ("item__meeting__board", "item__section", "decision__block", "to_board", "sent_by__person")
_WITH_ARRIVED = ("arrived_as__meeting__board", "reply_minutes__meeting__board")


@dataclass(frozen=True)
class ReferralLine:
    """One request as its reader sees it. ``other`` is the board or body across, as far as they may know of it."""

    referral: Referral
    board: Board
    way: str
    other: str
    other_board: Board | None
    standing: ReferralStanding
    arrived: AgendaItem | None

    @property
    def is_sent(self) -> bool:
        return self.way == SENT

    @property
    def meeting(self) -> Meeting:
        """Where it arose."""
        return self.referral.item.meeting

    @property
    def minutes_reader(self) -> str:
        return "this board" if self.way == RECEIVED else self.other


def referral_for(reader: Any, slug: str, pk: int, *, on: dt.date) -> ReferralLine:
    """One request of this board or to it; 404 unless the reader reads its papers and may see the item."""
    board = board_for(reader, slug)
    check_may_see_papers(reader, board)
    found = [line for line in lines_of(board, reader, on=on) if line.referral.pk == pk]
    if not found:
        raise Http404("No request is at this address.")
    return found[0]


def lines_of(board: Board, reader: Any, *, on: dt.date) -> list[ReferralLine]:
    """All that the reader may read of what the board asked and was asked, latest first. Four statements."""
    sent = _seen(Referral.objects.filter(item__meeting__board=board), board, reader)
    received = Referral.objects.filter(to_board=board, sent_date__isnull=False)
    found = [*sent, *_seen(received, board, reader)]
    return sorted(_read(found, board, reader, on), key=_latest_first)


def lines_of_item(item: AgendaItem, reader: Any, *, on: dt.date) -> list[ReferralLine]:
    """What the board asked under an item of its own."""
    board = item.meeting.board
    return _read(_seen(Referral.objects.filter(item=item), board, reader), board, reader, on)


def lines_of_decision(decision: Decision, reader: Any, *, on: dt.date) -> list[ReferralLine]:
    """What the board asked by a decision."""
    board = decision.block.item.meeting.board
    return _read(_seen(Referral.objects.filter(decision=decision), board, reader), board, reader, on)


def chosen(lines: Iterable[ReferralLine], *, way: str = "", state: str = "") -> list[ReferralLine]:
    """The list cut by direction, and by whether anything is still owed."""
    found = [line for line in lines if not way or line.way == way]
    return [line for line in found if not state or line.standing.is_open == (state == "open")]


def rows_of(lines: Iterable[ReferralLine]) -> list[tuple[object, ...]]:
    """The list as a sheet, under ``COLUMNS``."""
    return [
        (
            line.way.capitalize(),
            line.referral.get_kind_display(),
            line.other,
            line.referral.request,
            line.meeting.date if line.is_sent or line.other_board else None,
            line.referral.sent_date,
            line.referral.reply_due_date,
            line.standing.word,
            line.referral.reply,
        )
        for line in lines
    ]


def boards_to_ask(board: Board, reader: Any, *, on: dt.date) -> QuerySet[Board]:
    """Boards the reader may know of, but this one and those that ended."""
    known = boards_known_to(reader).exclude(pk=board.pk)
    return known.filter(Q(ended_date=None) | Q(ended_date__gte=on)).order_by("name")


def decisions_under(item: AgendaItem) -> QuerySet[Decision]:
    """Decisions by which something can be asked, in their order."""
    found = Decision.objects.filter(block__item=item, struck_reason="").exclude(kind=Decision.Kind.LOST)
    return found.select_related("block").order_by("block__position", "pk")


def received_to_answer(reader: Any, boards: QuerySet[Board]) -> QuerySet[Referral]:
    """Open requests on agendas of these boards, whose meeting has dealt with them or was called; oldest first."""
    open_ones = Referral.objects.filter(to_board__in=boards, sent_date__isnull=False, withdrawn_reason="")
    on_agenda = open_ones.filter(replied_date=None, reply_minutes=None, arrived_as__isnull=False)
    return on_agenda.select_related(*_WITH, *_WITH_ARRIVED).order_by("sent_date", "pk")


def silent(boards: QuerySet[Board], *, on: dt.date) -> QuerySet[Referral]:
    """Requests of these boards to which no reply came by the day it was asked for."""
    sent = Referral.objects.filter(item__meeting__board__in=boards, withdrawn_reason="", sent_date__isnull=False)
    late = sent.filter(replied_date=None, reply_minutes=None, reply_due_date__lt=on)
    return late.select_related(*_WITH, *_WITH_ARRIVED).order_by("reply_due_date", "pk")


def may_minute(reader: Any, board: Board) -> bool:
    return MINUTE in words_on(reader, board)


def _seen(found: QuerySet[Referral], board: Board, reader: Any) -> list[Referral]:
    """Without exempt business for those who may not see it at this board, and what is restricted to others."""
    mine = Q(item__restricted_to=None) | Q(item__restricted_to__in=partners_of(reader))
    rows = found.filter(mine).select_related(*_WITH, *_WITH_ARRIVED).distinct()
    if SEE_EXEMPT in words_on(reader, board):
        return list(rows)
    open_heading = Q(item__section=None) | Q(item__section__exempt_paragraphs="")
    return list(rows.filter(open_heading, item__exempt_paragraphs=""))


def _read(found: list[Referral], board: Board, reader: Any, on: dt.date) -> list[ReferralLine]:
    across = {one.to_board_id if _is_sent(one, board) else one.item.meeting.board_id for one in found}
    ours = [pk for pk in across if pk is not None]
    known = set(boards_known_to(reader).filter(pk__in=ours).values_list("pk", flat=True)) if ours else set()
    at = {one.arrived_as.meeting_id for one in found if one.arrived_as}
    meetings = set(meetings_known_to(reader).filter(pk__in=at).values_list("pk", flat=True)) if at else set()
    return [_line(one, board, known, meetings, on) for one in found]


def _line(one: Referral, board: Board, known: set[int], meetings: set[int], on: dt.date) -> ReferralLine:
    is_sent = _is_sent(one, board)
    across = one.to_board if is_sent else one.item.meeting.board
    other = across if across is not None and across.pk in known else None
    name = other.name if other else "Another board" if across else one.to_body
    arrived = one.arrived_as if one.arrived_as and one.arrived_as.meeting_id in meetings else None
    standing = standing_of(one, on=on, arrived_at=arrived.meeting if arrived else None)
    return ReferralLine(one, board, SENT if is_sent else RECEIVED, name, other, standing, arrived)


def _is_sent(referral: Referral, board: Board) -> bool:
    return referral.item.meeting.board_id == board.pk


def _latest_first(line: ReferralLine) -> tuple[bool, int, int]:
    day = line.referral.sent_date or dt.date.max
    return not line.standing.is_open, -day.toordinal(), -line.referral.pk

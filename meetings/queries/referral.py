"""Requests and referrals as one reader may read them, from the side that asked and from the side that was asked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse

from boards.models import Board
from boards.permissions import MINUTE, SEE_EXEMPT, SEE_PAPERS, check_may_see_papers, words_on
from boards.queries.access import boards_known_to, boards_where, partners_of
from boards.queries.boards import board_for
from meetings.models import AgendaItem, Decision, Meeting, Referral
from meetings.queries.decision import DecisionPage
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to
from meetings.rules.referral import ReferralStanding, check_can_ask, standing_of
from trust.tools.refusal import why_not

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
    def called(self) -> str:
        """the Safeguarding Board, in a sentence; a body outside by its name alone."""
        if self.other_board is not None:
            return f"the {self.other}"
        return self.other if self.is_sent and self.referral.to_board_id is None else "another board"

    @property
    def address(self) -> str:
        return reverse("meetings:referral", args=[self.board.slug, self.referral.pk])


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
    found = [*sent, *_seen(received, board, reader, came=True)]
    return sorted(_read(found, board, reader, on), key=_latest_first)


def referrals_of(page: DecisionPage, reader: Any, *, on: dt.date) -> dict[str, Any]:
    """What the board asked by a decision, for those who see its papers; and whether the reader may ask now."""
    board, decision = page.meeting.board, page.decision
    if SEE_PAPERS not in words_on(reader, board):
        return {}
    found = _seen(Referral.objects.filter(decision=decision), board, reader)
    refused = why_not(check_can_ask, page.meeting, decision, on=on)
    return {"referrals": _read(found, board, reader, on), "may_refer": may_minute(reader, board) and not refused}


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


def unanswered(reader: Any, *, on: dt.date) -> list[ReferralLine]:
    """For who minutes a board: what it is asked and has on an agenda, and what it asked and got no reply to in time.

    One statement where nothing is open.
    """
    open_ones = Referral.objects.filter(sent_date__isnull=False, replied_date=None, withdrawn_reason="")
    ways = (open_ones.values("to_board"), open_ones.values("item__meeting__board"))
    boards = boards_where(reader, MINUTE).filter(Q(pk__in=ways[0]) | Q(pk__in=ways[1]))
    lines = [line for board in boards for line in lines_of(board, reader, on=on)]
    late = [line for line in lines if line.is_sent and line.standing.state == "silent"]
    asked = [line for line in lines if not line.is_sent and line.standing.state in ("waits", "silent")]
    return [*(line for line in asked if line.referral.arrived_as_id), *late]


def may_minute(reader: Any, board: Board) -> bool:
    return MINUTE in words_on(reader, board)


def _seen(found: QuerySet[Referral], board: Board, reader: Any, *, came: bool = False) -> list[Referral]:
    """Without what is closed to the reader: of the board that asks by the item it arose from, of the one that is asked
    by the item it arrived as; until it arrives, by what they may read there."""
    rows = found.select_related(*_WITH, *_WITH_ARRIVED)
    if not came:
        return list(rows.exclude(item__in=items_closed_to(reader)))
    mine = Q(item__restricted_to=None) | Q(item__restricted_to__in=partners_of(reader))
    waits = Q(arrived_as=None) & mine
    if SEE_EXEMPT not in words_on(reader, board):
        waits &= Q(item__exempt_paragraphs="") & (Q(item__section=None) | Q(item__section__exempt_paragraphs=""))
    there = Q(arrived_as__isnull=False) & ~Q(arrived_as__in=items_closed_to(reader))
    return list(rows.filter(waits | there).distinct())


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

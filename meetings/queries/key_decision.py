"""A board's forward list: notices of key decisions and of meetings in private, as a reader may read them."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from boards.models import Board
from boards.permissions import MINUTE, words_on
from boards.queries.boards import board_for
from meetings.models import AgendaItem, KeyDecisionNotice, Meeting
from meetings.queries.closed_business import closed_texts
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to
from meetings.queries.minutes import minutes_of
from meetings.rules.exposed import Exposed, exposed
from meetings.rules.key_decision import amiss, notice_words
from trust.tools.words import in_london, short_date

ORDERS = {"date": "expected_date", "published": "published_at", "matter": "matter"}
COLUMNS = ("Matter", "On or after", "In private", "Why in private", "Notice", "Published on", "Documents", "Contact")
COMING, PAST, DRAFTS, WITHDRAWN = "coming", "past", "drafts", "withdrawn"


@dataclass(frozen=True)
class NoticeLine:
    """One notice; ``item`` only where the reader may know of it."""

    notice: KeyDecisionNotice
    item: AgendaItem | None
    may_minute: bool

    @property
    def published(self) -> dt.date | None:
        return in_london(self.notice.published_at).date() if self.notice.published_at else None

    @property
    def sentence(self) -> str:
        return notice_words(self.notice, self.published) if self.published else "Not published yet"

    @property
    def is_draft(self) -> bool:
        return self.notice.published_at is None

    @property
    def is_withdrawn(self) -> bool:
        return self.notice.withdrawn_at is not None


def notices_of(board: Board, reader: Any, cut: Mapping[str, Any], *, on: dt.date) -> QuerySet[KeyDecisionNotice]:
    """Of the board: those published for whoever may know of it, drafts for its officers too."""
    found = KeyDecisionNotice.objects.filter(board=board)
    if MINUTE not in words_on(reader, board):
        found = found.filter(published_at__isnull=False)
    stands = Q(withdrawn_at=None)
    states = {
        COMING: stands & Q(expected_date__gte=on),
        PAST: stands & Q(expected_date__lt=on),
        DRAFTS: Q(published_at=None),
        WITHDRAWN: ~stands,
    }
    found = found.filter(states.get(cut.get("state") or "", Q()))
    if words := cut.get("words"):
        found = found.filter(matter__icontains=words)
    order = cut.get("order") or "date"
    field = F(ORDERS.get(order.removeprefix("-"), "expected_date"))
    column = field.desc(nulls_last=True) if order.startswith("-") else field.asc(nulls_last=True)
    return found.select_related("item__meeting__board").order_by(column, "pk")


def lines_of(found: QuerySet[KeyDecisionNotice], board: Board, reader: Any) -> list[NoticeLine]:
    """A constant number of statements."""
    rows, may_minute = list(found), MINUTE in words_on(reader, board)
    keys = [row.item_id for row in rows if row.item_id]
    known = set(_items_known(reader).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return [NoticeLine(row, row.item if row.item_id in known else None, may_minute) for row in rows]


def notice_for(reader: Any, slug: str, pk: int) -> NoticeLine:
    """One notice of this board; 404 for drafts unless the reader minutes it."""
    board = board_for(reader, slug)
    found = KeyDecisionNotice.objects.filter(board=board, pk=pk).select_related("board", "item__meeting__board")
    line = next(iter(lines_of(found, board, reader)), None)
    if line is None or (line.is_draft and not line.may_minute):
        raise Http404("No notice is at this address.")
    return line


def items_to_name(board: Board, reader: Any, *, on: dt.date, notice: KeyDecisionNotice | None) -> QuerySet[AgendaItem]:
    """Items of meetings still to come, without a notice of their own, that the officer may know of."""
    free = Q(key_decision=None) | Q(key_decision=notice.pk if notice else None)
    coming = _items_known(reader).filter(meeting__board=board, meeting__date__gte=on, is_section=False)
    own = Q(pk=notice.item_id) if notice and notice.item_id else Q(pk__in=[])
    found = AgendaItem.objects.filter(Q(pk__in=coming.values("pk")) | own).filter(free)
    return found.select_related("meeting").order_by("meeting__date", "position")


def tells_of_closed(notice: KeyDecisionNotice) -> list[Exposed]:
    """Words of closed business that the notice would repeat to everybody."""
    told = [("The matter", notice.matter), ("The documents", notice.documents), ("The reason", notice.private_reason)]
    return closed_words_in(notice, told)


def closed_words_in(notice: KeyDecisionNotice, told: Iterable[tuple[str, str]]) -> list[Exposed]:
    """Words of closed business in what is to be published about its matter; ``told``: what each is called, and says."""
    return exposed(_closed(notice.item.meeting), list(told)) if notice.item else []


def _closed(meeting: Meeting) -> list[str]:
    minutes = minutes_of(meeting)
    if minutes is not None:
        return closed_texts(minutes)
    open_to_all = set(meeting.items.shown(with_exempt=False).values_list("pk", flat=True))
    shut = [item for item in meeting.items.all() if item.pk not in open_to_all]
    return [text for item in shut for text in (item.title, item.text, item.exempt_reason) if text]


def told_of_notices(
    meeting: Meeting, items: Iterable[AgendaItem], words: Collection[str]
) -> dict[int, tuple[str, str]]:
    """What the agenda says of its key decisions, with the address of the notice: by the key of the item. No statement
    where the notices are read with the items."""
    told = {}
    for item in items:
        notice = getattr(item, "key_decision", None)
        if notice is None or (notice.published_at is None and MINUTE not in words):
            continue
        address = reverse("meetings:key_decision", args=[meeting.board.slug, notice.pk])
        published = notice.published_at and short_date(in_london(notice.published_at).date())
        said = f"notice published on {published}" if published else "its notice is not published yet"
        told[item.pk] = (f"Key decision: {said}", address)
    return told


def notices_amiss(meeting: Meeting, items: Iterable[AgendaItem]) -> dict[int, str]:
    """What is wrong with the notices of a meeting's key decisions, by the key of the item. One statement."""
    rows = KeyDecisionNotice.objects.filter(item__meeting=meeting, withdrawn_at=None)
    found = {row.item_id: row for row in rows}
    said = {item.pk: amiss(found.get(item.pk), meeting.date, str(item)) for item in items}
    return {pk: sentence for pk, sentence in said.items() if sentence}


def sheet_rows(lines: Iterable[NoticeLine], *, in_words: bool) -> Iterator[tuple[object, ...]]:
    for line in lines:
        notice, published = line.notice, line.published
        kind = "Withdrawn" if line.is_withdrawn else notice.get_shorter_display()
        day: Any = short_date(notice.expected_date) if in_words else notice.expected_date
        out: Any = (short_date(published) if in_words else published) if published else ""
        private = "Yes" if notice.is_private else "No"
        yield (notice.matter, day, private, notice.private_reason, kind, out, notice.documents, notice.contact)


def _items_known(reader: Any) -> QuerySet[AgendaItem]:
    known = AgendaItem.objects.filter(meeting__in=meetings_known_to(reader))
    return known.exclude(pk__in=items_closed_to(reader))

"""Items as a reader may know of them: the join that every list which tells of an item stands on (demands 21, 22)."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from boards.models import Post, Seat, SeatHolding, Substitute
from boards.permissions import SEE_EXEMPT, SEE_PAPERS, check_may_see_exempt
from boards.queries.access import boards_where
from meetings.models import AgendaItem, Meeting
from meetings.permissions import KEEPS_THE_RECORD, restricted_open_to, words_at
from meetings.rules.edition import Sight, is_closed, is_exempt


def sight_at(reader: Any, meeting: Meeting, words: Collection[str] | None = None) -> Sight:
    """Which items of this meeting are there for this reader; ``words`` are those they hold at it, read where not given.

    One statement more where nothing is restricted.
    """
    words = words_at(reader, meeting) if words is None else words
    if SEE_PAPERS not in words:
        return Sight()
    return Sight(exempt=SEE_EXEMPT in words, restricted=restricted_open_to(reader, meeting))


def items_seen(reader: Any, meeting: Meeting) -> QuerySet[AgendaItem]:
    """The items of one meeting that are there for this reader."""
    return items_for(meeting, sight_at(reader, meeting))


def items_for(meeting: Meeting, sight: Sight) -> QuerySet[AgendaItem]:
    return meeting.items.shown(with_exempt=sight.exempt, restricted=sight.restricted)


def check_sees(reader: Any, item: AgendaItem) -> None:
    """An exempt item is for those entitled; one restricted to other partners is not there. Load its section with it."""
    if is_exempt(item):
        check_may_see_exempt(reader, item.meeting.board)
    if is_closed(item) and not sight_at(reader, item.meeting).sees(item):
        raise Http404("No item is at this address.")


def items_closed_to(reader: Any) -> QuerySet[AgendaItem]:
    """Items of any meeting that this reader may not know of: what ``sight_at`` answers of one, for lists of many."""
    shut = _exempt_to(reader) | _restricted_from(reader)
    headings = AgendaItem.objects.filter(shut, is_section=True)
    return AgendaItem.objects.filter(shut | Q(section__in=headings))


def _exempt_to(reader: Any) -> Q:
    if not reader.is_authenticated:
        return ~Q(exempt_paragraphs="")
    holds = boards_where(reader, SEE_EXEMPT)
    keeps = holds.filter(pk__in=boards_where(reader, *KEEPS_THE_RECORD))
    jointly = Meeting.joint_boards.through.objects.filter(board__in=holds).values("meeting")
    holds_there = Q(meeting__board__in=holds) | Q(meeting__in=jointly)
    sat = Exists(_sat(SeatHolding, reader)) | Exists(_sat(Substitute, reader))
    return ~Q(exempt_paragraphs="") & ~(Q(meeting__board__in=keeps) | (holds_there & Q(sat)))


def _restricted_from(reader: Any) -> Q:
    if not reader.is_authenticated:
        return ~Q(restricted_reason="")
    papers = boards_where(reader, SEE_PAPERS)
    jointly = Meeting.joint_boards.through.objects.filter(board__in=papers).values("meeting")
    reads = Q(meeting__board__in=papers) | Q(meeting__in=jointly)
    named = Exists(_named(SeatHolding, reader)) | Exists(_named(Substitute, reader))
    return ~Q(restricted_reason="") & ~(reads & Q(named))


def _at(model: Any, reader: Any) -> Any:
    """Seats held or covered at the item’s meeting, on its day."""
    there = Q(seat__board=OuterRef("meeting__board")) | Q(seat__board__joint_meetings=OuterRef("meeting"))
    return model.objects.held_on(OuterRef("meeting__date")).filter(there, person__user=reader.pk)


def _sat(model: Any, reader: Any) -> Any:
    return _at(model, reader).exclude(seat__role=Seat.Role.OBSERVER)


def _named(model: Any, reader: Any) -> Any:
    """Of a seat that is no partner’s own, those whose posts they held."""
    through = AgendaItem.restricted_to.through.objects.filter(agendaitem=OuterRef(OuterRef("pk")))
    posts = Post.objects.held_on(OuterRef(OuterRef("meeting__date")))  # type: ignore[arg-type]
    posts = posts.filter(person=OuterRef("person"), partner__restricted_items=OuterRef(OuterRef("pk")))
    by_seat = Exists(through.filter(partner=OuterRef("seat__partner")))
    return _at(model, reader).filter(by_seat | (Q(seat__partner=None) & Exists(posts)))

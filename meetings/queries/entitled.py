"""Items as a reader may know of them: the join that every list which tells of an item stands on (demands 21, 22)."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import Seat
from boards.permissions import SEE_EXEMPT, SEE_PAPERS, check_may_see_exempt
from boards.queries.held import Days, Held, held_by
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


def items_closed_to(reader: Any, held: Held | None = None) -> QuerySet[AgendaItem]:
    """Items of any meeting that this reader may not know of: what ``sight_at`` answers of one, for lists of many.

    Two statements to read what they hold, or one where ``held`` is given.
    """
    return AgendaItem.objects.filter(pk__in=closed_among(AgendaItem.objects.all(), "", closed_to(reader, held)))


def closed_among(rows: QuerySet[Any], item: str, closed: "ClosedTo") -> QuerySet[Any]:
    """Keys of those whose item is closed to a reader; ``item`` is the way to it, such as "item__", one for each row.

    Two plain joins that begin at closed business, which is little and has an index: so it costs little, however many
    items there are, and whatever the database guesses of their number.
    """
    keys = [rows.order_by().filter(*closed.of(item, under)).values("pk") for under in ("", "section__")]
    return keys[0].union(keys[1], all=True)


def closed_to(reader: Any, held: Held | None = None) -> "ClosedTo":
    return ClosedTo(held or held_by(reader))


class ClosedTo:
    """What makes an item closed to who holds this, as conditions of a list. One statement: which boards sat jointly."""

    def __init__(self, held: Held) -> None:
        self.held = held
        boards = {*(held.words or {}), *(sat.board for sat in held.sat)}
        joint = Meeting.joint_boards.through.objects.filter(board__in=boards)
        self.joined = set(joint.values_list("board_id", flat=True).distinct()) if boards else set()

    def of(self, item: str, under: str) -> tuple[Q, Q]:
        """Closed at all, and so to them; ``under`` is "section__" for items whose heading is."""
        exempt = Q(**{f"{item}{under}exempt_paragraphs__gt": ""})
        restricted = Q(**{f"{item}{under}restricted_reason__gt": ""})
        return exempt | restricted, (exempt & ~self._reads_exempt(item)) | (restricted & ~self._named(item, under))

    def _reads_exempt(self, item: str) -> Q:
        """At meetings of boards whose record they keep; elsewhere where they sat, as more than an observer."""
        holds = self.held.boards(SEE_EXEMPT)
        keeps = set(holds).intersection(self.held.boards(*KEEPS_THE_RECORD))
        sat = self._during(item, ((sat.board, sat.days) for sat in self.held.sat if sat.role != Seat.Role.OBSERVER))
        return Q(**{f"{item}meeting__board__in": keeps}) | (self._at(item, holds) & sat)

    def _named(self, item: str, under: str) -> Q:
        """Restricted to a partner for which they sat on the day."""
        by_partner: dict[int, list[tuple[int, Days]]] = {}
        for partner, board, days in self.held.sat_for():
            by_partner.setdefault(partner, []).append((board, days))
        found = Q(pk__in=[])
        for partner, stretches in by_partner.items():
            told = AgendaItem.restricted_to.through.objects.filter(partner=partner).values("agendaitem")
            found |= Q(**{f"{item}{under}pk__in": told}) & self._during(item, stretches)
        return found & self._at(item, self.held.boards(SEE_PAPERS))

    def _at(self, item: str, boards: Collection[int]) -> Q:
        """At meetings of these boards: their own, and those at which they sat with another."""
        own, jointly = Q(**{f"{item}meeting__board__in": boards}), self.joined.intersection(boards)
        if not jointly:
            return own
        through = Meeting.joint_boards.through.objects.filter(board__in=jointly)
        return own | Q(**{f"{item}meeting__in": through.values("meeting")})

    def _during(self, item: str, stretches: Iterable[tuple[int, Days]]) -> Q:
        """At meetings of each board on its days; at none where there is no stretch."""
        by_days: dict[Days, set[int]] = {}
        for board, days in stretches:
            by_days.setdefault(days, set()).add(board)
        found = Q(pk__in=[])
        for days, boards in by_days.items():
            found |= self._at(item, boards) & _on(item, days)
        return found


def _on(item: str, days: Days) -> Q:
    since = Q(**{f"{item}meeting__date__gte": days.first}) if days.first else Q()
    return since & (Q(**{f"{item}meeting__date__lte": days.last}) if days.last else Q())

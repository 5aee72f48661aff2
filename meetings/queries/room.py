"""The room of a meeting, item by item: loaded once, told for each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from boards.models import QuorumKind, TermsOfReference
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Attendance, Declaration, Meeting, Movement, Presiding
from meetings.queries.attendance import attendance_rows
from meetings.queries.joint import sittings_of
from meetings.rules.each_board import BoardSitting
from meetings.rules.edition import Sight, withhold
from meetings.rules.order import order_taken
from meetings.rules.room import RoomAt, room_at


@dataclass(frozen=True)
class RoomRecord:
    """All that is recorded of a room, and the terms in force on the day."""

    meeting: Meeting
    rows: tuple[Attendance, ...]
    movements: tuple[Movement, ...]
    declarations: tuple[Declaration, ...]
    presidings: tuple[Presiding, ...]
    order: tuple[AgendaItem, ...]
    terms: TermsOfReference | None
    kinds: tuple[QuorumKind, ...]
    #: The boards of a joint meeting, its own first; none where one board sits by itself.
    sittings: tuple[BoardSitting, ...] = ()

    def at(self, item: AgendaItem | None) -> RoomAt:
        """The room while ``item`` was taken; None is the room as it stands after every movement so far."""
        found = (self.rows, self.movements, self.declarations, self.presidings, self.order, self.terms, self.kinds)
        return room_at(item, *found, self.sittings)

    @property
    def now(self) -> RoomAt:
        return self.at(None)

    @property
    def as_it_met(self) -> RoomAt:
        """Everybody who came, whenever; what the head of the minutes tells."""
        found = (self.rows, (), (), self.presidings, self.order, self.terms, self.kinds)
        return room_at(None, *found, self.sittings)

    @property
    def chairs(self) -> frozenset[int]:
        """Those who preside over the meeting as a whole."""
        return frozenset(row.pk for row in self.as_it_met.presiding)

    def told_to(self, sight: Sight) -> "RoomRecord":
        """The same, its sentences as a reader with this sight may read them. No statement more."""
        withhold((movement.item for movement in self.movements), sight)
        for row in self.rows:
            withhold(row.items.all(), sight)
        return self

    def told_of(self, known: Collection[int]) -> "RoomRecord":
        """The same, without the names of boards but those ``known``."""
        return replace(self, sittings=tuple(one if one.pk in known else one.unnamed for one in self.sittings))

    def told_publicly(self) -> "RoomRecord":
        """The same, without the names of boards that only their members may know of."""
        return self.told_of({one.pk for one in self.sittings if one.is_public or one.pk == self.meeting.board_id})

    def through(self) -> dict[int, RoomAt]:
        """Every item and heading in the order taken, by its key."""
        return {item.pk: self.at(item) for item in self.order}


def room_record(meeting: Meeting, items: Iterable[AgendaItem] | None = None) -> RoomRecord:
    """Eleven statements, however many came and went, and three for each board that sits jointly; ``items`` are those of
    the meeting, read where not given."""
    terms = terms_on(meeting.board, meeting.date)
    kinds = tuple(terms.quorum_kinds.all()) if terms else ()
    movements = Movement.objects.filter(attendance__meeting=meeting).select_related("item__section")
    return RoomRecord(
        meeting=meeting,
        rows=tuple(attendance_rows(meeting)),
        movements=tuple(movements.order_by("position", "pk")),
        declarations=tuple(meeting.declarations.prefetch_related("items").order_by("pk")),
        presidings=tuple(meeting.presidings.select_related("item").order_by("pk")),
        order=tuple(order_taken(meeting.items.select_related("section") if items is None else items)),
        terms=terms,
        kinds=kinds,
        sittings=sittings_of(meeting, terms, kinds),
    )

"""Who came, as the minutes print it: names, posts and organisations as they were on the day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from boards.models import Seat
from meetings.models import AgendaItem, Attendance, Edition, Meeting, Movement, Presiding
from meetings.queries.joint import sitting_with
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.document import PersonLine
from meetings.rules.edition import WHOLE, Cut
from meetings.rules.movement import words_of
from meetings.rules.presiding import presiding_sentence
from meetings.rules.quorum import sits_for
from meetings.rules.room import RoomAt
from meetings.rules.told import quorate_words, told_movements
from trust.tools.words import counted, listing

COUNTED_PRESENT = (Attendance.Capacity.MEMBER, Attendance.Capacity.MINUTE_TAKER)
CHAIRS = (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR)


def _is_a_member(row: Attendance) -> bool:
    """Whether a board is there by them: who only watches, or takes the minutes, is there for none."""
    watches = row.seat is not None and row.seat.role in (Seat.Role.OBSERVER, Seat.Role.MINUTE_TAKER)
    return row.capacity == Attendance.Capacity.MEMBER and not watches


class People:
    """The attendance list of one edition, those who presided first and the minute taker last."""

    def __init__(self, record: RoomRecord, items: Mapping[int, AgendaItem], cut: Cut) -> None:
        self.record, self.items, self.cut = record, items, cut
        self.rows = {row.pk: row for row in record.rows}
        self.presided = _presided(record)
        self.moved: dict[int, list[Movement]] = defaultdict(list)
        for movement in told_movements(record.movements, items):
            self.moved[movement.attendance_id].append(movement)

    def lists(self) -> dict[str, Any]:
        """The four lists: present, in attendance, apologies and absent. Nobody merely expected is in one."""
        lists: dict[str, list[PersonLine]] = {"present": [], "in_attendance": [], "apologies": [], "absent": []}
        for row in sorted(self.record.rows, key=self._place):
            room = "present" if row.capacity in COUNTED_PRESENT else "in_attendance"
            if row.substitute is not None:
                lists[room].append(self._substitute_line(row))
            if row.status == Attendance.Status.PRESENT:
                lists[room].append(self._line(row, self._notes(row)))
            elif row.status in (Attendance.Status.APOLOGIES, Attendance.Status.ABSENT):
                lists[row.status].append(self._line(row, []))
        return {name: tuple(lines) for name, lines in lists.items()}

    def names(self) -> dict[int, str]:
        """Whoever sat at each line of the list, as this edition calls them: the substitute where there was one."""
        return {pk: self._who_sat(row) for pk, row in self.rows.items()}

    def others(self, rooms: Iterable[RoomAt]) -> tuple[str, ...]:
        """What is said beside the names: the public, who presided and why, whether there was a quorum."""
        meeting, said = self.record.meeting, []
        if meeting.public_count:
            members = counted(meeting.public_count, "member of the public", "members of the public")
            said.append(f"{members[0].upper()}{members[1:]} attended.")
        presided = [one for one in self.record.presidings if one.item_id is None and one.attendance_id in self.presided]
        if presided:
            names = [self._who_sat(self.rows[one.attendance_id]) for one in presided]
            said.append(presiding_sentence(names, presided[0].how, of_item=False))
        rooms = list(rooms)
        if self.record.sittings:
            said += self.of_each_board(rooms)
        elif meeting.quorum != Meeting.Quorum.NOT_STATED:
            as_recorded = {Meeting.Quorum.MET: "The meeting was quorate."}
            said.append(
                quorate_words(rooms) or as_recorded.get(Meeting.Quorum(meeting.quorum), "The meeting was not quorate.")
            )
        return tuple(filter(None, said))

    def of_each_board(self, rooms: Sequence[RoomAt]) -> list[str]:
        """At a joint meeting, who was there for each board, and whether they were a quorum by its own terms."""
        said, each = [], self.record.as_it_met.quorum.each
        rows = [row for row in sorted(self.record.rows, key=self._place) if row.is_in_the_room]
        for place, sitting in enumerate(self.record.sittings):
            of = [row for row in rows if _is_a_member(row) and sits_for(row, sitting.pk)]
            names = listing(self._who_sat(row) for row in of)
            met = {None: "", True: "It was quorate.", False: "It was not quorate."}[each[place].met]
            there = f"Present for the {sitting.name}: {names}." if names else f"Nobody came for the {sitting.name}."
            said.append(f"{there} {quorate_words(rooms, of=place) or met}".strip())
        return said

    def _place(self, row: Attendance) -> tuple[bool, bool]:
        return row.pk not in self.presided, row.capacity == Attendance.Capacity.MINUTE_TAKER

    def _who_sat(self, row: Attendance) -> str:
        if row.substitute is not None:
            return self.cut.name(row.substitute, row.substitute_name or str(row.substitute))
        return self.cut.name(row.person, row.name)

    def _line(self, row: Attendance, notes: list[str]) -> PersonLine:
        return PersonLine(
            name=self.cut.name(row.person, row.name),
            post="" if self.cut.withholds(row.person) else row.post,
            organisation=row.organisation,
            note="; ".join(notes),
        )

    def _substitute_line(self, row: Attendance) -> PersonLine:
        """Whoever sat in the seat, for whom: the organisation is the seat's."""
        return PersonLine(
            name=self._who_sat(row),
            post="" if self.cut.withholds(row.substitute) else row.substitute_post,
            organisation=row.organisation,
            note="; ".join([f"for {self.cut.name(row.person, row.name)}", *self._notes(row)]),
        )

    def _notes(self, row: Attendance) -> list[str]:
        notes = [self.presided[row.pk]] if row.pk in self.presided else []
        if stood_for := self.rows.get(row.stands_for_id or 0):
            notes.append(f"for {self.cut.name(stood_for.person, stood_for.name)}")
        if row.capacity == Attendance.Capacity.MINUTE_TAKER:
            notes.append("minutes")
        elif row.capacity not in (Attendance.Capacity.MEMBER, Attendance.Capacity.IN_ATTENDANCE):
            notes.append(row.get_capacity_display().lower())
        boards = {row.seat.board_id if row.seat else None, self.record.meeting.board_id}
        if also := [str(seat) for seat in row.also_for.all() if seat.board_id in boards]:
            notes.append(f"also for {listing(also)}")
        if there := self._numbers(item.pk for item in row.items.all()):
            notes.append(f"for {there}")
        if row.remote:
            notes.append("by video")
        return notes + [f"{one.direction} {words_of(one)}" for one in self.moved[row.pk]]

    def _numbers(self, pks: Iterable[int]) -> str:
        """item 2.3; items 2.3 and 4.1; "" where this edition shows none of them."""
        shown = [self.items[pk].number_shown or self.items[pk].title for pk in pks if pk in self.items]
        return f"{'item' if len(shown) == 1 else 'items'} {listing(shown)}" if shown else ""


def _presided(record: RoomRecord) -> dict[int, str]:
    """Those who presided over the whole meeting, with what the list calls them."""
    joint = {one.attendance_id for one in record.presidings if one.how == Presiding.How.JOINT and one.item_id is None}

    def called(row: Attendance) -> str:
        by_office = row.seat is not None and row.seat.role in CHAIRS and row.substitute_id is None
        return "Joint chair" if row.pk in joint else "Chair" if by_office else "in the chair"

    return {row.pk: called(row) for row in record.as_it_met.presiding}


def who_was_there(meeting: Meeting, reader: Any) -> list[str]:
    """Of a joint meeting, who was there for each board and whether it was quorate; nothing where one board sat. A board
    that the reader may not know of has no name."""
    if not meeting.joint_boards.exists():
        return []
    known = {meeting.board_id, *sitting_with(meeting, reader).values_list("pk", flat=True)}
    record = room_record(meeting).told_of(known)
    rooms = list(record.through().values())
    return People(record, {item.pk: item for item in record.order}, Cut.of(Edition.FULL, WHOLE)).of_each_board(rooms)

"""The room as the desk's script reads it: every line, who is here at each item, the quorum, what is declared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from boards.models import Person, QuorumKind, Seat, TermsOfReference
from boards.permissions import words_on
from boards.queries.people import people_known_to
from meetings.models import Attendance, Declaration, Meeting
from meetings.queries.entitled import sight_at
from meetings.queries.interest import proposed_declarations
from meetings.queries.presence import sat_of
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.edition import Sight
from meetings.rules.interest import ProposedDeclaration
from meetings.rules.quorum import Quorum, is_of_kind
from meetings.rules.room import RoomAt, who_sat


def room_read(meeting: Meeting, reader: Any) -> tuple[int, RoomRecord]:
    """The revision first: what changes while the room is read then has a later one, and a desk asks for it."""
    sight = sight_at(reader, meeting, words_on(reader, meeting.board))
    return sat_of(meeting).room, room_record(meeting).told_to(sight)


def room_wire(meeting: Meeting, reader: Any, read: tuple[int, RoomRecord] | None = None) -> dict[str, Any]:
    """A constant number of statements. Under "at", 0 is the room as it stands; the others are items by their key."""
    revision, record = read or room_read(meeting, reader)
    sight = sight_at(reader, meeting, words_on(reader, meeting.board))
    order = [item for item in record.order if sight.sees(item)]
    seats = {row.seat_id: row.pk for row in record.rows if row.seat_id is not None}
    return {
        "revision": revision,
        "public": meeting.public_count,
        "order": [item.pk for item in order if not item.is_section],
        "terms": _terms(record.now.quorum, record.kinds, record.terms),
        "rows": [_row(row, record.kinds, seats, sight) for row in record.rows],
        "at": {"0": _at(record.now)} | {str(item.pk): _at(record.at(item)) for item in order if not item.is_section},
        "declared": _declared(record, {item.pk for item in order}),
        "proposed": _proposed(proposed_declarations(meeting, sight=sight, record=record)),
    }


def people_wire(meeting: Meeting, reader: Any) -> dict[str, Any]:
    """Who can be chosen to sit for somebody or be put on the list, and who covers which seat in which order."""
    people = people_known_to(reader).prefetch_related("posts__partner").order_by("name", "pk")
    covering: dict[str, list[int]] = defaultdict(list)
    rows = meeting.attendances.exclude(seat=None)
    seats = {row.seat_id: row.pk for row in rows if row.seat_id is not None}
    for seat in Seat.objects.filter(pk__in=list(seats)).prefetch_related("substitutes"):
        covering[str(seats[seat.pk])] = [one.person_id for one in seat.substitutes.all() if one.holds_on(meeting.date)]
    return {"people": [_person(person, meeting) for person in people], "covering": covering}


def _person(person: Person, meeting: Meeting) -> dict[str, Any]:
    posts = [post for post in person.posts.all() if post.holds_on(meeting.date)]
    return {
        "pk": person.pk,
        "name": person.name,
        "initials": person.initials,
        "about": ", ".join(str(post) for post in posts),
        "partners": [post.partner_id for post in posts],
    }


def _row(row: Attendance, kinds: Sequence[QuorumKind], lines: Mapping[int, int], sight: Sight) -> dict[str, Any]:
    """One line of the list, with what of it counts towards the quorum. Seats are told by their lines."""
    seat = row.seat
    return {
        "pk": row.pk,
        "person": row.person_id,
        "name": row.name,
        "initials": row.initials,
        "about": row.organisation,
        "capacity": row.capacity,
        "status": row.status,
        "substitute": who_sat(row) if row.substitute_id else "",
        "substitute_initials": row.substitute.initials if row.substitute else "",
        "remote": row.remote,
        "stands_for": row.stands_for_id,
        "also_for": [lines[one.pk] for one in row.also_for.all() if one.pk in lines],
        "items": [item.pk for item in row.items.all() if sight.sees(item)],
        "seat": seat
        and {
            "role": seat.role,
            "voting": seat.voting and seat.board_id == row.meeting.board_id,
            "partner": seat.partner_id,
            "named": seat.partner.short_name if seat.partner else "",
            "kinds": [place for place, kind in enumerate(kinds) if is_of_kind(seat, kind)],
        },
    }


def _terms(quorum: Quorum, kinds: Sequence[QuorumKind], terms: TermsOfReference | None) -> dict[str, Any]:
    """What the quorum asks for, so that the desk can count without the network."""
    return {
        "voting": quorum.voting,
        "needed": quorum.needed,
        "partners_needed": quorum.partners_needed,
        "remote_counts": terms is None or terms.remote_counts,
        "kinds": [{"label": kind.label, "number": kind.number} for kind in kinds],
    }


def _at(room: RoomAt) -> dict[str, Any]:
    """Who is here and who is not, and the quorum in the server's own sentence."""
    quorum = room.quorum
    return {
        "here": [row.pk for row in room.here],
        "away": dict(room.away),
        "presiding": [row.pk for row in room.presiding],
        "quorum": {
            "met": quorum.met,
            "heading": quorum.heading,
            "sentence": quorum.sentence if quorum.voting else "",
            "filled": quorum.filled,
            "voting": quorum.voting,
        },
    }


def _proposed(found: Sequence[ProposedDeclaration]) -> list[dict[str, Any]]:
    """Interests that employment suggests (H6), each at one item."""
    return [
        {
            "attendance": one.attendance.pk,
            "item": item.pk,
            "nature": Declaration.Kind.EMPLOYMENT,
            "interest": one.interest,
            "sentence": f"works for {one.partner.name}, which this item pays or judges.",
        }
        for one in found
        for item in one.items
    ]


def _declared(record: RoomRecord, known: set[int]) -> list[dict[str, Any]]:
    """Every interest declared, with the items it touches: none for all of them. Nil returns are not for the room."""
    found = []
    for one in record.declarations:
        items = [item.pk for item in one.items.all()]
        if one.kind == Declaration.Kind.NIL or (items and not known & set(items)):
            continue
        interest = (one.interest or one.get_kind_display()).rstrip(".")
        found.append(
            {
                "pk": one.pk,
                "attendance": one.attendance_id,
                "items": [pk for pk in items if pk in known],
                "consequence": one.consequence,
                "sentence": f"{interest}. {one.get_consequence_display()}.",
            }
        )
    return found

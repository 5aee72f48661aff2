"""What changed in a board's seats since the list of a meeting was opened, for whoever keeps that list."""

from collections.abc import Iterable, Iterator

from boards.queries.seats import SeatOnDay
from meetings.models import Attendance, Meeting
from meetings.queries.joint import seats_of_each

Status = Attendance.Status


def seats_since(meeting: Meeting, rows: Iterable[Attendance]) -> list[str]:
    """A sentence for each seat that is filled otherwise on the day than the list says; none once it is held.

    What was marked stays as it was marked, and says so.
    """
    listed: dict[int | None, Attendance] = {row.seat_id: row for row in rows if row.seat_id}
    if meeting.state != Meeting.State.CALLED or not listed:
        return []
    return list(_told(seats_of_each(meeting)[0], listed))


def _told(seats: Iterable[SeatOnDay], listed: dict[int | None, Attendance]) -> Iterator[str]:
    for seat in seats:
        row = listed.pop(seat.seat.pk, None)
        if seat.holder and (row is None or row.person_id != seat.holder.pk):
            yield _comes(seat, row)
        elif row and seat.holder is None:
            yield _leaves(row)
    yield from (_leaves(row) for row in listed.values())


def _comes(seat: SeatOnDay, row: Attendance | None) -> str:
    who, whose = str(seat.holder), seat.owner or seat.seat.title
    if row is None:
        return f"{who} sits for {whose} on the day, and is not in the list yet."
    if row.status == Status.EXPECTED:
        return f"{who} sits for {whose} on the day, in place of {row.name}."
    return (
        f"{who} sits for {whose} on the day; {row.name} is marked {row.get_status_display().lower()} in that seat, and "
        "stays so. Mark them as expected first to take in who sits there."
    )


def _leaves(row: Attendance) -> str:
    if row.status == Status.EXPECTED:
        return f"{row.name} does not sit on the day any more."
    return f"{row.name} does not sit on the day any more, and stays in the list as marked."

"""Where the text and the attendance list differ on who was there: in apologies and present, come or gone unmarked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from meetings.models import AgendaItem, Attendance, Declaration, Minute, Movement
from meetings.rules.checks import Finding
from meetings.rules.prose import Passage
from meetings.rules.room import who_sat

Read = Sequence[tuple[AgendaItem, Sequence[Passage]]]

_APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?P<left>left|withdrew from|departed|stepped out of)\b"
    r"|\b(?P<came>joined|arrived|entered|re-?joined|returned to)\b",
    re.IGNORECASE,
)
#: What follows when it is the meeting that was left or joined, not a programme or a paper.
_THE_MEETING = re.compile(
    r"\s*(?:from\s)?(?:(?:the|this)\s(?:meeting|room|call|discussion)\b|at\s(?:this|that|item|point|\d)|during\b|early\b|late\b"
    r"|before\s(?:the|this|item)|after\s(?:the|this|item)|for\s(?:this|the)\s(?:item|discussion)|and\sdid\snot\b|\.|,|$)",
    re.IGNORECASE,
)
LONGEST_NAME = 60


def both_findings(rows: Iterable[Attendance]) -> list[Finding]:
    """People who are down as present and as in apologies, in two places of the list."""
    places: dict[object, set[str]] = defaultdict(set)
    names: dict[object, str] = {}
    for row in rows:
        for key, name, status in _stated(row):
            places[key].add(status)
            names.setdefault(key, name)
    both = {Attendance.Status.PRESENT, Attendance.Status.APOLOGIES}
    return [
        Finding("both", f"{names[key]} is down as present and as in apologies.", in_attendance=True)
        for key, found in places.items()
        if both <= found
    ]


def _stated(row: Attendance) -> Iterator[tuple[object, str, str]]:
    yield row.person_id or row.name.casefold(), row.name, row.status
    if row.substitute_id:
        yield row.substitute_id, who_sat(row), Attendance.Status.PRESENT


def apologies_findings(read: Read, rows: Sequence[Attendance]) -> list[Finding]:
    """People from whom the text has apologies, and whom the list has in the room."""
    here = [row.name for row in rows if row.status == Attendance.Status.PRESENT]
    return [
        Finding("both", f"{item}: the text has apologies from {name}, who is down as present.", item, passage.block)
        for item, passages in read
        for passage in passages
        if (said := _APOLOGIES.search(passage.words))
        for name in here
        if re.search(rf"\b{re.escape(name)}\b", passage.words[said.end() :] + _points(passage))
    ]


def _points(passage: Passage) -> str:
    return "\n".join(["", *(point.words for point in passage.points)])


def movement_findings(
    read: Read, rows: Sequence[Attendance], movements: Iterable[Movement], declared: Iterable[Declaration]
) -> list[Finding]:
    """People whom the text has come or go, with nothing of it on the list; each once for each way."""
    moved = {(one.attendance_id, one.direction) for one in movements}
    excused = {one.attendance_id for one in declared if one.consequence == Declaration.Consequence.LEFT}
    called = _called(rows)
    found: dict[tuple[int, str], Finding] = {}
    for item, passages in read:
        for passage in passages if called else ():
            for row, direction in _said_to_move(passage, called):
                key = (row.pk, direction)
                if key not in moved and row.pk not in excused and key not in found:
                    does = "leave" if direction == Movement.Direction.LEFT else "come in"
                    sentence = f"{item}: the text has {who_sat(row)} {does}, and the attendance list does not."
                    found[key] = Finding("movement", sentence, item, passage.block)
    return list(found.values())


def _called(rows: Sequence[Attendance]) -> dict[str, Attendance | None]:
    """By full name, initials and surname who is meant; None where it could be two."""
    called: dict[str, Attendance | None] = {}
    for row in rows:
        name = who_sat(row)
        for word in {name, row.initials, name.split()[-1]} - {""}:
            called[word] = None if word in called else row
    return called


def _said_to_move(passage: Passage, called: dict[str, Attendance | None]) -> Iterator[tuple[Attendance, str]]:
    if passage.block.kind == Minute.Kind.ACTION:
        return
    for move in _MOVED.finditer(passage.words):
        if not _THE_MEETING.match(passage.words, move.end()):
            continue
        before = passage.words[max(0, move.start() - LONGEST_NAME) : move.start()].split()
        before = [word.strip("(),;:") for word in before if word not in ("then", "had", "also", "now")]
        names = (" ".join(before[-words:]) for words in (4, 3, 2, 1) if len(before) >= words)
        row = next((called[name] for name in names if name in called), None)
        if row is not None:
            yield row, Movement.Direction.LEFT if move["left"] else Movement.Direction.ARRIVED

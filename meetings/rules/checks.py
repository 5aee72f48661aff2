"""What a clerk is told before a draft leaves the desk (demand 5): each finding a sentence and a place to go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meetings.models import AgendaItem, Attendance, Minute, Purpose
from trust.tools.words import counted, listing

#: Purposes that fill themselves, or may be left without a minute.
FILLED = (Purpose.APOLOGIES, Purpose.NEXT_MEETING, Purpose.MATTERS_ARISING, Purpose.DECLARATIONS)
AT_LIST = 4


@dataclass(frozen=True)
class Finding:
    """Something amiss, with the item to go to, or the attendance list, or the desk; one that ``stops`` bars the way."""

    sentence: str
    item: AgendaItem | None = None
    stops: bool = False
    in_attendance: bool = False


def attendance_findings(attendances: Sequence[Attendance]) -> list[Finding]:
    """Names of members present must be recorded (LGA 1972 Sch 12 para 40), and somebody presides."""
    expected = [row for row in attendances if row.status == Attendance.Status.EXPECTED]
    if len(expected) == len(attendances):
        return [Finding("No attendance is recorded.", stops=True, in_attendance=True)]
    found = []
    if not any(row.is_presiding for row in attendances):
        found.append(Finding("Nobody is recorded in the chair.", in_attendance=True))
    if expected:
        sentence = f"Nothing is recorded of {_named(expected)}: present, apologies or absent?"
        found.append(Finding(sentence, in_attendance=True))
    return found


def _named(rows: Sequence[Attendance]) -> str:
    names = [row.name for row in rows]
    if len(names) > AT_LIST:
        names[AT_LIST - 1 :] = [counted(len(names) - AT_LIST + 1, "other")]
    return listing(names)


def item_findings(
    items: Iterable[AgendaItem], blocks: Mapping[int, Sequence[Minute]], *, next_meeting: str
) -> list[Finding]:
    """Items without a minute or an outcome, in the order of the agenda. ``next_meeting`` is "" where none is called."""
    items = list(items)
    found: list[Finding] = []
    for item in items:
        if item.state != AgendaItem.State.OPEN:
            continue
        if item.purpose == Purpose.NEXT_MEETING and not next_meeting:
            found.append(Finding(f"{item} has nothing to say: no later meeting is in the calendar.", item))
        found += _of_item(item, blocks.get(item.pk, []))
    if items and not any(blocks.get(item.pk) for item in items):
        return [Finding("Nothing is minuted yet.", stops=True)]
    return found


def _of_item(item: AgendaItem, blocks: Sequence[Minute]) -> list[Finding]:
    if not blocks:
        return [] if item.is_section or item.purpose in FILLED else [Finding(f"{item} has no minute.", item)]
    found = []
    if item.purpose == Purpose.DECISION and not any(block.kind == Minute.Kind.DECISION for block in blocks):
        found.append(Finding(f"{item} is for decision and has no decision.", item))
    if any(not block.text.strip() for block in blocks):
        found.append(Finding(f"{item} holds a paragraph without words.", item))
    for block in blocks:
        decision = getattr(block, "decision", None)
        if decision and decision.kind == "amended" and not decision.amended_to:
            found.append(Finding(f"{item} was agreed with an amendment, but not from what to what.", item))
    return found


def quorum_findings(blocks: Mapping[int, Sequence[Minute]], *, met: bool | None, sentence: str) -> list[Finding]:
    """Decisions of an inquorate meeting wait or are ratified (DOMAIN rule 37)."""
    decided = any(block.kind == Minute.Kind.DECISION for found in blocks.values() for block in found)
    if met is False and decided:
        return [Finding(f"Decisions are minuted, but there was no quorum. {sentence}", in_attendance=True)]
    return []


def withheld_findings(names: Mapping[str, str], texts: Mapping[AgendaItem, str]) -> list[Finding]:
    """Names the public edition withholds that stand in the text itself, where no rule can withhold them."""
    return [
        Finding(f"{item} names {name}, whom the public edition calls “{public}” elsewhere.", item)
        for item, text in texts.items()
        for name, public in names.items()
        if name in text
    ]

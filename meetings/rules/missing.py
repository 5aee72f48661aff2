"""What a draft has yet to say: attendance, minutes of items, outcomes, reasons."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from boards.models import TermsOfReference
from meetings.models import AgendaItem, Attendance, Decision, Minute, Purpose
from meetings.rules.checks import Finding
from meetings.rules.numbers import takes_number
from meetings.rules.presiding import ProposedPresiding
from meetings.rules.room import RoomAt, check_may_take_part
from meetings.rules.told import waits
from meetings.rules.voting import recorded_of
from trust.tools.refusal import why_not
from trust.tools.words import counted, listing

#: Purposes that fill themselves, or may be left without a minute.
FILLED = (Purpose.APOLOGIES, Purpose.NEXT_MEETING, Purpose.MATTERS_ARISING, Purpose.DECLARATIONS)
AT_LIST = 4


def attendance_findings(attendances: Sequence[Attendance]) -> list[Finding]:
    """Names of members present must be recorded (LGA 1972 Sch 12 para 40), and somebody presides."""
    expected = [row for row in attendances if row.status == Attendance.Status.EXPECTED]
    if len(expected) == len(attendances):
        return [Finding("attendance", "No attendance is recorded.", in_attendance=True)]
    found = []
    if not any(row.is_presiding for row in attendances):
        found.append(Finding("chair", "Nobody is recorded in the chair.", in_attendance=True))
    if expected:
        sentence = f"Nothing is recorded of {_named(expected)}: present, apologies or absent?"
        found.append(Finding("unmarked", sentence, in_attendance=True))
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
        if item.is_late and not item.late_reason.strip(" .-–—?…"):
            found.append(Finding("late", f"{item} was late, and the reason is not minuted.", item))
        if item.state != AgendaItem.State.OPEN:
            continue
        if item.purpose == Purpose.NEXT_MEETING and not next_meeting:
            sentence = f"{item} has nothing to say: no later meeting is in the calendar."
            found.append(Finding("next_meeting", sentence, item))
        found += _of_item(item, blocks.get(item.pk, []))
    if items and not any(blocks.get(item.pk) for item in items):
        return [Finding("nothing", "Nothing is minuted yet.")]
    return found


def _of_item(item: AgendaItem, blocks: Sequence[Minute]) -> list[Finding]:
    if not blocks:
        filled = item.is_section or item.purpose in FILLED
        return [] if filled else [Finding("no_minute", f"{item} has no minute.", item)]
    found = []
    if item.purpose == Purpose.DECISION and not any(block.kind == Minute.Kind.DECISION for block in blocks):
        found.append(Finding("no_outcome", f"{item} is for decision and has no decision.", item))
    for block in blocks:
        if not block.text.strip():
            found.append(Finding("empty", f"{item} holds a paragraph without words.", item, block))
        decision = getattr(block, "decision", None)
        if decision and decision.kind == "amended" and not decision.amended_to:
            sentence = f"{item} was agreed with an amendment, but not from what to what."
            found.append(Finding("amendment", sentence, item, block))
    return found


def undecided_findings(
    items: Iterable[AgendaItem],
    blocks: Mapping[int, Sequence[Minute]],
    *,
    decided: Collection[int],
    spending: Collection[int],
    terms: TermsOfReference | None,
) -> list[Finding]:
    """Nothing decides an item but recording it. Looked for where a number, a vote or money stands on it.

    ``decided`` are the items recorded, ``spending`` the decisions that spend money.
    """
    found = []
    for item in items:
        decisions = [one for block in blocks.get(item.pk, []) if (one := getattr(block, "decision", None))]
        stands_on = [one for one in decisions if _stands_on_recording(one, spending, terms)]
        if stands_on and item.pk not in decided and item.state == AgendaItem.State.OPEN:
            sentence = f"{item} has a decision that is not recorded: its outcome and number are given when it is."
            found.append(Finding("undecided", sentence, item, stands_on[0].block))
    return found


def _stands_on_recording(decision: Decision, spending: Collection[int], terms: TermsOfReference | None) -> bool:
    if decision.struck_reason or not decision.block.text.strip():
        return False
    return takes_number(decision.kind, terms) or recorded_of(decision).is_voted or decision.pk in spending


def quorum_findings(rooms: Mapping[int, RoomAt], blocks: Mapping[int, Sequence[Minute]]) -> list[Finding]:
    """Decisions taken without a quorum wait or are ratified (DOMAIN rule 37)."""
    found = []
    for pk, room in rooms.items():
        for block in blocks.get(pk, []) if room.is_inquorate else []:
            decision = getattr(block, "decision", None)
            if decision and waits(decision) and not decision.needs_ratifying and not decision.taken_date:
                said = f"{room.item} was decided without a quorum: {room.quorum.shortfall}. Mark it for ratification."
                found.append(Finding("inquorate", said, room.item, block))
    return found


def part_findings(
    rooms: Mapping[int, RoomAt], blocks: Mapping[int, Sequence[Minute]], rows: Mapping[int, Attendance]
) -> list[Finding]:
    """Movers, seconders and votes of people who were not in the room, or had declared an interest (demand 14)."""
    found = []
    for pk, room in rooms.items():
        for block in blocks.get(pk, []):
            decision = getattr(block, "decision", None)
            if decision is None:
                continue
            votes = [vote.attendance_id for vote in decision.votes.all()] if decision.pk else []
            named = [rows[who] for who in (decision.mover_id, decision.seconder_id, *votes) if who in rows]
            said = filter(None, (why_not(check_may_take_part, room, row) for row in dict.fromkeys(named)))
            found += [Finding("took_part", sentence, room.item, block) for sentence in said]
    return found


def chair_findings(proposed: Iterable[ProposedPresiding]) -> list[Finding]:
    """Items whose chair was away or had left the chair, and nobody took it."""
    return [Finding("chair", one.sentence, one.item, in_attendance=True) for one in proposed]


def withheld_findings(names: Mapping[str, str], texts: Mapping[AgendaItem, str]) -> list[Finding]:
    """Names the public edition withholds that stand in the text itself, where no rule can withhold them."""
    return [
        Finding("withheld", f"{item} names {name}, whom the public edition calls “{public}” elsewhere.", item)
        for item, text in texts.items()
        for name, public in names.items()
        if name in text
    ]

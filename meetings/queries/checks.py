"""What the check page finds in a draft, and in what is about to be published."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.models import Board
from boards.queries.naming import naming
from meetings.models import AgendaItem, CheckSetting, Meeting, Minute, Minutes, SetAside, SpendingLine
from meetings.queries.attendance import attendance_rows
from meetings.queries.business import blocks_of, items_in_order
from meetings.queries.executive_checks import executive_findings
from meetings.queries.minutes import minutes_of, next_meeting_words
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.checks import Finding, weighed
from meetings.rules.consistency import blank_findings, count_findings, enclosure_findings
from meetings.rules.edition import Sight, is_closed
from meetings.rules.missing import (
    attendance_findings,
    chair_findings,
    item_findings,
    part_findings,
    quorum_findings,
    undecided_findings,
    withheld_findings,
)
from meetings.rules.names import bodies_in, initials_findings, on_the_list, stranger_findings
from meetings.rules.presiding import proposed_presiding
from meetings.rules.prose import Passage, passages
from meetings.rules.sums import sum_findings
from meetings.rules.weekdays import weekday_findings
from meetings.rules.whereabouts import apologies_findings, both_findings, movement_findings

STOPS = CheckSetting.Weight.STOPS

#: What storeys above look for as well, each put here by its own app when it is loaded: a meeting, to its findings.
FINDERS: list[Callable[[Meeting], list[Finding]]] = []


@dataclass(frozen=True)
class Checked:
    """What was found in a draft: what still stands, and what an officer set aside."""

    standing: tuple[Finding, ...]
    aside: tuple[SetAside, ...]

    @property
    def stopping(self) -> list[Finding]:
        return [finding for finding in self.standing if finding.stops]

    @property
    def warning(self) -> list[Finding]:
        return [finding for finding in self.standing if not finding.stops]


def draft_findings(meeting: Meeting) -> list[Finding]:
    """All that is amiss in the draft of a meeting, what stops it first. A constant number of statements."""
    items = items_in_order(meeting)
    found = _amiss(meeting, items)
    for find in FINDERS:
        found += find(meeting)
    place = {item.pk: place for place, item in enumerate(items)}

    def in_order(finding: Finding) -> tuple[int, int]:
        at = place.get(finding.item.pk, -1) if finding.item else -1
        return at, finding.block.position if finding.block else -1

    return weighed(sorted(found, key=in_order), chosen_weights(meeting.board))


def checked(meeting: Meeting, *, sight: Sight) -> Checked:
    """The findings of a draft, those that an officer set aside apart. One that stops cannot be set aside.

    Who does not see a closed item is told of it only that something there stops the draft.
    """
    rows = meeting.set_aside.select_related("by__person").order_by("at")
    aside = {(row.check_name, row.fingerprint): row for row in rows}
    standing: list[Finding] = []
    put: list[SetAside] = []
    for finding in _seen(meeting, draft_findings(meeting), sight):
        row = aside.get((finding.check, finding.fingerprint))
        if row is None or finding.stops:
            standing.append(finding)
        else:
            put.append(row)
    return Checked(tuple(standing), tuple(put))


def _seen(meeting: Meeting, findings: list[Finding], sight: Sight) -> list[Finding]:
    closed = sight.closed(items_in_order(meeting))
    seen = [one for one in findings if one.item is None or one.item.pk not in closed]
    if any(one.stops for one in findings if one not in seen):
        seen.insert(0, Finding("nothing", "Something stops it in exempt business, which you do not see.", weight=STOPS))
    return seen


def chosen_weights(board: Board) -> dict[str, str]:
    """What the board chose for its checks; the others have their default."""
    return dict(CheckSetting.objects.filter(board=board).values_list("check_name", "weight"))


def _amiss(meeting: Meeting, items: list[AgendaItem]) -> list[Finding]:
    """What is missing, and what the wording contradicts."""
    record = room_record(meeting, items)
    minutes = minutes_of(meeting)
    blocks, rooms = blocks_of(minutes), record.through()
    found = attendance_findings(record.rows) + both_findings(record.rows)
    found += chair_findings(proposed_presiding(rooms.values(), record.chairs))
    found += quorum_findings(rooms, blocks)
    found += part_findings(rooms, blocks, {row.pk: row for row in record.rows})
    found += item_findings(items, blocks, next_meeting=next_meeting_words(meeting))
    found += _undecided(minutes, items, blocks, record) if minutes else []
    found += executive_findings(meeting, items)
    return found + _read(meeting, [(item, passages(blocks.get(item.pk, []))) for item in items], record)


def _undecided(
    minutes: Minutes, items: list[AgendaItem], blocks: dict[int, list[Minute]], record: RoomRecord
) -> list[Finding]:
    decided = minutes.minuted_items.filter(decided_at__isnull=False).values_list("item_id", flat=True)
    spending = SpendingLine.objects.filter(decision__block__minutes=minutes).values_list("decision_id", flat=True)
    return undecided_findings(items, blocks, decided=set(decided), spending=set(spending), terms=record.terms)


def _read(meeting: Meeting, read: list[tuple[AgendaItem, list[Passage]]], record: RoomRecord) -> list[Finding]:
    """What reading the minutes through brings up."""
    found = movement_findings(read, record.rows, record.movements, record.declarations)
    found += apologies_findings(read, record.rows)
    for item, said in read:
        found += sum_findings(item, said) + weekday_findings(item, said, near=meeting.date)
        found += count_findings(item, said) + blank_findings(item, said) + enclosure_findings(item, said)
    here, known = on_the_list(record.rows), naming()
    bodies = known.bodies | bodies_in(passage.words for _, said in read for passage in said)
    return found + initials_findings(read, here, bodies) + stranger_findings(read, here, known.people)


def public_findings(minutes: Minutes) -> list[Finding]:
    """Names withheld in lists that the text of the public edition would still tell."""
    meeting = minutes.meeting
    items = [item for item in items_in_order(meeting) if not item.is_closed]
    blocks = blocks_of(minutes)
    people = [row.person for row in attendance_rows(meeting) if row.person and row.person.public_name]
    texts = {item: "\n".join(block.text for block in blocks.get(item.pk, [])) for item in items}
    return withheld_findings({person.name: person.public_name for person in people}, texts)


def exempt_count(meeting: Meeting) -> int:
    """How many items the public edition leaves out; for the desk's eyes."""
    return sum(is_closed(item) for item in meeting.items.filter(is_section=False).select_related("section"))

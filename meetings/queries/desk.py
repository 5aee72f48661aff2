"""The minuting desk: every item with its blocks and what it lacks, and the room."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from meetings.models import AgendaItem, Attendance, Declaration, Edition, Meeting, Minute, MinutedItem, Minutes
from meetings.queries.attendance import AttendanceList
from meetings.queries.business import items_in_order
from meetings.queries.entitled import sight_at
from meetings.queries.paper import papers_of_items
from meetings.queries.roomwire import room_read, room_wire
from meetings.rules.blocks import Block, as_block, check_can_be_minuted, lacks
from meetings.rules.capacity import part_headings
from meetings.rules.edition import Cut
from meetings.rules.paper import paper_words
from meetings.rules.telling import told_of_items
from trust.tools.refusal import why_not
from trust.tools.words import clock


@dataclass(frozen=True)
class DeskBlock:
    """A block as it reads, and as the desk sends it back."""

    row: Minute
    block: Block

    @property
    def label(self) -> str:
        return self.row.get_kind_display()


@dataclass(frozen=True)
class DeskItem:
    """One heading or item; a heading with items under it is not minuted itself."""

    item: AgendaItem
    blocks: tuple[DeskBlock, ...]
    minuted: MinutedItem | None
    papers: tuple[str, ...]
    declared: tuple[str, ...]
    told: tuple[str, ...]
    is_heading: bool
    part: str = ""

    @property
    def lacks(self) -> str:
        return lacks(self.item, [shown.block for shown in self.blocks])

    @property
    def anchor(self) -> str:
        return f"desk-{self.item.pk}"

    @property
    def wire(self) -> dict[str, Any]:
        """The item as the desk's script reads it: the version its blocks are, and the key of the save they came by."""
        minuted = self.minuted
        return {
            "version": minuted.version if minuted else 0,
            "last_save": str(minuted.last_save or "") if minuted else "",
            "saved": clock(minuted.saved_at) if minuted and minuted.saved_at else "",
            "by": str(getattr(minuted.saved_by, "person", "")) if minuted and minuted.saved_by else "",
            "lacks": self.lacks,
            "blocks": [shown.block.as_sent() for shown in self.blocks],
        }


@dataclass(frozen=True)
class Room:
    """Who is here now, how the quorum stands, who presides."""

    attendance: AttendanceList
    left: Mapping[int, str]
    wire: Mapping[str, Any]

    @property
    def lines(self) -> list[tuple[Attendance, str]]:
        """Those in the room, each with where they left it since."""
        return [(row, self.left.get(row.pk, "")) for row in self.attendance.in_the_room]

    @property
    def others(self) -> list[tuple[str, list[Attendance]]]:
        """Those away, and those of whom nothing is recorded yet."""
        lists = [("Apologies", self.attendance.away), ("Not marked yet", self.attendance.waiting)]
        return [(heading, rows) for heading, rows in lists if rows]

    @property
    def presiding(self) -> str:
        row = self.attendance.presiding
        return str(row.substitute or row.name) if row else ""

    @property
    def people(self) -> list[dict[str, str]]:
        """Who can be named in an action: those at the meeting, those away, and those who sit for them."""
        found = {}
        for row in self.attendance.rows:
            found[row.name] = {"initials": row.initials, "name": row.name, "organisation": row.organisation}
            if row.substitute:
                name = row.substitute.name
                found[name] = {"initials": row.substitute.initials, "name": name, "organisation": row.organisation}
        return list(found.values())


@dataclass(frozen=True)
class Desk:
    """Everything on the screen of whoever minutes a meeting."""

    meeting: Meeting
    minutes: Minutes | None
    items: tuple[DeskItem, ...]
    room: Room
    closed_because: str

    @property
    def saved_at(self) -> dt.datetime | None:
        """When anything of these minutes was last saved."""
        times = [shown.minuted.saved_at for shown in self.items if shown.minuted and shown.minuted.saved_at]
        return max(times, default=None)


def desk(meeting: Meeting, reader: Any) -> Desk:
    """The desk as this reader may see it: closed items only for those entitled. A constant number of statements."""
    items = list(Cut.of(Edition.FULL, sight_at(reader, meeting)).shown(items_in_order(meeting)).values())
    minutes = Minutes.objects.filter(meeting=meeting).first()
    return Desk(
        meeting=meeting,
        minutes=minutes,
        items=tuple(_items(meeting, items)),
        room=room(meeting, reader),
        closed_because=why_not(check_can_be_minuted, meeting, minutes),
    )


def room(meeting: Meeting, reader: Any) -> Room:
    """As a page without script shows it, and as the desk's script reads it."""
    read = room_read(meeting, reader)
    _, record = read
    listed = AttendanceList(meeting, record.rows, record.now.quorum)
    return Room(listed, record.now.away, room_wire(meeting, reader, read))


def _items(meeting: Meeting, items: list[AgendaItem]) -> Iterable[DeskItem]:
    """Each heading before the items under it."""
    minuted = {row.item_id: row for row in _minuted(meeting)}
    blocks, papers, declared = _blocks(meeting, minuted), _papers(meeting), _declared(meeting)
    told = told_of_items({item.pk: item for item in items})
    under = defaultdict(list)
    for item in items:
        under[item.section_id].append(item)
    parts = _part_headings(under)
    for top in under[None]:
        for item in [top, *under[top.pk]]:
            yield DeskItem(
                item=item,
                blocks=tuple(blocks[item.pk]),
                minuted=minuted.get(item.pk),
                papers=tuple(papers[item.pk]),
                declared=tuple(declared[item.pk] + declared[0]),
                told=tuple(told[item.pk]),
                is_heading=item.is_section and bool(under[item.pk]) and not blocks[item.pk],
                part=parts.get(item.pk, ""),
            )


def _part_headings(under: Mapping[int | None, list[AgendaItem]]) -> dict[int, str]:
    """Over the first item of each budget, in its section (habit H7)."""
    found: dict[int, str] = {}
    for section, items in under.items():
        runs = [items] if section else [list(run) for _, run in groupby(items, key=lambda item: item.is_section)]
        for run in runs:
            headed = part_headings([item.capacity for item in run])
            found |= {item.pk: part for item, part in zip(run, headed, strict=True) if part}
    return found


def _minuted(meeting: Meeting) -> Iterable[MinutedItem]:
    return MinutedItem.objects.filter(item__meeting=meeting).select_related("saved_by__person")


def _blocks(meeting: Meeting, minuted: Mapping[int, MinutedItem]) -> dict[int, list[DeskBlock]]:
    found: dict[int, list[DeskBlock]] = defaultdict(list)
    for row in Minute.objects.filter(item__meeting=meeting).select_related("decision"):
        wording = minuted[row.item_id].wording if row.item_id in minuted else []
        found[row.item_id].append(DeskBlock(row, as_block(row, wording)))
    return found


def _papers(meeting: Meeting) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for line in papers_of_items(meeting.items.all()):
        if not line.is_withdrawn:
            found[line.paper.item_id].append(paper_words(line.paper))
    return found


def _declared(meeting: Meeting) -> dict[int, list[str]]:
    """What was declared, under each item it concerns; under 0 what concerns them all."""
    found: dict[int, list[str]] = defaultdict(list)
    declarations = meeting.declarations.exclude(kind=Declaration.Kind.NIL).select_related("attendance")
    for declaration in declarations.prefetch_related("items"):
        interest = declaration.interest or declaration.get_kind_display().lower()
        sentence = f"{declaration.attendance}: {interest.rstrip('.')}. {declaration.get_consequence_display()}."
        for item_pk in [item.pk for item in declaration.items.all()] or [0]:
            found[item_pk].append(sentence)
    return found

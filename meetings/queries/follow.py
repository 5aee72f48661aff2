"""Following a meeting: one door that costs one statement, and the page in three more (issue 3 §4; demand 21)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from boards.models import Board
from boards.permissions import SEE_EXEMPT, SEE_PAPERS
from meetings.models import AgendaItem, Edition, Meeting, Minute, Minutes, Purpose
from meetings.permissions import KEEPS_THE_RECORD, restricted_open_to
from meetings.queries.business import NEXT_MEETING_KEY
from meetings.queries.meeting import ANNOUNCED, CALLED_OFF
from meetings.queries.paper import open_papers
from meetings.rules.document import decision_label
from meetings.rules.edition import Cut, Sight
from meetings.rules.follow import IN_PRIVATE, NOT_OPEN, Followed, FollowedBlock, FollowedItem, mark_of
from meetings.rules.order import printed_order
from meetings.rules.paper import paper_words
from meetings.rules.sitting import Stage, stage_of
from meetings.rules.telling import told_of_items
from trust.tools.statement import read

#: What the draft shows where the board lets members read its wording; decisions are shown to all who follow.
WORDING = (Minute.Kind.DISCUSSION, Minute.Kind.NOTED, Minute.Kind.VOTE, Minute.Kind.DECISION)

#: Purposes worth saying.
SAID = (Purpose.DECISION, Purpose.INFORMATION)


@dataclass(frozen=True)
class Following:
    """One reader at one meeting: what they may see of it, where it is, and the mark of all that."""

    meeting: Meeting
    stage: Stage
    minutes_state: str | None
    item: int | None
    since: dt.datetime | None
    sight: Sight
    reads_wording: bool
    mark: str
    is_screen: bool
    on: dt.date

    @property
    def minutes_are_out(self) -> bool:
        """Whether the draft has left the desk: members read the minutes then."""
        return self.minutes_state not in (None, Minutes.State.DRAFT)

    def shows(self, item: AgendaItem) -> bool:
        """What is written of an item is followed from when it is taken until the day ends: nothing drafted ahead."""
        return self.meeting.date == self.on and item.taken_position is not None


#: The meeting, the reader's words on its board and on those that sit with it, where it is; and something of each part
#: of the page that differs whenever that changes. Fifty ask for it every four seconds, so it is written out.
_DOOR = """
    SELECT {meeting}, {board}, ARRAY(
            SELECT permission.codename FROM boards_boardgrant held
            JOIN auth_permission permission ON permission.id = held.permission_id
            JOIN boards_user_groups mine ON mine.group_id = held.group_id
            WHERE mine.user_id = %(reader)s AND (held.content_object_id = board.id OR held.content_object_id IN (
                SELECT joint.board_id FROM meetings_meeting_joint_boards joint WHERE joint.meeting_id = meeting.id))
        ),
        (meeting.date = %(on)s OR EXISTS (
            SELECT 1 FROM boards_seat seat JOIN boards_person person ON person.user_id = %(reader)s
            WHERE seat.role <> 'observer'
            AND (seat.board_id = board.id OR seat.board_id IN (
                SELECT joint.board_id FROM meetings_meeting_joint_boards joint WHERE joint.meeting_id = meeting.id))
            AND EXISTS (
                SELECT 1 FROM boards_seatholding held WHERE held.seat_id = seat.id AND held.person_id = person.id
                AND COALESCE(held.from_date, '-infinity') <= meeting.date
                AND COALESCE(held.to_date, 'infinity') >= meeting.date
                UNION ALL
                SELECT 1 FROM boards_substitute held WHERE held.seat_id = seat.id AND held.person_id = person.id
                AND COALESCE(held.from_date, '-infinity') <= meeting.date
                AND COALESCE(held.to_date, 'infinity') >= meeting.date))),
        EXISTS (SELECT 1 FROM meetings_agendaitem shut
            WHERE shut.meeting_id = meeting.id AND shut.restricted_reason <> ''),
        minutes.state, sitting.item_id, sitting.item_since, setting.followers_read_wording,
        (SELECT max(history_id + 0) FROM meetings_historicalagendaitem line WHERE line.meeting_id = meeting.id),
        (SELECT max(paper.id) || ' of ' || count(*) FROM meetings_paper paper
            JOIN meetings_agendaitem item ON item.id = paper.item_id WHERE item.meeting_id = meeting.id),
        (SELECT sum(minuted.version) FROM meetings_minuteditem minuted WHERE minuted.minutes_id = minutes.id),
        (SELECT md5(string_agg(concat_ws('/', block.id, block.text, decision.kind, decision.amended_from,
                decision.amended_to, decision.needs_ratifying), '/' ORDER BY block.item_id, block.position, block.id))
            FROM meetings_minute block LEFT JOIN meetings_decision decision ON decision.block_id = block.id
            WHERE block.minutes_id = minutes.id AND block.kind = 'decision')
    FROM meetings_meeting meeting
    JOIN boards_board board ON board.id = meeting.board_id
    LEFT JOIN meetings_minutes minutes ON minutes.meeting_id = meeting.id
    LEFT JOIN meetings_sitting sitting ON sitting.meeting_id = meeting.id
    LEFT JOIN meetings_desksetting setting ON setting.board_id = board.id
    WHERE board.slug = %(slug)s AND meeting.address = %(address)s
"""


def following(reader: Any, board: str, address: str, *, on: dt.date, screen: bool = False) -> Following:
    """The one door: 404 unless the reader sees the papers of the board, or of one that sits with it. One statement.

    The ``screen`` in the room is read by whoever is there: it has neither exempt matter nor draft wording.
    """
    given = {"slug": board, "address": address, "reader": reader.pk, "on": on}
    door = next(read(_DOOR, given, meeting=Meeting, board=Board), None)
    if door is None:
        raise Http404("No meeting is at this address.")
    found, found.board, words, sat, restricts, minutes_state, item, since, wants, *changed, versions, decisions = door
    if SEE_PAPERS not in words or not _is_announced(found):
        raise Http404("No meeting is at this address.")
    stage = stage_of(found, minutes_state, at_item=item is not None, ended=item is None and since is not None, on=on)
    entitled = SEE_EXEMPT in words and not screen and (sat or bool(KEEPS_THE_RECORD.intersection(words)))
    named = restricted_open_to(reader, found) if restricts and not screen else frozenset()
    reads_wording = bool(wants) and not screen and stage in (Stage.ON, Stage.UNBEGUN)
    told = (found.pk, found.state, found.starts_at, found.venue, minutes_state, item, since)
    written = versions if reads_wording else decisions
    mark = mark_of(*told, *changed, written, stage, found.date == on, entitled, sorted(named), reads_wording, screen)
    return Following(found, stage, minutes_state, item, since, Sight(entitled, named), reads_wording, mark, screen, on)


def followed(at: Following) -> Followed:
    """What the page shows. Three statements, however long the agenda."""
    items = Cut.of(Edition.FULL, at.sight).shown(printed_order(_items(at.meeting)))
    told, papers, blocks = told_of_items(items), _papers(items), _blocks(at, items)
    lines = tuple(_line(item, told[pk], papers[pk], blocks[pk], is_now=_is_now(at, pk)) for pk, item in items.items())
    closed = at.stage == Stage.ON and at.item not in items
    sentence = IN_PRIVATE if at.is_screen else NOT_OPEN
    return Followed(at.stage, lines, sentence if closed else "", at.reads_wording)


def _is_announced(meeting: Meeting) -> bool:
    return meeting.state in ANNOUNCED or (meeting.state in CALLED_OFF and meeting.called_at is not None)


def _is_now(at: Following, pk: int) -> bool:
    return at.stage == Stage.ON and at.item == pk


def _items(meeting: Meeting) -> QuerySet[AgendaItem]:
    return meeting.items.select_related("came_from__meeting")


def _papers(items: Mapping[int, AgendaItem]) -> dict[int, list[str]]:
    """The papers before the meeting; exempt ones are read where exempt papers are, not here."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, papers in open_papers(items.values()).items():
        found[key] = [paper_words(paper) for paper in papers]
    return found


def _blocks(at: Following, items: Mapping[int, AgendaItem]) -> dict[int, list[FollowedBlock]]:
    """Decisions as recorded; with them the draft's wording where the board wants it read."""
    found: dict[int, list[FollowedBlock]] = defaultdict(list)
    kinds = WORDING if at.reads_wording else [Minute.Kind.DECISION]
    shown = [pk for pk, item in items.items() if at.shows(item)]
    rows = Minute.objects.filter(item__in=shown, kind__in=kinds).exclude(key=NEXT_MEETING_KEY).exclude(text="")
    for row in rows.select_related("decision"):
        found[row.item_id].append(_block(row))
    return found


def _block(row: Minute) -> FollowedBlock:
    decision = getattr(row, "decision", None)
    if decision is None:
        return FollowedBlock(row.kind, row.get_kind_display(), row.text)
    label = decision_label(decision.get_kind_display(), row.text)
    waits = "Subject to ratification." if decision.needs_ratifying else ""
    return FollowedBlock(row.kind, label, row.text, decision.amended_from, decision.amended_to, waits)


def _line(
    item: AgendaItem, notes: list[str], papers: list[str], blocks: list[FollowedBlock], *, is_now: bool
) -> FollowedItem:
    return FollowedItem(
        anchor=item.anchor,
        number=item.number_shown,
        title=item.title,
        purpose=item.get_purpose_display() if item.purpose in SAID else "",
        report_of=item.report_of,
        text=item.text,
        papers=tuple(papers),
        notes=tuple(notes),
        blocks=tuple(blocks),
        state_words="" if item.state == AgendaItem.State.OPEN else item.get_state_display(),
        is_heading=item.is_section,
        is_now=is_now,
        was_taken=item.taken_position is not None,
    )

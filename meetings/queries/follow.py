"""Following a meeting: one door that costs one statement, and the page in three more (issue 3 §4; demand 21)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import Http404

from boards.models import BoardGrant
from boards.permissions import SEE_EXEMPT, SEE_PAPERS
from meetings.models import AgendaItem, Edition, Meeting, Minute, MinutedItem, Minutes, Paper, Purpose
from meetings.queries.business import NEXT_MEETING_KEY
from meetings.queries.meeting import ANNOUNCED, CALLED_OFF
from meetings.rules.document import decision_label
from meetings.rules.edition import Cut
from meetings.rules.follow import IN_PRIVATE, NOT_OPEN, Followed, FollowedBlock, FollowedItem, mark_of
from meetings.rules.order import printed_order
from meetings.rules.sitting import Stage, stage_of
from meetings.rules.telling import told_of_items
from trust.tools.words import counted

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
    with_exempt: bool
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


def following(reader: Any, board: str, address: str, *, on: dt.date, screen: bool = False) -> Following:
    """The one door: 404 unless the reader sees the papers of the board, or of one that sits with it. One statement.

    The ``screen`` in the room is read by whoever is there: it has neither exempt matter nor draft wording.
    """
    found = _marked(reader).filter(board__slug=board, address=address).first()
    if found is None or not found.sees_papers or not _is_announced(found):
        raise Http404("No meeting is at this address.")
    minutes_state, item = found.minutes_state, found.item_now
    ended = item is None and found.item_since is not None
    stage = stage_of(found, minutes_state, at_item=item is not None, ended=ended, on=on)
    with_exempt = found.sees_exempt and not screen
    reads_wording = bool(found.reads_wording) and not screen and stage in (Stage.ON, Stage.UNBEGUN)
    told = (found.pk, found.state, found.starts_at, found.venue, minutes_state, item, found.item_since)
    changed = (found.versions, found.agenda_line, found.papers_line, found.papers_count)
    mark = mark_of(*told, *changed, stage, found.date == on, with_exempt, reads_wording, screen)
    return Following(found, stage, minutes_state, item, with_exempt, reads_wording, mark, screen, on)


def followed(at: Following) -> Followed:
    """What the page shows. Three statements, however long the agenda."""
    items = Cut(Edition.FULL, with_exempt=at.with_exempt).shown(printed_order(_items(at.meeting)))
    told, papers, blocks = told_of_items(items), _papers(items), _blocks(at, items)
    lines = tuple(_line(item, told[pk], papers[pk], blocks[pk], is_now=_is_now(at, pk)) for pk, item in items.items())
    closed = at.stage == Stage.ON and at.item not in items
    sentence = IN_PRIVATE if at.is_screen else NOT_OPEN
    return Followed(at.stage, lines, sentence if closed else "", at.reads_wording)


def _marked(reader: Any) -> QuerySet[Any]:
    """The meeting with the reader's words, and a number for each part of the page that rises whenever it changes."""
    versions = MinutedItem.objects.filter(minutes__meeting=OuterRef("pk")).order_by().values("minutes__meeting")
    papers = Paper.objects.filter(item__meeting=OuterRef("pk")).order_by().values("item__meeting")
    lines = AgendaItem.history.model.objects.filter(meeting=OuterRef("pk")).order_by("-history_id")
    return Meeting.objects.select_related("board").annotate(
        sees_papers=_holds(reader, SEE_PAPERS),
        sees_exempt=_holds(reader, SEE_EXEMPT),
        minutes_state=F("minutes__state"),
        item_now=F("sitting__item"),
        item_since=F("sitting__item_since"),
        reads_wording=F("board__desk_setting__followers_read_wording"),
        versions=Subquery(versions.annotate(total=Sum("version")).values("total")),
        papers_line=Subquery(papers.annotate(last=Max("pk")).values("last")),
        papers_count=Subquery(papers.annotate(total=Count("pk")).values("total")),
        agenda_line=Subquery(lines.values("history_id")[:1]),
    )


def _holds(reader: Any, word: str) -> Exists:
    of_board = Q(content_object=OuterRef("board")) | Q(content_object__joint_meetings=OuterRef("pk"))
    return Exists(BoardGrant.objects.filter(of_board, group__user=reader.pk, permission__codename=word))


def _is_announced(meeting: Meeting) -> bool:
    return meeting.state in ANNOUNCED or (meeting.state in CALLED_OFF and meeting.called_at is not None)


def _is_now(at: Following, pk: int) -> bool:
    return at.stage == Stage.ON and at.item == pk


def _items(meeting: Meeting) -> QuerySet[AgendaItem]:
    return meeting.items.select_related("came_from__meeting")


def _papers(items: Mapping[int, AgendaItem]) -> dict[int, list[str]]:
    """The papers before the meeting; exempt ones are read where exempt papers are, not here."""
    found: dict[int, list[str]] = defaultdict(list)
    for paper in Paper.objects.filter(item__in=items, exempt_paragraphs=""):
        pages = f", {counted(paper.pages, 'page')}" if paper.pages else ""
        found[paper.item_id].append(f"{paper.title}{pages}")
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

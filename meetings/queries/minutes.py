"""The minutes of a meeting as one reader may see them: which edition, and the document itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from boards.models import Board, BoardName
from boards.permissions import CHAIR, MINUTE, PUBLISH, SEE_EXEMPT, SEE_PAPERS, SIGN
from meetings.models import AgendaItem, Declaration, Edition, Meeting, Minutes, Publication, Seal, Summary
from meetings.permissions import joined_later, words_at
from meetings.queries.approved import correction_lines, standing_of
from meetings.queries.arising import arisen_at
from meetings.queries.business import Business, blocks_of, items_in_order
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for
from meetings.queries.present import People
from meetings.queries.publication import standing_publication
from meetings.queries.room import RoomRecord, room_record
from meetings.queries.seal import approved_seal, sealed_document
from meetings.rules.document import DeclarationLine, MinutesDocument
from meetings.rules.each_board import held_jointly
from meetings.rules.edition import OPEN, WHOLE, Cut, Sight
from meetings.rules.told import told_of_room
from trust.tools.words import hours, listing, long_date

#: Who reads a draft that has not left the desk.
DRAFTS = frozenset({MINUTE, CHAIR, PUBLISH, SIGN})


@dataclass(frozen=True)
class Reading:
    """What one reader may read of one meeting's minutes, and the words they hold at it."""

    meeting: Meeting
    minutes: Minutes
    edition: str
    with_exempt: bool
    words: frozenset[str]
    #: What was sealed of it, where this reader reads that; the publication, where they read it as the public does.
    seal: Seal | None = None
    publication: Publication | None = None
    sight: Sight = OPEN
    joined_later: bool = False

    @property
    def document(self) -> MinutesDocument:
        """From its seal where there is one: later renames change nothing of what was approved."""
        sealed = sealed_document(self.seal)
        return sealed or minutes_document(self.meeting, edition=self.edition, sight=self.sight)

    @property
    def version(self) -> int:
        return self.seal.version if self.seal else self.minutes.version

    @property
    def is_published(self) -> bool:
        """Whether what this reader reads is out."""
        return self.publication is not None or (self.minutes.is_locked and self.minutes.is_published)

    @property
    def reads_all(self) -> bool:
        """Whether nothing in the full edition is kept from this reader."""
        return self.edition == Edition.FULL and not self.sight.closed(self.meeting.items.all())


def minutes_of(meeting: Meeting) -> Minutes | None:
    return Minutes.objects.filter(meeting=meeting).first()


def minutes_for(reader: Any, board_slug: str, address: str) -> Reading:
    """The one door to a meeting's minutes; 404 unless there are any that this reader may read."""
    return reading_of(reader, meeting_for(reader, board_slug, address))


def reading_of(reader: Any, meeting: Meeting) -> Reading:
    """Which edition this reader reads (demands 9, 22): drafts are the desk's and the chair's, circulated drafts the
    members', and once published the minutes are as public as their board, which goes on reading the version that was
    published while they are open again."""
    minutes = minutes_of(meeting)
    words = words_at(reader, meeting)
    if minutes is None:
        raise Http404("There are no minutes of this meeting yet.")
    needed = DRAFTS if minutes.state == Minutes.State.DRAFT else {SEE_PAPERS}
    if words & needed:
        return _as_a_member(reader, meeting, minutes, words)
    if SEE_PAPERS not in words and meeting.board.visibility != Board.Visibility.PUBLIC:
        raise Http404("There are no minutes of this meeting yet.")
    return _as_the_public(meeting, minutes, words)


def may_read_minutes(reader: Any, meeting: Meeting) -> bool:
    """Whether there are minutes of it that this reader may read."""
    try:
        reading_of(reader, meeting)
    except Http404:
        return False
    return True


def _as_a_member(reader: Any, meeting: Meeting, minutes: Minutes, words: frozenset[str]) -> Reading:
    """The full edition as far as it is open to them: from its seal where all of it is."""
    sight = sight_at(reader, meeting, words)
    reads_all = not sight.closed(meeting.items.all())
    return Reading(
        meeting,
        minutes,
        Edition.FULL,
        SEE_EXEMPT in words,
        words,
        seal=approved_seal(minutes) if minutes.is_locked and reads_all else None,
        sight=sight,
        joined_later=joined_later(reader, meeting, words),
    )


def _as_the_public(meeting: Meeting, minutes: Minutes, words: frozenset[str]) -> Reading:
    """The publication that stands; of one from before publications were sealed, the rows of approved minutes."""
    standing = standing_publication(minutes)
    if standing is not None:
        return Reading(meeting, minutes, standing.edition, False, words, standing.seal, standing)
    if not minutes.is_published or not minutes.is_locked or minutes.publications.exists():
        raise Http404("There are no minutes of this meeting yet.")
    return Reading(meeting, minutes, Edition.PUBLIC, False, words)


def minutes_document(
    meeting: Meeting, *, edition: str, with_exempt: bool = False, sight: Sight | None = None
) -> MinutesDocument:
    """The document of page and PDF, as one with ``sight`` may read it. A constant number of statements.

    Without it: ``with_exempt`` the whole record as it is sealed, else nothing exempt or restricted. No public edition
    holds any, whatever is said, and they withhold names where asked.
    """
    return _document(meeting, Cut.of(edition, sight or (WHOLE if with_exempt else OPEN)))


def _document(meeting: Meeting, cut: Cut) -> MinutesDocument:
    minutes = minutes_of(meeting)
    all_items = items_in_order(meeting)
    items = cut.shown(all_items)
    record = room_record(meeting, all_items)
    record = record.told_publicly() if cut.is_public else record
    rooms = {pk: room for pk, room in record.through().items() if pk in items}
    people = People(record, items, cut)
    told = told_of_room(rooms, people.names(), record.movements, record.declarations, record.presidings)
    following = next_meeting_words(meeting, edition=cut.edition)
    written = blocks_of(minutes)
    arisen = arisen_at(meeting, written, items, cut)
    business = Business(items, rooms, people.names(), told, arisen.spoken).summing_up(
        all_items, _summaries(all_items, cut)
    )
    return MinutesDocument(
        edition=cut.edition,
        **_heading(meeting, [sitting.name for sitting in record.sittings[1:]]),
        **people.lists(),
        others=people.others(rooms.values()),
        declarations=_declarations(record, people.names(), items),
        nil_returns=_nil_returns(record, people.names()),
        sections=business.sections(written, calendar="" if minutes and minutes.is_locked else following),
        next_meeting=following,
        **standing_of(minutes, cut),
        corrections=correction_lines(minutes, items, cut),
        actions=arisen.actions,
    )


def _summaries(every: list[AgendaItem], cut: Cut) -> dict[int, Summary]:
    """Of items that this edition sums up, by their key; none where it is without summaries."""
    if cut.edition != Edition.SUMMARY:
        return {}
    return {one.item_id: one for one in Summary.objects.filter(item__in=every)}


def next_meeting_words(meeting: Meeting, *, edition: str = Edition.FULL) -> str:
    """The next meeting in the calendar: Tuesday 22 February 2011, 2pm, Conference Room 2 (requirement 2.22).

    The public edition knows of it once it is called.
    """
    later = Meeting.objects.filter(board=meeting.board_id).not_cancelled().following(meeting)
    if edition != Edition.FULL:
        later = later.exclude(state=Meeting.State.PREPARING)
    following = later.first()
    return meeting_words(following) if following else ""


def meeting_words(meeting: Meeting) -> str:
    """When and where a meeting is."""
    when = meeting.date_stated or long_date(meeting.date)
    return ", ".join(filter(None, [when, hours(meeting.starts_at, meeting.ends_at), meeting.venue]))


def _heading(meeting: Meeting, others: Sequence[str]) -> dict[str, Any]:
    """The board under its name of the day with ``others`` that sat with it, and the meeting in words."""
    named = BoardName.objects.held_on(meeting.date).filter(board=meeting.board_id).first() or meeting.board
    return {
        "board": held_jointly(named.name, others),
        "strapline": named.strapline,
        "kind": "" if meeting.kind == Meeting.Kind.ORDINARY else meeting.get_kind_display(),
        "date": meeting.date_stated or long_date(meeting.date),
        "hours": hours(meeting.starts_at, meeting.ends_at),
        "venue": meeting.venue,
        "form": "" if meeting.form == Meeting.Form.IN_PERSON else meeting.get_form_display().lower(),
    }


def _declarations(
    record: RoomRecord, names: Mapping[int, str], items: Mapping[int, AgendaItem]
) -> tuple[DeclarationLine, ...]:
    """Interests declared. One that concerns only items this edition does not show is not shown either."""
    lines = []
    for declared in record.declarations:
        concerned = [item.pk for item in declared.items.all()]
        if declared.kind == Declaration.Kind.NIL or (concerned and not any(pk in items for pk in concerned)):
            continue
        lines.append(
            DeclarationLine(
                name=names[declared.attendance_id],
                kind=declared.get_kind_display(),
                interest=declared.interest,
                whose=declared.whose,
                items=tuple(items[pk].number_shown or items[pk].title for pk in concerned if pk in items),
                consequence=declared.get_consequence_display(),
            )
        )
    return tuple(lines)


def _nil_returns(record: RoomRecord, names: Mapping[int, str]) -> str:
    """Who said that they had nothing to declare, in a sentence; "" where nobody did."""
    nil = [names[one.attendance_id] for one in record.declarations if one.kind == Declaration.Kind.NIL]
    return f"{listing(nil)} had nothing to declare." if nil else ""

"""Earlier versions of minutes: sealed, and readable as they were by whoever might read them (demand 7)."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from boards.models import Board
from boards.permissions import SEE_PAPERS
from meetings.models import Edition, Meeting, Minutes, Publication, Reopening, Seal, Signature, SignedMinutes
from meetings.permissions import words_at
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for
from meetings.queries.minutes import minutes_of
from meetings.queries.public import reason_told
from meetings.queries.publication import publication_of
from meetings.queries.seal import approved_seal
from meetings.queries.signature import signature_of
from meetings.queries.signed import says_what_is_out, signed_edition
from meetings.rules.document import MinutesDocument
from meetings.rules.edition import Sight
from meetings.rules.sealed import document_from, holds_closed_matter


@dataclass(frozen=True)
class Version:
    """One version as one reader reads it. ``seal`` is None where the public edition of it was withdrawn."""

    meeting: Meeting
    minutes: Minutes
    number: int
    words: frozenset[str]
    seal: Seal | None
    publication: Publication | None
    signature: Signature | None
    reopening: Reopening | None
    why: str = ""

    @property
    def document(self) -> MinutesDocument | None:
        return document_from(self.seal.record) if self.seal else None

    @property
    def is_current(self) -> bool:
        return self.number == self.minutes.version and self.minutes.is_locked

    @property
    def signed(self) -> SignedMinutes | None:
        """The signed PDF of what this reader reads of it, if one was made."""
        kept = signed_edition(self.minutes, self.seal.edition, self.number) if self.seal else None
        out = self.publication if self.seal and self.publication and self.publication.seal == self.seal else None
        return None if kept and out and not says_what_is_out(kept, out) else kept


def version_for(reader: Any, board_slug: str, address: str, number: int) -> Version:
    """One version of a meeting’s minutes; 404 unless this reader may know that there was one."""
    meeting = meeting_for(reader, board_slug, address)
    minutes, words = minutes_of(meeting), words_at(reader, meeting)
    if minutes is None:
        raise Http404("There are no minutes of this meeting yet.")
    minutes.meeting = meeting
    publication = publication_of(minutes, number)
    seal = _seal_of(minutes, number, sight_at(reader, meeting, words)) if SEE_PAPERS in words else None
    if seal is None and (publication is None or not _is_open_to(meeting, words)):
        raise Http404("There is no such version of these minutes.")
    if seal is None and publication is not None and publication.withdrawn_at is None:
        seal = publication.seal
    reopening = minutes.reopenings.filter(version_left=number).first()
    signature = signature_of(minutes, number) if seal and seal.edition == Edition.FULL else None
    why = _why(minutes, seal, publication, reopening)
    return Version(meeting, minutes, number, words, seal, publication, signature, reopening, why)


def earlier_versions(minutes: Minutes, words: frozenset[str], sight: Sight, *, current: int) -> list[int]:
    """The numbers of the versions before ``current`` that a reader of these words and this sight finds readable."""
    out: set[int] = set()
    if _is_open_to(minutes.meeting, words):
        out = set(minutes.publications.filter(withdrawn_at=None).values_list("version", flat=True))
    left = minutes.reopenings.values_list("version_left", flat=True)
    sealed = {number for number in left if SEE_PAPERS in words and _seal_of(minutes, number, sight)}
    return sorted(number for number in out | sealed if number < current)


def _seal_of(minutes: Minutes, number: int, sight: Sight) -> Seal | None:
    """The full edition of a version, where nothing of it is kept from this reader, then or now."""
    seal = approved_seal(minutes, number)
    if seal is None or sight.closed(minutes.meeting.items.select_related("section")):
        return None
    return seal if sight.exempt or not holds_closed_matter(seal.record) else None


def _why(minutes: Minutes, seal: Seal | None, out: Publication | None, opened: Reopening | None) -> str:
    """Why another version took the place of this one, or will: as the public reads it, for whoever reads that."""
    why = out.reason if out and out.superseded_at else opened.reason if opened else ""
    return why if seal and seal.edition == Edition.FULL else reason_told(minutes, why)


def _is_open_to(meeting: Meeting, words: frozenset[str]) -> bool:
    return SEE_PAPERS in words or meeting.board.visibility == Board.Visibility.PUBLIC

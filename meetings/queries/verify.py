"""Signed records found by what somebody holds: a copy’s bytes, or the code printed on paper."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.http import Http404

from meetings.models import Edition, Publication, Seal, SignedMinutes
from meetings.queries.minutes import minutes_for
from meetings.queries.signed import signed_records
from meetings.rules.record_standing import RecordStanding


@dataclass(frozen=True)
class KnownRecord:
    """A record found by what somebody brought, and what became of it."""

    record: SignedMinutes
    standing: RecordStanding

    @property
    def subject(self) -> str:
        """Executive Group, 14 October 2025"""
        return str(self.record.minutes.meeting)

    @property
    def edition(self) -> str:
        return self.record.edition

    @property
    def code(self) -> str:
        return self.record.code

    @property
    def text_sha256(self) -> str:
        return self.record.text_sha256


def record_with_fingerprint(sha256: str) -> KnownRecord | None:
    return _known(signed_records().filter(sha256=sha256).first())


def record_with_code(code: str) -> KnownRecord | None:
    return _known(signed_records().filter(code=code).first())


def may_know_of(reader: Any, known: KnownRecord) -> bool:
    """Whether these minutes are there for this reader at all, in whatever edition."""
    meeting = known.record.minutes.meeting
    try:
        minutes_for(reader, meeting.board.slug, meeting.address)
    except Http404:
        return False
    return True


def _known(record: SignedMinutes | None) -> KnownRecord | None:
    return KnownRecord(record, _standing(record)) if record else None


def _standing(record: SignedMinutes) -> RecordStanding:
    minutes = record.minutes
    sealed = minutes.seals.filter(event=Seal.Event.APPROVED).aggregate(Max("version"))["version__max"] or 0
    opened = minutes.reopenings.filter(version_left=record.version).first()
    withdrawn = _withdrawn(record)
    return RecordStanding(
        version=record.version,
        now=minutes.version,
        approved=max(sealed, minutes.version if minutes.is_locked else 0),
        reopened_on=opened.at if opened else None,
        withdrawn_on=withdrawn.withdrawn_at if withdrawn else None,
    )


def _withdrawn(record: SignedMinutes) -> Publication | None:
    """The last publication of this version, where that was withdrawn; published anew it stands again."""
    published = record.minutes.publications.filter(version=record.version)
    if record.edition != Edition.FULL:
        published = published.filter(edition=record.edition)
    last = published.order_by("published_at", "pk").last()
    return last if last and last.withdrawn_at else None

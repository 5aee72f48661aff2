"""Signed records: kept once, found by their minutes, their fingerprint or the code printed on them."""

from dataclasses import dataclass

from django.db.models import QuerySet

from meetings.models import Edition, Minutes, SignedMinutes
from meetings.queries.minutes import Reading


def signed_records() -> QuerySet[SignedMinutes]:
    """Without their bytes, which only a download needs."""
    return SignedMinutes.objects.select_related("minutes__meeting__board").defer("pdf")


def signed_edition(minutes: Minutes, edition: str) -> SignedMinutes | None:
    """The record of this edition of the minutes as they now stand."""
    return signed_records().filter(minutes=minutes, edition=edition, version=minutes.version).first()


def edition_read(reading: Reading) -> str:
    """Which signed edition a reader may have: the full one only where nothing in it is kept from them."""
    exempt = reading.meeting.items.exclude(exempt_paragraphs="").exists()
    is_full = reading.edition == Edition.FULL and (reading.with_exempt or not exempt)
    return Edition.FULL if is_full else Edition.PUBLIC


def signed_for(reading: Reading) -> SignedMinutes | None:
    """The signed record this reader may have, if it has been made."""
    return signed_edition(reading.minutes, edition_read(reading)) if reading.minutes.is_locked else None


@dataclass(frozen=True)
class KnownRecord:
    """A record found by a file that somebody brought, and whether a later one took its place."""

    record: SignedMinutes
    is_latest: bool

    @property
    def subject(self) -> str:
        """Executive Group, 14 October 2025"""
        return str(self.record.minutes.meeting)


def record_with_fingerprint(sha256: str) -> KnownRecord | None:
    record = signed_records().filter(sha256=sha256).first()
    if record is None:
        return None
    later = SignedMinutes.objects.filter(minutes=record.minutes_id, edition=record.edition, version__gt=record.version)
    return KnownRecord(record, is_latest=not later.exists() and record.version == record.minutes.version)

"""The chain of seals: its head, and the seal that keeps what minutes said at each version."""

from collections.abc import Iterator

from meetings.models import Edition, Minutes, Seal
from meetings.rules.document import MinutesDocument
from meetings.rules.sealed import document_from

Event = Seal.Event


def head() -> Seal | None:
    """The last seal of the chain, whose hash speaks for all before it; None where nothing is sealed yet."""
    return Seal.objects.order_by("-position").first()


def head_sha256() -> str:
    """The hash printed in a signed PDF: whoever holds one can tell whether what stood before it was changed."""
    last = head()
    return last.sha256 if last else ""


def chain() -> Iterator[Seal]:
    """Every seal from the first on, read in portions."""
    return Seal.objects.order_by("position").iterator(chunk_size=200)


def approved_seal(minutes: Minutes, version: int | None = None) -> Seal | None:
    """What was approved: the seal of the full edition at a version, by default as the minutes now stand."""
    return _latest(minutes, version, Event.APPROVED, Edition.FULL)


def published_seal(minutes: Minutes, edition: str, version: int | None = None) -> Seal | None:
    """What was published of a version, in this edition."""
    return _latest(minutes, version, Event.PUBLISHED, edition)


def sealed_document(seal: Seal | None) -> MinutesDocument | None:
    return document_from(seal.record) if seal else None


def _latest(minutes: Minutes, version: int | None, event: str, edition: str) -> Seal | None:
    wanted = {"version": minutes.version if version is None else version, "event": event, "edition": edition}
    return minutes.seals.filter(**wanted).order_by("-position").first()

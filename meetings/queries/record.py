"""The whole record held against itself: the chain, the rows of approved minutes, signatures, files, publications."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.models import Edition, Minutes, Publication, Seal, Signature, SignedMinutes
from meetings.queries.minutes import minutes_document
from meetings.queries.seal import approved_seal, chain, sealed_document
from meetings.rules.compared import first_difference
from meetings.rules.seal import Misfit, first_that_does_not_fit
from meetings.rules.sealed import text_sha256_in

LOCKED = [Minutes.State.APPROVED, Minutes.State.SIGNED]


@dataclass(frozen=True)
class RecordCheck:
    """What was found: how many seals and sets fit, and the first thing that does not."""

    seals: int
    sets: int
    head: str
    misfit: Misfit | None


def check_record() -> RecordCheck:
    """Walk the chain, then hold everything that hangs on it against it. The first that does not fit ends the walk."""
    seals = Seal.objects.count()
    last = Seal.objects.order_by("-position").values_list("sha256", flat=True).first() or ""
    sets = Minutes.objects.filter(state__in=LOCKED).count()
    misfit = first_that_does_not_fit(chain()) or next(_misfits(), None)
    return RecordCheck(seals, sets, last, misfit)


def position_of(sha256: str) -> int | None:
    """Where in the chain a hash stands that somebody read off a signed PDF; None where it is not there."""
    return Seal.objects.filter(sha256=sha256.lower()).values_list("position", flat=True).first()


def _misfits() -> Iterator[Misfit]:
    yield from _approved()
    yield from _signatures()
    yield from _files()
    yield from _publications()


def _approved() -> Iterator[Misfit]:
    """What stands in the rows of approved minutes is what was sealed."""
    for minutes in Minutes.objects.filter(state__in=LOCKED).select_related("meeting__board").order_by("pk").iterator():
        seal = approved_seal(minutes)
        sealed = sealed_document(seal)
        if seal is None or sealed is None:
            yield Misfit(0, f"{minutes}, version {minutes.version}: approved, and no seal holds what was approved.")
            continue
        now = minutes_document(minutes.meeting, edition=Edition.FULL, with_exempt=True)
        if place := first_difference(sealed, now):
            yield Misfit(seal.position, f"Seal {seal.position}: {minutes} say otherwise than was sealed, at {place}.")


def _signatures() -> Iterator[Misfit]:
    for signature in Signature.objects.select_related("seal", "minutes__meeting__board").order_by("pk").iterator():
        at, whose = signature.seal.position, f"The signature of {signature.name} on the {signature.minutes}"
        if signature.text_sha256 != text_sha256_in(signature.seal.record):
            yield Misfit(at, f"Seal {at}: {whose} is of other words than were sealed.")
        if signature.scan is not None and _hash(signature.scan) != signature.scan_sha256:
            yield Misfit(at, f"Seal {at}: {whose}: the scan is not the one that was kept.")
        if not _is_told(signature):
            yield Misfit(at, f"Seal {at}: {whose} is not as the chain tells it.")


def _is_told(signature: Signature) -> bool:
    """The chain has a link for the signature, with the same name, words and scan."""
    links = Seal.objects.filter(minutes=signature.minutes_id, version=signature.version, event=Seal.Event.SIGNED)
    words = [f'"{part}"' for part in (signature.text_sha256, signature.scan_sha256)]
    return any(all(word in link.record for word in words) and signature.name in link.record for link in links)


def _files() -> Iterator[Misfit]:
    """Each signed PDF is the file that was kept, of the words that were sealed, made when the chain was so long."""
    for file in SignedMinutes.objects.select_related("minutes__meeting__board").order_by("pk").iterator():
        named = f"The signed PDF {file.code} of the {file.minutes}"
        if _hash(file.pdf) != file.sha256:
            yield Misfit(0, f"{named} is not the file that was kept.")
        if file.head_sha256 and position_of(file.head_sha256) is None:
            yield Misfit(0, f"{named} names a seal that is no longer in the chain: its end was cut off or made anew.")
        if file.head_sha256 and file.text_sha256 not in _sealed_words(file):
            yield Misfit(0, f"{named} holds other words than were sealed.")


def _sealed_words(file: SignedMinutes) -> set[str]:
    event = Seal.Event.APPROVED if file.edition == Edition.FULL else Seal.Event.PUBLISHED
    seals = Seal.objects.filter(minutes=file.minutes_id, version=file.version, edition=file.edition, event=event)
    return {text_sha256_in(seal.record) for seal in seals}


def _publications() -> Iterator[Misfit]:
    for out in Publication.objects.select_related("seal", "minutes__meeting__board").order_by("pk").iterator():
        said = (out.minutes_id, out.version, out.edition, Seal.Event.PUBLISHED)
        sealed = (out.seal.minutes_id, out.seal.version, out.seal.edition, out.seal.event)
        if said != sealed:
            at = out.seal.position
            yield Misfit(at, f"Seal {at}: what it says was published of the {out.minutes} is not what the row says.")
        withdrawn = out.withdrawn_at and out.minutes.seals.filter(event=Seal.Event.WITHDRAWN).exists()
        if out.withdrawn_at and not withdrawn:
            yield Misfit(0, f"The {out.minutes} were withdrawn, and the chain does not tell it: its end was cut off.")


def _hash(content: bytes | memoryview) -> str:
    return hashlib.sha256(bytes(content)).hexdigest()

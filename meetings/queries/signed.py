"""Signed records: kept once, found by their minutes. By what is printed on them: queries/verify.py."""

from django.db.models import QuerySet

from meetings.models import Edition, Minutes, Publication, SignedMinutes
from meetings.queries.minutes import Reading, minutes_document
from meetings.queries.public import public_edition
from meetings.queries.seal import approved_seal, sealed_document
from meetings.rules.document import MinutesDocument
from meetings.rules.sealed import as_sealed, document_from


def signed_records() -> QuerySet[SignedMinutes]:
    """Without their bytes, which only a download needs."""
    return SignedMinutes.objects.select_related("minutes__meeting__board").defer("pdf")


def signed_edition(minutes: Minutes, edition: str, version: int | None = None) -> SignedMinutes | None:
    """The record of this edition at a version; by default of the minutes as they now stand."""
    wanted = minutes.version if version is None else version
    return signed_records().filter(minutes=minutes, edition=edition, version=wanted).first()


def record_to_sign(minutes: Minutes) -> MinutesDocument:
    """Every word of approved minutes: what is signed, and sealed as the full edition."""
    sealed = sealed_document(approved_seal(minutes))
    return sealed or minutes_document(minutes.meeting, edition=Edition.FULL, with_exempt=True)


def edition_read(reading: Reading) -> str:
    """Which signed edition a reader may have: the full one only where nothing in it is kept from them."""
    if reading.reads_all:
        return Edition.FULL
    return reading.publication.edition if reading.publication else Edition.PUBLIC


def signed_for(reading: Reading) -> SignedMinutes | None:
    """The signed record this reader may have, if it has been made. Published anew in other words (a name is withheld
    since) an edition of the same version has none: the one there is says what was withdrawn."""
    if reading.seal is None and not reading.minutes.is_locked:
        return None
    kept = signed_edition(reading.minutes, edition_read(reading), reading.version)
    out = reading.publication
    if kept and out and kept.edition == out.edition and not says_what_is_out(kept, out):
        return None
    return kept


def leaves_signed_copy(minutes: Minutes) -> bool:
    """Whether these minutes, published now, would say something else than the public's PDF that was signed of them."""
    edition = public_edition(minutes.meeting)
    if signed_edition(minutes, edition) is None:
        return False
    before = minutes.publications.filter(version=minutes.version, edition=edition).select_related("seal")
    now = as_sealed(minutes_document(minutes.meeting, edition=edition, with_exempt=False))
    return any(document_from(one.seal.record) != now for one in before)


def says_what_is_out(kept: SignedMinutes, out: Publication) -> bool:
    """Whether a PDF sealed before this publication says what it does, in its words and round them."""
    if kept.signed_at > out.published_at:
        return True
    same = Publication.objects.filter(minutes=out.minutes_id, version=out.version, edition=out.edition)
    earlier = same.filter(pk__lt=out.pk).select_related("seal")
    now = document_from(out.seal.record)
    return all(document_from(one.seal.record) == now for one in earlier)

"""What happens to minutes is sealed: one link after the other, each written once, whoever asks at the same moment."""

import datetime as dt
from typing import Any

from django.db import connection, transaction

from meetings.models import Edition, Minutes, Seal
from meetings.queries.minutes import minutes_document
from meetings.queries.seal import approved_seal, head
from meetings.rules.seal import linked
from meetings.rules.sealed import document_told
from meetings.rules.signing import check_can_be_sealed
from trust.tools.keeping import keep

#: The name of the lock under which links are added, so that no two follow on the same one.
CHAIN = 0x5EA1


def seal_approved(*, minutes: Minutes, by: Any, at: dt.datetime) -> Seal:
    """Seal what was approved, every word of it: once for each version, in the transaction that approved it.

    Asked again it answers with the seal there is. Refused where the clock was set back since the last seal.
    """
    check_can_be_sealed(minutes)
    kept = approved_seal(minutes)
    if kept is not None:
        return kept
    document = minutes_document(minutes.meeting, edition=Edition.FULL, with_exempt=True)
    closed = minutes.meeting.items.exclude(exempt_paragraphs="", restricted_reason="").exists()
    told = document_told(document, closed=closed)
    return _add(Seal.Event.APPROVED, minutes, told, by=by, at=at, edition=Edition.FULL)


def seal_published(*, minutes: Minutes, edition: str, by: Any, at: dt.datetime) -> Seal:
    """Seal what the public may read from now on. Published anew after it was withdrawn, it is sealed anew."""
    check_can_be_sealed(minutes)
    document = minutes_document(minutes.meeting, edition=edition, with_exempt=False)
    return _add(Seal.Event.PUBLISHED, minutes, document_told(document), by=by, at=at, edition=edition)


def seal_event(
    *, minutes: Minutes, event: str, record: dict[str, Any], by: Any, at: dt.datetime, version: int | None = None
) -> Seal:
    """Seal that something happened: ``event`` of ``Seal.Event``, and what is to be known of it, as JSON can hold it.

    ``version`` is the one it happened to, where that is not the one the minutes now are.
    """
    return _add(event, minutes, record, by=by, at=at, version=version)


@transaction.atomic
def _add(
    event: str,
    minutes: Minutes,
    told: dict[str, Any],
    *,
    by: Any,
    at: dt.datetime,
    edition: str = "",
    version: int | None = None,
) -> Seal:
    """The next link. Whoever else seals waits until this transaction has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN])
    seal = Seal(event=event, minutes=minutes, edition=edition, sealed_at=at, sealed_by=by)
    seal.version = minutes.version if version is None else version
    return keep(linked(seal, told, head()), by=by)

"""Approved minutes are published, and publication is withdrawn."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_publish
from meetings.models import Minutes, Publication, Reopening, Seal
from meetings.operations.circulation import lock_minutes
from meetings.operations.seal import seal_approved, seal_event, seal_published
from meetings.operations.signing import ask_for_signed_minutes
from meetings.queries.public import exposures, public_edition, reason_told
from meetings.queries.publication import is_published_now
from meetings.queries.signature import signatory
from meetings.rules import publication as rules
from meetings.rules.exposed import check_nothing_exposed
from trust.tools.keeping import keep


@transaction.atomic
def publish_minutes(*, minutes: Minutes, by: Any, at: dt.datetime) -> Minutes:
    """From here on the public edition is as open as the board itself, and the worker seals it for its readers.

    It takes the place of the version published before, which stays readable with a notice and the reason.
    """
    check_may_publish(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    rules.check_can_publish(minutes, signatory=signatory(minutes), is_out=is_published_now(minutes))
    seal_approved(minutes=minutes, by=by, at=at)
    _supersede(minutes, by=by, at=at)
    check_nothing_exposed(exposures(minutes))
    edition = public_edition(minutes.meeting)
    seal = seal_published(minutes=minutes, edition=edition, by=by, at=at)
    out = Publication(minutes=minutes, version=minutes.version, edition=edition, seal=seal)
    out.published_at, out.published_by = at, by
    keep(out, by=by)
    minutes.published_at, minutes.published_by = at, by
    keep(minutes, by=by, because="Published")
    ask_for_signed_minutes(minutes=minutes, edition=edition, by=by)
    return minutes


@transaction.atomic
def withdraw_publication(*, minutes: Minutes, reason: str, by: Any, at: dt.datetime) -> Minutes:
    """The public reads the minutes no longer, in no version; those entitled still do, and history keeps the reason."""
    check_may_publish(by, minutes.meeting.board)
    minutes = lock_minutes(minutes.pk)
    out = list(minutes.publications.select_for_update().filter(withdrawn_at=None))
    rules.check_can_withdraw(is_published=bool(out) or minutes.is_published, reason=reason)
    for one in out:
        one.withdrawn_at, one.withdrawn_by, one.reason = at, by, reason.strip()
        keep(one, by=by, because=reason.strip())
    versions = sorted({one.version for one in out})
    told = {"reason": reason.strip(), "versions": versions}
    seal_event(minutes=minutes, event=Seal.Event.WITHDRAWN, record=told, by=by, at=at)
    minutes.published_at = minutes.published_by = None
    return keep(minutes, by=by, because=reason.strip())


def _supersede(minutes: Minutes, *, by: Any, at: dt.datetime) -> None:
    """The version that stood until now gives way, and says why it was opened again."""
    for one in minutes.publications.filter(withdrawn_at=None, superseded_at=None):
        opened = Reopening.objects.filter(minutes=minutes, version_left__gte=one.version).order_by("version_left")
        told = [reason_told(minutes, why) for why in opened.values_list("reason", flat=True)]
        one.superseded_at, one.reason = at, "; ".join(filter(None, told))
        keep(one, by=by, because=f"Version {minutes.version} took its place")

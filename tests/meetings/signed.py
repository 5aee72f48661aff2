"""Approved minutes of the cast, signed by who presided: on the rows, as the operation would leave them."""

from boards.models import User
from meetings.models import Minutes, Reopening, Signature
from meetings.operations.publication import publish_minutes
from meetings.operations.seal import seal_approved
from meetings.operations.signature import sign_here
from meetings.rules.sealed import text_sha256_in
from tests.cast import Cast
from tests.meetings.minuted import AT, create_following, create_minuted


def create_approved(cast: Cast, *, presiding: str = "Rhiannon Vale") -> Minutes:
    """Approved and sealed at the following meeting."""
    return approve(create_minuted(cast), cast, presiding=presiding)


def approve(minutes: Minutes, cast: Cast, *, presiding: str = "Rhiannon Vale") -> Minutes:
    following = create_following(cast)
    approval = {"at_meeting": following, "presiding": presiding, "recorded_at": AT, "recorded_by": cast.clerk}
    minutes.approvals.create(version=minutes.version, **approval)
    minutes.state, minutes.approved_at, minutes.approved_by = Minutes.State.APPROVED, AT, cast.clerk
    minutes.save()
    seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    return minutes


def sign(minutes: Minutes, by: User, *, name: str = "Rhiannon Vale", shown: str = "") -> Signature:
    """Signed here, having read what was sealed."""
    shown = shown or text_sha256_in(seal_approved(minutes=minutes, by=by, at=AT).record)
    signature = sign_here(minutes=minutes, name=name, shown_sha256=shown, by=by, at=AT)
    minutes.refresh_from_db()
    return signature


def sign_and_publish(minutes: Minutes, cast: Cast) -> Minutes:
    sign(minutes, cast.chair)
    return publish_minutes(minutes=minutes, by=cast.clerk, at=AT)


def reopen(minutes: Minutes, cast: Cast, *, because: str = "The vote was miscounted.") -> None:
    """Open again, and say something else in the next version."""
    Reopening.objects.create(minutes=minutes, version_left=minutes.version, reason=because, at=AT, by=cast.clerk)
    minutes.state, minutes.version = Minutes.State.CIRCULATED, minutes.version + 1
    minutes.approved_at = minutes.approved_by = minutes.published_at = minutes.published_by = None
    minutes.save()
    block = minutes.blocks.get(text="Four options were presented.")
    block.text = "Six options were presented."
    block.save()

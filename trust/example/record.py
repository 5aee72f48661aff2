"""How the example's first minutes became a record: circulated, corrected, cleared, approved, signed, published."""

import datetime as dt

from boards.models import User
from meetings.models import Correction, Meeting, Minute, Minutes, Purpose
from meetings.operations.approval import approve_minutes
from meetings.operations.circulation import circulate_minutes
from meetings.operations.clearing import clear_minutes
from meetings.operations.correction import note_correction
from meetings.operations.publication import publish_minutes
from meetings.operations.signature import sign_here
from meetings.operations.signing import ask_for_signed_minutes
from meetings.queries.signed import record_to_sign
from trust.example import business
from trust.example.cast import address
from trust.example.meetings import clerk

WEEK = dt.timedelta(weeks=1)


def approve(earlier: Meeting, later: Meeting, *, at: dt.datetime) -> None:
    """Take the earlier meeting's draft on its way, approve it at the later one, sign and publish it."""
    minutes = circulate_minutes(meeting=earlier, by=clerk(), at=at - 4 * WEEK)
    kept = correct(minutes)
    clear_minutes(minutes=minutes, by=chair(), at=at - 2 * WEEK)
    item = later.items.get(purpose=Purpose.LAST_MINUTES)
    why = {kept.pk: "The meeting remembers it as it was minuted."}
    approve_minutes(
        sets=[minutes],
        at_meeting=later,
        item=item,
        presiding="Rhiannon Vale",
        by=clerk(),
        at=at,
        not_accepted=why,
    )
    minutes.refresh_from_db()
    shown = record_to_sign(minutes).text_sha256
    sign_here(minutes=minutes, name="Rhiannon Vale", shown_sha256=shown, by=chair(), at=at)
    minutes = publish_minutes(minutes=minutes, by=clerk(), at=at)
    ask_for_signed_minutes(minutes=minutes, by=clerk())


def correct(minutes: Minutes) -> Correction:
    """Two corrections are noted. The later, which the meeting is not to accept, is answered."""
    first, second = business.CORRECTIONS
    propose(minutes, *first)
    return propose(minutes, *second)


def propose(minutes: Minutes, was: str, becomes: str) -> Correction:
    block = Minute.objects.get(minutes=minutes, text__contains=was)
    return note_correction(block=block, text=block.text.replace(was, becomes), by=clerk())


def chair() -> User:
    return User.objects.get(email=address("rhiannon"))

"""How the example's first minutes became a record: circulated, corrected, cleared, approved, signed, published."""

import datetime as dt

from boards.models import User
from meetings.models import Comment, Correction, Meeting, Minute, Minutes, Purpose
from meetings.operations.approval import approve_minutes
from meetings.operations.circulation import circulate_minutes
from meetings.operations.clearing import clear_minutes
from meetings.operations.comment import leave_as_is, make_comment
from meetings.operations.correction import note_correction
from meetings.operations.publication import publish_minutes
from meetings.operations.signature import sign_here
from meetings.operations.signing import ask_for_signed_minutes
from meetings.operations.summary import write_summary
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
    title, text = business.SUMMARY
    write_summary(item=earlier.items.get(title=business.PRIVATE), title=title, text=text, by=clerk(), at=at)
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


def comment(minutes: Minutes, *, at: dt.datetime) -> None:
    """One comment that is answered, and one that waits for the officer."""
    answered, open_still = business.COMMENTS
    first = said_of(minutes, *answered, at=at)
    leave_as_is(comment=first, answer="Minutes do not name who spoke.", by=clerk(), at=at + dt.timedelta(hours=5))
    said_of(minutes, *open_still, at=at)


def said_of(minutes: Minutes, who: str, about: str, text: str, *, at: dt.datetime) -> Comment:
    block = Minute.objects.get(minutes=minutes, text__contains=about)
    by = User.objects.get(email=address(who))
    return make_comment(minutes=minutes, item=None, block=block, text=text, by=by, at=at)


def chair() -> User:
    return User.objects.get(email=address("rhiannon"))

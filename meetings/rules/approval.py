"""Where and when minutes may be approved (DOMAIN rules 1, 4, 7, 11, 12)."""

import datetime as dt
from collections.abc import Collection, Sequence

from boards.models import TermsOfReference
from meetings.models import Meeting, Minutes
from meetings.rules.circulation import check_was_held
from meetings.rules.minutes import check_can_become
from trust.tools.refusal import Refused
from trust.tools.words import long_date

#: What a correction addressed to no item is to: who was there, who presided, what was declared.
RECORD = "Who was there"

EXTRAORDINARY = (Meeting.Kind.EXTRAORDINARY, Meeting.Kind.SPECIAL)


def check_can_approve_at(
    at_meeting: Meeting, *, terms: TermsOfReference | None, inquorate: str, presiding: str, on: dt.date
) -> None:
    """This meeting can approve minutes at all. ``inquorate`` is the quorum's own sentence, "" where it was met or
    where no attendance is recorded."""
    if terms is not None and not terms.approves_minutes:
        raise Refused("By its terms of reference this board does not approve its minutes at a meeting.")
    if at_meeting.kind in EXTRAORDINARY and not (terms and terms.extraordinary_may_approve):
        kind = at_meeting.get_kind_display().lower()
        raise Refused(f"By its terms this board approves no minutes at {_an(kind)} meeting: the next ordinary one can.")
    check_was_held(at_meeting, on=on)
    if inquorate:
        raise Refused(f"The meeting was not quorate and cannot approve minutes. {inquorate}")
    if not presiding.strip():
        raise Refused("Say who presided at the approving meeting.")


def check_can_approve(minutes: Minutes, own: Meeting, at_meeting: Meeting, boards: Collection[int]) -> None:
    """These minutes, of the meeting ``own``, can be approved there. ``boards`` are those that held it, by key."""
    if own.pk == at_meeting.pk:
        raise Refused("Minutes are not approved at the meeting they are of.")
    if _when(at_meeting) < _when(own):
        earlier, later = long_date(at_meeting.date), long_date(own.date)
        raise Refused(f"The meeting of {earlier} was before that of {later} and cannot approve its minutes.")
    if at_meeting.board_id not in boards:
        raise Refused("Minutes are approved by a board that held the meeting.")
    check_can_become(minutes, Minutes.State.APPROVED)


def check_not_approved_there(boards_done: Collection[int], at_meeting: Meeting) -> None:
    """Joint meetings: each board approves once."""
    if at_meeting.board_id in boards_done:
        raise Refused("This board has approved these minutes already.")


def is_approved_by_all(boards: Collection[int], boards_done: Collection[int]) -> bool:
    """Minutes of a joint meeting are approved when each board that held it has approved them (DOMAIN rule 7)."""
    return set(boards) <= set(boards_done)


def approval_words(own: Meeting, corrections: Sequence[tuple[str, str, str]]) -> str:
    """What the approving meeting's own minutes say of it. ``corrections`` are item, was and becomes.

    An item of "" may not be told: the approving minutes may be read more widely.
    """
    said = f"The minutes of the meeting of {long_date(own.date)} were approved as a correct record"
    if not corrections:
        return f"{said}."
    lines = [f"- {_correction_words(*correction)}" for correction in corrections]
    return "\n".join([f"{said}, with {'this correction' if len(lines) == 1 else 'these corrections'}:", "", *lines])


def _correction_words(number: str, was: str, becomes: str) -> str:
    if not number:
        return "a correction to exempt matter"
    was, becomes = (" ".join(words.split()) for words in (was, becomes))
    return f"{number}: “{was}” to read “{becomes}”" if becomes else f"{number}: “{was}” left out"


def _when(meeting: Meeting) -> tuple[dt.date, dt.time]:
    return meeting.date, meeting.starts_at or dt.time.min


def _an(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"

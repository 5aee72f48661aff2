"""Where and when minutes may be approved (DOMAIN rules 1, 4, 7, 11, 12)."""

import datetime as dt
from collections.abc import Collection, Sequence

from boards.models import Board, TermsOfReference
from meetings.models import AgendaItem, Attendance, Meeting, Minutes
from meetings.rules.circulation import check_was_held
from meetings.rules.minutes import check_can_become
from trust.tools.refusal import Refused
from trust.tools.words import listing, long_date

#: What a correction addressed to no item is to: who was there, who presided, what was declared.
RECORD = "Who was there"

#: Begins the reason that history keeps with words changed on approval; the draft beside them is found by it.
CORRECTED = "Corrected on approval"

EXTRAORDINARY = (Meeting.Kind.EXTRAORDINARY, Meeting.Kind.SPECIAL)

#: A correction as the approving minutes tell it: to which item ("" where that may not be told), was, becomes.
Told = tuple[str, str, str]


def approves_at(meeting: Meeting, terms: TermsOfReference | None) -> bool:
    """Whether a meeting of this kind can approve minutes by the terms (SI 1993/202 Sch 2 para 2)."""
    if terms is not None and not terms.approves_minutes:
        return False
    return meeting.kind not in EXTRAORDINARY or bool(terms and terms.extraordinary_may_approve)


def check_can_approve_at(
    at_meeting: Meeting, *, terms: TermsOfReference | None, inquorate: str, presiding: str, on: dt.date
) -> None:
    """This meeting can approve minutes at all. ``inquorate`` is the quorum's own sentence, "" where it was met or
    where no attendance is recorded."""
    if terms is not None and not terms.approves_minutes:
        raise Refused("By its terms of reference this board does not approve its minutes at a meeting.")
    if not approves_at(at_meeting, terms):
        kind = at_meeting.get_kind_display().lower()
        raise Refused(f"By its terms this board approves no minutes at {_an(kind)} meeting: the next ordinary one can.")
    check_was_held(at_meeting, on=on)
    if inquorate:
        raise Refused(f"The meeting was not quorate and cannot approve minutes. {inquorate}")
    if not presiding.strip():
        raise Refused("Say who presided at the approving meeting.")


def check_can_approve(minutes: Minutes, own: Meeting, at_meeting: Meeting, boards: Sequence[Board]) -> None:
    """These minutes, of the meeting ``own``, can be approved there. ``boards`` are those that must, each once."""
    if own.pk == at_meeting.pk:
        raise Refused("Minutes are not approved at the meeting they are of.")
    if _when(at_meeting) < _when(own):
        earlier, later = long_date(at_meeting.date), long_date(own.date)
        raise Refused(f"The meeting of {earlier} was before that of {later} and cannot approve its minutes.")
    if at_meeting.board_id not in [board.pk for board in boards]:
        if at_meeting.board_id == own.board_id:
            raise Refused(f"By the board’s terms its minutes are approved by the {listing(boards)}.")
        raise Refused("Minutes are approved by a board that held the meeting.")
    check_can_become(minutes, Minutes.State.APPROVED)


def check_not_approved_there(boards_done: Collection[int], at_meeting: Meeting) -> None:
    """Joint meetings: each board approves once."""
    if at_meeting.board_id in boards_done:
        raise Refused("This board has approved these minutes already.")


def check_moved(mover: Attendance | None, seconder: Attendance | None, item: AgendaItem | None) -> None:
    """Who proposed and seconded that minutes be approved stands under an item, in the approving minutes (habit H10)."""
    if seconder is not None and (mover is None or mover == seconder):
        raise Refused("Say who moved it as well." if mover is None else "Nobody seconds their own motion.")
    if mover is not None and item is None:
        raise Refused("Choose the item under which the minutes are to say who moved it, or leave it unsaid.")


def check_chosen(sets: int, mover: Attendance | None, seconder: Attendance | None, item: AgendaItem | None) -> None:
    """Something is approved, and what is said of who moved it stands somewhere."""
    if not sets:
        raise Refused("Choose the minutes that were approved.")
    check_moved(mover, seconder, item)


def told_nowhere(item: AgendaItem, because: str) -> str:
    """Why the approving meeting’s own minutes cannot say that it approved these."""
    where = f"item {item.number_shown}" if item.number_shown else f"“{item.title}”"
    instead = "Or choose “None of them” as the item, and they say nothing of it."
    return f"The approval cannot be told under {where} of this meeting. {because} {instead}"


def is_approved_by_all(boards: Sequence[Board], boards_done: Collection[int]) -> bool:
    """Minutes of a joint meeting are approved when each board that held it has approved them (DOMAIN rule 7)."""
    return {board.pk for board in boards} <= set(boards_done)


def named_at(own: Meeting, at_meeting: Meeting) -> str:
    """Whose minutes they are, where another board approves them; "" where it is plain, or not known to everybody."""
    if own.board_id == at_meeting.board_id or own.board.visibility != Board.Visibility.PUBLIC:
        return ""
    return own.board.name


def approval_words(
    own: Meeting,
    corrections: Sequence[Told],
    not_accepted: Sequence[tuple[str, str, str, str]] = (),
    *,
    elsewhere: str = "",
) -> str:
    """What the approving meeting's own minutes say of it. ``not_accepted`` give the reason last.

    An item of "" may not be told: the approving minutes may be read more widely. ``elsewhere`` is the board whose
    minutes they are, where that is another.
    """
    of_board = f" of the {elsewhere}" if elsewhere else ""
    said = f"The minutes of the meeting{of_board} of {long_date(own.date)} were approved as a correct record"
    if corrections:
        said = f"{said}, with {'this correction' if len(corrections) == 1 else 'these corrections'}:"
    else:
        said = f"{said}."
    parts = [said, *(["\n".join(f"- {_correction_words(*one)}" for one in corrections)] if corrections else [])]
    parts += ["\n".join(f"- {_refused_words(*one)}" for one in not_accepted)] if not_accepted else []
    if not_accepted:
        parts.insert(
            -1, f"{'This correction was' if len(not_accepted) == 1 else 'These corrections were'} not accepted:"
        )
    return "\n\n".join(parts)


def _correction_words(number: str, was: str, becomes: str) -> str:
    if not number:
        return "a correction to an item in private"
    was, becomes = (" ".join(words.split()) for words in (was, becomes))
    return f"{number}: “{was}” to read “{becomes}”" if becomes else f"{number}: “{was}” left out"


def _refused_words(number: str, was: str, becomes: str, reason: str) -> str:
    """Neither words nor reason are told of an item in private."""
    words = _correction_words(number, was, becomes)
    stop = "" if words.endswith((".”", "?”", "!”")) else "."
    return f"{words}{stop} {reason.strip().rstrip('.')}." if number else words


def _when(meeting: Meeting) -> tuple[dt.date, dt.time]:
    return meeting.date, meeting.starts_at or dt.time.min


def _an(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"

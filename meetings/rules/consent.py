"""Who agrees to spend whose money, and until when what a decision would spend may be changed (requirement 1.16)."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from boards.models import Partner
from boards.rules.share import counts
from meetings.models import AgendaItem, Attendance, Consent, Decision, Minutes, SpendingLine
from meetings.models.locks import SENTENCE
from meetings.rules.amounts import Amount, amounts
from meetings.rules.room import RoomAt, who_sat
from trust.tools.refusal import Refused
from trust.tools.words import money, short_date

DECIDED = "What was decided under this item is recorded: its money is part of that. Reopen the item to change it."


def check_agreed_in_law(capacity: str, partner: Partner, *, adopted: bool, on: dt.date) -> None:
    """A joint arrangement has its detailed legal agreement before it comes to the board (requirement 1.16 (ii))."""
    if capacity == AgendaItem.Capacity.USUAL or adopted:
        return
    budget = AgendaItem.Capacity(capacity).label.lower()
    raise Refused(
        f"{partner} has adopted no legal agreement in force on {short_date(on)}. Money of a {budget} comes before the "
        "board only under one."
    )


def check_money_open(decision: Decision, minutes: Minutes) -> None:
    """Lines of money change until what was decided is recorded."""
    if minutes.is_locked:
        raise Refused(SENTENCE)
    if decision.recorded_at is not None:
        raise Refused(DECIDED)


def check_line_unanswered(line: SpendingLine, *, answered: bool) -> None:
    """What a partner has answered on is not changed under its hands."""
    if answered:
        raise Refused(f"{line.partner} has answered on this money. Its answer is kept, so the line stays as it was.")


def speaks_for(row: Attendance, partner: int) -> bool:
    """Whether somebody sits for a partner: in its seat, in its place for another seat, or for an absent holder.

    Who takes the minutes, observes or attends sits for nobody.
    """
    of_others = [row.stands_for.seat] if row.stands_for is not None else []
    seats = [row.seat, *of_others, *(row.also_for.all() if row.pk else [])]
    if any(seat is not None and counts(seat) and seat.partner_id == partner for seat in seats):
        return True
    return row.seat is not None and counts(row.seat) and row.seat.partner_id is None and row.partner_id == partner


def speaks_for_one(row: Attendance, partners: Iterable[int]) -> bool:
    return any(speaks_for(row, partner) for partner in partners)


def successor_spoken_for(row: Attendance, partner: int, successors: Iterable[Partner]) -> Partner | None:
    """For which of those that took its place somebody sits; None where they sit for the partner itself."""
    if speaks_for(row, partner):
        return None
    return next((one for one in successors if speaks_for(row, one.pk)), None)


def may_answer_there(room: RoomAt, partner: int, successors: Collection[int] = ()) -> list[Attendance]:
    """Those in the room for the item who sit for the partner, and whom no interest keeps out of it."""
    speak = [row for row in room.here if speaks_for_one(row, [partner, *successors])]
    return [row for row in speak if row.pk not in room.without_vote]


def check_answers_there(room: RoomAt, row: Attendance, line: SpendingLine, successors: Collection[int] = ()) -> None:
    """No count of hands replaces it: only the partner's own representative agrees to spend its money."""
    if row.pk not in {one.pk for one in room.here}:
        raise Refused(f"{who_sat(row)} was not in the room for this item and cannot agree to spend money there.")
    if not speaks_for_one(row, [line.partner_id, *successors]):
        raise Refused(f"{who_sat(row)} does not sit for {line.partner} and cannot agree to spend its money.")
    if row.pk in room.without_vote:
        raise Refused(
            f"{who_sat(row)} declared an interest and took no part in this item. Somebody else answers for "
            f"{line.partner}, or it answers in writing."
        )


def check_still_at_the_meeting(decision: Decision) -> None:
    """Once what was decided is recorded, an answer is no longer one given in the room."""
    if decision.recorded_at is not None:
        raise Refused("What the meeting decided is recorded: from now on a partner answers in writing.")


def check_answers_in_writing(
    line: SpendingLine,
    *,
    name: str,
    person: int,
    representatives: Collection[int],
    held: dt.date,
    on: dt.date,
    today: dt.date,
) -> None:
    """In writing after the meeting, by somebody who represents the partner on that day."""
    if on > today:
        raise Refused("The day of the answer has not come yet.")
    if on < held:
        raise Refused(f"The meeting was on {short_date(held)}. An answer in writing is given on that day or after it.")
    if person not in representatives:
        raise Refused(f"{name} did not represent {line.partner} on {short_date(on)} and cannot answer for it.")


def check_still_open(lines: Iterable[SpendingLine], *, recorded: bool, lapsed: dt.date | None) -> None:
    """What all have agreed to is not undone by one of them, and what has lapsed is put to the board anew."""
    if lapsed is not None:
        raise Refused(f"The dispute ended without agreement on {short_date(lapsed)}. Put it to the board again.")
    lines = list(lines)
    if recorded and lines and all(agrees(line) for line in lines):
        raise Refused(
            "Every partner whose money it is has agreed, and that is recorded. A partner that no longer agrees brings "
            "it back to the board."
        )


def check_answer_follows(line: SpendingLine, answer: str, *, on: dt.date) -> None:
    """The latest answer counts, so none goes behind one that is there, and none is given twice."""
    last = latest(line.consents.all())
    if last is None:
        return
    if last.answer == answer:
        said = Consent.Answer(answer).label.lower()
        raise Refused(f"{line.partner} has answered so already: {said}, on {short_date(last.date)}.")
    if on < last.date:
        raise Refused(f"{line.partner} answered on {short_date(last.date)}, which is later and counts.")


def latest(consents: Iterable[Consent]) -> Consent | None:
    """The answer that counts: the last one recorded."""
    return max(consents, key=lambda one: (one.recorded_at, one.pk), default=None)


def money_told(lines: Iterable[SpendingLine], names: Mapping[int, str]) -> list[str]:
    """What the minutes say of the money, a sentence for each line: £30,000 from the Police (Two youth workers): agreed
    by Oyin Adeyemi. Answers in writing come after the meeting and are told beside the decision, not in its minutes."""
    told = []
    for line in lines:
        purpose = f" ({line.purpose})" if line.purpose else ""
        said = f"{money(line.amount_pence)} from {line.partner}{purpose}"
        there = latest(one for one in line.consents.all() if one.attendance_id)
        if there is not None:
            who = names.get(there.attendance_id or 0, "")
            who += f" for {there.successor}, its successor" if who and there.successor else ""
            said += f": {there.get_answer_display().lower()}{f' by {who}' if who else ''}"
        told.append(f"{said}.")
    return told


def proposed_amounts(text: str, stand_already: Iterable[int]) -> list[Amount]:
    """The sums that a decision's words name and no line has yet, each once; what is "about" a sum is not proposed."""
    had, found = set(stand_already), []
    for amount in amounts(text):
        if amount.is_sure and amount.pence not in had:
            had.add(amount.pence)
            found.append(amount)
    return found


def agrees(line: SpendingLine) -> bool:
    """Whether the owner of this money agrees to spend it, by its latest answer."""
    answer = latest(line.consents.all())
    return answer is not None and answer.answer == Consent.Answer.AGREED

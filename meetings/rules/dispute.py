"""Until when a dispute is open, and how it can end (requirement 1.16 (vii) and (viii))."""

import datetime as dt

from meetings.models import Dispute
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

State = Dispute.State


def check_is_open(dispute: Dispute) -> None:
    if dispute.state != State.OPEN:
        ended = f" on {short_date(dispute.ended_date)}" if dispute.ended_date else ""
        raise Refused(f"The dispute ended{ended}: {dispute.get_state_display().lower()}.")


def check_closing_date(dispute: Dispute, closes: dt.date, *, today: dt.date) -> None:
    """A day to come, so that there is time to settle it."""
    if closes < dispute.opened_date:
        raise Refused(f"The dispute opened on {short_date(dispute.opened_date)}. Give a day after it.")
    if closes < today:
        raise Refused(f"{short_date(closes)} is past. Give a day to come, or say how the dispute ended.")


def check_asked_date(dispute: Dispute, asked: dt.date, *, today: dt.date) -> None:
    if asked > today:
        raise Refused("The day on which they were asked has not come yet.")
    if asked < dispute.opened_date:
        raise Refused(f"The dispute opened on {short_date(dispute.opened_date)}: nobody was asked before that.")


def check_replied_date(asked: dt.date, replied: dt.date, *, today: dt.date) -> None:
    if replied > today:
        raise Refused("The day of the reply has not come yet.")
    if replied < asked:
        raise Refused(f"They were asked on {short_date(asked)}: the reply came on that day or after it.")


def check_can_lapse(dispute: Dispute, reason: str, *, on: dt.date, today: dt.date) -> None:
    """It ends without agreement once the time for it is over, and never without a reason."""
    check_is_open(dispute)
    _check_day(dispute, on, today)
    if not reason.strip():
        raise Refused("Say why it ended without agreement.")
    if dispute.closes_date is None:
        raise Refused("Set the day by which it is to be settled. It can end without agreement once that day is past.")
    if on <= dispute.closes_date:
        raise Refused(
            f"It is to be settled by {short_date(dispute.closes_date)}, and can end without agreement after that day."
        )


def check_can_end_agreed(
    dispute: Dispute, words: str, *, not_agreed: tuple[str, ...], on: dt.date, today: dt.date
) -> None:
    """By words alone only where no money waits for its owner: ``not_agreed`` are owners that have not answered so."""
    check_is_open(dispute)
    _check_day(dispute, on, today)
    if not_agreed:
        raise Refused(f"{listing(not_agreed)} must agree to spend the money first. Enter that answer instead.")
    if not words.strip():
        raise Refused("Say what was agreed.")


def check_can_reopen(dispute: Dispute, reason: str, *, all_agreed: bool) -> None:
    """An end entered by mistake is taken back; what every owner of the money agreed to is not."""
    if dispute.state == State.OPEN:
        raise Refused("The dispute is open.")
    if dispute.state == State.AGREED and all_agreed:
        raise Refused("Every partner whose money it is has agreed: the decision stands, and the dispute stays ended.")
    if not reason.strip():
        raise Refused("Say why it is opened again.")


def is_overdue(dispute: Dispute, *, today: dt.date) -> bool:
    return dispute.state == State.OPEN and dispute.closes_date is not None and dispute.closes_date < today


def dispute_sentence(dispute: Dispute, *, today: dt.date) -> str:
    """Open since 14 October 2025, to be settled by 1 December 2025."""
    opened = short_date(dispute.opened_date)
    if dispute.state != State.OPEN and dispute.ended_date:
        how = "settled" if dispute.state == State.AGREED else "ended without agreement"
        return f"Opened on {opened}, {how} on {short_date(dispute.ended_date)}."
    if dispute.closes_date is None:
        return f"Open since {opened}. No day is set by which it is to be settled."
    closes = short_date(dispute.closes_date)
    if is_overdue(dispute, today=today):
        return f"Open since {opened}. It was to be settled by {closes}: say how it ended, or give another day."
    return f"Open since {opened}, to be settled by {closes}."


def _check_day(dispute: Dispute, on: dt.date, today: dt.date) -> None:
    if on > today:
        raise Refused("The day on which it ended has not come yet.")
    if on < dispute.opened_date:
        raise Refused(f"The dispute opened on {short_date(dispute.opened_date)} and did not end before that.")

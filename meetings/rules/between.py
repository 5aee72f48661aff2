"""What a board decides between its meetings: by e-mail, by silence, by urgency (DOMAIN rules 23, 39)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from boards.models import TermsOfReference
from meetings.models import Asked, BetweenMeetings
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing, long_date, number, short_date

State, Means, Answer = BetweenMeetings.State, BetweenMeetings.Means, Asked.Answer

#: What each state may be followed by. What is ratified goes back only where its decision is opened again.
NEXT: dict[str, tuple[str, ...]] = {
    State.OPEN: (State.TAKEN, State.NOT_TAKEN, State.WITHDRAWN),
    State.TAKEN: (State.RATIFIED,),
    State.NOT_TAKEN: (),
    State.WITHDRAWN: (),
    State.RATIFIED: (State.TAKEN,),
}
TONES = {State.OPEN: "decide", State.TAKEN: "ok", State.NOT_TAKEN: "warn", State.WITHDRAWN: "", State.RATIFIED: "brand"}


@dataclass(frozen=True)
class Outcome:
    """What came of it: whether it was agreed, and the sentence that is kept."""

    agreed: bool
    sentence: str


def outcome_of(means: str, asked: Sequence[Asked], voting: str) -> Outcome:
    """What follows from the answers, by the terms’ own way of deciding. Silence agrees only where it was so asked.

    By silence one objection is enough to take it to a meeting; so it is by e-mail where the board decides by consensus.
    """
    objecting, agreeing = _said(asked, Answer.OBJECTS), _said(asked, Answer.AGREES)
    silent = _said(asked, Answer.NONE)
    if means == Means.SILENCE:
        return _by_silence(asked, objecting, silent)
    told = f"{_were_asked(asked)}: {_counts(asked)}."
    if voting == TermsOfReference.Voting.CONSENSUS and objecting:
        return Outcome(False, f"{told} {_names(objecting)} objected, so that it is not agreed and goes to a meeting.")
    if voting == TermsOfReference.Voting.PARTNER:
        agreeing, asked = _partners(agreeing), _partners(asked)
    whole = "the partners" if voting == TermsOfReference.Voting.PARTNER else "those"
    if 2 * len(agreeing) <= len(asked):
        return Outcome(False, f"{told} No more than half of {whole} asked agreed, so that it is not agreed.")
    return Outcome(True, f"{told} It is agreed, and a meeting is asked to ratify it.")


def check_can_put(means: str, *, closes: dt.date | None, asked: Collection[object], on: dt.date) -> None:
    """Silence needs a closing date to come and a record of who was asked (DOMAIN rule 39); e-mail somebody to ask."""
    if means == Means.URGENCY:
        return
    if not asked:
        raise Refused("Choose who is asked.")
    if means == Means.SILENCE and closes is None:
        raise Refused("Say until when somebody can object: silence is agreement only from a day that everybody knew.")
    if closes is not None and closes <= on:
        raise Refused("The day by which they answer is still to come: give a later one.")


def check_urgent(taken_by: str, taken: dt.date | None, *, on: dt.date) -> None:
    """An urgent decision names who took it, and when."""
    if not taken_by.strip():
        raise Refused("Say who took the decision: the chair or an officer, by name and post.")
    if taken is None:
        raise Refused("Say on which day it was taken.")
    if taken > on:
        raise Refused("That day has not come yet. Record the decision once it is taken.")


def check_can_answer(between: BetweenMeetings, *, on: dt.date) -> None:
    """While it is open, to the end of its last day."""
    check_open(between)
    if between.closes_date is not None and on > between.closes_date:
        raise Refused(f"Answers were asked for by {long_date(between.closes_date)}. Tell the clerk instead.")


def check_open(between: BetweenMeetings) -> None:
    if between.state != State.OPEN:
        raise Refused(f"It is closed: {between.get_state_display().lower()}.")


def check_can_close(between: BetweenMeetings, asked: Sequence[Asked], *, on: dt.date) -> None:
    """By silence on the day after the last; before it, only once somebody objected. By e-mail once all answered."""
    check_open(between)
    unanswered = _said(asked, Answer.NONE)
    over = between.closes_date is not None and on > between.closes_date
    if between.means == Means.SILENCE and not over and not _said(asked, Answer.OBJECTS):
        last = long_date(between.closes_date) if between.closes_date else "a day to come"
        raise Refused(f"They may object until the end of {last}. It closes by itself then.")
    if between.means == Means.EMAIL and unanswered and not over:
        until = f" until {long_date(between.closes_date)}" if between.closes_date else ""
        wait = f"Enter what they said, or wait{until}."
        raise Refused(f"{_names(unanswered)} {_have(unanswered)} not answered yet. {wait}")


def is_due(between: BetweenMeetings, *, on: dt.date) -> bool:
    """Whether its last day is over, so that what was asked by silence closes by itself."""
    return between.state == State.OPEN and between.closes_date is not None and on > between.closes_date


def sentence_of(between: BetweenMeetings, asked: Sequence[Asked], *, on: dt.date) -> str:
    """Where it stands, for its page and the list."""
    if between.state == State.OPEN:
        return _open_sentence(between, asked, on)
    if between.state == State.WITHDRAWN:
        return f"Withdrawn: {between.outcome}"
    if between.state == State.NOT_TAKEN:
        return between.outcome
    taken = f"{_taken(between)}."
    if between.state == State.RATIFIED:
        met = between.item.meeting.date if between.item else None
        return f"{taken} Ratified at the meeting on {long_date(met)}." if met else f"{taken} Ratified."
    if between.item is None:
        return f"{taken} It comes on the next draft agenda, to be ratified."
    return f"{taken} It is on the agenda of {long_date(between.item.meeting.date)}, to be ratified."


def _open_sentence(between: BetweenMeetings, asked: Sequence[Asked], on: dt.date) -> str:
    answered = len(asked) - len(_said(asked, Answer.NONE))
    told = _answered(answered, len(asked))
    if between.closes_date is None:
        return told
    if on > between.closes_date:
        return f"{told} The last day, {short_date(between.closes_date)}, is over: it can be closed."
    if between.means == Means.SILENCE:
        return f"{told} Agreed unless somebody objects by the end of {long_date(between.closes_date)}."
    return f"{told} Answers are asked for by {long_date(between.closes_date)}."


def _answered(answered: int, asked: int) -> str:
    """Two of nine have answered."""
    if not answered:
        return "Nobody has answered yet."
    if answered == asked:
        return "Everybody has answered."
    told = f"{number(answered)} of {number(asked)} {'has' if answered == 1 else 'have'} answered."
    return f"{told[:1].upper()}{told[1:]}"


def _taken(between: BetweenMeetings) -> str:
    day = f" on {short_date(between.taken_date)}" if between.taken_date else ""
    if between.means == Means.URGENCY:
        return f"Taken{day} by {between.taken_by}, as a matter of urgency"
    return f"Agreed{day} {'by silence' if between.means == Means.SILENCE else 'by e-mail'}"


def _by_silence(asked: Sequence[Asked], objecting: Sequence[Asked], silent: Sequence[Asked]) -> Outcome:
    told = f"{_were_asked(asked)}."
    if objecting:
        return Outcome(False, f"{told} {_names(objecting)} objected, so that it is not agreed and goes to a meeting.")
    kept = f", {counted(len(silent), 'of them kept', 'of them kept')} silence" if silent else ""
    return Outcome(True, f"{told} Nobody objected{kept}. It is agreed, and a meeting is asked to ratify it.")


def _were_asked(asked: Sequence[Asked]) -> str:
    told = counted(len(asked), "person was", "people were")
    return f"{told[:1].upper()}{told[1:]} asked"


def _said(asked: Sequence[Asked], answer: str) -> list[Asked]:
    return [one for one in asked if one.answer == answer]


def _counts(asked: Sequence[Asked]) -> str:
    words = {
        Answer.AGREES: ("agreed", "agreed"),
        Answer.OBJECTS: ("objected", "objected"),
        Answer.ABSTAINS: ("took no part", "took no part"),
        Answer.NONE: ("did not answer", "did not answer"),
    }
    return listing(counted(len(of), *said) for answer, said in words.items() if (of := _said(asked, answer)))


def _names(asked: Sequence[Asked]) -> str:
    return listing(one.person.name for one in asked)


def _have(asked: Sequence[Asked]) -> str:
    return "has" if len(asked) == 1 else "have"


def _partners(asked: Sequence[Asked]) -> list[Asked]:
    """One for each partner; seats of no partner each for themselves."""
    by_partner = {(one.seat.partner_id if one.seat else None) or f"seat {one.pk}": one for one in asked}
    return list(by_partner.values())

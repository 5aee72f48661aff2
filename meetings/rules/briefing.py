"""Members prepared before a meeting, so that disagreement is found ahead of it (requirement 1.16 (iii))."""

from collections.abc import Collection, Iterable

from boards.models import Seat
from meetings.models import AgendaItem, Briefed, Briefing, Meeting
from meetings.rules.edition import is_closed, is_exempt
from trust.tools.refusal import Refused
from trust.tools.words import counted

State, View, Role = Meeting.State, Briefed.View, Seat.Role
#: Who serves the board or watches it, and is not briefed to decide.
NOT_BRIEFED = (Role.OBSERVER, Role.MINUTE_TAKER)
#: How what a member foresees shows beside their name.
TONES = {View.NONE: "", View.CONTENT: "ok", View.QUESTION: "decide", View.DISAGREES: "warn"}
NOBODY = "No member who may read this has a seat on that day, so there is nobody to send it to."


def check_can_brief(meeting: Meeting) -> None:
    """Members are prepared in advance: afterwards there is nothing to prepare for."""
    if meeting.state == State.HELD:
        raise Refused("This meeting was held, so nobody can be prepared for it any more.")
    if meeting.state not in (State.PREPARING, State.CALLED):
        raise Refused(f"This meeting is {State(meeting.state).label.lower()}, so nobody is prepared for it.")


def check_not_sent(briefing: Briefing) -> None:
    if briefing.sent_at is not None:
        raise Refused("This briefing is sent, and stands as members have it. Write another one.")


def check_can_send(briefing: Briefing, meeting: Meeting, waiting: Collection[object], sent: Collection[object]) -> None:
    """Once the meeting is called, to whoever has a seat and may read it and has not had it yet."""
    check_can_brief(meeting)
    if meeting.state == State.PREPARING:
        raise Refused("Call the meeting first: its members do not know of it yet.")
    if not waiting and sent:
        raise Refused("Every member who may read it has it already.")
    if not waiting:
        raise Refused(NOBODY)


def check_says_what(view: str, foresees: str) -> None:
    """A question or a disagreement is settled beforehand only if it is known."""
    if view in (View.QUESTION, View.DISAGREES) and not foresees.strip():
        raise Refused("Say what it is, so that it can be settled before the meeting.")


def sits_for_sight(item: AgendaItem | None, seat: Seat) -> bool:
    """Whether whoever holds a seat may be given what is on an item, where they have no sign-in of their own."""
    if item is None or not is_closed(item):
        return True
    restricted = [one for one in (item, item.section) if one is not None and one.is_restricted]
    if any(seat.partner not in list(one.restricted_to.all()) for one in restricted):
        return False
    return not is_exempt(item) or seat.membership != Seat.Membership.ATTENDEE


def summed(briefed: Iterable[Briefed]) -> str:
    """Sent to five members: three have received it, one would not agree."""
    rows = list(briefed)
    if not rows:
        return "Not sent yet."
    received = sum(row.received_at is not None for row in rows)
    said = [f"{counted(received, 'has', 'have')} received it" if received else "nobody has said yet that they have it"]
    for view, words in (
        (View.QUESTION, ("has a question", "have questions")),
        (View.DISAGREES, ("would not agree",) * 2),
    ):
        if count := sum(row.view == view for row in rows):
            said.append(counted(count, *words))
    return f"Sent to {counted(len(rows), 'member')}: {', '.join(said)}."

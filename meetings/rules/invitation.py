"""Partners asked to come to a meeting, alone or with all of their category (requirement 4.10)."""

from collections.abc import Collection

from boards.models import Partner
from meetings.models import Invitation, Meeting
from trust.tools.refusal import Refused

State = Meeting.State


def check_can_invite(meeting: Meeting) -> None:
    """To a called meeting that is still to come: its day and place are then known."""
    if meeting.state == State.PREPARING:
        raise Refused("Call the meeting first: whoever is asked is told its day and place.")
    if meeting.state != State.CALLED:
        raise Refused(f"This meeting is {State(meeting.state).label.lower()}, so nobody can be asked to it any more.")


def check_somebody(partners: Collection[Partner]) -> None:
    if not partners:
        raise Refused("Every partner chosen has a seat on the board, or is asked already. Choose another.")


def check_stands(invitation: Invitation) -> None:
    if invitation.withdrawn_at is not None:
        raise Refused(f"The invitation of {invitation.partner} is withdrawn.")

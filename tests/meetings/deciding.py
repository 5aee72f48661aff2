"""An item with decisions to record: the room of the cast, under terms that number decisions and vote by majority."""

from boards.models import TermsOfReference
from meetings.models import Decision, Meeting
from tests.cast import Cast
from tests.factories import create_attendance, create_block, create_item, create_minutes, create_person, create_seat
from tests.meetings.minuted import create_held

MAJORITY = {"voting": "majority", "decision_numbers": "calendar"}


def set_terms(cast: Cast, **fields: object) -> None:
    TermsOfReference.objects.filter(board=cast.board).update(**MAJORITY | fields)


def create_decision(
    meeting: Meeting, *texts: str, kind: str = "agreed", number: str = "2.1", **fields: object
) -> list[Decision]:
    """An item for decision with these decisions written under it."""
    minutes = getattr(meeting, "minutes", None) or create_minutes(meeting)
    item = create_item(meeting, "The parents’ forum", number=number, purpose="decision", **fields)
    blocks = [create_block(minutes, item, text, kind="decision") for text in texts or ["Option 3 was agreed."]]
    return [Decision.objects.create(block=block, kind=kind) for block in blocks]


def create_to_decide(cast: Cast, **terms: object) -> Decision:
    """A decision under item 2.1 of a held meeting with four who may vote: two each of Council and Health Trust."""
    set_terms(cast, **terms)
    meeting = create_held(cast)
    for name, partner in (("Tomos Bevan", cast.council), ("Nia Okafor", cast.health)):
        person = create_person(name, partner=partner)
        create_attendance(meeting, person, seat=create_seat(cast.board, partner=partner, holder=person))
    return create_decision(meeting)[0]

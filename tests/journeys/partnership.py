"""The board of a script, with everybody of it in a seat, and logins for those whom the journey follows."""

from boards.models import Board, Partner, Person
from meetings.models import StandingItem
from tests.factories import LONG_AGO, create_board, create_partner, create_person, create_seat, create_user
from tests.journeys.script import Member, Script

CLERK, OWNER = "clerk@example.org", "owner@example.org"
#: Whose action the journey follows to its completion: an owner of another agency than the clerk's.
FOLLOWED = "JL"


def found(script: Script) -> Board:
    """Make the board with its standing sections, and seat everybody of the script in the order of the paper."""
    board = create_board(
        script.board, reference_prefix="EG", kind="executive", visibility="public", terms={"quorum_members": 5}
    )
    partners: dict[str, Partner] = {}
    for position, member in enumerate(script.present + script.apologies):
        person = create_person(
            member.name,
            partner=partner_of(member, partners),
            post=member.post,
            initials=member.initials,
            user=login(member),
        )
        seat(board, member, person, partners.get(member.organisation), position)
    for position, section in enumerate(script.sections):
        purpose = "next_meeting" if "next meeting" in section.title.lower() else "discussion"
        StandingItem.objects.create(
            board=board, title=section.title, is_section=True, position=position, purpose=purpose
        )
    return board


def partner_of(member: Member, partners: dict[str, Partner]) -> Partner:
    """Where the paper names no organisation, somebody's own: a person needs none to sit on a board."""
    name = member.organisation
    if name not in partners:
        partners[name] = create_partner(name or "Of no organisation named")
    return partners[name]


def login(member: Member) -> object:
    if member.note == "minutes":
        return create_user(CLERK)
    return create_user(OWNER) if member.initials == FOLLOWED else None


def seat(board: Board, member: Member, person: Person, partner: Partner | None, position: int) -> None:
    role = {"Chair": "chair", "minutes": "minute_taker"}.get(member.note, "member")
    fields = {"role": role, "voting": role != "minute_taker", "position": position, "from_date": LONG_AGO}
    create_seat(board, partner=partner, holder=person, title=member.post, **fields)

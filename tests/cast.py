"""The cast: one executive group of two agencies, and those outside it.

``Rhiannon Vale`` chairs for the Council, ``Kirsty Sandhu`` is its clerk, ``Joss Lindqvist`` sits for the Health Trust;
``Oyin Adeyemi`` sits for the Police, but on another board (``Safer Streets Group``) and sees nothing of this one.
"""

from dataclasses import dataclass

from boards.models import Board, Partner, Person, Seat, User
from tests.factories import create_board, create_partner, create_person, create_seat, create_user


@dataclass(frozen=True)
class Cast:
    board: Board
    other_board: Board
    council: Partner
    health: Partner
    police: Partner
    clerk: User
    chair: User
    member: User
    member_of_another_partner: User
    outsider: User
    seats: dict[str, Seat]

    def person(self, who: str) -> Person:
        """The person who signs in as ``who``: clerk, chair, member, …"""
        return getattr(self, who).person


def assemble(**board_fields: object) -> Cast:
    """Make the cast. ``board_fields`` go to the board they sit on (by default only its members may know of it)."""
    council = create_partner("Northshire County Council", short_name="Council")
    health = create_partner("Northshire Health Trust", short_name="Health Trust")
    police = create_partner("Northshire Police", short_name="Police")
    board = create_board("Executive Group", **{"reference_prefix": "EG", "kind": "executive"} | board_fields)
    other = create_board("Safer Streets Group", reference_prefix="SSG")
    people = {
        "chair": ("Rhiannon Vale", council, "Director of Children’s Services"),
        "clerk": ("Kirsty Sandhu", council, "Policy Officer"),
        "member": ("Joss Lindqvist", health, "Director, Child and Family Health"),
        "member_of_another_partner": ("Oyin Adeyemi", police, "Superintendent"),
        "outsider": ("Petra Nowak", None, ""),
    }
    users = {who: create_user(f"{who.replace('_', '-')}@example.org") for who in people}
    persons = {
        who: create_person(name, partner=partner, post=post, user=users[who])
        for who, (name, partner, post) in people.items()
    }
    seats = {
        "chair": create_seat(board, partner=council, holder=persons["chair"], role="chair"),
        "member": create_seat(board, partner=health, holder=persons["member"]),
        "clerk": create_seat(board, partner=council, holder=persons["clerk"], role="minute_taker", voting=False),
        "member_of_another_partner": create_seat(other, partner=police, holder=persons["member_of_another_partner"]),
    }
    return Cast(board=board, other_board=other, council=council, health=health, police=police, seats=seats, **users)

"""Who somebody new is, and when somebody can be given a way to sign in."""

from dataclasses import dataclass

from boards.models import Person, User
from trust.tools.refusal import Refused


@dataclass(frozen=True)
class NewPerson:
    """Somebody the house does not know yet, as an officer names them."""

    name: str
    initials: str = ""
    email: str = ""
    post: str = ""


def check_can_invite(person: Person, user_of_address: User | None) -> None:
    """A login needs an address, and an address is one person's. ``user_of_address``: who signs in with it now."""
    if person.user and person.user.has_usable_password():
        raise Refused(f"{person.name} can sign in already, with {person.user.email}.")
    if not person.email:
        raise Refused(f"Give {person.name} an e-mail address first: the invitation is sent to it.")
    if user_of_address and user_of_address.pk != person.user_id:
        raise Refused(f"Somebody else signs in with {person.email}. Give {person.name} an address of their own.")

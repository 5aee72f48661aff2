"""When somebody can be given a way to sign in: a table, without a database."""

import pytest

from boards.models import Person, User
from boards.rules.person import check_can_invite
from trust.tools.refusal import why_not


def user(pk=7, password="secret"):
    made = User(pk=pk, email="asha@example.org", password="!" if not password else "pbkdf2_sha256$1$x$y")
    return made


@pytest.mark.parametrize(
    ("person", "signs_in_with_it", "refusal"),
    [
        (Person(name="Asha", email="asha@example.org"), None, ""),
        (Person(name="Asha", email="asha@example.org", user=user(password="")), user(password=""), ""),
        (Person(name="Asha"), None, "Give Asha an e-mail address first: the invitation is sent to it."),
        (
            Person(name="Asha", email="asha@example.org", user=user()),
            user(),
            "Asha can sign in already, with asha@example.org.",
        ),
        (
            Person(name="Asha", email="joss@example.org"),
            user(pk=8),
            "Somebody else signs in with joss@example.org. Give Asha an address of their own.",
        ),
    ],
)
def test_an_address_is_one_persons(person, signs_in_with_it, refusal):
    assert why_not(check_can_invite, person, signs_in_with_it) == refusal

"""The people of the house, and their browsers."""

import pytest
from django.conf import settings
from django.test import Client

from tests import cast as the_cast
from tests.once import made_once


def pytest_configure() -> None:
    # A real hash costs a fifth of a second, and every test makes people.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> the_cast.Cast:
    """One executive group of two agencies, and those outside it."""
    return made_once(the_cast.assemble)


@pytest.fixture
def as_(cast: the_cast.Cast):
    """A test client signed in as one of the cast: ``as_("member")``; ``as_("public")`` is nobody."""

    def signed_in(who: str) -> Client:
        client = Client()
        if who != "public":
            client.force_login(getattr(cast, who))
        return client

    return signed_in

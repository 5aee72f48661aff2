"""Who keeps the register, and how they fill in a form."""

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from boards.models import Board, Partner, User
from boards.operations.access import refresh_board_access
from tests.factories import create_partner, create_person, create_user


def create_keeper(partner: Partner | None = None) -> User:
    """Somebody whose post keeps the register, of a partner of their own unless one is given; every board knows them."""
    user = create_user("keeper@example.org")
    person = create_person(
        "Mabel Garrick", partner=partner or create_partner(), post="Partnership Principal Officer", user=user
    )
    person.posts.update(keeps_register=True)
    for board in Board.objects.all():
        refresh_board_access(board, on=timezone.localdate())
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def day(name: str, date: dt.date) -> dict[str, Any]:
    return {f"{name}_day": date.day, f"{name}_month": date.month, f"{name}_year": date.year}


def done(client: Client, address: str, **answers: Any) -> Any:
    """The form filled in and read through: the page that comes after."""
    return client.post(address, answers | {"confirmed": "yes"}, follow=True)

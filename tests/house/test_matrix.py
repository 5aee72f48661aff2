"""Closed by default: every address, as each of the cast, read and posted to (issue 2 §4).

The board is one that only its members may know of. Others get 404 from whatever is below it, and nothing of it in any
page they may open; nobody's post changes what their words do not allow.
"""

import pytest
from django.apps import apps

from boards.models import Board
from tests.house.addresses import Address, addresses, filled
from tests.house.closed_board import SECRETS, furnish
from tests.house.source import STOREYS

pytestmark = pytest.mark.django_db

STRANGERS = ("member_of_another_partner", "outsider", "public")
ALL = ("clerk", "chair", "member", *STRANGERS)
#: Parameters that lead to something of the closed board.
BELOW = {
    "board",
    "fund",
    "pk",
    "agreement",
    "scheme",
    "indicator",
    "round",
    "bid",
    "allocation",
    "plan",
    "priority",
}


def below_the_board(address: Address) -> bool:
    return bool(BELOW & set(address.parameters))


def written() -> int:
    """How many changes of records history has."""
    models = [model for storey in STOREYS for model in apps.get_app_config(storey).get_models()]
    return sum(model._base_manager.count() for model in models if model.__name__.startswith("Historical"))


@pytest.fixture
def things(cast):
    return furnish(cast)


def test_there_are_addresses_to_walk():
    assert len(addresses()) > 30
    assert all(isinstance(address.name, str) and not address.name.endswith("None") for address in addresses())


@pytest.mark.parametrize("who", STRANGERS)
def test_strangers_find_nothing_below_a_closed_board(as_, things, who):
    client = as_(who)
    found = {}
    for address in filter(below_the_board, addresses()):
        at = filled(address, things)
        for method in (client.get, client.post):
            answer = method(at)
            asked_to_sign_in = answer.status_code == 302 and "/account/login/" in answer.headers["Location"]
            asked_to_sign_in |= answer.status_code == 401
            if answer.status_code not in (404, 405) and not (who == "public" and asked_to_sign_in):
                found[f"{method.__name__} {address.name}"] = answer.status_code
    assert not found


@pytest.mark.parametrize("who", STRANGERS)
def test_strangers_read_nothing_of_it_in_other_pages(as_, things, who):
    client, found = as_(who), {}
    for address in addresses():
        if below_the_board(address):
            continue
        page = client.get(filled(address, things))
        text = page.content.decode(errors="replace") if not page.streaming else ""
        if leaked := [secret for secret in SECRETS if secret in text]:
            found[address.name] = leaked
    assert not found


@pytest.mark.parametrize("who", STRANGERS)
def test_strangers_change_nothing(as_, things, who):
    client, before = as_(who), written()
    for address in filter(below_the_board, addresses()):
        client.post(filled(address, things))
        client.post(filled(address, things), {"text": "x", "title": "x", "state": "closed", "reason": "x"})
    assert written() == before


@pytest.mark.parametrize("who", ALL)
def test_no_address_breaks(as_, things, who):
    client = as_(who)
    client.raise_request_exception = False
    broken = {
        address.name: answer.status_code
        for address in addresses()
        for answer in (client.get(filled(address, things)), client.post(filled(address, things)))
        if answer.status_code >= 500
    }
    assert not broken


@pytest.mark.parametrize("who", ["member", "chair"])
def test_members_may_read_but_not_write_what_is_the_clerks(as_, cast, things, who):
    """An empty post to every address but their own actions leaves everything as it was."""
    client, before = as_(who), written()
    for address in filter(below_the_board, addresses()):
        if not address.name.startswith("actions:"):
            client.post(filled(address, things), {"title": "x", "text": "x", "reason": "x", "status": "present"})
    assert written() == before
    assert Board.objects.get(pk=cast.board.pk).name == "Executive Group"

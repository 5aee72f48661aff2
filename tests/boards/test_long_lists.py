"""Lists that grow past a screen have pages of a hundred, and their counts and files are of all of it."""

import pytest

from tests.boards.keeper import create_keeper, signed_in
from tests.factories import create_partner, create_person, create_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeps(cast):
    return signed_in(create_keeper())


@pytest.fixture
def many(cast):
    """A hundred and one vacant seats of as many partners, each with somebody of its own."""
    for n in range(101):
        partner = create_partner(f"Agency {n:03}")
        create_seat(cast.board, partner=partner)
        create_person(f"Officer {n:03}", partner=partner, post="Officer")


@pytest.mark.parametrize(
    ("address", "file", "order", "what"),
    [
        ("/boards/attention/", "/boards/attention/attention.csv", "-what", "thing"),
        ("/boards/balance/", "/boards/balance/balance.csv", "-agency", "seat"),
        ("/people/", "/people/people.csv", "-name", "people"),
    ],
)
def test_a_long_list_has_pages_and_its_count_is_of_all(many, keeps, address, file, order, what):
    pages = [keeps.get(address, {"order": order, "page": n}) for n in (1, 2)]
    first, last = (page.content.decode() for page in pages)
    whole = pages[0].context["page"].paginator.count
    assert whole > 101
    assert (first.count("<tr>"), last.count("<tr>")) == (101, whole - 99)  # with the head's
    said = [
        page.split('class="c-count">')[1].split("<")[0].split(",")[0].split(" of ")[0].strip() for page in (first, last)
    ]
    assert said[0] == said[1]
    assert what in said[0]
    assert f'rel="next" href="?order={order}&amp;page=2"' in first
    assert f'rel="prev" href="?order={order}&amp;page=1"' in last
    assert len(keeps.get(file).content.decode().strip().splitlines()) == whole + 1

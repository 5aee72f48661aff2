"""Lists of money that grow past a screen have pages of a hundred; counts, sums and files are of all of it."""

import pytest

from commissioning.models import Allocation, Fund, Round
from tests.commissioning.ledger import K, create_bid, create_fund, create_round, create_share
from tests.commissioning.test_round import at, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(cast):
    """A hundred and one funds with a round each, and as many allocations of £1,000 and bids of £2,000 in the last."""
    for n in range(100):
        create_round(cast, create_fund(cast, name=f"Fund {n:03}"), title=f"Round {n:03}")
    share = create_share(create_round(cast, create_fund(cast, name="Fund 100"), title="Round 100"))
    told = {"fund": share.round.fund, "share": share, "year": 2026, "amount_pence": K}
    Allocation.objects.bulk_create(Allocation(purpose=f"Purpose {n:03}", **told) for n in range(101))
    for n in range(101):
        create_bid(share, f"Bid {n:03}", 2 * K)


@pytest.mark.parametrize(
    ("name", "order", "first", "last", "words"),
    [
        ("allocations", "-purpose", "Purpose 100", "Purpose 000", "Purpose"),
        ("rounds", "-title", "Round 100", "Round 000", "Round"),
        ("funds", "-name", "Fund 100", "Fund 000", "Fund"),
        ("bids", "-title", "Bid 100", "Bid 000", "Bid"),
    ],
)
def test_a_list_of_money_has_pages_that_keep_what_was_asked(as_, many, name, order, first, last, words):
    asked = {"words": words, "order": order}
    pages = [text(as_("member").get(at(name), asked | {"page": n})) for n in (1, 2)]
    assert [page.count('<th scope="row">') for page in pages] == [100, 1]
    assert first in pages[0]
    assert last not in pages[0]
    assert last in pages[1]
    assert f'rel="next" href="?words={words}&amp;order={order}&amp;page=2"' in pages[0]
    assert f'rel="prev" href="?words={words}&amp;order={order}&amp;page=1"' in pages[1]
    assert (
        f'list.csv?words={words}&amp;order={order}"' in pages[1] or f'csv/?words={words}&amp;order={order}"' in pages[1]
    )
    assert all("101 " in page.split('id="count">')[1].split("<")[0] for page in pages)
    sheet = at(f"{name}_sheet", "csv")
    assert len(as_("clerk").get(sheet, asked).content.decode().strip().splitlines()) == 102


def test_what_allocations_come_to_is_of_all_of_them_and_says_so(as_, many):
    for page in (1, 2):
        shown = text(as_("member").get(at("allocations"), {"page": page}))
        assert "Of all of them, £0 stands, £101,000 does not stand yet." in shown
    cut = text(as_("member").get(at("allocations"), {"words": "Purpose 007"}))
    assert ">£0 stands, £1,000 does not stand yet." in cut


@pytest.mark.parametrize("page", ["0", "9", "x"])
def test_a_page_that_is_not_there_is_the_nearest(as_, many, page):
    shown = text(as_("member").get(at("allocations"), {"page": page}))
    assert ("Purpose 100" in shown) is (page == "9" or page == "0")


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider"])
def test_nobody_else_is_told_how_many_there_are(as_, many, who):
    for name in ("allocations", "rounds", "funds", "bids"):
        shown = text(as_(who).get(at(name)))
        assert "101" not in shown
        assert "Page 1 of" not in shown


@pytest.mark.parametrize("cut", [{}, {"state": "Waits"}, {"order": "state"}, {"over": "yes"}, {"order": "-share"}])
def test_the_list_costs_the_same_with_more_of_them(as_, many, cut, django_assert_max_num_queries):
    client = as_("member")
    with django_assert_max_num_queries(34):
        client.get(at("allocations"), cut)
    assert Fund.objects.count() == Round.objects.count() == 101

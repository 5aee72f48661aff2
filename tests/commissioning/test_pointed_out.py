"""What is pointed out of a fund before it is put down, and refuses nothing."""

import pytest
from django.urls import reverse
from django.utils import timezone

from commissioning.models import Fund
from commissioning.rules.years import year_of
from tests.boards.agreed import create_agreement

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = year_of(TODAY)


@pytest.fixture
def pool(cast):
    name = "Neighbourhood fund"
    return Fund.objects.create(name=name, kind="pooled", board=cast.board, to_date=TODAY, from_date=TODAY)


def read(client, name, /, *args, **answers):
    """The answers, to be read through."""
    return client.post(reverse(f"commissioning:{name}", args=args), answers).content.decode()


def test_an_agreement_that_is_no_pooling_agreement_is_pointed_out_before_it_is_named(as_, cast):
    protocol = create_agreement(cast, "Information protocol", kind="protocol")
    given = {"board": cast.board.pk, "name": "Early help pool", "kind": "pooled", "agreement": protocol.pk}
    assert "is no section 75 agreement: a pooled fund rests on one." in read(as_("clerk"), "add_fund", **given)


@pytest.mark.parametrize(("years", "said"), [(2, "begins after it."), (-2, "ends before it."), (0, "")])
def test_a_year_outside_the_days_of_its_fund_is_pointed_out(as_, cast, pool, years, said):
    given = {"year": str(YEAR + years), "amount_pence": "1k"}
    told = [
        read(as_("clerk"), "add_fund_year", pool.pk, **given),
        read(as_("clerk"), "add_contribution", pool.pk, **given, partner=cast.council.pk, kind="cash"),
    ]
    assert all("Read it through" in page for page in told)
    assert all((said in page) if said else ("c-notice--decide" not in page) for page in told)


def test_a_pool_that_is_to_be_called_otherwise_is_pointed_out(as_, cast, pool):
    given = {"board": cast.board.pk, "name": pool.name, "kind": "aligned", "because": "x"}
    assert "It is a pooled fund until now." in read(as_("clerk"), "change_fund", pool.pk, **given)
    assert "until now" not in read(as_("clerk"), "change_fund", pool.pk, **given | {"kind": "pooled"})

"""Where the agreement says each of the seven: said by form, read back, taken out (SI 2000/617 reg 7(3))."""

import pytest

from commissioning.models import AgreementContent, Fund
from tests.boards.agreed import create_agreement
from tests.commissioning.test_round import at, done, text

pytestmark = pytest.mark.django_db
Content = AgreementContent.Content


@pytest.fixture
def pool(cast):
    agreement = create_agreement(cast, "Pooling agreement", clauses=2, kind="section_75")
    return Fund.objects.create(name="Early help pool", kind="pooled", board=cast.board, agreement=agreement)


def missing(as_, pool, who="member"):
    """How many of the seven the page shows as missing."""
    return text(as_(who).get(at("fund_agreement", pool.pk))).count(">Missing<")


@pytest.mark.parametrize("content", Content.values)
def test_1_16_ii_each_of_the_seven_is_said_by_form_and_read_back(as_, pool, content):
    assert missing(as_, pool) == 7
    given = {"place": f"schedule 2, page {len(content)}"}
    check = as_("clerk").post(at("fund_content", pool.pk, content), given)
    assert (check.status_code, given["place"] in text(check)) == (200, True)
    assert missing(as_, pool) == 7, "nothing is put down before it is read through"
    assert done(as_("clerk"), at("fund_content", pool.pk, content), **given).status_code == 302
    page = text(as_("member").get(at("fund_agreement", pool.pk)))
    assert given["place"] in page
    assert missing(as_, pool) == 6
    said = Content(content).label
    assert f"does not say, as far as is put down here: {said[:1].lower()}{said[1:]}." not in page


def test_a_clause_says_it_and_it_is_taken_out_for_a_reason(as_, pool):
    clause = pool.agreement.clauses.first()
    address = at("fund_content", pool.pk, Content.AIMS)
    assert done(as_("clerk"), address, clause=clause.pk).status_code == 302
    assert f"Clause {clause.number}" in text(as_("member").get(at("fund_agreement", pool.pk)))
    assert done(as_("clerk"), at("take_out_content", pool.pk, Content.AIMS), why="A slip").status_code == 302
    assert missing(as_, pool) == 7
    assert AgreementContent.history.first().history_change_reason == "A slip"


def test_nothing_said_is_refused_and_nobody_else_says_it(as_, pool):
    address = at("fund_content", pool.pk, Content.AIMS)
    refused = as_("clerk").post(address, {"place": ""})
    assert refused.status_code == 422
    assert "Choose the clause, or say where in the document it is." in text(refused)
    for who, status in (("member", 403), ("member_of_another_partner", 404), ("outsider", 404)):
        assert done(as_(who), address, place="page 2").status_code == status
    assert not AgreementContent.objects.exists()

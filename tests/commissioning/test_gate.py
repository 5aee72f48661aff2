"""The legal gate of a pooled fund (requirement 1.16 ii, gap 3): what it lacks, whom to ask, one truth with meetings."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Adoption, PartnerSuccession
from commissioning.models import AgreementContent, Fund
from commissioning.queries.gate import gate_of, gates_of
from meetings.models import AgendaItem
from meetings.queries.capacity import legal_agreements
from meetings.rules.capacity import check_agreed_before
from tests.boards.agreed import ASKED, create_agreement
from tests.factories import create_item, create_meeting, create_partner
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = TODAY.year if TODAY.month >= 4 else TODAY.year - 1
CONTENTS = AgreementContent.Content.values


def agree(agreement, *partners, answer="agreed", on=ASKED):
    for partner in partners:
        Adoption.objects.create(
            agreement=agreement, partner=partner, answer=answer, by_body="Cabinet", decided_date=on, amendment="x"
        )


def change(agreement, **changes):
    """With its history, which tells what its status was on a day."""
    for name, value in changes.items():
        setattr(agreement, name, value)
    agreement.save()


@pytest.fixture
def pool(cast):
    """A pooled fund of two partners whose agreement says everything, and both have adopted it."""
    agreement = create_agreement(cast, "Pooling agreement", clauses=0, kind="section_75")
    agree(agreement, cast.council, cast.health)
    for content in CONTENTS:
        agreement.contents.create(content=content, place="schedule 2, page 14")
    fund = Fund.objects.create(name="Early help pool", kind="pooled", board=cast.board, agreement=agreement)
    for partner in (cast.council, cast.health):
        fund.contributions.create(partner=partner, year=YEAR, amount_pence=100)
    return fund


def missing(fund, on=TODAY):
    return gate_of(fund, on=on).missing


def test_1_16_ii_an_agreement_in_force_that_says_all_opens_the_gate(pool):
    assert gate_of(pool, on=TODAY).is_open


@pytest.mark.parametrize("kind", ["aligned", "grant", "in_kind"])
def test_only_a_pooled_fund_has_the_gate(cast, kind):
    fund = Fund.objects.create(name="Other", kind=kind, board=cast.board)
    assert gate_of(fund, on=TODAY).is_open
    assert bool(gate_of(fund, on=TODAY).points) == (kind == "aligned")


def test_what_was_put_down_of_the_seven_has_a_history_to_read(as_, pool):
    page = as_("clerk").get(f"/budgets/funds/{pool.pk}/agreement/").content.decode()
    kept = pool.agreement.contents.get(content="aims")
    assert f"/history/commissioning.agreementcontent/{kept.pk}/" in page
    assert as_("clerk").get(f"/history/commissioning.agreementcontent/{kept.pk}/").status_code == 200
    assert "agreementcontent" not in as_("member").get(f"/budgets/funds/{pool.pk}/agreement/").content.decode()


def test_without_any_agreement(cast):
    fund = Fund.objects.create(name="Bare", kind="pooled", board=cast.board)
    (line,) = gate_of(fund, on=TODAY).lines
    assert (line.sentence, line.ask) == (
        "No legal agreement is named for this pooled fund.",
        "The officers of Executive Group",
    )


@pytest.mark.parametrize("content", CONTENTS)
def test_each_of_the_seven_is_visibly_missing(pool, content):
    pool.agreement.contents.get(content=content).delete()
    (line,) = gate_of(pool, on=TODAY).lines
    label = AgreementContent.Content(content).label
    assert label[1:] in line.sentence
    assert "officers of Executive Group" in line.ask


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"status": "draft"}, "“Pooling agreement, version 1” is not in force. The partners have not been asked yet."),
        ({"status": "withdrawn", "status_reason": "Rewritten"}, "“Pooling agreement, version 1” is not in force. "),
        (
            {"kind": "protocol"},
            "“Pooling agreement, version 1” is no section 75 agreement: a pooled fund rests on one.",
        ),
        ({"to_date": TODAY - dt.timedelta(days=1)}, "“Pooling agreement, version 1” ended on "),
        ({"from_date": TODAY + dt.timedelta(days=9)}, "“Pooling agreement, version 1” takes effect on "),
    ],
)
def test_its_status_and_its_days(pool, changed, said):
    change(pool.agreement, **changed)
    if "status" in changed:
        pool.agreement.asked.all().delete()
    found = [one for one in missing(Fund.objects.get(pk=pool.pk)) if "not agreed" not in one]
    assert [one.startswith(said) for one in found] == [True]


def test_a_partner_that_is_silent_is_named_with_its_body(pool, cast):
    pool.agreement.adoptions.filter(partner=cast.health).delete()
    pool.agreement.asked.filter(partner=cast.health).update(body="The Trust board")
    (line,) = gate_of(pool, on=TODAY).lines
    assert line.sentence.startswith(
        "Northshire Health Trust has not agreed to “Pooling agreement, version 1”, asked on"
    )
    assert line.ask == "Northshire Health Trust: The Trust board"


@pytest.mark.parametrize("answer", ["in_principle", "declined"])
def test_4_7_an_answer_that_is_no_agreement_does_not_open_it(pool, cast, answer):
    pool.agreement.adoptions.filter(partner=cast.health).update(answer=answer)
    assert len(missing(pool)) == 1


def test_who_puts_money_in_is_to_be_asked(pool, cast):
    pool.contributions.create(partner=cast.police, year=YEAR)
    (line,) = gate_of(pool, on=TODAY).lines
    assert "has not been asked to agree" in line.sentence
    pool.contributions.filter(partner=cast.police).update(withdrawn_date=TODAY, withdrawn_reason="Left")
    assert missing(pool) == []


def test_a_partner_that_ended_before_it_agreed_is_followed_by_its_successor(pool, cast):
    after = create_partner("Northshire Care Board")
    PartnerSuccession.objects.create(predecessor=cast.health, successor=after, from_date=TODAY)
    pool.agreement.adoptions.filter(partner=cast.health).delete()
    type(cast.health).objects.filter(pk=cast.health.pk).update(ended_date=TODAY - dt.timedelta(days=1))
    (first, *_) = gate_of(pool, on=TODAY).lines
    assert first.ask == "Northshire Care Board"


def test_an_agreement_that_ends_within_the_year_is_pointed_out(pool):
    change(pool.agreement, to_date=TODAY + dt.timedelta(days=1))
    found = gate_of(Fund.objects.get(pk=pool.pk), on=TODAY)
    assert found.is_open
    if (TODAY + dt.timedelta(days=1)).year - ((TODAY + dt.timedelta(days=1)).month < 4) == YEAR:
        assert "What is allocated for the days after it has no agreement behind it." in found.points[0]


CHANGES = {
    "as it is": {},
    "withdrawn": {"status": "withdrawn", "status_reason": "Rewritten"},
    "under review": {"status": "review", "status_reason": "Rewritten"},
    "ended": {"to_date": TODAY - dt.timedelta(days=1)},
    "to come": {"from_date": TODAY + dt.timedelta(days=9)},
    "a protocol": {"kind": "protocol"},
}


@pytest.mark.parametrize("how", CHANGES)
@pytest.mark.parametrize("silent", [True, False])
@pytest.mark.parametrize("followed", [True, False])
def test_1_16_ii_the_gate_and_the_agenda_tell_one_truth(pool, cast, how, silent, followed):
    """Where the agenda refuses an item on the pool, the gate is shut; with all seven said, the other way round too."""
    change(pool.agreement, **CHANGES[how])
    if silent:
        pool.agreement.adoptions.filter(partner=cast.health).delete()
    if followed:
        after = create_agreement(
            cast, "Pooling agreement", 0, kind="section_75", version="2", supersedes=pool.agreement
        )
        agree(after, cast.council, cast.health)
    meeting = create_meeting(cast.board, TODAY)
    item = create_item(meeting, capacity=AgendaItem.Capacity.POOLED, agreement=pool.agreement)
    refused = why_not(check_agreed_before, item, legal_agreements(cast.board, on=TODAY), on=TODAY)
    assert bool(refused) == bool(missing(Fund.objects.get(pk=pool.pk)))


def test_the_gates_of_many_cost_as_many_statements_as_of_one(pool, cast, django_assert_max_num_queries):
    for number in range(6):
        fund = Fund.objects.create(name=f"Pool {number}", kind="pooled", board=cast.board, agreement=pool.agreement)
        fund.contributions.create(partner=cast.health, year=YEAR)
    funds = list(Fund.objects.select_related("board", "host", "agreement"))
    with django_assert_max_num_queries(9):
        assert len(gates_of(funds, on=TODAY)) == 7

"""Delegated powers and every use of them; what a clause makes of boards."""

import datetime as dt

import pytest

from boards.models import Agreement, BoardRelation, DelegatedAct, Delegation, Post
from boards.queries.agreements import read_on
from tests.boards.agreed import TODAY, create_agreement, day

pytestmark = pytest.mark.django_db

PAGE = "/partners/northshire-health-trust/delegations/"
GIVEN = {
    "from_body": "Cabinet",
    "to_post": "Head of People",
    "in_consultation_with": "Member Champion",
    "scope": "Agree amendments",
    **day("from_date", TODAY),
}


def test_who_reads_and_who_writes_them(cast, as_):
    who = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
    assert [as_(one).get(PAGE).status_code for one in who] == [200, 200, 200, 404, 404, 404]
    posted = [as_(one).post(f"{PAGE}add/", GIVEN | {"confirmed": "yes"}).status_code for one in who]
    assert posted == [403, 403, 302, 404, 404, 404]
    assert Delegation.objects.get().history.get().history_user == cast.member


def test_4_7_every_use_is_listed_and_one_out_of_order_is_marked(cast, as_):
    as_("member").post(f"{PAGE}add/", GIVEN | {"confirmed": "yes"})
    power = Delegation.objects.get()
    use = {"by_whom": "Nia Corrie", "what": "Two posts became one", **day("date", TODAY)}
    as_("member").post(f"{PAGE}{power.pk}/use/", use | {"confirmed": "yes"})
    agreement = create_agreement(cast)
    before = {"decided_date": TODAY - dt.timedelta(days=1), "delegation": power, "by_body": "Head of People"}
    agreement.adoptions.create(partner=cast.health, answer="amended", amendment="From May", **before)
    page = as_("clerk").get(PAGE).content.decode()
    assert "Two posts became one" in page
    assert "Without consulting Member Champion." in page
    assert "Agreed with amendment: Statement of commitment, version 1" in page
    assert "Before the power was given" in page


def test_a_use_to_come_and_an_end_before_the_beginning_are_refused(cast, as_):
    as_("member").post(f"{PAGE}add/", GIVEN | {"confirmed": "yes"})
    power = Delegation.objects.get()
    use = {"by_whom": "x", "what": "x", **day("date", TODAY + dt.timedelta(days=2))}
    assert as_("member").post(f"{PAGE}{power.pk}/use/", use).status_code == 409
    end = {**day("last_day", TODAY - dt.timedelta(days=2)), "why": "x"}
    assert as_("member").post(f"{PAGE}{power.pk}/end/", end).status_code == 409
    assert not DelegatedAct.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "member", "outsider"])
def test_4_6_iii_a_clause_makes_how_boards_stand(cast, as_, who):
    """The keepers put it down; the agreement and the network say which clause made it."""
    agreement = create_agreement(cast)
    clause = agreement.clauses.first()
    page = f"/agreements/{agreement.pk}/clauses/{clause.pk}/makes/"
    asked = {
        "board": cast.board.pk,
        "kind": "accountable_to",
        "to_board": cast.other_board.pk,
        **day("from_date", TODAY),
    }
    assert as_(who).post(page, asked | {"confirmed": "yes"}).status_code in (403, 404)
    Post.objects.create(person=cast.person("clerk"), partner=cast.council, keeps_register=True)
    cast.other_board.visibility = "public"
    cast.other_board.save()
    done = as_("clerk").post(page, asked | {"confirmed": "yes"}, follow=True).content.decode()
    relation = BoardRelation.objects.get(clause=clause)
    assert (relation.board, relation.to_board) == (cast.board, cast.other_board)
    assert "is accountable to <a" in done
    circle = asked | {"board": cast.other_board.pk, "to_board": cast.board.pk, "confirmed": "yes"}
    assert as_("clerk").post(page, circle).status_code == 409


def test_gap_7_clauses_have_versions_answers_powers_and_make_structure(cast, as_):
    agreement = create_agreement(cast, clauses=8)
    power = Delegation.objects.create(partner=cast.health, from_body="Cabinet", to_post="Head of People", scope="Words")
    given = {"by_body": "Cabinet", "decided_date": TODAY}
    for clause in agreement.clauses.all()[:7]:
        agreement.adoptions.create(partner=cast.health, clause=clause, answer="agreed", **given)
    last = agreement.clauses.last()
    amended = {"answer": "amended", "amendment": "From May", "by_body": "Head of People", "decided_date": TODAY}
    agreement.adoptions.create(partner=cast.health, clause=last, delegation=power, **amended)
    made = {"kind": "thematic_of", "to_board": cast.other_board, "clause": last}
    BoardRelation.objects.create(board=cast.board, **made)
    assert "Statement of commitment" in as_("member").get(PAGE).text, "every use of the power is listed"
    as_("clerk").post(f"/agreements/{agreement.pk}/version/", {"version": "2", "confirmed": "yes"})
    stands = {one.agreement.version: one.stand_of(cast.health) for one in read_on(Agreement.objects.all(), on=TODAY)}
    assert stands["1"].word == "Agreed with amendment"
    assert stands["2"] is None, "the draft of the next was put to nobody"

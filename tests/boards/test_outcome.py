"""Lists of outcomes: dated, replaceable, and the links of boards survive (requirements 1.12, 4.6 vii)."""

import datetime as dt

import pytest

from boards.models import BoardOutcome, Outcome, OutcomeList, Post
from boards.queries.outcome import outcome_lists
from tests.boards.agreed import TODAY, create_agreement, day

pytestmark = pytest.mark.django_db

FIVE = "Be healthy\nStay safe\nEnjoy and achieve\nMake a positive contribution\nEnjoy economic well-being"
BEFORE = TODAY - dt.timedelta(days=400)


@pytest.fixture
def keeper(cast, as_):
    Post.objects.create(person=cast.person("clerk"), partner=cast.council, keeps_register=True)
    cast.board.visibility = "public"
    cast.board.save()
    return as_("clerk")


@pytest.fixture
def five(keeper):
    given = {"name": "Five outcomes", "titles": FIVE, **day("from_date", BEFORE), "confirmed": "yes"}
    assert keeper.post("/outcomes/add/", given).status_code == 302
    return OutcomeList.objects.get()


def test_1_12_five_outcomes_in_their_order(as_, five):
    assert list(five.outcomes.values_list("title", flat=True)) == FIVE.splitlines()
    assert "Make a positive contribution" in as_("public").get("/outcomes/").content.decode()


@pytest.mark.parametrize("who", ["chair", "member", "outsider", "public"])
def test_only_the_keepers_set_them_down(cast, as_, who):
    assert as_(who).post("/outcomes/add/", {"name": "x", "titles": "y", "confirmed": "yes"}).status_code == 403
    assert not OutcomeList.objects.exists()


def test_4_6_vii_a_clause_links_a_group_and_the_link_survives_a_new_list(cast, keeper, five):
    agreement = create_agreement(cast, title="Commitment of all")
    clause = agreement.clauses.first()
    safe = five.outcomes.get(title="Stay safe")
    link = {"board": cast.board.pk, "outcome": safe.pk, **day("from_date", BEFORE), "confirmed": "yes"}
    page = f"/agreements/{agreement.pk}/clauses/{clause.pk}/outcomes/"
    assert keeper.post(page, link).status_code == 302
    assert BoardOutcome.objects.get().clause == clause
    given = {"name": "Three outcomes", "titles": "Safe\nWell\nLearning", **day("from_date", TODAY), "confirmed": "yes"}
    keeper.post(f"/outcomes/{five.pk}/replace/", given)
    three = OutcomeList.objects.get(name="Three outcomes")
    new = three.outcomes.get(title="Safe")
    keeper.post(f"/outcomes/{three.pk}/follows/", {f"follows_{new.pk}": [safe.pk], "confirmed": "yes"})
    read = outcome_lists(cast.clerk, on=TODAY, today=TODAY)[0]
    assert [(one.link.board, one.clause) for one in read.lines[0].links] == [(cast.board, clause)]
    assert "by clause 1 of Commitment of all" in keeper.get("/outcomes/").content.decode()
    assert "by its link to “Stay safe”" in keeper.get("/outcomes/").content.decode()
    assert OutcomeList.objects.get(pk=five.pk).to_date == TODAY - dt.timedelta(days=1)


@pytest.fixture
def link(cast, five):
    """The Executive Group works for the first outcome by a clause."""
    clause = create_agreement(cast, title="Commitment of all").clauses.first()
    return BoardOutcome.objects.create(board=cast.board, outcome=five.outcomes.first(), clause=clause, from_date=BEFORE)


def test_4_6_vii_a_link_ends_with_its_reason_and_days_before_keep_it(cast, as_, keeper, link):
    at, works = f"/outcomes/links/{link.pk}/end/", "Executive Group</a> works for “Be healthy”"
    clauses = link.clause.agreement.get_absolute_url()
    assert at in keeper.get("/outcomes/").text
    assert works in as_("member").get(clauses).text
    ends = day("last_day", TODAY - dt.timedelta(days=1))
    assert keeper.post(at, ends | {"confirmed": "yes"}).status_code == 422, "the reason is asked for"
    assert "ended" in keeper.post(at, ends | {"why": "The group moved on", "confirmed": "yes"}, follow=True).text
    assert works not in as_("member").get(clauses).text
    assert works in as_("member").get(f"{clauses}?on={TODAY - dt.timedelta(days=1)}").text
    assert link.history.first().history_change_reason == "The group moved on"


@pytest.mark.parametrize(
    ("last_day", "sentence"), [(BEFORE - dt.timedelta(days=1), "it ends on that day or after it."), (None, "Last day")]
)
def test_bad_input_a_link_does_not_end_before_it_began(keeper, link, last_day, sentence):
    given = {"why": "A slip", "confirmed": "yes"} | (day("last_day", last_day) if last_day else {})
    answer = keeper.post(f"/outcomes/links/{link.pk}/end/", given)
    assert answer.status_code in (409, 422)
    assert sentence in answer.text
    assert "A slip" in answer.text
    link.refresh_from_db()
    assert link.to_date is None


def test_only_the_keepers_end_a_link(cast, as_, link):
    given = {"why": "x", **day("last_day", TODAY), "confirmed": "yes"}
    others = ["chair", "member", "member_of_another_partner", "outsider", "public"]
    assert [as_(who).post(f"/outcomes/links/{link.pk}/end/", given).status_code for who in others] == [403] * 5


def test_bad_input(keeper, five):
    twice = {"name": "Another", "titles": "One\nOne", **day("from_date", TODAY), "confirmed": "yes"}
    answer = keeper.post("/outcomes/add/", twice)
    assert answer.status_code == 409
    assert "“One” stands twice." in answer.content.decode()
    early = {"name": "Another", "titles": "One", **day("from_date", BEFORE), "confirmed": "yes"}
    assert keeper.post(f"/outcomes/{five.pk}/replace/", early).status_code == 409
    assert Outcome.objects.count() == 5


def test_others_read_no_board_they_may_not_know_of(cast, as_, keeper, five):
    BoardOutcome.objects.create(board=cast.other_board, outcome=five.outcomes.first(), from_date=BEFORE)
    assert "Safer Streets Group" not in as_("public").get("/outcomes/").content.decode()
    assert "Safer Streets Group" in as_("member_of_another_partner").get("/outcomes/").content.decode()

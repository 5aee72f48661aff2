"""A partner answers an agreement: who may, whole or clause by clause, on which authority, and taking it back."""

import datetime as dt
import re
from typing import Any

import pytest

from boards.models import Adoption, Post
from boards.operations.access import refresh_partner_access
from boards.queries.agreements import answers_of, has_agreed_in_law, unanswered
from tests.boards.agreed import ASKED, TODAY, create_agreement, day
from tests.factories import create_person

pytestmark = pytest.mark.django_db

WHOLE: dict[str, Any] = {"way": "whole", "answer": "agreed", "by_body": "Trust board", **day("decided_date", TODAY)}


@pytest.fixture
def agreement(cast):
    return create_agreement(cast)


@pytest.fixture
def page(cast, agreement):
    return f"/agreements/{agreement.pk}/partners/{cast.health.slug}/answer/"


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("chair", 403), ("member", 200), ("member_of_another_partner", 404), ("public", 404)],
)
def test_who_answers_for_a_partner(as_, page, who, status):
    assert as_(who).get(page).status_code == status
    given = WHOLE | {"paper": "Minute 4", "confirmed": "yes"}
    assert as_(who).post(page, given).status_code == (302 if status == 200 else status)
    assert Adoption.objects.exists() == (status == 200)


def test_2_10_its_manager_answers_without_a_seat(cast, as_, page):
    person = (
        create_person("Nia Corrie", user=cast.outsider)
        if not hasattr(cast.outsider, "person")
        else cast.outsider.person
    )
    Post.objects.create(person=person, partner=cast.health, manages_partner=True)
    refresh_partner_access(cast.health, on=TODAY)
    assert as_("outsider").post(page, WHOLE | {"confirmed": "yes"}).status_code == 302


def test_4_6_clause_by_clause_with_an_amendment(cast, as_, agreement, page):
    first, second = agreement.clauses.all()
    given = WHOLE | {"way": "clauses", f"answer_{first.pk}": "agreed", f"answer_{second.pk}": "amended"}
    wrong = as_("member").post(page, given)
    assert wrong.status_code == 422
    assert "in the partner’s own words" in wrong.content.decode()
    given |= {f"amendment_{second.pk}": "Not before April.", "paper": "Minute 45", "confirmed": "yes"}
    done = as_("member").post(page, given, follow=True).content.decode()
    assert "Agreed with amendment" in done
    assert "Not before April." in done
    told = as_("clerk").get(agreement.get_absolute_url()).content.decode()
    assert "Not before April." in told
    assert "Conditional: it waits for Council." in told


def test_no_two_controls_of_the_form_are_one(cast, as_):
    """The answers to the whole are numbered, and so are those to the clauses."""
    agreement = create_agreement(cast, title="Protocol", clauses=0)
    for key in range(1, 6):
        agreement.clauses.create(pk=key, number=str(key), text="Words.", position=key)
    page = as_("member").get(f"/agreements/{agreement.pk}/partners/{cast.health.slug}/answer/").text
    found = re.findall(r' id="([^"]+)"', page)
    assert "id_answer_1" in found
    assert len(found) == len(set(found))


def test_clauses_left_as_they_are_are_not_answered_anew(as_, agreement, page):
    first, second = agreement.clauses.all()
    as_("member").post(page, WHOLE | {"way": "clauses", f"answer_{first.pk}": "agreed", "confirmed": "yes"})
    later = WHOLE | {"way": "clauses", f"answer_{first.pk}": "", f"answer_{second.pk}": "declined", "confirmed": "yes"}
    as_("member").post(page, later)
    assert sorted(Adoption.objects.values_list("clause__number", "answer")) == [("1", "agreed"), ("2", "declined")]


def test_bad_input_a_clause_that_does_not_exist(as_, agreement, page):
    first = agreement.clauses.first()
    given = WHOLE | {"way": "clauses", f"answer_{first.pk}": "agreed", "answer_999999": "declined", "confirmed": "yes"}
    answer = as_("member").post(page, given)
    assert answer.status_code == 422
    assert "The agreement has no such clause." in answer.content.decode()
    assert not Adoption.objects.exists(), "nothing half done"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({"answer": ""}, "Choose the answer.", id="no answer"),
        pytest.param({"way": "clauses"}, "No clause is answered yet.", id="no clause"),
        pytest.param({"by_body": ""}, "Fill in “Decided by”.", id="no body"),
        pytest.param(day("decided_date", TODAY + dt.timedelta(days=1)), "has not come yet", id="to come"),
        pytest.param(day("decided_date", TODAY - dt.timedelta(days=400)), "cannot have answered before", id="unasked"),
        pytest.param({"decided_date_day": "31", "decided_date_month": "2"}, "Enter a real date.", id="no day"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(as_, page, given, sentence):
    answer = as_("member").post(page, WHOLE | {"paper": "Minute 45"} | given)
    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()
    assert "Minute 45" in answer.content.decode()


def test_an_officer_enters_it_with_the_paper(cast, as_, page):
    assert "Fill in “The paper that says so”." in as_("clerk").post(page, WHOLE).content.decode()
    as_("clerk").post(page, WHOLE | {"paper": "Letter of 4 May", "confirmed": "yes"})
    adoption = Adoption.objects.get()
    assert (adoption.paper, adoption.recorded_by) == ("Letter of 4 May", cast.clerk)


def test_h15_what_a_partner_answered_itself_no_officer_puts_right_or_takes_back(as_, page):
    as_("member").post(page, WHOLE | {"confirmed": "yes"})
    adoption = Adoption.objects.get()
    entered = WHOLE | {"answer": "declined", "paper": "Letter of 4 May", "confirmed": "yes"}
    refused = as_("clerk").post(page, entered)
    assert refused.status_code == 409
    assert "gave this answer itself" in refused.content.decode()
    back = page.replace("answer/", f"{adoption.pk}/take-back/")
    shown = page.removesuffix("answer/")
    assert [back in as_(who).get(shown).content.decode() for who in ("member", "clerk")] == [True, False]
    assert as_("clerk").get(back).status_code == 409
    assert as_("clerk").post(back, {"why": "Wrong", "confirmed": "yes"}).status_code == 409
    adoption.refresh_from_db()
    assert adoption.answer == WHOLE["answer"]


def test_what_an_officer_entered_the_partner_puts_right(as_, page):
    as_("clerk").post(page, WHOLE | {"paper": "Letter of 4 May", "confirmed": "yes"})
    as_("member").post(page, WHOLE | {"answer": "declined", "confirmed": "yes"})
    adoption = Adoption.objects.get()
    assert (adoption.answer, adoption.is_its_own) == ("declined", True)


def test_what_is_not_with_the_partners_is_not_answered(as_, agreement, page):
    agreement.status = "withdrawn"
    agreement.save()
    assert as_("member").post(page, WHOLE | {"confirmed": "yes"}).status_code == 409


def test_an_answer_is_put_right_or_taken_back(as_, agreement, page):
    as_("member").post(page, WHOLE | {"confirmed": "yes"})
    as_("member").post(page, WHOLE | {"answer": "declined", "confirmed": "yes"})
    adoption = Adoption.objects.get()
    assert adoption.answer == "declined"
    assert adoption.history.count() == 2
    back = page.replace("answer/", f"{adoption.pk}/take-back/")
    as_("member").post(back, {"why": "Entered by mistake", "confirmed": "yes"})
    assert not Adoption.objects.exists()
    assert Adoption.history.first().history_change_reason == "Entered by mistake"


def test_h15_the_public_reads_the_answer_as_a_fact_and_no_name(cast, as_, agreement, page):
    cast.board.visibility = "public"
    cast.board.save()
    as_("member").post(page, WHOLE | {"paper": "Minute 45", "confirmed": "yes"})
    read = as_("public").get(page.removesuffix("answer/")).content.decode()
    assert "Trust board" in read
    assert "Minute 45" in read
    assert "Joss Lindqvist" not in read
    assert "Joss Lindqvist" in as_("clerk").get(page.removesuffix("answer/")).content.decode()


def test_gap_2_the_partner_page_says_what_it_has_agreed_and_not_answered(cast, as_, agreement, page):
    partner = f"/partners/{cast.health.slug}/"
    assert "Silent for 30 days" in as_("clerk").get(partner).content.decode()
    as_("member").post(page, WHOLE | {"confirmed": "yes"})
    assert "Trust board" in as_("clerk").get(partner).content.decode()
    assert [stand.word for _, stand in answers_of(cast.health, cast.clerk, on=TODAY)] == ["Agreed"]
    assert [stand.partner for _, stand in unanswered(cast.clerk, on=TODAY)] == [cast.council]
    assert unanswered(cast.outsider, on=TODAY) == []


@pytest.mark.parametrize(
    ("status", "both", "in_force"), [("asked", True, True), ("asked", False, False), ("draft", True, False)]
)
def test_1_16_ii_a_legal_agreement_is_in_force_once_all_have_agreed(cast, status, both, in_force):
    agreement = create_agreement(cast, title="Pooled budget", clauses=0, kind="section_75")
    for partner in [cast.health, cast.council][: 1 + both]:
        agreement.adoptions.create(partner=partner, answer="agreed", by_body="Board", decided_date=ASKED)
    if status == "draft":
        agreement.status = status
        agreement.asked.all().delete()
        agreement.save()
    assert has_agreed_in_law(cast.health, on=TODAY) == in_force
    assert not has_agreed_in_law(cast.health, on=ASKED - dt.timedelta(days=1))
    assert not has_agreed_in_law(cast.police, on=TODAY)

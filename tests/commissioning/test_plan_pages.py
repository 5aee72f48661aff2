"""Plans on their pages: put down, taken step by step, put right, and read by those they are for (1.8, 2.23)."""

import datetime as dt

import pytest
from django.urls import reverse

from commissioning.models import Plan, PlanStep
from tests.boards.keeper import day, done
from tests.commissioning.planned import JUNE, TODAY, YEAR, create_decision, create_plan, create_purposes
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db

LIST = "/budgets/plans/"


@pytest.fixture
def plan(cast) -> Plan:
    create_purposes(cast.board)
    return create_plan(cast)


def step(client, plan, kind, **answers):
    at = reverse("commissioning:take_step", args=[plan.pk, YEAR, kind])
    return done(client, at, **day("date", JUNE) | {"reason": ""} | answers)


def read(client, at: str) -> str:
    return client.get(at).content.decode()


def test_a_plan_is_put_down_and_takes_the_place_of_another(as_, cast, plan):
    answers = {"board": cast.board.pk, "title": "Next plan", "supersedes": plan.pk, **day("from_date", TODAY)}
    page = done(as_("clerk"), f"{LIST}add/", **answers).content.decode()
    assert "The plan is put down." in page
    assert "Next plan" in page
    earlier = read(as_("member"), plan.get_absolute_url())
    assert "has taken its place" in earlier
    plan.refresh_from_db()
    assert (TODAY - plan.to_date).days == 1
    assert "It takes the place of" in read(as_("member"), Plan.objects.get(title="Next plan").get_absolute_url())


def test_1_8_a_step_cites_the_decision_that_did_it(as_, cast, plan):
    decision = create_decision(cast, JUNE)
    page = step(as_("clerk"), plan, "agreed", decision=decision.pk, reason="£162,000, as the schedule says.")
    words = page.content.decode()
    assert f"it was agreed on 3 June {YEAR}." in words
    assert "£162,000, as the schedule says." in words
    at = reverse("meetings:decision", args=[cast.board.slug, JUNE.isoformat(), decision.block.key])
    assert at in words
    assert PlanStep.objects.get().history.get().history_user == cast.clerk


def test_2_23_drafting_is_put_on_hold_for_a_reason_and_taken_up_again(as_, plan):
    clerk = as_("clerk")
    step(clerk, plan, "outline")
    assert "Fill in “Why it is on hold”." in step(clerk, plan, "held").content.decode()
    held = step(clerk, plan, "held", reason="The inspection takes everybody’s time.").content.decode()
    assert f"It has been on hold since 3 June {YEAR}: The inspection takes everybody’s time." in held
    assert "On hold" in read(as_("member"), LIST)
    assert "It has been on hold" not in step(clerk, plan, "resumed").content.decode()


def test_a_step_that_cannot_follow_is_refused_and_nothing_is_lost(as_, plan):
    answer = step(as_("clerk"), plan, "signed_off", reason="All done.")
    words = answer.content.decode()
    assert (answer.status_code, "What may follow is “Outline agreed”, “Agreed” or “On hold”." in words) == (409, True)
    assert "All done." in words
    assert not plan.steps.exists()


def test_what_was_put_down_in_error_is_taken_back_and_stays_in_sight(as_, plan):
    step(as_("clerk"), plan, "agreed")
    at = reverse("commissioning:take_back_step", args=[plan.pk, plan.steps.get().pk])
    page = done(as_("clerk"), at, reason="It was the outline").content.decode()
    assert "does not count: It was the outline" in page
    assert "nothing has been agreed yet" in page
    again = done(as_("clerk"), at, reason="Again")
    assert (again.status_code, plan.steps.count()) == (409, 2)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_others_take_no_step(as_, plan, who):
    assert step(as_(who), plan, "agreed").status_code in (200, 403, 404)
    assert not plan.steps.exists()


@pytest.mark.parametrize(("who", "sees"), [("member", True), ("member_of_another_partner", False), ("public", False)])
def test_who_reads_a_plan_and_the_list_of_plans(as_, plan, who, sees):
    client = as_(who)
    assert ("Plan for children" in read(client, LIST)) == sees
    assert (client.get(plan.get_absolute_url()).status_code == 200) == sees
    assert ("Plan for children" in client.get(f"{LIST}list.csv").content.decode(errors="replace")) == sees


@pytest.mark.parametrize(("who", "sees"), [("clerk", True), ("member", False)])
def test_a_decision_is_named_to_those_alone_who_may_read_it(as_, cast, plan, who, sees):
    """A draft at the desk is the clerk’s."""
    decision = create_decision(cast, JUNE, state="draft")
    step(as_("clerk"), plan, "agreed", decision=decision.pk)
    page = read(as_(who), plan.get_absolute_url())
    assert ("By decision" in page) == sees
    assert "No decision is cited" not in page


def test_a_decision_of_another_board_is_neither_offered_nor_taken(as_, cast, plan):
    board, cast_board = cast.other_board, cast.board
    object.__setattr__(cast, "board", board)
    other = create_decision(cast, JUNE, "Lit streets")
    object.__setattr__(cast, "board", cast_board)
    answer = step(as_("clerk"), plan, "agreed", decision=other.pk)
    assert (answer.status_code, plan.steps.exists()) == (422, False)


def test_a_plan_put_down_by_mistake_is_taken_out_unless_something_stands_on_it(as_, plan):
    at = reverse("commissioning:take_out_plan", args=[plan.pk])
    priority = plan.board.priorities.create(title="Safe at home", plan=plan)
    assert "The plan has one priority. Take these out first" in done(as_("clerk"), at).content.decode()
    priority.delete()
    assert "It is taken out." in done(as_("clerk"), at).content.decode()
    assert not Plan.objects.exists()


def test_a_plan_whose_place_was_taken_is_not_taken_out_and_its_end_is_told_first(as_, cast, plan):
    answers = {"board": cast.board.pk, "title": "Next plan", "supersedes": plan.pk, **day("from_date", TODAY)}
    first = as_("clerk").post(f"{LIST}add/", answers).content.decode()
    assert f"“Plan for children” ends on {short_date(TODAY - dt.timedelta(days=1))}, and not on" in first
    done(as_("clerk"), f"{LIST}add/", **answers)
    refused = as_("clerk").get(reverse("commissioning:take_out_plan", args=[plan.pk]))
    assert (refused.status_code, "“Next plan” takes the place of" in refused.content.decode()) == (200, True)
    later = reverse("commissioning:take_out_plan", args=[Plan.objects.get(title="Next plan").pk])
    assert "“Plan for children” still ends on" in read(as_("clerk"), later)
    assert "It is taken out." in done(as_("clerk"), later).content.decode()


def test_nothing_yet_says_what_would_stand_here(as_, cast):
    assert "The plans of your boards will be listed here" in read(as_("member"), LIST)
    assert "Put down a plan" not in read(as_("member"), LIST)


def test_the_list_costs_the_same_with_more_plans(as_, cast, plan, django_assert_max_num_queries):
    client = as_("member")
    client.get(LIST)
    for number in range(6):
        create_plan(cast, f"Plan {number}")
    with django_assert_max_num_queries(22):
        client.get(LIST)
    with django_assert_max_num_queries(30):
        client.get(plan.get_absolute_url())

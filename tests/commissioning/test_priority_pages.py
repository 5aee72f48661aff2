"""Priorities on their pages: who leads, what they serve, and how often they come back (1.12, 2.15, 2.18)."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.models import Outcome, OutcomeList
from commissioning.models import Priority
from tests.boards.keeper import day, done
from tests.commissioning.planned import JUNE, TODAY, create_plan
from tests.factories import LONG_AGO

pytestmark = pytest.mark.django_db

LIST = "/budgets/priorities/"
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def priority(cast) -> Priority:
    return Priority.objects.create(board=cast.board, title="Infant feeding", lead="Head of Midwifery")


def read(client, at: str) -> str:
    return client.get(at).content.decode()


def to(priority: Priority, name: str, *more: int) -> str:
    return reverse(f"commissioning:{name}", args=[priority.pk, *more])


def test_2_18_a_priority_is_put_down_with_its_plan_its_lead_and_the_need(as_, cast):
    plan = create_plan(cast, tied=False)
    answers = {"board": cast.board.pk, "title": "Infant feeding", "plan": plan.pk, "lead": "Head of Midwifery"}
    done(as_("clerk"), f"{LIST}add/", **answers, lead_partner=cast.health.pk, need="Four in ten at six weeks.")
    page = read(as_("member"), Priority.objects.get().get_absolute_url())
    assert "Head of Midwifery, Health Trust" in page
    assert "Four in ten at six weeks." in page
    assert plan.get_absolute_url() in page
    assert "Led by Head of Midwifery" in read(as_("member"), plan.get_absolute_url())


def test_it_is_changed_and_history_keeps_what_it_was(as_, cast, priority):
    done(as_("clerk"), to(priority, "change_priority"), title="Feeding babies", lead="")
    page = read(as_("member"), priority.get_absolute_url())
    assert ("Feeding babies" in page, "Nobody is named yet" in page) == (True, True)
    assert [one.title for one in priority.history.all()] == ["Feeding babies", "Infant feeding"]


def test_what_comes_first_is_put_down_once(as_, cast, priority):
    answer = done(as_("clerk"), f"{LIST}add/", board=cast.board.pk, title="infant FEEDING")
    assert (answer.status_code, "on some of those days already" in answer.content.decode()) == (409, True)
    priority.to_date = YESTERDAY
    priority.save()
    again = done(as_("clerk"), f"{LIST}add/", board=cast.board.pk, title="Infant feeding", **day("from_date", TODAY))
    assert (again.status_code, Priority.objects.count()) == (200, 2)


def test_a_plan_of_another_board_is_refused_and_nothing_is_lost(as_, cast, priority):
    plan = create_plan(cast, tied=False)
    plan.board = cast.other_board
    plan.save()
    answer = done(as_("clerk"), to(priority, "change_priority"), title="Feeding babies", plan=plan.pk)
    assert (answer.status_code, "Feeding babies" in answer.content.decode()) == (422, True)


def test_1_12_when_the_list_of_outcomes_is_replaced_the_link_survives(as_, cast, priority):
    old = OutcomeList.objects.create(name="Five outcomes", from_date=LONG_AGO)
    safe = Outcome.objects.create(outcomes=old, title="Stay safe")
    done(as_("clerk"), to(priority, "serve_outcome"), outcome=safe.pk, **day("from_date", JUNE))
    assert "Stay safe" in read(as_("member"), priority.get_absolute_url())
    old.to_date = YESTERDAY
    old.save()
    assert "nothing follows it" in read(as_("member"), priority.get_absolute_url())
    new = OutcomeList.objects.create(name="Four outcomes", from_date=TODAY)
    Outcome.objects.create(outcomes=new, title="Be protected").follows.add(safe)
    page = read(as_("member"), priority.get_absolute_url())
    assert ("Be protected" in page, "(formerly Stay safe)" in page) == (True, True)


def test_an_outcome_is_served_once_and_its_end_is_dated(as_, cast, priority):
    outcomes = OutcomeList.objects.create(name="Five outcomes", from_date=LONG_AGO)
    safe = Outcome.objects.create(outcomes=outcomes, title="Stay safe")
    for status in (200, 409):
        answer = done(as_("clerk"), to(priority, "serve_outcome"), outcome=safe.pk, **day("from_date", JUNE))
        assert answer.status_code == status
    link = priority.outcomes.get()
    done(as_("clerk"), to(priority, "end_served_outcome", link.pk), **day("last_day", TODAY))
    link.refresh_from_db()
    assert link.to_date == TODAY


def test_2_18_how_often_it_comes_back_is_said_on_its_page(as_, priority):
    done(as_("clerk"), to(priority, "set_returns"), every=6, **day("first", JUNE))
    assert f"Every six months from 3 June {JUNE.year}" in read(as_("member"), priority.get_absolute_url())
    answer = done(as_("clerk"), to(priority, "set_returns"), every=6)
    assert (answer.status_code, "Give both" in answer.content.decode()) == (409, True)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
@pytest.mark.parametrize(
    "name", ["change_priority", "set_returns", "serve_outcome", "take_out_priority", "add_milestone"]
)
def test_others_change_nothing_of_it(as_, priority, who, name):
    done(as_(who), to(priority, name), title="Mine", every=1, **day("first", JUNE))
    priority.refresh_from_db()
    assert (priority.title, priority.returns_every, priority.milestones.count()) == ("Infant feeding", None, 0)


@pytest.mark.parametrize(("who", "sees"), [("member", True), ("member_of_another_partner", False), ("public", False)])
def test_who_reads_it_and_the_list_and_its_files(as_, priority, who, sees):
    client = as_(who)
    assert ("Infant feeding" in read(client, LIST)) == sees
    assert (client.get(priority.get_absolute_url()).status_code == 200) == sees
    assert ("Infant feeding" in client.get(f"{LIST}list.csv").content.decode(errors="replace")) == sees
    if sees:
        assert client.get(f"{LIST}list.xlsx").content[:2] == b"PK"


def test_one_put_down_by_mistake_is_taken_out_unless_something_stands_on_it(as_, priority):
    milestone = priority.milestones.create(title="Peer supporters")
    answer = done(as_("clerk"), to(priority, "take_out_priority")).content.decode()
    assert "The priority has one milestone." in answer
    milestone.delete()
    done(as_("clerk"), to(priority, "take_out_priority"))
    assert not Priority.objects.exists()


def test_the_list_is_cut_and_sorted_by_its_address(as_, cast, priority):
    late = Priority.objects.create(board=cast.board, title="Alcohol")
    late.milestones.create(title="A worker in each school", due_date=YESTERDAY)
    page = read(as_("member"), f"{LIST}?state=late")
    assert ("Alcohol" in page, "Infant feeding" in page) == (True, False)
    page = read(as_("member"), f"{LIST}?order=-title")
    assert page.index("Infant feeding") < page.index("Alcohol")


def test_pages_cost_the_same_with_more_of_everything(as_, cast, priority, django_assert_max_num_queries):
    client = as_("member")
    for number in range(8):
        one = Priority.objects.create(board=cast.board, title=f"Priority {number}")
        one.milestones.create(title="Peer supporters")
        priority.milestones.create(title=f"Step {number}")
    client.get(LIST)
    with django_assert_max_num_queries(22):
        client.get(LIST)
    with django_assert_max_num_queries(30):
        client.get(priority.get_absolute_url())

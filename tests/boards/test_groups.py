"""Task and finish groups set up under a board: parent, lead, objective, end, what each works to (requirement 2.15)."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from boards.models import Board, SeatHolding
from tests.boards.keeper import create_keeper, day, done, signed_in
from tests.factories import create_board, create_person

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
AT = "/boards/executive-group/groups/add/"
SEVEN = ("Health", "Safety", "Enjoyment", "Contribution", "Wellbeing", "Poverty", "Voice")


def shared(**days: dt.date) -> dict[str, Any]:
    first, last = days.get("first", TODAY()), days.get("last", TODAY() + dt.timedelta(days=90))
    return {"visibility": "members"} | day("founded_date", first) | day("due_to_end_date", last)


def row(number: int, name: str, lead: object, **said: object) -> dict[str, Any]:
    told = {
        "name": f"{name} Task Group",
        "objective": f"{name} for every child.",
        "lead": getattr(lead, "pk", ""),
    } | said
    return {f"group_{number}_{field}": value for field, value in (told | said).items()}


def test_2_15_seven_groups_for_seven_objectives_each_with_its_lead_in_one_act(cast, as_):
    priorities = create_board("Priority Group One", visibility="public")
    leads = [cast.person("chair"), cast.person("member"), cast.person("clerk")]
    answers = shared() | {"clerk": cast.person("clerk").pk}
    for number, name in enumerate(SEVEN):
        answers |= row(number, name, leads[number % 3], works_to=priorities.pk, priority="Early help")
    page = done(as_("clerk"), AT, **answers).content.decode()
    assert "Set up." in page
    groups = list(Board.objects.filter(kind="task_group").order_by("pk"))
    assert [group.name for group in groups] == [f"{name} Task Group" for name in SEVEN]
    assert [group.lead for group in groups] == [leads[number % 3] for number in range(7)]
    assert {group.relations.get(kind="under").to_board for group in groups} == {cast.board}
    assert {group.relations.get(kind="works_for").to_board for group in groups} == {priorities}
    assert "90 days left" in page


def test_its_page_says_whose_it_is_who_leads_it_what_for_and_how_long(cast, as_):
    first, last = TODAY() - dt.timedelta(days=9), TODAY() - dt.timedelta(days=2)
    answers = shared(first=first, last=last) | {"clerk": cast.person("clerk").pk}
    done(as_("clerk"), AT, **answers, **row(0, "Health", cast.person("member"), priority="Early help"))
    page = as_("member").get("/boards/health-task-group/").content.decode()
    for words in ("Health for every child.", "Joss Lindqvist", "Executive Group", "Early help", "two days overdue"):
        assert words in page
    assert "Close this group" not in page
    assert "Close this group" in as_("clerk").get("/boards/health-task-group/").content.decode()


def test_lead_members_and_clerk_have_seats_and_read_its_papers(cast, as_):
    answers = shared() | {"clerk": cast.person("clerk").pk}
    done(as_("clerk"), AT, **answers, **row(0, "Health", cast.person("member"), members="Rhiannon Vale"))
    held = SeatHolding.objects.filter(seat__board__slug="health-task-group")
    found = {str(holding.person): (holding.seat.role, holding.seat.voting) for holding in held}
    assert found == {
        "Joss Lindqvist": ("chair", True),
        "Rhiannon Vale": ("member", True),
        "Kirsty Sandhu": ("minute_taker", False),
    }
    assert as_("chair").get("/boards/health-task-group/actions/").status_code == 200
    assert as_("member_of_another_partner").get("/boards/health-task-group/").status_code == 404


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"group_0_name": ""}, "Name this group."),
        ({"group_0_objective": ""}, "Say what it is to have done."),
        ({"group_0_lead": ""}, "Choose who leads it."),
        ({"group_0_members": "Nobody Known"}, "Nobody Known is not a name of people you may choose."),
        ({"group_0_members": "Mo Ash"}, "There are two people called Mo Ash."),
        ({"group_0_name": "Executive Group"}, "There is a board called Executive Group already."),
        ({"due_to_end_date_year": "2001"}, "It would be to end before its first day."),
        ({"group_1_name": "Second"}, "Choose who leads it."),
    ],
)
def test_bad_answers_get_a_sentence_and_set_up_nothing(cast, said, sentence):
    for _ in range(2):
        cast.board.seats.first().holdings.create(
            person=create_person("Mo Ash"), from_date=dt.date(2001 + _, 1, 1), to_date=dt.date(2001 + _, 2, 1)
        )
    keeper, before = signed_in(create_keeper()), Board.objects.count()
    answer = keeper.post(AT, shared() | row(0, "Health", cast.person("member")) | said)
    assert answer.status_code in (409, 422)
    assert sentence in answer.content.decode()
    assert "Health for every child." in answer.content.decode() or "objective" in next(iter(said))
    assert Board.objects.count() == before


def test_another_row_keeps_what_was_written(cast, as_):
    answers = shared() | row(0, "Health", cast.person("member")) | {"another": "group"}
    page = as_("clerk").post(AT, answers).content.decode()
    assert "Health for every child." in page
    assert 'name="group_1_name"' in page


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("outsider", 404)]
)
def test_only_the_officers_of_the_board_and_the_keepers_set_up_groups(cast, as_, who, status):
    answers = shared() | row(0, "Health", cast.person("member")) | {"confirmed": "yes"}
    assert as_(who).post(AT, answers).status_code == status
    assert not Board.objects.filter(kind="task_group").exists()

"""A task and finish group is mapped to a priority (requirement 2.15)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from boards.models import Board, BoardRelation
from commissioning.models import Priority, PriorityGroup
from tests.boards.keeper import day, done
from tests.factories import create_board, create_seat

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
FROM = dt.date(2024, 4, 1)


@pytest.fixture
def group(cast) -> Board:
    """Under the executive group, known to anybody."""
    found = create_board("Quay Task Group", kind="task_group", founded_date=FROM, visibility="public")
    BoardRelation.objects.create(board=found, to_board=cast.board, kind="under", from_date=FROM)
    create_seat(found, partner=cast.police, holder=cast.person("member_of_another_partner"))
    return found


@pytest.fixture
def priority(cast) -> Priority:
    return Priority.objects.create(board=cast.board, title="Safe at home")


def link(client, group, priority, **days):
    asked = {"priority": priority.pk, **day("from_date", TODAY)} | days
    return done(client, reverse("commissioning:link_group", args=[group.slug]), **asked)


def test_2_15_a_group_is_mapped_to_a_priority_by_the_officer_of_its_parent(as_, group, priority):
    page = link(as_("clerk"), group, priority).content.decode()
    assert "It is put down which priority the group works to." in page
    assert "Safe at home" in page
    budgets = as_("member").get(reverse("commissioning:budgets")).content.decode()
    assert "Worked on by" in budgets
    assert PriorityGroup.objects.get().history.get().history_user.email == "clerk@example.org"


@pytest.mark.parametrize(("who", "sees"), [("member", True), ("member_of_another_partner", False), ("public", False)])
def test_who_does_not_read_the_priority_is_told_nothing_of_it(as_, group, priority, who, sees):
    before = as_(who).get(group.get_absolute_url()).content.decode()
    link(as_("clerk"), group, priority)
    after = as_(who).get(group.get_absolute_url()).content.decode()
    assert ("Safe at home" in after, "<dt>Priority</dt>" in after) == (sees, sees)
    assert "<dt>Priority</dt>" not in before


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_others_say_nothing_of_it(as_, group, priority, who):
    assert link(as_(who), group, priority).status_code in (200, 403, 404)
    assert not PriorityGroup.objects.exists()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (day("from_date", dt.date(1999, 10, 14)), "began on 1 April 2024"),
        (day("to_date", TODAY - dt.timedelta(days=9)), "is before the first"),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(as_, group, priority, days, sentence):
    page = link(as_("clerk"), group, priority, **days)
    assert (page.status_code, sentence in page.content.decode()) == (409, True)
    assert not PriorityGroup.objects.exists()


def test_twice_is_refused_and_the_end_is_set(as_, group, priority):
    clerk = as_("clerk")
    link(clerk, group, priority)
    again = link(clerk, group, priority)
    assert (again.status_code, "on some of those days already" in again.content.decode()) == (409, True)
    address = reverse("commissioning:end_group_priority", args=[group.slug, PriorityGroup.objects.get().pk])
    done(clerk, address, **day("last_day", TODAY))
    assert PriorityGroup.objects.get().to_date == TODAY


def test_a_priority_of_a_board_one_does_not_read_is_neither_offered_nor_taken(as_, cast, group):
    closed = Priority.objects.create(board=cast.other_board, title="Lit streets")
    page = as_("clerk").get(reverse("commissioning:link_group", args=[group.slug])).content.decode()
    assert "Lit streets" not in page
    assert link(as_("clerk"), group, closed).status_code == 422

"""Where an action went, and when a group can close: rules by table."""

import datetime as dt

import pytest

from actions.rules.action import handed_by
from actions.rules.handing import check_can_close, check_can_go_on, check_is_group, way_up
from boards.models import Board
from boards.rules.groups import check_days, time_left
from trust.tools.refusal import why_not

DAY = dt.date(2011, 4, 1)
A_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("kept_by", "way"),
    [
        ([], []),
        ([1, 1], [1]),
        ([1, 2, 3], [1, 2, 3]),
        pytest.param([1, 2, 1], [1], id="handed back"),
        pytest.param([1, 2, 3, 2], [1, 2], id="back by one"),
        pytest.param([1, 2, 3, 1], [1], id="back past one"),
        pytest.param([1, 2, 1, 3], [1, 3], id="up again, elsewhere"),
    ],
)
def test_an_action_handed_back_is_as_if_it_had_not_gone_up(kept_by, way):
    assert way_up(kept_by) == way


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anti-bullying", "from the Anti-bullying group"),
        ("The Quay Task Group", "from the Quay Task Group"),
    ],
)
def test_where_an_action_came_from_in_words(name, said):
    assert handed_by(name) == said


PARENT = Board(name="Executive Group")


@pytest.mark.parametrize(
    ("ended", "parent", "last_day", "refusal"),
    [
        (None, PARENT, DAY, ""),
        (DAY, PARENT, DAY, "Quay closed on 1 April 2011 already."),
        (None, PARENT, DAY + A_DAY, "The last day is still to come. Close the group on that day or after it."),
        (
            None,
            None,
            DAY,
            "Quay was under no board on 1 April 2011, so nobody would follow its open actions. "
            "Say first which board it is under.",
        ),
    ],
)
def test_when_a_group_can_close(ended, parent, last_day, refusal):
    group = Board(name="Quay", kind="task_group", ended_date=ended)
    assert why_not(check_can_close, group, parent, last_day, DAY) == refusal


def test_only_a_group_is_closed_so():
    assert why_not(check_is_group, Board(name="Quay", kind="executive")).startswith("Quay is not a task and finish")


def test_a_group_goes_on_where_it_has_closed_and_its_parent_has_not():
    closed, gone = Board(name="Quay", ended_date=DAY), Board(name="Harbour", ended_date=DAY)
    assert why_not(check_can_go_on, closed, PARENT, DAY) == ""
    assert why_not(check_can_go_on, Board(name="Quay"), PARENT, DAY) == "Quay has not closed."
    assert why_not(check_can_go_on, closed, gone, DAY) == "Harbour has ended as well. Let it go on first."


@pytest.mark.parametrize(
    ("due", "ended", "said"),
    [
        (None, None, ""),
        (DAY + A_DAY, None, "one day left"),
        (DAY + 12 * A_DAY, None, "12 days left"),
        (DAY, None, "Ends today"),
        (DAY - 3 * A_DAY, None, "three days overdue"),
        (DAY - 3 * A_DAY, DAY, "Closed 1 April 2011"),
    ],
)
def test_2_15_days_left_or_overdue(due, ended, said):
    assert time_left(Board(due_to_end_date=due, ended_date=ended), DAY).words == said


@pytest.mark.parametrize(
    ("ended", "last", "refusal"),
    [
        (None, DAY, ""),
        (None, DAY - A_DAY, "It would be to end by 31 March 2011, before its first day, 1 April 2011."),
        (DAY - A_DAY, DAY, "Executive ended on 31 March 2011. A group is set up under a board that goes on."),
    ],
)
def test_the_days_of_a_group_that_is_set_up(ended, last, refusal):
    assert why_not(check_days, Board(name="Executive", ended_date=ended), DAY, last) == refusal

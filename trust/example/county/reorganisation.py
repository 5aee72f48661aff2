"""What changes next: priority groups in the place of the delivery partnerships; and groups with a task to finish."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from actions.operations.closing import close_group
from boards.models import Board, BoardRelation, Person
from boards.operations.ending import replace_boards
from boards.operations.groups import set_up_groups
from boards.operations.network import relate
from boards.rules.groups import Alike, NewGroup
from trust.example.cast import EG, TB
from trust.example.county.days import WEEK, boards, keeper, next_april
from trust.example.county.network import DELIVERY

PRIORITIES = ("Early Help Priority Group", "Infant Feeding Priority Group", "Young People and Alcohol Priority Group")
CLOSED = "School Attendance Task Group"


def reorganise(at: dt.datetime) -> None:
    """From April the three priority groups carry on what the five delivery partnerships did."""
    on, known = timezone.localdate(at), boards()
    replace_boards(
        ended=[known[name] for name in DELIVERY],
        names=PRIORITIES,
        from_date=next_april(on),
        kind=Board.Kind.GROUP,
        visibility=Board.Visibility.PUBLIC,
        under=known[EG],
        why="Three priorities for the whole county",
        by=keeper(),
        on=on,
    )
    set_tasks(known, at)
    trust = known[TB]
    for name in PRIORITIES:
        group = Board.objects.get(name=name)
        kind = BoardRelation.Kind.WORKS_FOR
        relate(board=group, kind=kind, to_board=trust, from_date=next_april(on), by=keeper(), on=on)


@dataclass(frozen=True)
class Task:
    """A group, who leads it and sits on it, how many weeks ago it began and in how many it is to end."""

    name: str
    objective: str
    lead: str
    members: tuple[str, ...]
    began: int
    ends: int


TASKS = (
    Task(
        "Joint Inspection Task Group",
        "The partnership is ready for the joint inspection, and acts on what it finds.",
        "Mabel Garrick",
        ("Miriam Bakare", "Oyin Adeyemi"),
        20,
        9,
    ),
    Task(
        "Transition Task Group",
        "No young person waits for a worker when they move into adult services.",
        "Joss Lindqvist",
        ("Gwil Jarrow", "Delyth Sorrell"),
        40,
        -2,
    ),
    Task(CLOSED, "Every school knows by ten o’clock who has not come.", "Lars Cheung", ("Tomos Beynon",), 60, -12),
)


def set_tasks(known: dict[str, Board], at: dt.datetime) -> None:
    """Two groups at work, one of them past its day, and one that has closed."""
    on, parent, works_to = timezone.localdate(at), known[EG], known[TB]
    for task in TASKS:
        members = tuple(_one(member) for member in task.members)
        group = NewGroup(task.name, task.objective, _one(task.lead), works_to, "", members)
        begins, ends = on - task.began * WEEK, on + task.ends * WEEK
        alike = Alike(begins, ends, Board.Visibility.MEMBERS, _one("Hal Okonedo"))
        set_up_groups(parent=parent, groups=[group], alike=alike, by=keeper(), on=on)
    done = Board.objects.get(name=CLOSED)
    why = "Every school has its telephone tree"
    close_group(group=done, last_day=on - 12 * WEEK, why=why, by=keeper(), at=at)


def _one(name: str) -> Person:
    return Person.objects.get(name=name)

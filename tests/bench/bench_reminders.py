"""Ten thousand reminders queued, rendered and handed over (issue 6 §6): how many a second, and what memory they take.

python -m tests.bench.bench_reminders [--people 1000 10000] [--actions 3]
"""

import argparse
import datetime as dt
import time
from collections.abc import Callable
from typing import Any

from tests.bench import ground

MONDAY = dt.date(2025, 10, 13)
BOARDS = 40


def resident_megabytes() -> float:
    """What the process holds now, not the most it ever held."""
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def county(people: int, each: int) -> None:
    """So many people, each owing so many late actions, on forty boards."""
    from actions.models import Action, Part
    from boards.models import Person
    from tests.factories import create_board

    boards = [create_board(f"Board {n} of {people}") for n in range(BOARDS)]
    now = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
    Person.objects.bulk_create(
        [Person(name=f"Owner {n}", email=f"owner{n}.{people}@example.org") for n in range(people)]
    )
    owners = list(Person.objects.filter(email__contains=f".{people}@").order_by("pk"))
    put = {"due_kind": "day", "due_date": dt.date(2025, 9, 20), "recorded_at": now}
    Action.objects.bulk_create(
        Action(board=boards[n % BOARDS], year=2025, number=n, text=f"Survey quay {n} and say so", **put)
        for n in range(people * each)
    )
    actions = Action.objects.filter(board__in=boards).order_by("pk")
    Part.objects.bulk_create(
        Part(action=action, person=owners[n % people], owner="person", name=owners[n % people].name)
        for n, action in enumerate(actions.iterator())
    )


def timed(act: Callable[[], int]) -> list[Any]:
    start = time.perf_counter()
    count = act()
    taken = time.perf_counter() - start
    return [count, f"{taken:.1f}", f"{count / taken:.0f}", f"{resident_megabytes():.0f}"]


def run(people: int, each: int) -> list[list[Any]]:
    from django.core import mail

    from actions.operations.reminder import queue_reminders
    from actions.operations.reminder_post import hand_over_waiting
    from trust.tools.words import LONDON

    county(people, each)
    at = dt.datetime.combine(MONDAY, dt.time(10), LONDON)
    before = f"{resident_megabytes():.0f}"
    queued = timed(lambda: queue_reminders(at=at))
    again = timed(lambda: queue_reminders(at=at))
    handed = timed(lambda: hand_over_waiting(clock=lambda: at))
    assert (queued[0], again[0], handed[0]) == (people, 0, people)
    assert not getattr(mail, "outbox", [])
    return [[what, *row, before] for what, row in (("queued", queued), ("asked again", again), ("handed over", handed))]


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--people", type=int, nargs="+", default=[1_000, 10_000])
    given.add_argument("--actions", type=int, default=3)
    ground.set_up()
    from django.conf import settings

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    asked = given.parse_args()
    lines = []
    for n, many in enumerate(asked.people):
        with ground.databases(f"bench_reminders_{n}"):
            lines += run(many, asked.actions)
    heads = ["what", "mails", "seconds", "a second", "MB resident", "MB before"]
    ground.table(f"Reminders of {asked.actions} actions each, no mail server", heads, lines)

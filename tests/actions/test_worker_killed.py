"""The worker is killed in the middle of sending: on restart everyone has exactly one (issue 6 §5).

A real worker process takes the job from the real queue, talks SMTP to a server that counts what it took, and is sent
SIGKILL while it does.
"""

import contextlib
import random
import time

import pytest
from django.db import connection
from procrastinate.exceptions import AlreadyEnqueued

from actions.models import Reminder
from actions.operations.reminder_post import UNANSWERED, mark_doubtful
from tests.actions.mail_server import STAGES, MailServer
from tests.actions.reminding import at, due, remind
from tests.actions.worker import POST, Worker
from tests.factories import create_person
from tests.journeys.own_server import database_url
from trust.tools import jobs

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 12


@pytest.fixture
def server():
    server = MailServer()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def waiting(cast):
    """A dozen people, each with a mail that waits, and an empty queue of jobs."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
    people = [create_person(f"Owner {n}", email=f"owner{n}@example.org") for n in range(PEOPLE)]
    for person in people:
        due(cast.board, [person])
    assert len(remind()) == PEOPLE
    return [person.email for person in people]


def start(server) -> Worker:
    """What the worker does every five minutes is asked for, and a worker begins."""
    ask(0)
    return Worker(database_url(), server.url, at(hour=11))


def ask(number: int, lock: str = POST) -> None:
    """The queue itself asks by the clock as well, and refuses what is asked for already."""
    with contextlib.suppress(AlreadyEnqueued):
        jobs.app.configure_task(POST, queueing_lock=lock).defer(timestamp=number)


def test_killed_at_every_stage_in_turn_everyone_has_exactly_one(server, waiting):
    """Six workers, each killed at another stage of its second mail; the seventh does the rest."""
    for stage in STAGES:
        worker, until = start(server), server.begun + 2
        server.at_stage = lambda now, mail, of=(stage, until), by=worker: by.kill() if (now, mail) == of else None
        assert worker.wait() == -9, stage
    server.at_stage = lambda now, mail: None
    assert start(server).wait() == 0
    assert server.count() == dict.fromkeys(waiting, 1)
    assert len(server.codes()) == PEOPLE
    in_doubt = mark_doubtful(at=at(hour=11) + 2 * UNANSWERED)
    assert 1 <= in_doubt <= 3, "taken, and the worker did not live to hear it or to write it down"


@pytest.mark.parametrize("seed", range(1))
def test_killed_at_any_moment_nobody_has_two_and_whoever_has_none_is_shown(server, waiting, seed):
    chance = random.Random(seed)
    for _ in range(2):
        worker, first = start(server), len(server.taken) + chance.randint(1, 4)
        until = time.monotonic() + 60
        while len(server.taken) < first and worker.process.poll() is None and time.monotonic() < until:
            time.sleep(chance.random() / 500)
        worker.kill()
        worker.wait()
    assert start(server).wait() == 0
    without = set(waiting) - set(server.count())
    doubtful = Reminder.objects.filter(state="handing_over").values_list("address", flat=True)
    assert max(server.count().values()) == 1
    assert without <= set(doubtful), "only one whose last line was under way can be missing, and the register shows it"


def test_two_workers_at_once_send_each_mail_once(server, waiting):
    server.at_stage = lambda now, mail: time.sleep(0.02) if now == "RCPT" else None
    workers = [start(server), Worker(database_url(), server.url, at(hour=11))]
    ask(1, "another")
    assert [worker.wait() for worker in workers] == [0, 0]
    assert start(server).wait() == 0
    assert server.count() == dict.fromkeys(waiting, 1)

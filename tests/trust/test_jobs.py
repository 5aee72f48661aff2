"""Long work is done once, after the asker's transaction, and tells how it goes."""

import pytest
from django.db import connection, transaction
from django.utils import timezone

from trust.models import Work
from trust.tools import jobs
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db(transaction=True)
done: list[int] = []


@jobs.task
def count(*, number: int) -> None:
    if number < 0:
        raise Refused("There is nothing to count.")
    if number == 0:
        Work.objects.create(kind="left behind", subject="Left behind", asked_at=timezone.now())
        raise ZeroDivisionError
    done.append(number)


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    """The queue’s tables are not Django’s, so no test empties them but this."""
    done.clear()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def ask(number: int, about: str = "harbour") -> Work:
    return jobs.later(count, about=about, subject="Counting the boats", number=number)


def test_work_is_done():
    work = ask(3)
    assert (work.state, work.is_under_way, done) == (Work.State.WAITING, True, [])
    jobs.do_waiting()
    work.refresh_from_db()
    assert (work.state, done) == (Work.State.DONE, [3])
    assert work.asked_at <= work.started_at <= work.finished_at
    assert str(work) == "Counting the boats: Done"


def test_asked_for_twice_it_is_done_once():
    assert ask(3) == ask(4)
    jobs.do_waiting()
    assert done == [3]
    assert ask(5).is_under_way


def test_without_the_transaction_no_work():
    with transaction.atomic():
        ask(3)
        transaction.set_rollback(True)
    jobs.do_waiting()
    assert (done, Work.objects.count()) == ([], 0)


def test_a_refusal_is_the_reason_and_is_not_tried_again():
    ask(-1)
    jobs.do_waiting()
    work = jobs.work_about(count, "harbour")
    assert (work.state, work.reason) == (Work.State.FAILED, "There is nothing to count.")
    assert not work.is_under_way


def test_a_fault_is_tried_again_and_leaves_nothing_behind():
    ask(0)
    jobs.do_waiting()
    work = jobs.work_about(count, "harbour")
    assert (work.state, work.is_under_way) == (Work.State.RETRYING, True)
    assert not Work.objects.filter(kind="left behind").exists()


def test_in_the_end_a_fault_is_told_in_a_sentence():
    work = ask(0)
    with pytest.raises(ZeroDivisionError):
        jobs._run(count.function, work.pk, {"number": 0}, is_last=True)
    work.refresh_from_db()
    assert work.has_failed
    assert work.reason == jobs.FAULT

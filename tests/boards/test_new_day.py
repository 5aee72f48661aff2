"""A new day gives and takes access by itself: the worker's part, and that of every start."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import SeatHolding
from boards.operations.access import renew_access
from boards.permissions import words_on
from trust.tools import jobs

pytestmark = pytest.mark.django_db


def test_a_holding_that_ended_yesterday_gives_no_access_today(cast):
    holding = SeatHolding.objects.get(person=cast.person("member"))
    holding.to_date = timezone.localdate() - dt.timedelta(days=1)
    holding.save()
    assert words_on(cast.member, cast.board)
    renew_access()
    assert words_on(cast.member, cast.board) == frozenset()


def test_a_holding_that_begins_today_gives_access(cast):
    holding = SeatHolding.objects.get(person=cast.person("member"))
    holding.from_date = timezone.localdate()
    holding.save()
    renew_access()
    assert "see_papers" in words_on(cast.member, cast.board)


def test_the_worker_renews_access_every_night():
    name = f"{renew_access.__module__}.{renew_access.__qualname__}"
    assert name in jobs.app.tasks
    every_night = [task for task in jobs.app.periodic_registry.periodic_tasks.values() if task.task.name == name]
    assert [task.cron for task in every_night] == ["5 0 * * *"]

"""Who was asked again and again and said nothing is "no return", late or not (H13)."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, Reminder, ReminderLine
from actions.operations.progress import record_progress
from actions.rules.reminder import NO_RETURN_AFTER, is_silent, reminded_in_words
from tests.factories import create_action

TODAY = timezone.localdate
DAY = dt.timedelta(days=1)
TAG = '--decide">No return<'


@pytest.mark.parametrize(
    ("is_late", "reported", "reminded", "silent"),
    [
        (True, False, 0, True),
        (True, True, 9, False),
        (False, False, NO_RETURN_AFTER - 1, False),
        (False, False, NO_RETURN_AFTER, True),
        (False, True, NO_RETURN_AFTER, False),
    ],
)
def test_h13_no_return(is_late, reported, reminded, silent):
    assert is_silent(is_late=is_late, reported=reported, reminded=reminded) == silent


def test_how_often_in_words():
    assert [reminded_in_words(times) for times in (0, 1, 2, 3)] == [
        "not reminded yet",
        "reminded once",
        "reminded twice",
        "reminded three times",
    ]


@pytest.fixture
def action(cast) -> Action:
    """Due in three weeks."""
    due = {"due_kind": "day", "due_date": TODAY() + 21 * DAY}
    return create_action(cast.board, "Survey the quay", owners=[cast.person("member")], **due)


def remind(action: Action, times: int, *, state: str = "sent") -> None:
    part = action.parts.get()
    for n in range(times):
        day, now = TODAY() - (n + 1) * DAY, timezone.now()
        told = {"day": day, "queued_at": now, "send_from": now, "sent_at": now, "state": state}
        mail = Reminder.objects.create(person=part.person, key=f"{n} {state}", **told)
        about = {"action": action, "part": part, "board": action.board, "reference": action.reference}
        ReminderLine.objects.create(reminder=mail, person=part.person, occasion="chase", for_day=day, **about)


def places(as_, cast) -> list[bool]:
    """Whether the log, the agency's page and the chair's say so, and the log can be cut to it."""
    log, slug = reverse("actions:log", args=[cast.board.slug]), cast.board.slug
    agency = reverse("actions:agency", args=[cast.health.slug])
    standing = as_("chair").get(reverse("actions:standing", args=[slug])).content.decode()
    return [
        TAG in as_("member").get(log).content.decode(),
        "Survey" in as_("member").get(log, {"state": "no_return"}).content.decode(),
        "one with no return" in as_("member").get(log).content.decode(),
        TAG in as_("member").get(agency).content.decode(),
        "reminded three times, and no word of it" in standing,
    ]


@pytest.mark.django_db
def test_h13_reminded_three_times_without_a_word_it_says_so_everywhere(action, cast, as_):
    remind(action, NO_RETURN_AFTER)
    assert places(as_, cast) == [True] * 5
    told = {"state": "in_progress", "text": "Begun.", "by": cast.member, "at": timezone.now()}
    record_progress(part=action.parts.get(), **told)
    assert places(as_, cast) == [False] * 5


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["queued", "refused", "returned", "withdrawn"])
def test_only_mails_that_went_count(action, cast, as_, state):
    remind(action, NO_RETURN_AFTER, state=state)
    assert places(as_, cast) == [False] * 5


@pytest.mark.django_db
def test_twice_is_not_often(action, cast, as_):
    remind(action, NO_RETURN_AFTER - 1)
    assert places(as_, cast) == [False] * 5

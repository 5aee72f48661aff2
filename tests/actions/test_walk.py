"""The list that is walked at a meeting: note, close, extend, carry, each once and with a way back (issue 6 §4)."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, Progress
from actions.operations.request import ask
from actions.queries.page import last_entry
from actions.queries.walk import arising
from tests.factories import create_action, create_meeting

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def meetings(cast, today):
    first = create_meeting(cast.board, today - 60 * DAY, state="held")
    return first, create_meeting(cast.board, today), create_meeting(cast.board, today + 60 * DAY)


@pytest.fixture
def owed(cast, meetings, today) -> Action:
    due = {"due_kind": "day", "due_date": today - 5 * DAY, "due_stated": "last week"}
    return create_action(cast.board, "Send the report", owners=[cast.person("member")], meeting=meetings[0], **due)


@pytest.fixture
def act(as_, meetings, owed):
    """Does one act at the meeting of today as the clerk, and gives the answer."""

    def send(name: str, text: str = "", when: str = "", who: str = "clerk", at: int = 1, **more: object):
        meeting = meetings[at]
        given = {"action": owed.pk, "act": name, "text": text, "when": when, "seen": last_entry(owed)}
        address = reverse("actions:meeting_act", args=[meeting.board.slug, meeting.address])
        return as_(who).post(address, given | {"key": uuid.uuid4()} | more)

    return send


def take_back(as_, meeting, entry: Progress, who: str = "clerk"):
    address = reverse("actions:meeting_take_back", args=[meeting.board.slug, meeting.address])
    return as_(who).post(address, {"entry": entry.pk, "key": uuid.uuid4()})


@pytest.mark.parametrize(
    ("name", "text", "when", "kind"),
    [
        ("note", "It is with the printer.", "", "noted"),
        ("close", "The rest is not wanted.", "", "closed"),
        ("extend", "The printer is ill.", "in two weeks", "due"),
        ("carry", "", "", "carried"),
    ],
)
def test_each_act_is_kept_with_the_meeting_and_taken_back(act, as_, owed, meetings, cast, name, text, when, kind):
    before = (owed.state, owed.due_kind, owed.due_date, owed.due_stated)
    assert act(name, text, when).status_code == 302
    entry = owed.progress.get()
    assert (entry.kind, entry.meeting, entry.by) == (kind, meetings[1], cast.clerk)
    assert take_back(as_, meetings[1], entry).status_code == 302
    now = Action.objects.get(pk=owed.pk)
    assert (now.state, now.due_kind, now.due_date, now.due_stated) == before
    assert [part.state for part in now.parts.all()] == ["not_started"]
    assert [one.kind for one in now.progress.all()] == [kind, "undone"]


def test_sent_twice_it_is_done_once(act, owed):
    key = uuid.uuid4()
    assert act("note", "Once.", key=key).status_code == 302
    assert act("note", "Once.", key=key).status_code == 302
    assert owed.progress.count() == 1


@pytest.mark.parametrize(
    ("name", "text", "when", "sentence"),
    [
        ("note", "", "", "Write what was said."),
        ("close", "", "", "Joss Lindqvist has not done their part. Say why it closes."),
        ("extend", "Because.", "", "Say until when."),
        ("extend", "", "in two weeks", "Give the reason"),
        ("extend", "Because.", "07.02.1911", "07.02.1911 is too far from today to be meant."),
        ("extend", "Because.", "07.02.2110", "07.02.2110 is too far from today to be meant."),
    ],
)
def test_what_is_refused_is_said_at_its_line_and_loses_nothing(act, owed, name, text, when, sentence):
    page = act(name, text, when)
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert not text or f'value="{text}"' in page.content.decode()
    assert not when or f'value="{when}"' in page.content.decode()
    assert not owed.progress.exists()


def test_two_who_act_at_once_are_told_of_each_other(act, owed):
    seen = last_entry(owed)
    act("carry")
    page = act("close", "Agreed.", seen=seen)
    assert page.status_code == 409
    assert "Meanwhile: carried to the next meeting by Kirsty Sandhu" in page.content.decode()


def test_what_was_done_since_cannot_be_taken_back_over(act, as_, owed, meetings):
    act("extend", "The printer is ill.", "in two weeks")
    entry = owed.progress.get()
    act("carry", seen=last_entry(owed))
    take_back(as_, meetings[1], entry)
    assert not Progress.objects.filter(undoes=entry).exists()
    assert take_back(as_, meetings[1], owed.progress.last()).status_code == 302
    take_back(as_, meetings[1], entry)
    assert Progress.objects.filter(undoes=entry).exists()


def test_closed_ones_leave_the_next_list_and_stay_in_the_log(act, as_, owed, meetings, cast):
    act("close", "Agreed.")
    page = as_("clerk").get(reverse("actions:meeting_actions", args=[cast.board.slug, meetings[1].address]))
    assert "Send the report" in page.content.decode()
    later = as_("clerk").get(reverse("actions:meeting_actions", args=[cast.board.slug, meetings[2].address]))
    assert "Send the report" not in later.content.decode()
    log = as_("member").get(reverse("actions:log", args=[cast.board.slug]), {"state": "closed"})
    assert "Send the report" in log.content.decode()


def test_done_since_last_time_stands_apart(owed, meetings, cast, today):
    owed.state = "done"
    owed.save()
    found = arising(meetings[1], cast.member, on=today)
    assert [line.text for line in found.done] == ["Send the report"]
    assert not found.outstanding


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404), ("outsider", 404)])
def test_others_do_nothing(act, owed, who, status):
    assert act("note", "Hello.", who=who).status_code == status
    assert not owed.progress.exists()


def test_members_read_the_list_without_its_acts(as_, owed, meetings, cast):
    page = as_("member").get(reverse("actions:meeting_actions", args=[cast.board.slug, meetings[1].address]))
    assert "Send the report" in page.content.decode()
    assert "Take back" not in page.content.decode()
    assert 'name="act"' not in page.content.decode()


def test_taking_back_an_extension_brings_back_what_the_owner_asked(as_, act, owed, meetings, cast):
    told = {"kind": "more_time", "until": timezone.localdate() + 40 * DAY, "why": "Ill.", "by": cast.member}
    request = ask(part=owed.parts.get(), at=timezone.now(), **told)
    act("extend", "The printer is ill.", "in two weeks", seen=last_entry(owed))
    request.refresh_from_db()
    assert request.outcome == "lapsed"
    entry = Progress.objects.get(kind="due")
    assert take_back(as_, meetings[1], entry).status_code == 302
    request.refresh_from_db()
    assert (request.outcome, request.answer) == ("", None)
    assert "asks for more time" in as_("clerk").get(owed.get_absolute_url()).content.decode()


def test_nor_does_it_come_back_beside_what_they_have_asked_since(as_, act, owed, meetings, cast):
    part, told = owed.parts.get(), {"why": "Ill.", "by": cast.member, "at": timezone.now()}
    ask(part=part, kind="more_time", until=timezone.localdate() + 40 * DAY, **told)
    act("extend", "The printer is ill.", "in two weeks", seen=last_entry(owed))
    entry = Progress.objects.get(kind="due")
    Progress.objects.filter(pk=entry.pk).update(kind="noted")
    anew = ask(part=part, kind="not_mine", **told)
    Progress.objects.filter(pk=entry.pk).update(kind="due")
    Progress.objects.filter(pk=anew.asked_id).update(kind="noted")
    assert take_back(as_, meetings[1], entry).status_code == 302
    assert list(part.requests.filter(outcome="")) == [anew]


@pytest.mark.parametrize(("who", "shown"), [("clerk", True), ("chair", False), ("member", False)])
def test_the_way_to_the_desk_is_for_those_who_minute(as_, meetings, owed, who, shown):
    at = [meetings[1].board.slug, meetings[1].address]
    page = as_(who).get(reverse("actions:meeting_actions", args=at)).content.decode()
    assert (reverse("meetings:desk", args=at) in page) is shown

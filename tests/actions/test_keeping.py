"""Officers and chair keep the log: close, reopen, drop, change when and who (DOMAIN rules 64, 65)."""

import datetime as dt

import pytest
from django.urls import reverse

from actions.models import Action
from actions.operations import settling
from actions.operations.progress import record_progress
from tests.factories import create_action, create_meeting
from trust.tools.refusal import Refused

NOW = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)
ACTS = ["close", "drop", "reopen", "due", "owners"]


@pytest.fixture
def action(cast) -> Action:
    return create_action(cast.board, "Ask the heads", owners=[cast.person("member")], number=7)


def address(action: Action, act: str) -> str:
    return reverse(f"actions:{act}", args=[action.board.slug, action.year, action.number])


def seen(action: Action) -> int:
    last = action.progress.order_by("-pk").first()
    return last.pk if last else 0


@pytest.fixture
def keep(as_, action):
    def kept(act: str, by: str = "clerk", **given: object):
        return as_(by).post(address(action, act), {"seen": seen(action), **given})

    return kept


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("chair", 200), ("member", 403), ("member_of_another_partner", 404), ("public", 404)],
)
def test_who_may_keep_the_log(action, as_, act, who, status):
    page = as_(who).get(address(action, act))
    assert page.status_code == status
    if status == 403:
        assert "Only the chair or the officers who minute this board may do this." in page.content.decode()
        assert as_(who).post(address(action, act), {"reason": "x", "seen": 0}).status_code == 403


def test_done_is_closed_by_agreement(keep, action, cast):
    record_progress(part=action.parts.get(), state="done", text="Asked.", by=cast.member, at=NOW)
    assert keep("close", reason="").status_code == 302
    action.refresh_from_db()
    assert (action.state, action.parts.get().state) == ("closed", "closed")


def test_closing_while_a_part_is_open_needs_a_reason_and_lets_the_part_go(keep, action):
    answer = keep("close", reason="")
    assert answer.status_code == 422
    assert "Joss Lindqvist has not done their part. Say why it closes." in answer.content.decode()
    assert keep("close", reason="Overtaken").status_code == 302
    action.refresh_from_db()
    assert (action.state, action.parts.get().state) == ("closed", "not_needed")


@pytest.mark.parametrize("act", ["drop", "reopen", "due", "owners"])
def test_every_other_act_gives_its_reason(keep, act):
    answer = keep(act, reason=" ", when="Friday", who="RV")
    assert answer.status_code == 422
    assert "Fill in “Reason”." in answer.content.decode()


def test_dropped_and_reopened(keep, action, cast):
    keep("drop", reason="No longer asked for")
    action.refresh_from_db()
    assert (action.state, action.parts.get().state) == ("not_needed", "not_needed")
    assert keep("due", when="Friday", reason="x").status_code == 409
    assert keep("reopen", reason="Asked for again").status_code == 302
    action.refresh_from_db()
    assert (action.state, action.parts.get().state) == ("in_progress", "in_progress")
    assert [entry.kind for entry in action.progress.all()] == ["dropped", "reopened"]
    assert action.history.latest().history_change_reason == "Asked for again"


def test_a_new_due_date_keeps_what_it_was(keep, action, as_, cast):
    create_meeting(cast.board, dt.date(2090, 3, 1))
    assert keep("due", when="next meeting", reason="The heads are away").status_code == 302
    action = Action.objects.with_due_on().get(pk=action.pk)
    assert action.due_on == dt.date(2090, 3, 1)
    page = as_("member").get(action.get_absolute_url()).content.decode()
    assert "When by changed from nothing given to Meeting of Wednesday 1 March 2090" in page
    assert "The heads are away" in page
    assert keep("due", when="next meeting", reason="Again").status_code == 422


@pytest.mark.parametrize("when", ["7 February 1911", "07.02.2110", "31.02.2026"])
def test_a_due_date_that_cannot_be_meant_is_refused_in_a_sentence(keep, action, when):
    answer = keep("due", when=when, reason="x")
    assert answer.status_code == 422
    assert f"{when} is " in answer.content.decode()
    action.refresh_from_db()
    assert action.due_kind == "none"


def test_new_owners_keep_what_the_old_ones_said(keep, action, as_, cast):
    record_progress(part=action.parts.get(), state="in_progress", text="Begun.", by=cast.member, at=NOW)
    assert keep("owners", who="RV", reason="Joss has moved on").status_code == 302
    action = Action.objects.get(pk=action.pk)
    assert action.owners_shown == "Rhiannon Vale"
    assert sorted(action.parts.values_list("name", "state")) == [
        ("Joss Lindqvist", "not_needed"),
        ("Rhiannon Vale", "not_started"),
    ]
    page = as_("member").get(action.get_absolute_url()).content.decode()
    assert "Who by changed from Joss Lindqvist to Rhiannon Vale" in page
    assert keep("owners", who="JL/RV", reason="Back again").status_code == 302
    assert Action.objects.get(pk=action.pk).owners_shown == "Joss Lindqvist, Rhiannon Vale"


def test_an_owner_who_is_not_recognised_is_asked_about(keep, action):
    answer = keep("owners", who="Kate Penhallow", reason="Hers")
    assert answer.status_code == 422
    assert "Kate Penhallow is not recognised." in answer.content.decode()
    assert keep("owners", who="Kate Penhallow", outside="on", reason="Hers").status_code == 302
    assert action.parts.get().owner == "outsider"


def test_two_who_close_and_extend_at_once_are_heard_one_after_the_other(action, keep, as_, cast):
    before = seen(action)
    assert keep("due", by="chair", when="next meeting", reason="More time").status_code == 302
    answer = as_("clerk").post(address(action, "close"), {"seen": before, "reason": "Done with"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Meanwhile: due date changed by Rhiannon Vale" in page
    assert "Done with" in page
    action.refresh_from_db()
    assert action.state == "not_started"


def test_an_update_after_it_closed_is_refused_and_nothing_is_lost(action, as_, cast):
    settling.close_action(action=action, reason="Done with", seen=0, by=cast.clerk, at=NOW)
    part = action.parts.get()
    at = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    answer = as_("member").post(at, {"state": "done", "text": "But I asked them"})
    assert answer.status_code == 409
    assert "EG/2025/7 is closed." in answer.content.decode()
    assert "But I asked them" in answer.content.decode()


def test_nothing_is_written_by_an_act_that_fails_half_way(action, cast, monkeypatch):
    monkeypatch.setattr(settling, "set_state", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        settling.close_action(action=action, reason="x", seen=0, by=cast.clerk, at=NOW)
    assert not action.progress.exists()
    assert action.parts.get().state == "not_started"


def test_closing_twice_is_refused(action, cast):
    settling.drop_action(action=action, reason="x", seen=0, by=cast.clerk, at=NOW)
    with pytest.raises(Refused, match=r"EG/2025/7 is no longer needed\. It cannot be closed twice\."):
        settling.close_action(action=action, reason="x", seen=seen(action), by=cast.clerk, at=NOW)

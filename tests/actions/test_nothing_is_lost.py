"""Whatever is done, in whatever order: no action is lost, its parts sum to the whole, every change has who and when.

Gap 6; issue 6 §7.
"""

import datetime as dt
import uuid
from contextlib import suppress

import pytest
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.models import FINISHED, SETTLED, Action, State
from actions.operations import changing, joining, settling
from actions.operations.leaving import pass_on
from actions.operations.progress import record_progress
from actions.operations.walking import AtMeeting, act_at_meeting, take_back
from actions.queries.log import log_of
from actions.queries.page import last_entry
from actions.queries.words import read_due_words, read_owner_words
from actions.rules.action import whole_state
from tests.factories import create_action, create_meeting
from trust.tools.refusal import Refused

NOW = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)
TODAY = NOW.date()
STATES = st.sampled_from([*State.values, "nonsense"])
TEXTS = st.sampled_from(["", "Said.", "<b>&</b>"])
WHO = st.sampled_from(["JL", "RV", "JL/RV", "ALL", "secretariat", "Health Trust", "JG", ""])
WHEN = st.sampled_from(["7 February", "asap", "next meeting", "April", "07.02.2110", ""])
PEOPLE = st.sampled_from(["clerk", "chair", "member", "member_of_another_partner"])
WALK = ["walk note", "walk close", "walk extend", "walk carry"]
KINDS = ["report", "close", "drop", "reopen", "due", "owners", *WALK, "take back", "join", "part", "pass on"]
ACTS = st.tuples(st.sampled_from(KINDS), PEOPLE, STATES, TEXTS, WHO, WHEN)


def do(cast, action: Action, act: str, by: str, state: str, text: str, who: str, when: str) -> None:
    """One act, as one of the cast would try it."""
    usual = {"action": action, "reason": text, "seen": last_entry(action), "by": getattr(cast, by), "at": NOW}
    if act == "report":
        part = action.parts.order_by("?").first()
        record_progress(part=part, state=state, text=text, by=usual["by"], at=NOW)
    elif act == "due":
        due, meeting = read_due_words(when, action, on=TODAY)
        changing.change_due(due=due, meeting=meeting, **usual)
    elif act == "owners":
        changing.change_owners(owners=read_owner_words(who, action, on=TODAY), **usual)
    elif act in ELSEWHERE:
        ELSEWHERE[act](cast, action, usual)
    elif act.startswith("walk"):
        meeting = cast.board.meetings.get()
        done = AtMeeting(meeting, act.split()[1], uuid.uuid4(), text, when, usual["seen"])
        act_at_meeting(done, action=action, by=usual["by"], at=NOW)
    else:
        getattr(settling, f"{act}_action")(**usual)


def undo_last(cast, action: Action, usual: dict) -> None:
    if entry := action.progress.exclude(meeting=None).last():
        take_back(entry=entry, key=uuid.uuid4(), by=usual["by"], at=NOW)


def join(cast, action: Action, usual: dict) -> None:
    joining.join_actions(action=action, to=Action.objects.filter(text="The same").latest("pk"), by=usual["by"], at=NOW)


def part(cast, action: Action, usual: dict) -> None:
    joining.part_actions(action=action, reason=usual["reason"], by=usual["by"], at=NOW)


def leave(cast, action: Action, usual: dict) -> None:
    """The member leaves the seat in which they owe it, and every post."""
    cast.person("member").posts.update(to_date=TODAY - dt.timedelta(days=1))
    pass_on(on=TODAY, at=NOW)


ELSEWHERE = {"take back": undo_last, "join": join, "part": part, "pass on": leave}


def check_whole(action: Action) -> None:
    states = [part.state for part in action.parts.all()]
    assert states
    if action.state in SETTLED:
        assert set(states) <= set(FINISHED)
    else:
        assert action.state == whole_state(states, action.state)
        assert set(states) != {State.NOT_NEEDED}


def check_who_and_when(action: Action) -> None:
    for entry in action.progress.all():
        assert entry.by_id or entry.kind == "fell"
        assert entry.at
    parts = action.parts.model.history.filter(action_id=action.pk)
    for row in [*action.history.filter(history_type="~"), *parts.filter(history_type="~")]:
        assert row.history_user_id or row.history_change_reason
        assert row.history_date == NOW


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=8))
def test_any_sequence_of_acts(cast, acts):
    made = create_action(cast.board, owners=[cast.person("member"), cast.person("chair")])
    create_action(cast.board, "The same", owners=[cast.person("chair")])
    if not cast.board.meetings.filter(date=TODAY).exists():
        create_meeting(cast.board, TODAY)
    for act in acts:
        said = made.progress.count()
        with suppress(Refused, Http404):
            do(cast, Action.objects.get(pk=made.pk), *act)
        action = Action.objects.get(pk=made.pk)
        check_whole(action)
        assert action.progress.count() >= said
    check_who_and_when(action if acts else made)
    listed = log_of(Action.objects.filter(board=cast.board), cast.board, {"state": "all"}, on=TODAY)
    assert made in listed
    either = {"open": listed.outstanding(), "settled": listed.filter(state__in=SETTLED)}
    assert sum(made in found for found in either.values()) == 1

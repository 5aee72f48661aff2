"""From the check page: a promise in the text becomes an action, and owners are looked up again (requirement 2.8)."""

import datetime as dt

import pytest
from django.urls import reverse

from actions.models import Action
from meetings.models import AgendaItem, Minutes
from tests.factories import create_action, create_attendance, create_block, create_item, create_meeting, create_minutes

SENTENCE = "JL to bring the plans back in May."


@pytest.fixture
def item(cast) -> AgendaItem:
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25), state="held")
    create_attendance(meeting, cast.person("member"), seat=cast.seats["member"])
    item = create_item(meeting, number="4.2")
    create_block(create_minutes(meeting), item, f"The framework was **noted**. {SENTENCE}")
    return item


def address(item: AgendaItem, name: str) -> str:
    return reverse(name, args=[item.meeting.board.slug, item.meeting.address])


@pytest.fixture
def promised(as_, item):
    """The codes of what the check page offers."""

    def codes() -> list[str]:
        page = as_("clerk").get(address(item, "meetings:check")).content.decode()
        return [piece.split('"')[0] for piece in page.split('name="code" value="')[1:]]

    return codes


def test_a_promise_becomes_an_action_once(as_, item, promised):
    code = promised()[0]
    for _ in range(2):
        as_("clerk").post(address(item, "actions:make_action"), {"code": code})
    action = Action.objects.get()
    assert (action.text, action.owners_shown, action.owners_stated) == (SENTENCE, "Joss Lindqvist", "JL")
    assert (action.reference, action.meeting, list(action.items.all())) == ("EG/2011/1", item.meeting, [item])
    assert promised() == []


def test_what_is_an_action_already_is_not_offered(item, promised, cast):
    block = create_block(item.meeting.minutes, item, "Bring the plans back in May", kind="action")
    create_action(cast.board, block.text, meeting=item.meeting, block=block)
    assert promised() == []


def test_who_may_make_one(as_, item, promised):
    code, at = promised()[0], address(item, "actions:make_action")
    seen = {
        who: as_(who).post(at, {"code": code}).status_code
        for who in ("member", "chair", "outsider", "member_of_another_partner", "public")
    }
    assert set(seen.values()) == {403, 404}
    assert (seen["member"], seen["outsider"]) == (403, 404)
    assert as_("clerk").post(at, {"code": "x"}).status_code == 404
    assert not Action.objects.exists()


def test_nothing_is_made_of_a_draft_that_has_left_the_desk(as_, item, promised, cast):
    code = promised()[0]
    sent = {"state": "circulated", "circulated_at": dt.datetime.now(dt.UTC), "circulated_by": cast.clerk}
    Minutes.objects.filter(meeting=item.meeting).update(**sent)
    for name in ("actions:make_action", "actions:look_up_again"):
        answer = as_("clerk").post(address(item, name), {"code": code})
        assert answer.status_code == 409
        assert "The draft has left the desk." in answer.content.decode()
    assert not Action.objects.exists()


def test_owners_are_looked_up_again(as_, item, cast):
    block = create_block(item.meeting.minutes, item, "Be ready", kind="action")
    action = create_action(cast.board, "Be ready", meeting=item.meeting, block=block, owners_stated="ALL/RV")
    action.parts.create(owner="unknown", name="ALL")
    page = as_("clerk").get(address(item, "meetings:check")).content.decode()
    assert "Look the owners up again" in page
    create_attendance(item.meeting, cast.person("chair"), seat=cast.seats["chair"])
    assert as_("clerk").post(address(item, "actions:look_up_again")).status_code == 302
    assert sorted(part.name for part in action.parts.all()) == ["Joss Lindqvist", "Rhiannon Vale"]
    assert as_("member").post(address(item, "actions:look_up_again")).status_code == 403

"""The item now, the pen and what becomes of items, as a desk sends them and as an undo takes them back."""

import json
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.operations.acts import PERFORMERS
from meetings.operations.sitting import take_pen
from tests.meetings.sitting import agenda, create_going_on, create_next, titled
from tests.meetings.test_sitting import another_officer
from trust.tools.words import clock, long_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return create_going_on(cast)


@pytest.fixture
def do(as_, meeting):
    def done(kind: str, **fields: object):
        at = reverse("meetings:desk_act", args=[meeting.board.slug, meeting.address])
        sent = {"act": str(uuid.uuid4()), "kind": kind, "done_at": timezone.now().isoformat()} | fields
        answer = as_("clerk").post(at, json.dumps(sent), content_type="application/json")
        return answer.status_code, answer.json()["sentence"], sent["act"]

    return done


def test_the_item_now_and_the_pen(cast, meeting, do):
    assert do("take_pen", if_free=True)[:2] == (200, "You have the pen.")
    assert do("take_item", item=titled(meeting, "a").pk)[:2] == (200, "Item 1.1 is being taken.")
    take_pen(meeting=meeting, by=another_officer(cast), at=timezone.now())
    meeting.sitting.refresh_from_db()
    told = f"Tomos Beynon has the pen since {clock(meeting.sitting.pen_since)}."
    assert do("take_pen", if_free=True)[:2] == (200, told)
    assert do("take_pen")[:2] == (200, "You have the pen.")


def test_an_item_only_opened_that_cannot_be_taken_says_nothing(meeting, do):
    do("withdraw", item=titled(meeting, "a").pk)
    assert do("take_item", item=titled(meeting, "a").pk, opened=True)[:2] == (200, "")
    assert do("take_item", item=titled(meeting, "a").pk)[0] == 422


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("defer", "Item 2.1 is deferred to the meeting on {later}."),
        ("withdraw", "Item 2.1 is withdrawn."),
        ("move_into", "Item 2.1 is taken with item 2.2."),
        ("split", "2.1A Costs is an item of its own."),
        ("late_item", "Late item 2.1A Costs is on the agenda."),
        ("table_next", "“Costs” is on the agenda of {later}."),
    ],
)
def test_2_3_each_is_done_said_and_undone(cast, meeting, do, kind, sentence):
    later = create_next(cast)
    before = agenda(meeting), agenda(later)
    item, into = titled(meeting, "c").pk, titled(meeting, "d").pk
    status, said, key = do(kind, item=item, into=into, after=item, title="Costs", reason="It came in today.")
    assert (status, said) == (200, sentence.format(later=long_date(later.date)))
    assert do("undo", of=key)[0] == 200
    assert (agenda(meeting), agenda(later)) == before
    assert titled(meeting, "c").state == "open"


@pytest.mark.parametrize("kind", ["take_item", "defer", "withdraw", "move_into", "split", "table_next", "put_back"])
def test_an_item_that_is_not_there_is_refused_in_a_sentence(cast, do, kind):
    elsewhere = titled(create_next(cast), "a").pk
    for item in (elsewhere, None, "x", 2**70, True):
        status, said, _ = do(kind, item=item, into=item, title="x", reason="x")
        assert status == 422
        assert said.endswith(".")


def test_h8_a_late_item_without_its_reason_is_refused(meeting, do):
    refused = do("late_item", title="Costs", reason="", after=titled(meeting, "c").pk)
    assert refused[:2] == (422, "Say why the item is late or urgent: the reason is minuted.")


def test_demand_21_an_exempt_item_is_not_there_for_an_officer_not_entitled(cast, meeting, do):
    item = titled(meeting, "c")
    item.exempt_paragraphs, item.exempt_reason = "1", "A child."
    item.save()
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    for kind in ("take_item", "withdraw", "split", "take_off"):
        assert do(kind, item=item.pk, title="x")[0] in (403, 422)
    assert kind in PERFORMERS
    item.refresh_from_db()
    assert (item.state, item.taken_position) == ("open", None)

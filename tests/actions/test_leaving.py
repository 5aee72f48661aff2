"""An owner who leaves: the action falls to the seat's next holder or to the partner, and says so (issue 6 §1)."""

import datetime as dt

import pytest
from django.utils import timezone

from actions.models import Action, Part
from actions.operations.leaving import pass_on
from boards.models import Post, SeatHolding
from tests.factories import create_action, create_person, create_user
from trust.tools import jobs

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def owed(cast) -> Action:
    action = create_action(cast.board, "Send it", owners=[cast.person("member"), cast.person("chair")])
    Part.objects.filter(action=action, person=cast.person("member")).update(seat=cast.seats["member"])
    return action


def leave(cast, today) -> None:
    SeatHolding.objects.filter(seat=cast.seats["member"]).update(to_date=today - DAY)


def names(action: Action) -> list[tuple[str, str]]:
    return [(part.owner, part.name) for part in action.parts.all()]


def test_it_falls_to_the_seats_next_holder_and_says_so(cast, owed, today, as_):
    leave(cast, today)
    user = create_user("mary@example.org")
    mary = create_person("Mary Poole", partner=cast.health, user=user)
    SeatHolding.objects.create(seat=cast.seats["member"], person=mary, from_date=today)
    assert pass_on(on=today, at=timezone.now()) == 1
    assert names(owed) == [("person", "Mary Poole"), ("person", "Rhiannon Vale")]
    page = as_("chair").get(owed.get_absolute_url()).content.decode()
    assert "Who by changed from Joss Lindqvist, Rhiannon Vale to Mary Poole, Rhiannon Vale" in page
    assert "Joss Lindqvist no longer holds or covers the seat" in page
    assert pass_on(on=today, at=timezone.now()) == 0
    assert "None" not in page


def test_a_vacant_seat_leaves_it_with_the_partner(cast, owed, today):
    leave(cast, today)
    pass_on(on=today, at=timezone.now())
    assert names(owed) == [("partner", "Health Trust"), ("person", "Rhiannon Vale")]
    entry = owed.progress.get()
    assert (entry.kind, entry.by, entry.becomes) == ("fell", None, "Health Trust, Rhiannon Vale")
    assert owed.parts.first().history.first().history_change_reason == entry.text


def test_who_holds_it_next_and_owes_a_part_already_owes_it_once(cast, owed, today):
    leave(cast, today)
    SeatHolding.objects.create(seat=cast.seats["member"], person=cast.person("chair"), from_date=today)
    pass_on(on=today, at=timezone.now())
    owed.refresh_from_db()
    assert owed.owners_shown == "Rhiannon Vale"
    assert owed.state == "not_started"


def test_without_a_seat_it_follows_the_last_post(cast, today):
    action = create_action(cast.board, owners=[cast.person("member")])
    Post.objects.filter(person=cast.person("member")).update(to_date=today - DAY)
    pass_on(on=today, at=timezone.now())
    assert names(action) == [("partner", "Health Trust")]


def test_who_stays_or_is_done_keeps_it(cast, owed, today):
    assert pass_on(on=today, at=timezone.now()) == 0
    Part.objects.filter(action=owed).update(state="done")
    leave(cast, today)
    assert pass_on(on=today, at=timezone.now()) == 0
    assert names(owed)[0] == ("person", "Joss Lindqvist")


def test_it_is_done_each_night():
    assert "actions.operations.leaving.pass_on_each_night" in jobs.app.tasks

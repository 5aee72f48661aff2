"""A board ends by who keeps the register, and another follows what it left open; let go on, it has that back (2.15)."""

import datetime as dt

import pytest
from django.utils import timezone

from actions.models import Action
from actions.queries.arising import open_on_board
from boards.models import Board
from boards.operations.access import refresh_board_access
from tests.boards.keeper import create_keeper, day, done, signed_in
from tests.factories import create_action, create_board, create_item, create_meeting, create_minutes

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
TOMORROW = TODAY + dt.timedelta(days=1)
OTHERS = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


@pytest.fixture
def heir(cast) -> Board:
    return create_board("Heir Board")


@pytest.fixture
def keeps(cast, heir):
    return signed_in(create_keeper())


@pytest.fixture
def owed(cast) -> list[Action]:
    return [create_action(cast.board, text, owners=[cast.person("member")]) for text in ("Survey", "Report")]


def ends(to: Board | None, last: dt.date = TODAY) -> dict[str, object]:
    return day("last_day", last) | ({"actions_to": to.pk} if to else {})


AT = "/boards/executive-group/end/"


def test_the_check_page_says_how_many_go_and_where_and_no_words_of_them(keeps, heir, owed):
    check = keeps.post(AT, ends(heir)).content.decode()
    assert "Two open actions will be handed up to Heir Board." in check
    assert "Survey" not in check
    stay = keeps.post(AT, ends(None)).content.decode()
    assert "Two open actions will stay in the log of this board, followed by no other." in stay


def test_2_15_what_a_board_leaves_open_is_followed_by_the_one_chosen(cast, keeps, heir, owed):
    done(keeps, AT, **ends(heir))
    assert {action.followed_by for action in Action.objects.all()} == {heir}
    assert len(open_on_board(heir.pk, cast.member, on=TODAY)) == 2
    page = signed_in(cast.member).get(owed[0].get_absolute_url()).content.decode()
    assert "follows it since Executive Group ended" in page


def test_let_go_on_it_has_them_back(cast, keeps, heir, owed):
    done(keeps, AT, **ends(heir))
    assert "Two open actions will be handed back to it." in keeps.get(f"{AT}take-back/").content.decode()
    done(keeps, f"{AT}take-back/")
    assert not Action.objects.exclude(followed_by=None).exists()
    assert Board.objects.get(pk=cast.board.pk).ended_date is None


def test_before_the_last_day_has_come_nothing_is_handed_up_and_nothing_ends(cast, keeps, heir, owed):
    answer = keeps.post(AT, ends(heir, TOMORROW) | {"confirmed": "yes"})
    assert (answer.status_code, "follows its actions itself until then" in answer.content.decode()) == (409, True)
    assert Board.objects.get(pk=cast.board.pk).ended_date is None


def test_what_was_left_is_handed_up_later(cast, keeps, heir, owed):
    done(keeps, AT, **ends(None))
    assert f"{AT}hand-up/" in keeps.get("/boards/executive-group/network/").content.decode()
    page = done(keeps, f"{AT}hand-up/", to=heir.pk).content.decode()
    assert "It is handed up." in page
    assert Action.objects.filter(followed_by=heir).count() == 2


def test_a_board_that_goes_on_hands_nothing_up(keeps, heir, owed):
    answer = keeps.post(f"{AT}hand-up/", {"to": heir.pk, "confirmed": "yes"})
    assert (answer.status_code, "End it first." in answer.content.decode()) == (409, True)


def test_closed_business_is_not_counted(cast, keeps, heir, owed):
    meeting = create_meeting(cast.board)
    create_minutes(meeting, state="circulated")
    item = create_item(meeting, exempt_paragraphs="3", exempt_reason="Named families")
    owed[0].items.add(item)
    check = keeps.post(AT, ends(heir)).content.decode()
    assert "One open action will be handed up to Heir Board." in check
    assert "business that is closed to you" in check


@pytest.mark.parametrize("address", ["", "take-back/", "hand-up/"])
def test_only_keepers_do_any_of_it(cast, as_, heir, owed, address):
    refresh_board_access(heir, on=TODAY)
    statuses = {who: as_(who).post(AT + address, ends(heir) | {"to": heir.pk}).status_code for who in OTHERS}
    assert set(statuses.values()) <= {403, 404}
    assert not Action.objects.exclude(followed_by=None).exists()


def test_who_keeps_the_register_is_reminded_of_what_a_board_leaves_open(cast, keeps, heir, owed):
    """No act hands it up of itself: before the last day it is told what waits, and after it until it is done."""
    done(keeps, AT, **ends(None, last=TOMORROW))
    attention, own = "/boards/attention/?what=handing", "/boards/executive-group/attention/"
    waits = "two actions there are still open. From that day on, hand them up."
    assert [waits in keeps.get(page).content.decode() for page in (attention, own)] == [True, True]
    Board.objects.filter(pk=cast.board.pk).update(ended_date=TODAY - dt.timedelta(days=1), status="superseded")
    page = keeps.get(attention).content.decode()
    assert "two actions there are still open. Hand up what it left." in page
    assert "/boards/executive-group/end/hand-up/" in page
    done(keeps, "/boards/executive-group/end/hand-up/", to=heir.pk)
    assert "Hand up what it left" not in keeps.get(attention).content.decode()


def test_nobody_else_is_told_so(cast, as_, keeps, owed):
    done(keeps, AT, **ends(None, last=TOMORROW))
    assert "still open" not in as_("clerk").get("/boards/attention/").content.decode()

"""Following a meeting (issue 3 §4): who sees what of it, cheaply, and nothing of what is not theirs (demand 21)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardGrant
from boards.operations.access import refresh_board_access
from meetings.models import Decision, DeskSetting, MinutedItem, Sitting
from meetings.operations.sitting import end_sitting, take_item
from tests.factories import create_block, create_item, create_minutes, create_person, create_seat, create_user
from tests.meetings.sitting import create_going_on, titled
from trust.tools.words import clock

pytestmark = pytest.mark.django_db

VIEWS = ("follow", "follow_now", "follow_screen")
CLOSED = "The meeting is dealing with an item that is not open to you."


@pytest.fixture
def meeting(cast):
    """Goes on today: 2.1 is for decision and has a paper, a draft sentence and a decision."""
    meeting = create_going_on(cast)
    item = titled(meeting, "c")
    item.title, item.text, item.report_of = "Early help", "Members are asked to agree option 2.", "Director"
    item.purpose = "decision"
    item.save()
    item.papers.create(title="Options for early help", pages=4)
    minutes = create_minutes(meeting)
    create_block(minutes, item, "A draft sentence.")
    block = create_block(minutes, item, "That option 2 be agreed.", kind="decision")
    Decision.objects.create(block=block, kind="resolved", needs_ratifying=True)
    return meeting


@pytest.fixture
def read(as_, meeting):
    def asked(view: str = "follow", who: str = "member", **headers: str):
        at = reverse(f"meetings:{view.split('?')[0]}", args=[meeting.board.slug, meeting.address])
        return as_(who).get(at + view[len(view.split("?")[0]) :], headers=headers)

    return asked


def take(cast, meeting, title, *, minute=0):
    at = timezone.now() + dt.timedelta(minutes=minute)
    take_item(item=titled(meeting, title), by=cast.clerk, at=at)


def words(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 200),
        ("member", 200),
        ("member_of_another_partner", 404),
        ("outsider", 404),
    ],
)
def test_who_follows(cast, read, meeting, view, who, status):
    assert read(view, who).status_code == status
    cast.board.visibility = "public"
    cast.board.save()
    assert read(view, who).status_code == status, "a public board's meeting is followed by its members alone"


@pytest.mark.parametrize(("view", "status"), [("follow", 302), ("follow_screen", 302), ("follow_now", 401)])
def test_the_public_is_asked_to_sign_in_and_reads_nothing(read, view, status):
    answer = read(view, "public")
    assert answer.status_code == status
    assert b"Early help" not in answer.content


def test_a_member_of_another_partner_on_the_board_sees_what_members_see(cast, as_, read, meeting):
    person = create_person("Ines Marlow", partner=cast.police, user=create_user("ines@example.org"))
    create_seat(cast.board, partner=cast.police, holder=person)
    refresh_board_access(cast.board, on=timezone.localdate())
    take(cast, meeting, "Early help")
    mine, hers = as_("member"), as_("public")
    hers.force_login(person.user)
    at = reverse("meetings:follow_now", args=[meeting.board.slug, meeting.address])
    assert mine.get(at).content == hers.get(at).content


def test_the_item_now_its_paper_recommendation_and_decision(cast, read, meeting):
    take(cast, meeting, "Early help")
    html = words(read())
    for said in (
        "2.1 Early help",
        "Report of the Director",
        "Members are asked to agree option 2.",
        "Options for early help, four pages",
        "That option 2 be agreed.",
        "RESOLVED",
        "Subject to ratification.",
    ):
        assert said in html
    assert "A draft sentence." not in html
    assert "Kirsty" not in html, "nothing of the officers is told"
    assert "None" not in html


def test_the_draft_is_read_only_where_the_board_wants_it(cast, read, meeting):
    DeskSetting.objects.create(board=cast.board, followers_read_wording=True)
    assert "A draft sentence." not in words(read()), "nor before its item is taken"
    take(cast, meeting, "Early help")
    assert "A draft sentence." in words(read())
    assert "A draft sentence." not in words(read("follow_screen"))
    assert "A draft sentence." not in words(read("follow_now?screen"))


def test_what_was_drafted_ahead_is_not_shown_before_its_item_is_taken(cast, read, meeting):
    take(cast, meeting, "a")
    assert "option 2 be agreed" not in words(read())
    take(cast, meeting, "Early help", minute=1)
    take(cast, meeting, "d", minute=2)
    html = words(read())
    assert "Decisions so far" in html
    assert "That option 2 be agreed." in html


def exempt(meeting, title="Early help"):
    item = titled(meeting, title)
    item.exempt_paragraphs, item.exempt_reason = "1", "A child."
    item.save()


def test_demand_21_an_exempt_item_is_closed_to_those_not_entitled(cast, read, meeting):
    exempt(meeting)
    take(cast, meeting, "Early help")
    assert "Early help" in words(read())
    BoardGrant.objects.filter(permission__codename="see_exempt").delete()
    for view in ("follow", "follow_now"):
        html = words(read(view))
        assert CLOSED in html
        assert "Early help" not in html
        assert "option 2" not in html


@pytest.mark.parametrize("who", ["member", "clerk"])
@pytest.mark.parametrize("view", ["follow_screen", "follow_now?screen"])
def test_demand_21_the_screen_never_shows_an_exempt_item(cast, read, meeting, view, who):
    exempt(meeting)
    create_item(meeting, "Under it", number="9.9", section=titled(meeting, "Decisions"))
    take(cast, meeting, "Early help")
    html = words(read(view, who))
    assert "The meeting is dealing with an item in private." in html
    assert "Early help" not in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "No item has been taken yet"),
        ({"date": 7}, "The meeting has not begun"),
        ({"date": -7}, "The meeting is over"),
        ({"state": "held"}, "No item has been taken yet"),
        ({"ended": True}, "The meeting is over"),
        ({"state": "cancelled"}, "This meeting does not take place"),
    ],
)
def test_before_after_and_never(cast, read, meeting, change, said):
    meeting.state = change.get("state", meeting.state)
    meeting.date += dt.timedelta(days=change.get("date", 0))
    meeting.save()
    if "ended" in change:
        take(cast, meeting, "a")
        end_sitting(meeting=meeting, by=cast.clerk, at=timezone.now())
    html = words(read())
    assert said in html
    assert "option 2 be agreed" not in html
    assert words(read("follow_screen"))


def test_a_meeting_not_called_yet_is_not_followed(read, meeting):
    meeting.state = "preparing"
    meeting.save()
    assert {read(view, who).status_code for view in VIEWS for who in ("member", "clerk")} == {404}


def test_nothing_changed_costs_three_statements_with_the_sessions_two_and_writes_nothing(cast, as_, meeting):
    take(cast, meeting, "Early help")
    client = as_("member")
    at = reverse("meetings:follow_now", args=[meeting.board.slug, meeting.address])
    mark = client.get(at).headers["ETag"]
    assert count(client, at, 304, **{"If-None-Match": mark}) == 3


def test_a_page_costs_the_same_however_long_the_agenda(cast, as_, meeting):
    take(cast, meeting, "Early help")
    client = as_("member")
    at = reverse("meetings:follow_now", args=[meeting.board.slug, meeting.address])
    few = count(client, at)
    for number in range(30):
        item = create_item(meeting, f"Item {number}", number=f"5.{number}", taken_position=100 + number)
        item.papers.create(title=f"Paper {number}")
        create_block(meeting.minutes, item, "Agreed.", kind="decision")
    assert count(client, at) == few == 6


def count(client, at, status=200, **headers) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(at, headers=headers).status_code == status
    assert not [query for query in found if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    return len(found)


@pytest.mark.parametrize("change", ["taken", "written", "agenda", "paper", "ended", "setting"])
def test_whatever_changes_the_page_changes_its_mark(cast, read, meeting, change):
    take(cast, meeting, "Early help")
    item = titled(meeting, "Early help")
    mark = read("follow_now").headers["ETag"]
    if change == "taken":
        take(cast, meeting, "d")
    elif change == "written":
        create_block(meeting.minutes, item, "Agreed as read.", kind="decision")
    elif change == "agenda":
        item.title = "Early help and after"
        item.save()
    elif change == "paper":
        item.papers.create(title="Another")
    elif change == "ended":
        end_sitting(meeting=meeting, by=cast.clerk, at=timezone.now())
    else:
        DeskSetting.objects.create(board=cast.board, followers_read_wording=True)
    assert read("follow_now", **{"If-None-Match": mark}).status_code == 200


def test_it_says_since_when_the_item_is_being_taken(cast, read, meeting):
    take(cast, meeting, "Early help")
    assert f"Now, since {clock(Sitting.objects.get().item_since)}" in words(read())


@pytest.mark.parametrize(("wants", "status"), [(False, 304), (True, 200)])
def test_what_is_typed_is_new_only_to_those_who_read_the_wording(cast, read, meeting, wants, status):
    """An officer types all the time: two hundred followers need not be answered anew for it."""
    DeskSetting.objects.create(board=cast.board, followers_read_wording=wants)
    take(cast, meeting, "Early help")
    mark = read("follow_now").headers["ETag"]
    MinutedItem.objects.create(minutes=meeting.minutes, item=titled(meeting, "Early help"), version=3)
    assert read("follow_now", **{"If-None-Match": mark}).status_code == status


@pytest.mark.parametrize("who", ["member", "chair", "clerk"])
def test_the_meetings_page_and_home_lead_to_it_on_the_day(cast, as_, meeting, who):
    at = reverse("meetings:follow", args=[meeting.board.slug, meeting.address])
    assert at in words(as_(who).get(meeting.get_absolute_url()))
    assert at not in words(as_(who).get("/")), "nothing has been taken yet"
    take(cast, meeting, "Early help")
    assert at in words(as_(who).get("/"))
    end_sitting(meeting=meeting, by=cast.clerk, at=timezone.now())
    assert at not in words(as_(who).get("/"))


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_nothing_leads_others_to_it(cast, as_, meeting, who):
    cast.board.visibility = "public"
    cast.board.save()
    take(cast, meeting, "Early help")
    for page in ("/", meeting.get_absolute_url()):
        assert "follow/" not in words(as_(who).get(page))


def test_members_of_a_board_that_sits_with_it_follow_too(cast, as_, read, meeting):
    take(cast, meeting, "Early help")
    meeting.joint_boards.add(cast.other_board)
    assert "Early help" in words(read("follow", "member_of_another_partner"))
    assert read("follow", "outsider").status_code == 404

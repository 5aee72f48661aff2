"""The page of a meeting, calling it and writing its agenda, as each of the cast (issue 2 §3.3, §4)."""

import datetime as dt

import pytest

from boards.models import Board
from meetings.models import Meeting, Paper, StandingItem
from meetings.operations.agenda import renumber
from tests.factories import create_action, create_item, create_meeting

pytestmark = pytest.mark.django_db
PAGE = "/boards/executive-group/meetings/2025-10-14/"
CALL = "/boards/executive-group/meetings/call/"
STANDING = "/boards/executive-group/standing-items/"
EVERYBODY = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
DAY = {"date_day": "11", "date_month": "11", "date_year": "2025"}
WHEN = DAY | {"starts_at": "2pm", "venue": "Room 3", "form": "in_person", "kind": "ordinary"}


@pytest.fixture
def meeting(cast):
    """Matters arising with one item; decisions with an open item and an exempt one."""
    meeting = create_meeting(cast.board)
    matters = create_item(meeting, "Matters arising", is_section=True)
    create_item(meeting, "Equality scheme", section=matters)
    decisions = create_item(meeting, "Decision making", is_section=True)
    create_item(meeting, "Price of the contract", section=decisions, exempt_paragraphs="3", exempt_reason="Prices.")
    create_item(meeting, "Transition strategy", section=decisions, report_of="Director of Public Health")
    renumber(meeting, by=cast.clerk)
    return meeting


def statuses(as_, path, method="get", data=None) -> dict[str, int]:
    return {who: getattr(as_(who), method)(path, data or {}).status_code for who in EVERYBODY}


def published(cast):
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")


KNOWN_TO_MEMBERS = {"clerk": 200, "chair": 200, "member": 200} | dict.fromkeys(EVERYBODY[3:], 404)


def test_the_page_is_for_those_who_may_know_of_it(as_, meeting):
    assert statuses(as_, PAGE) == KNOWN_TO_MEMBERS
    assert statuses(as_, f"{PAGE}calendar.ics") == KNOWN_TO_MEMBERS


def test_a_public_board_shows_its_agenda_to_everybody(cast, as_, meeting):
    published(cast)
    assert set(statuses(as_, PAGE).values()) == {200}


def test_the_public_see_no_trace_of_exempt_items(cast, as_, meeting):
    published(cast)
    page = as_("public").get(PAGE).content.decode()
    assert "Transition strategy" in page
    assert ">2.1<" in page
    for trace in ("Price of the contract", "Exempt", "2.1A", "2.2", "Prices."):
        assert trace not in page
    assert "Price of the contract" in as_("member").get(PAGE).content.decode()


@pytest.mark.parametrize(("exempt", "reads"), [("", True), ("3", False)])
def test_domain_13_open_papers_of_a_public_board_are_for_everybody(cast, as_, meeting, exempt, reads):
    published(cast)
    with_paper(meeting, title="The strategy", pages=12, exempt_paragraphs=exempt)
    assert "The strategy" in as_("member").get(PAGE).content.decode()
    assert ("The strategy" in as_("public").get(PAGE).content.decode()) is reads


def with_paper(meeting, **fields) -> None:
    published_item = meeting.items.get(title="Transition strategy")
    Paper.objects.create(item=published_item, **fields)


def test_0_6_a_report_names_the_post_of_its_author_and_what_is_appended(cast, as_, meeting):
    published(cast)
    with_paper(meeting, title="New arrangements", author_post="Strategic Director", pages=3)
    with_paper(meeting, title="Appendix 1, for Members’ information", kind="attachment")
    page = as_("member").get(PAGE).text
    assert "New arrangements</a>, three pages, report of the Strategic Director" in page
    assert "Appendix 1, for Members’ information" in page


def test_3_1_and_4_15_background_papers_say_where_they_are_open_to_inspection(cast, as_, meeting):
    published(cast)
    with_paper(meeting, title="Draft terms of the Trust Board", kind="background", place_of_inspection="Futures Park")
    said = "Draft terms of the Trust Board</a>, background paper, open to inspection at Futures Park"
    assert said in as_("member").get(PAGE).text
    assert said in as_("public").get(PAGE).text


@pytest.mark.parametrize("act", ["change/", "call/", "call-off/", "agenda/add/"])
def test_only_the_clerk_opens_the_forms(as_, meeting, act):
    found = statuses(as_, PAGE + act)
    assert (found["clerk"], found["chair"], found["member"]) == (200, 403, 403)
    assert {found[who] for who in EVERYBODY[3:]} == {404}


@pytest.mark.parametrize("act", ["held/", "call/", "call-off/", "change/", "agenda/add/", "agenda/place/"])
def test_only_the_clerk_acts(as_, meeting, act):
    for who, status in (("chair", 403), ("member", 403), ("member_of_another_partner", 404), ("public", 404)):
        assert as_(who).post(PAGE + act, {}).status_code == status
    assert meeting.history.count() == 1


def test_the_acts_on_an_item_are_the_clerks(as_, meeting):
    item = meeting.items.get(title="Equality scheme")
    for act in ("", "move/", "remove/"):
        path = f"{PAGE}agenda/{item.pk}/{act}"
        assert as_("member").post(path, {"to": "up"}).status_code == 403
        assert as_("public").post(path, {"to": "up"}).status_code == 404
    assert as_("clerk").post(f"{PAGE}agenda/{item.pk}/move/", {"to": "down"}).status_code == 302
    assert meeting.items.get(title="Equality scheme").number == "2.1"


def test_moving_by_htmx_answers_with_the_agenda(as_, meeting):
    item = meeting.items.get(title="Transition strategy")
    path = f"{PAGE}agenda/{item.pk}/move/"
    answer = as_("clerk").post(path, {"to": "up"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "“Transition strategy” has moved up." in answer.content.decode()


def test_dragging_posts_the_same(as_, meeting):
    titles = {item.title: item.pk for item in meeting.items.all()}
    given = {"item": titles["Equality scheme"], "section": titles["Decision making"], "before": ""}
    assert as_("clerk").post(f"{PAGE}agenda/place/", given).status_code == 302
    assert meeting.items.get(title="Equality scheme").number == "2.2"


def test_an_item_of_another_meeting_is_not_found_here(cast, as_, meeting):
    other = create_item(create_meeting(cast.board, dt.date(2025, 11, 11)), "Elsewhere")
    assert as_("clerk").get(f"{PAGE}agenda/{other.pk}/").status_code == 404
    assert as_("clerk").post(f"{PAGE}agenda/place/", {"item": other.pk}).status_code == 409


def test_calling_from_the_board_to_the_check_page(cast, as_):
    StandingItem.objects.create(board=cast.board, title="Matters arising", is_section=True)
    clerk = as_("clerk")
    assert clerk.post(CALL, WHEN).url == "/boards/executive-group/meetings/2025-11-11/"
    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.starts_at, meeting.venue) == ("preparing", dt.time(14), "Room 3")
    assert "Nobody else sees this agenda yet" in clerk.get(meeting.get_absolute_url()).content.decode()
    assert as_("member").get(meeting.get_absolute_url()).status_code == 404
    assert "Nobody is told" in clerk.get(f"{meeting.get_absolute_url()}call/").content.decode()
    clerk.post(f"{meeting.get_absolute_url()}call/")
    assert as_("member").get(meeting.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("year", "doubt"), [("1911", "years ago"), ("2110", "years ahead")])
def test_a_doubtful_year_is_asked_about_once(as_, cast, year, doubt):
    given = WHEN | {"date_year": year}
    answer = as_("clerk").post(CALL, given)
    assert answer.status_code == 422
    assert doubt in answer.content.decode()
    assert as_("clerk").post(CALL, given | {"is_right": "on"}).status_code == 302


def test_a_second_meeting_on_one_day_is_asked_about(as_, cast):
    as_("clerk").post(CALL, WHEN)
    assert "already meets on Tuesday 11 November 2025" in as_("clerk").post(CALL, WHEN).content.decode()
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"date_day": "31", "date_month": "2"}, "Enter a real date."),
        ({"starts_at": "4pm", "ends_at": "2pm"}, "It would end before it starts."),
        ({"form": "by pigeon"}, "That cannot be chosen, or not any more"),
        ({"venue": "x" * 201}, "Use 200 characters or fewer"),
    ],
)
def test_bad_input_gets_a_sentence(as_, cast, given, sentence):
    answer = as_("clerk").post(CALL, WHEN | given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_h8_h9_late_and_exempt_items_give_their_reasons(as_, meeting):
    given = {"title": "Urgent \x07<script>", "purpose": "decision", "is_late": "on", "exempt_paragraphs": "1 and 3"}
    answer = as_("clerk").post(f"{PAGE}agenda/add/", given)
    assert answer.status_code == 422
    for sentence in ("Say why the item is late", "Say why the public interest"):
        assert sentence in answer.content.decode()
    given |= {"late_reason": "The inspection begins on Monday.", "exempt_reason": "Names a child."}
    assert as_("clerk").post(f"{PAGE}agenda/add/", given).status_code == 302
    item = meeting.items.get(is_late=True)
    assert (item.title, item.exempt_paragraphs) == ("Urgent <script>", "1, 3")
    assert "Urgent &lt;script&gt;" in as_("clerk").get(PAGE).content.decode()


def test_the_reason_for_calling_off_is_on_the_page(as_, meeting):
    as_("clerk").post(f"{PAGE}call-off/", {"state": "postponed", "reason": "The roads are closed."})
    page = as_("member").get(PAGE).content.decode()
    assert "The roads are closed." in page
    assert as_("clerk").post(f"{PAGE}call-off/", {"state": "cancelled", "reason": "Again."}).status_code == 409


def test_matters_arising_shows_members_what_is_still_owed(cast, as_, meeting):
    published(cast)
    meeting.items.filter(title="Matters arising").update(purpose="matters_arising")
    before = create_meeting(cast.board, dt.date(2025, 9, 16), state="held")
    create_action(cast.board, "Circulate the scheme", meeting=before, owners=[cast.person("member")])
    assert "Circulate the scheme" in as_("member").get(PAGE).content.decode()
    assert "Circulate the scheme" not in as_("public").get(PAGE).content.decode()


def test_the_next_meeting_is_from_the_calendar(cast, as_, meeting):
    """Requirement 2.22."""
    create_item(meeting, "Next meeting", is_section=True, purpose="next_meeting", number="3.0")
    create_meeting(cast.board, dt.date(2025, 11, 11), venue="Conference Room 2")
    page = as_("member").get(PAGE).content.decode()
    assert "Tuesday 11 November 2025, 2pm, Conference Room 2" in page


def test_the_calendar_entry_says_when_and_where(as_, meeting):
    entry = as_("member").get(f"{PAGE}calendar.ics").content.decode()
    for line in ("SUMMARY:Executive Group", "20251014T140000", "LOCATION:Civic Centre\\, Room 2", "STATUS:CONFIRMED"):
        assert line in entry


def test_standing_items_are_the_clerks(cast, as_):
    found = statuses(as_, STANDING)
    assert (found["clerk"], found["member"], found["public"]) == (200, 403, 404)
    as_("clerk").post(f"{STANDING}usual/")
    section = cast.board.standing_items.get(title="Decision making")
    as_("clerk").post(
        f"{STANDING}add/", {"title": "Fund", "is_section": "item", "section": section.pk, "purpose": "decision"}
    )
    item = cast.board.standing_items.get(title="Fund")
    assert as_("clerk").post(f"{STANDING}{section.pk}/remove/", follow=True).content.count(b"Move or remove the items")
    as_("clerk").post(f"{STANDING}{item.pk}/move/", {"to": "down"})
    assert cast.board.standing_items.get(title="Fund").section.title == "Information items"
    as_("clerk").post(f"{STANDING}{item.pk}/", {"title": "Pooled fund", "purpose": "decision", "section": section.pk})
    as_("clerk").post(f"{STANDING}{item.pk}/remove/")
    assert not cast.board.standing_items.filter(title__contains="und").exists()


@pytest.mark.parametrize("who", ["clerk", "member", "public"])
def test_the_page_costs_the_same_however_long_the_agenda(cast, as_, meeting, who, django_assert_max_num_queries):
    published(cast)
    for number in range(20):
        create_item(meeting, f"Item {number}", section=meeting.items.filter(is_section=True).first())
    client = as_(who)
    with django_assert_max_num_queries(28):
        assert client.get(PAGE).status_code == 200

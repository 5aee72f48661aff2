"""Publication is its own act; the public edition is cut to the public (demands 9, 22)."""

import pytest

from boards.models import Board, Person
from meetings.queries.checks import exempt_count, public_findings
from tests.boards.keeper import create_keeper, signed_in
from tests.factories import create_action, create_block, create_item, create_meeting
from tests.meetings.minuted import HERE, create_minuted, in_state


@pytest.fixture
def public_board(cast):
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    return cast.board


@pytest.mark.parametrize("state", ["draft", "circulated", "approved"])
def test_demand_9_the_public_reads_nothing_before_publication(cast, as_, public_board, state):
    create_minuted(cast, state=state)
    assert as_("public").get(f"{HERE}minutes/").status_code == 404
    assert as_("outsider").get(f"{HERE}minutes/").status_code == 404


def test_domain_51_published_minutes_of_a_public_board_are_read_by_anyone(cast, as_, public_board):
    create_minuted(cast, state="published")
    page = as_("public").get(f"{HERE}minutes/").content.decode()
    assert "Four options were presented." in page
    assert "contractor" not in page
    assert "price" not in page
    assert "contractor" in as_("member").get(f"{HERE}minutes/").content.decode()


def test_published_minutes_of_a_closed_board_stay_with_it(cast, as_):
    create_minuted(cast, state="published")
    for who in ("public", "outsider", "member_of_another_partner"):
        assert as_(who).get(f"{HERE}minutes/").status_code == 404


def test_the_clerk_publishes_after_a_check(cast, as_, public_board):
    minutes = create_minuted(cast, state="signed")
    page = as_("clerk").get(f"{HERE}minutes/publish/").content.decode()
    assert "Anyone can read the public edition" in page
    assert "One item in private is left out of it" in page
    as_("clerk").post(f"{HERE}minutes/publish/")
    minutes.refresh_from_db()
    assert minutes.published_by == cast.clerk


def test_items_under_a_closed_heading_are_counted_with_it(cast):
    meeting = create_meeting(cast.board)
    heading = create_item(meeting, "Contracts", is_section=True, exempt_paragraphs="3", exempt_reason="Prices.")
    create_item(meeting, "What was offered", section=heading)
    create_item(meeting, "What it costs", section=heading)
    create_item(meeting, "Support for the forum")
    assert exempt_count(meeting) == 2


def test_who_keeps_the_register_knows_of_a_closed_board_and_not_of_what_it_deals_with(cast):
    create_minuted(cast, state="published")
    keeper = signed_in(create_keeper())
    assert keeper.get("/boards/executive-group/").status_code == 200
    assert keeper.get(HERE).status_code == 404
    assert keeper.get(f"{HERE}minutes/").status_code == 404
    assert "14 October 2025" not in keeper.get("/boards/executive-group/").text
    assert "14 October 2025" not in keeper.get("/meetings/").text


def test_a_draft_is_not_published(cast, as_, public_board):
    create_minuted(cast)
    refused = as_("clerk").post(f"{HERE}minutes/publish/")
    assert refused.status_code == 409
    assert "Only approved minutes are published." in refused.content.decode()


def test_publication_is_withdrawn_with_a_reason(cast, as_, public_board):
    minutes = create_minuted(cast, state="published")
    as_("clerk").post(f"{HERE}minutes/withdraw/", {"reason": "An address was told."})
    minutes.refresh_from_db()
    assert (minutes.published_at, minutes.state) == (None, "approved")
    assert minutes.history.first().history_change_reason == "An address was told."
    assert as_("public").get(f"{HERE}minutes/").status_code == 404


@pytest.mark.parametrize("page", ["publish/", "withdraw/"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_those_who_publish_do(cast, as_, page, who, status):
    create_minuted(cast, state="published")
    assert as_(who).get(f"{HERE}minutes/{page}").status_code == status
    assert as_(who).post(f"{HERE}minutes/{page}").status_code == status


def test_a_withheld_name_in_the_text_is_pointed_out(cast):
    Person.objects.filter(name="Joss Lindqvist").update(public_name="A young person")
    minutes = create_minuted(cast, state="circulated")
    block = minutes.blocks.get(text="Four options were presented.")
    block.text = "Joss Lindqvist spoke."
    block.save()
    sentence = "2.1 The parents’ forum names Joss Lindqvist, whom the public edition calls “A young person” elsewhere."
    assert [finding.sentence for finding in public_findings(minutes)] == [sentence]


def test_bad_input_exempt_text_in_an_action_is_not_published(cast, as_, public_board):
    minutes = create_minuted(cast, state="draft")
    create_block(minutes, minutes.meeting.items.get(number="2.2"), "The tender of Elm Homes is refused for its debts.")
    told = create_block(minutes, minutes.meeting.items.get(number="2.1"), "x", kind="action")
    text = "Write that the tender of Elm Homes is refused"
    type(told).objects.filter(pk=told.pk).update(text=text)
    action = create_action(cast.board, text, meeting=minutes.meeting, block=told, owners=[cast.person("chair")])
    in_state(minutes, "signed", cast)
    before = as_("clerk").get(f"{HERE}minutes/publish/").content.decode()
    assert f'href="{HERE}minutes/reopen/"' in before
    assert ">Publish</button>" not in before
    answer = as_("clerk").post(f"{HERE}minutes/publish/")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"Action {action.reference} repeats words of business that is closed to the public" in page
    assert page.count("repeats words of business") == 1
    assert f'href="{HERE}minutes/reopen/"' in page
    assert not minutes.publications.exists()
    assert as_("public").get(f"{HERE}minutes/").status_code == 404

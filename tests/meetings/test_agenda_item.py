"""What an item of business is given: the matter of the terms it is, and who alone reads it."""

import pytest

from boards.models import ReservedMatter, Seat
from boards.operations.access import refresh_board_access
from meetings.models import AgendaItem, Paper
from meetings.operations.agenda import change_item
from meetings.operations.disposal import defer
from meetings.operations.late import split_item
from tests.factories import create_board, create_item, create_meeting
from tests.meetings.sitting import create_going_on, create_next, titled

pytestmark = pytest.mark.django_db

PAGE = "/boards/executive-group/meetings/2025-10-14/agenda/"
ASKED = {"title": "School funding formula", "purpose": "decision"}
REASON = "Only these two pay for it."


@pytest.fixture
def meeting(cast):
    return create_meeting(cast.board)


def reserve(board, label="Funding formula"):
    return ReservedMatter.objects.create(terms=board.terms.get(), label=label)


def test_domain_35_an_item_can_be_a_reserved_matter_of_the_terms(cast, as_, meeting):
    assert 'name="matter"' not in as_("clerk").get(f"{PAGE}add/").content.decode()
    reserve(cast.board)
    assert "Funding formula" in as_("clerk").get(f"{PAGE}add/").content.decode()
    as_("clerk").post(f"{PAGE}add/", ASKED | {"matter": "Funding formula"})
    assert meeting.items.get().matter == "Funding formula"


def test_a_matter_of_another_board_is_none_of_this_one(cast, as_, meeting):
    reserve(cast.board)
    reserve(create_board("Schools Forum"), "Central spending")
    page = as_("clerk").post(f"{PAGE}add/", ASKED | {"matter": "Central spending"})
    assert page.status_code == 422
    assert "School funding formula" in page.content.decode()
    assert not meeting.items.exists()


def test_a_matter_that_newer_terms_no_longer_name_stays_with_its_item(cast, as_, meeting):
    item = AgendaItem.objects.create(meeting=meeting, title="Formula", matter="Formula of old")
    as_("clerk").post(f"{PAGE}{item.pk}/", ASKED | {"matter": "Formula of old"})
    item.refresh_from_db()
    assert (item.title, item.matter) == ("School funding formula", "Formula of old")


def test_an_item_restricted_to_partners_says_why(cast, as_, meeting):
    asked = ASKED | {"restricted_to": [cast.council.pk, cast.health.pk]}
    page = as_("clerk").post(f"{PAGE}add/", asked)
    assert page.status_code == 422
    assert "Say why only these partners read it: the reason is recorded." in page.content.decode()
    as_("clerk").post(f"{PAGE}add/", asked | {"restricted_reason": REASON})
    item = meeting.items.get()
    assert ({*item.restricted_to.all()}, item.restricted_reason) == ({cast.council, cast.health}, REASON)


def test_what_only_some_read_is_read_by_them_alone_wherever_it_goes(cast):
    meeting = create_going_on(cast)
    create_next(cast)
    given = {"restricted_to": [cast.council, cast.health], "restricted_reason": REASON, "matter": "Formula"}
    item = change_item(item=titled(meeting, "c"), fields=given, by=cast.clerk)
    part = split_item(item=item, title="The reserve", by=cast.clerk)
    later = defer(item=item, reason="No figures.", by=cast.clerk).arrived_as
    for arrived in (part, later):
        found = (set(arrived.restricted_to.all()), arrived.restricted_reason, arrived.matter)
        assert found == ({cast.council, cast.health}, REASON, "Formula")


@pytest.mark.parametrize(
    ("paper", "who", "says"),
    [
        (None, "member", True),
        (None, "public", False),
        ({}, "member", False),
        ({"exempt_paragraphs": "3"}, "clerk", False),
        ({"exempt_paragraphs": "3"}, "observer", False),
    ],
)
def test_0_16_that_nothing_supports_a_decision_is_said(cast, as_, meeting, paper, who, says):
    item = create_item(meeting, "Change of structure", purpose="decision")
    if paper is not None:
        Paper.objects.create(item=item, title="The structure from April", **paper)
    if who == "observer":
        Seat.objects.filter(pk=cast.seats["member"].pk).update(role="observer", voting=False)
        refresh_board_access(cast.board, on=meeting.date)
    page = as_("member" if who == "observer" else who).get(meeting.get_absolute_url()).content.decode()
    assert ("Supporting documents: none" in page) is says


def test_0_16_an_item_of_discussion_needs_none(as_, meeting):
    create_item(meeting, "Round the table")
    assert "Supporting documents: none" not in as_("clerk").get(meeting.get_absolute_url()).content.decode()

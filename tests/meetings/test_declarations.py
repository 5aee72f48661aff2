"""Interests declared at a meeting, and nil returns (DOMAIN rules 41 to 44)."""

import pytest

from boards.models import Seat
from boards.operations.access import refresh_board_access
from meetings.models import Declaration
from meetings.rules.declaration import check_declaration
from tests.factories import create_attendance, create_item, create_meeting, create_minutes
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db
PAGE = "/boards/executive-group/meetings/2025-10-14/declarations/"


@pytest.mark.parametrize(
    ("kind", "interest", "consequence", "sentence"),
    [
        ("nil", "", "none", ""),
        ("nil", "", "left", "“Nothing to declare” stands alone. Take away the interest, the items and what followed."),
        ("personal", "", "none", "Say what the interest is."),
        ("personal", "A cousin bids.", "left", ""),
    ],
)
def test_domain_44_what_a_declaration_says_of_who_stayed_spoke_or_left(kind, interest, consequence, sentence):
    assert why_not(check_declaration, kind, interest, consequence, []) == sentence


@pytest.fixture
def meeting(cast):
    meeting = create_meeting(cast.board)
    create_attendance(meeting, cast.person("member"), seat=cast.seats["member"])
    create_item(meeting, "Forum", number="2.3")
    create_item(meeting, "Prices", number="2.3A", exempt_paragraphs="3", exempt_reason="Prices.")
    return meeting


def given(meeting, *numbers, **fields):
    items = [meeting.items.get(number=number).pk for number in numbers]
    interest = {"kind": "employment", "interest": "Employed by a bidder.", "consequence": "left", "whose": ""}
    return interest | {"attendance": meeting.attendances.get().pk, "items": items} | fields


def test_who_reads_and_who_writes(as_, meeting):
    cast_of_six = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]
    assert [as_(who).get(PAGE).status_code for who in cast_of_six] == [200, 200, 200, 404, 404, 404]
    posted = [as_(who).post(f"{PAGE}add/", given(meeting)).status_code for who in cast_of_six]
    assert posted == [302, 403, 403, 404, 404, 404]
    pk = meeting.declarations.get().pk
    assert as_("member").post(f"{PAGE}{pk}/remove/").status_code == 403
    assert as_("clerk").post(f"{PAGE}{pk}/remove/").status_code == 302
    assert not meeting.declarations.exists()


def test_domain_43_an_interest_is_shown_with_its_items_and_what_followed(as_, meeting):
    as_("clerk").post(f"{PAGE}add/", given(meeting, "2.3"))
    page = as_("member").get(PAGE).content.decode()
    assert "Employment by a partner concerned: Employed by a bidder." in page
    assert "Item 2.3 · Left the room" in page


def test_an_observer_learns_nothing_of_exempt_items(cast, as_, meeting):
    Seat.objects.filter(pk=cast.seats["member"].pk).update(role="observer", voting=False)

    refresh_board_access(cast.board, on=meeting.date)
    as_("clerk").post(f"{PAGE}add/", given(meeting, "2.3A"))
    assert "Nothing has been declared" in as_("member").get(PAGE).content.decode()
    assert "Employed by a bidder" in as_("clerk").get(PAGE).content.decode()


def test_a_nil_return_stands_alone(as_, meeting):
    nil = given(meeting, kind="nil", interest="", consequence="none")
    assert as_("clerk").post(f"{PAGE}add/", nil | {"interest": "but"}).status_code == 409
    assert as_("clerk").post(f"{PAGE}add/", nil).status_code == 302
    assert Declaration.objects.get().kind == "nil"


def test_approved_minutes_lock_declarations(cast, as_, meeting):
    create_minutes(meeting, state="approved", approved_at=meeting.called_at, approved_by=cast.clerk)
    assert as_("clerk").post(f"{PAGE}add/", given(meeting)).status_code == 409
    assert "These minutes are approved" in as_("clerk").get(PAGE).content.decode()

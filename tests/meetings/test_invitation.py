"""All duty-to-co-operate partners are asked to a meeting, by category (requirement 4.10)."""

import datetime as dt

import pytest
from django.core import mail

from boards.models import Post
from meetings.operations import invitation as operations
from meetings.operations.invitation import mail_invitation
from tests.factories import create_meeting, create_partner
from tests.worker import do
from trust.tools.refusal import why_not

AT = dt.datetime(2030, 10, 1, 9, tzinfo=dt.UTC)
HERE = "/boards/executive-group/meetings/2030-10-15/invitations/"


@pytest.fixture
def meeting(cast):
    for name, category in (("Moorland College", "school"), ("Northshire Fire", "relevant"), ("Old Trust", "relevant")):
        create_partner(name, category=category)
    cast.health.category = cast.police.category = "relevant"
    cast.health.save(), cast.police.save()
    type(cast.police).objects.filter(name="Old Trust").update(ended_date=dt.date(2029, 1, 1))
    Post.objects.filter(person=cast.person("member_of_another_partner")).update(manages_partner=True)
    return create_meeting(cast.board, dt.date(2030, 10, 15))


def asked(cast, meeting, *categories, partners=()):
    put = {"categories": categories, "partners": partners, "words": "Please come."}
    return operations.invite_partners(meeting=meeting, **put, by=cast.clerk, at=AT)


def posted() -> list[str]:
    """Write what waits to be written, as the worker would, and answer to whom."""
    return do(mail_invitation)


def test_4_10_a_category_is_asked_at_once_but_for_members_and_those_that_ended(cast, as_, meeting):
    clerk, put = as_("clerk"), {"categories": ["relevant"], "words": "Please come."}
    check = clerk.post(f"{HERE}ask/", put).content.decode()
    assert "Northshire Fire and Northshire Police" in check
    assert not meeting.invitations.exists()
    assert clerk.post(f"{HERE}ask/", put | {"confirmed": "yes"}).status_code == 302
    assert [str(row.partner) for row in meeting.invitations.all()] == ["Northshire Fire", "Northshire Police"]
    assert posted() == [cast.member_of_another_partner.email]
    assert "Please come." in mail.outbox[0].body
    page = clerk.get(HERE).content.decode()
    assert "Asked as relevant partner" in page
    assert page.count("so write to it yourself") == 1


def test_4_10_who_comes_is_in_attendance_without_a_vote(cast, as_, meeting):
    (row,) = asked(cast, meeting, partners=[cast.police])
    person = cast.person("member_of_another_partner")
    assert as_("clerk").post(f"{HERE}{row.pk}/comes/", {"person": person.pk}).status_code == 302
    guest = meeting.attendances.get(person=person)
    assert (guest.capacity, guest.status, guest.seat) == ("in_attendance", "expected", None)
    assert "Oyin Adeyemi" in as_("member").get(HERE).content.decode()
    assert as_("clerk").post(f"{HERE}{row.pk}/comes/", {"name": ""}).status_code == 422


def test_4_10_an_invitation_is_taken_back_and_made_again(cast, as_, meeting):
    (row,) = asked(cast, meeting, partners=[cast.police])
    posted()
    assert as_("clerk").post(f"{HERE}{row.pk}/withdraw/", {"confirmed": "yes"}).status_code == 302
    posted()
    assert "is no longer asked" in mail.outbox[0].body
    assert asked(cast, meeting, partners=[cast.police]) == [row]


def test_4_10_whoever_is_a_member_or_asked_already_is_not_asked_again(cast, meeting):
    said = "Every partner chosen has a seat on the board, or is asked already. Choose another."
    put = {"meeting": meeting, "categories": ["lead"], "words": "", "by": cast.clerk, "at": AT}
    assert why_not(operations.invite_partners, partners=[cast.health], **put) == said


@pytest.mark.parametrize("state", ["preparing", "held", "cancelled"])
def test_4_10_only_to_a_meeting_that_is_called(cast, meeting, state):
    meeting.state = state
    meeting.save()
    put = {"meeting": meeting, "categories": ["relevant"], "partners": [], "words": "", "by": cast.clerk, "at": AT}
    assert why_not(operations.invite_partners, **put)
    assert not meeting.invitations.exists()


@pytest.mark.parametrize("who", ["member", "member_of_another_partner", "outsider", "public"])
def test_4_10_only_officers_ask(cast, as_, meeting, who):
    (row,) = asked(cast, meeting, partners=[cast.police])
    for address in (f"{HERE}ask/", f"{HERE}{row.pk}/comes/", f"{HERE}{row.pk}/withdraw/"):
        assert as_(who).post(address, {"confirmed": "yes", "name": "X"}).status_code in (302, 403, 404)
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert meeting.attendances.count() == 0

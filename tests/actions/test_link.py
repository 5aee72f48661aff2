"""The link in a mail, for owners without a login (issue 6 §2, demand 23)."""

import datetime as dt

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from actions.models import MailLink, Part
from actions.operations.links import fingerprint, make_link
from tests.factories import create_action, create_person, create_seat
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def bell():
    return create_person("Anna Bell", email="anna.bell@example.org")


@pytest.fixture
def part(cast, bell):
    return create_action(cast.board, "Send the school places table", owners=[bell]).parts.get()


def path(link: str) -> str:
    return link.removeprefix(settings.SITE_ADDRESS)


def test_demand_23_a_link_opens_the_one_action_without_a_login(part, client):
    page = client.get(path(make_link(part, at=timezone.now())))
    assert page.status_code == 200
    assert "Send the school places table" in page.content.decode()
    assert "Executive Group" in page.content.decode()
    assert "sessionid" not in page.cookies


def test_only_its_fingerprint_is_kept(part):
    token = make_link(part, at=timezone.now()).rstrip("/").rpartition("/")[2]
    kept = MailLink.objects.get()
    assert kept.sha256 == fingerprint(token)
    assert token not in "".join(str(value) for value in vars(kept).values())


def test_who_can_sign_in_is_sent_to_the_action_itself(cast):
    part = create_action(cast.board, owners=[cast.person("member")]).parts.get()
    assert path(make_link(part, at=timezone.now())) == part.action.get_absolute_url()
    assert not MailLink.objects.exists()


def test_no_link_for_somebody_else_nor_without_an_address(cast, part, bell):
    with pytest.raises(Refused, match="owes this part"):
        make_link(part, at=timezone.now(), person=create_person("Hugh Tarrant"))
    bell.email = ""
    bell.save()
    part.refresh_from_db()
    with pytest.raises(Refused, match="No e-mail address of Anna Bell is known"):
        make_link(part, at=timezone.now())


def test_2_4_a_partners_part_has_a_link_for_each_who_sits_for_it(cast, bell):
    create_seat(cast.board, partner=cast.health, holder=bell)
    action = create_action(cast.board)
    part = Part.objects.create(action=action, owner="partner", partner=cast.health, name="Health Trust")
    assert "/owed/" in make_link(part, at=timezone.now(), person=bell)
    assert make_link(part, at=timezone.now(), person=cast.person("member")).endswith(action.get_absolute_url())


def test_an_altered_link_tells_nothing(part, client):
    good = path(make_link(part, at=timezone.now()))
    page = client.get(good[:-3] + "xx/")
    assert page.status_code == 410
    assert "not a link of ours, or it was not copied whole" in page.content.decode()
    assert "school places" not in page.content.decode()


def test_an_expired_link_tells_nothing_but_that(part, client):
    made = timezone.now() - dt.timedelta(days=settings.MAIL_LINK_DAYS, minutes=1)
    page = client.get(path(make_link(part, at=made)))
    assert page.status_code == 410
    assert "This link is too old." in page.content.decode()
    assert "school places" not in page.content.decode()


def test_nobody_signed_in_gets_more_by_it(part, as_):
    address = path(make_link(part, at=timezone.now()))
    assert as_("outsider").get(address).status_code == 200
    assert as_("outsider").get(part.action.get_absolute_url()).status_code == 404
    assert as_("outsider").get(reverse("actions:log", args=[part.action.board.slug])).status_code == 404

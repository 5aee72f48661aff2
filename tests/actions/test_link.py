"""The link in a mail, for owners without a login (issue 6 §2, demand 23)."""

import datetime as dt

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from actions.models import MailLink, Part
from actions.operations.links import fingerprint, make_link
from actions.operations.renewal import mail_fresh_link
from tests.factories import (
    create_action,
    create_item,
    create_meeting,
    create_minutes,
    create_person,
    create_seat,
)
from tests.worker import do
from trust.tools.logs import RequestLog
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


def test_demand_23_reported_by_link_under_the_owners_name_and_then_spent(part, client, as_):
    address = path(make_link(part, at=timezone.now()))
    page = client.post(address, {"act": "report", "state": "done", "text": "Sent.", "url": "https://example.org/t"})
    assert page.status_code == 200
    assert "Thank you" in page.content.decode()
    entry = part.progress.get()
    assert (entry.by, entry.person.name, entry.state) == (None, "Anna Bell", "done")
    assert "Anna Bell, by a link in a mail" in as_("clerk").get(part.action.get_absolute_url()).content.decode()
    again = client.post(address, {"act": "report", "state": "in_progress", "text": "Once more"})
    assert again.status_code == 410
    assert part.progress.count() == 1


def test_a_used_link_says_so_and_a_fresh_one_goes_to_the_same_address(part, client):
    address = path(make_link(part, at=timezone.now()))
    client.post(address, {"act": "report", "state": "in_progress", "text": "Half."})
    shut = client.get(address)
    assert "This link has been used" in shut.content.decode()
    assert "school places" not in shut.content.decode()
    assert "Look into your mail" in client.post(f"{address}fresh/").content.decode()
    do(mail_fresh_link)
    assert [one.to for one in mail.outbox] == [["anna.bell@example.org"]]
    assert "school places" not in mail.outbox[0].body
    fresh = next(line for line in mail.outbox[0].body.splitlines() if "/owed/" in line)
    assert client.get(path(fresh)).status_code == 200


def test_whoever_asks_for_a_fresh_link_learns_nothing(part, client):
    known = path(make_link(part, at=timezone.now() - dt.timedelta(days=400)))
    pages = [client.post(f"{address}fresh/").content.decode() for address in (known, f"/owed/{'x' * 43}/")]
    assert "anna.bell" not in pages[0]
    assert pages[0] == pages[1]
    for _ in range(5):
        client.post(f"{known}fresh/")
    do(mail_fresh_link)
    assert len(mail.outbox) == 1


def test_too_many_links_from_one_computer(part, client, settings):
    settings.MAIL_LINK_MOST = 3
    answers = [client.get(f"/owed/{'x' * 43}/").status_code for _ in range(5)]
    assert answers == [410, 410, 410, 429, 429]


def test_a_link_dies_when_the_part_passes_on_or_is_settled(cast, part, bell, client):
    address = path(make_link(part, at=timezone.now()))
    part.person, part.name = cast.person("chair"), "Rhiannon Vale"
    part.save()
    assert "has passed to somebody else" in client.get(address).content.decode()
    part.person = bell
    part.save()
    part.action.state = "closed"
    part.action.save()
    assert "This action is settled" in client.get(address).content.decode()


def test_demand_22_words_of_closed_business_are_not_told_by_link(cast, part, client):
    item = create_item(create_meeting(cast.board), exempt_paragraphs="3", exempt_reason="Business affairs.")
    part.action.items.add(item)
    address = path(make_link(part, at=timezone.now()))
    page = client.get(address).content.decode()
    assert "school places" not in page
    assert "not open to the public" in page
    thanks = client.post(address, {"act": "report", "state": "done"})
    assert thanks.status_code == 200
    assert "school places" not in thanks.content.decode()


def test_by_link_more_time_is_asked_and_nothing_else_done(part, client):
    address = path(make_link(part, at=timezone.now()))
    for act in ("pass_on", "put_off", "close"):
        client.post(address, {"act": act, "to": "1", "until_day": "1", "until_month": "1", "until_year": "2099"})
    assert not part.progress.exists()
    page = client.post(address, {"act": "not_mine", "why": "I left in May."})
    assert "Thank you" in page.content.decode()
    assert part.requests.get().asked.person.name == "Anna Bell"


def test_what_is_at_the_desk_is_opened_by_no_link(cast, part, client):
    meeting = create_meeting(cast.board)
    create_minutes(meeting)
    part.action.meeting = meeting
    part.action.save()
    assert client.get(path(make_link(part, at=timezone.now()))).status_code == 410


def test_the_log_of_the_server_does_not_hold_the_key(rf):
    assert RequestLog.format_request(rf.get("/owed/abc123/fresh/")) == "GET /owed/…/fresh/"

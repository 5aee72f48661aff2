"""Addresses that fail: taken in from reports, shown to the officers, left alone until tried again (issue 6 §5)."""

import io
import mailbox
import sys
import types
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from actions.models import Bounce, Reminder
from tests.actions.reminding import at, due, post, remind
from trust.tools.post import message_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(cast) -> Reminder:
    due(cast.board, [cast.person("member")])
    remind()
    post()
    return Reminder.objects.get(state="sent")


def report(sent: Reminder, *, address: str = "", action: str = "failed", about: str = "") -> MIMEMultipart:
    """What a mail server sends back, as RFC 3464 has it."""
    whole = MIMEMultipart("report", **{"report-type": "delivery-status"})
    status = EmailMessage()
    status["Final-Recipient"] = f"rfc822; {address or sent.address}"
    status["Action"], status["Status"] = action, "5.1.1"
    status["Diagnostic-Code"] = "smtp; 550 5.1.1 User unknown"
    told = MIMEMessage(EmailMessage(), "delivery-status")
    told.set_payload([EmailMessage(), status])
    mail = EmailMessage()
    mail["Message-ID"] = about or message_id(sent.code)
    mail.set_content("Survey the quay")
    for part in (told, MIMEMessage(mail)):
        whole.attach(part)
    return whole


def take_in(*reports, tmp_path) -> str:
    box = mailbox.mbox(tmp_path / "returned")
    for one in reports:
        box.add(one)
    box.flush()
    said = io.StringIO()
    call_command("take_in_bounces", str(tmp_path / "returned"), stdout=said)
    return said.getvalue()


def test_a_mail_that_came_back_is_an_address_that_fails(sent, cast, tmp_path):
    said = take_in(report(sent), report(sent), EmailMessage(), tmp_path=tmp_path)
    assert said == "Mails read: 3. Addresses that fail: 1.\n"
    bounce = Bounce.objects.get()
    assert (bounce.person, bounce.code, bounce.reason) == (cast.person("member"), "5.1.1", "550 5.1.1 User unknown")
    sent.refresh_from_db()
    assert sent.state == "returned"


@pytest.mark.parametrize(
    "told",
    [
        {"action": "delayed"},
        {"action": "delivered"},
        {"address": "somebody.else@example.org"},
        {"about": "<made-up@example.org>"},
        {"about": f"<{'0' * 32}@localhost>"},
    ],
)
def test_delays_receipts_and_what_we_did_not_send_say_nothing(sent, tmp_path, told):
    assert "fail: 0" in take_in(report(sent, **told), tmp_path=tmp_path)
    assert not Bounce.objects.exists()


def test_one_mail_comes_on_standard_input(sent, monkeypatch):
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(report(sent).as_bytes())))
    call_command("take_in_bounces", "-", stdout=io.StringIO())
    assert Bounce.objects.count() == 1


@pytest.mark.parametrize("rubbish", [b"", b"\x00\xff" * 500, b"Content-Type: multipart/report; boundary=x\n\n--x\n"])
def test_rubbish_breaks_nothing(db, tmp_path, rubbish):
    (tmp_path / "rubbish").write_bytes(rubbish)
    said = io.StringIO()
    call_command("take_in_bounces", str(tmp_path / "rubbish"), stdout=said)
    assert "fail: 0" in said.getvalue()
    with pytest.raises(CommandError, match="There is no file"):
        call_command("take_in_bounces", str(tmp_path / "nothing"))


@pytest.fixture
def bounce(sent, cast) -> Bounce:
    put = {"first_at": at(), "last_at": at(), "reason": "User unknown", "code": "5.1.1"}
    return Bounce.objects.create(person=cast.person("member"), address=sent.address, **put)


def test_officers_see_who_since_when_and_why_and_try_again(bounce, cast, as_):
    at_page = reverse("actions:bounces", args=[cast.board.slug])
    page = " ".join(as_("clerk").get(at_page).content.decode().split())
    assert all(
        words in page for words in ("Joss Lindqvist", bounce.address, "Monday 13 October 2025: User unknown (5.1.1)")
    )
    again = reverse("actions:try_again", args=[cast.board.slug, bounce.pk])
    assert "goes to" in as_("clerk").post(again, follow=True).content.decode()
    bounce.refresh_from_db()
    assert bounce.tried_again_by == cast.clerk
    assert "No address fails" in as_("clerk").get(at_page).content.decode()
    assert as_("clerk").post(again).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("member_of_another_partner", 404), ("outsider", 404)])
def test_it_is_the_officers_alone(bounce, cast, as_, who, status):
    assert as_(who).get(reverse("actions:bounces", args=[cast.board.slug])).status_code == status
    assert as_(who).post(reverse("actions:try_again", args=[cast.board.slug, bounce.pk])).status_code == status


def test_who_was_never_reminded_for_a_board_is_not_on_its_list(bounce, cast, as_):
    bounce.person.reminders.get().lines.update(board=cast.other_board)
    assert "No address fails" in as_("clerk").get(reverse("actions:bounces", args=[cast.board.slug])).content.decode()
    assert as_("clerk").post(reverse("actions:try_again", args=[cast.board.slug, bounce.pk])).status_code == 404

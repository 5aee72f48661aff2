"""What the mail server answers, and what becomes of a mail then (issue 6 §5)."""

import datetime as dt

import pytest
from django.core.mail import EmailMessage

from actions.models import Bounce, Reminder
from actions.operations.reminder_post import UNANSWERED, mark_doubtful
from tests.actions.mail_server import MailServer
from tests.actions.reminding import at, due, post, remind
from trust.tools.post import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def waiting(cast) -> Reminder:
    due(cast.board, [cast.person("member"), cast.person("chair")])
    member, _ = sorted(remind(), key=lambda reminder: reminder.person != cast.person("member"))
    return member


def state(reminder: Reminder) -> str:
    reminder.refresh_from_db()
    return reminder.state


def test_what_is_sent_arrives_whole(server):
    body = "A line.\n.a line that begins with a dot\n.\n\nGrŵp Gweithredol\n"
    with Post() as to:
        to.begin(EmailMessage("Chaïr", body, "a@example.org", ["b@example.org"]))
        assert server.taken == []
        to.finish()
    (message,) = server.taken
    assert message.get_payload(decode=True).decode().splitlines() == body.splitlines()


def test_an_address_refused_for_good_is_a_bounce_and_the_others_go(server, cast, waiting):
    server.answers[f"rcpt to:<{cast.member.email}>"] = b"550 5.1.1 No such user here"
    assert post() == 1
    assert (state(waiting), waiting.reason) == ("refused", "No such user here")
    bounce = Bounce.objects.get()
    assert (bounce.person, bounce.address, bounce.code) == (cast.person("member"), cast.member.email, "5.1.1")
    assert list(server.count()) == [cast.chair.email]


def test_put_off_it_is_tried_again_later_under_the_same_code(server, cast, waiting):
    server.answers[f"rcpt to:<{cast.member.email}>"] = b"451 4.7.1 Please try later"
    assert post() == 1
    assert (state(waiting), waiting.tries, waiting.send_from) == ("queued", 1, at(hour=11, minute=15))
    server.answers.clear()
    assert post(at(hour=11, minute=20)) == 1
    assert state(waiting) == "sent"
    assert f"<{waiting.code.hex}@localhost>" in server.codes()
    assert not Bounce.objects.exists()


def test_put_off_again_and_again_it_is_given_up_and_said(server, cast, waiting):
    server.answers[f"rcpt to:<{cast.member.email}>"] = b"451 Full"
    for day in range(9):
        post(at(hour=10) + dt.timedelta(days=day * 7))
    assert (state(waiting), Bounce.objects.get().reason) == ("refused", "Full")


@pytest.mark.parametrize(("answer", "becomes"), [(b"552 5.2.2 Mailbox full", "refused"), (b"452 Later", "queued")])
def test_refused_after_the_last_line_it_was_not_taken(server, waiting, answer, becomes):
    server.answers["DOT"] = answer
    assert post() == 0
    assert state(waiting) == becomes


def test_a_server_that_hangs_up_on_the_last_line_leaves_it_in_doubt(server, waiting):
    def hang_up(stage: str, number: int) -> None:
        if stage == "DOT":
            raise OSError

    server.at_stage = hang_up
    post()
    assert state(waiting) == "in_doubt"
    server.at_stage = lambda stage, number: None
    assert post(at(hour=12)) == 0, "nobody sends it again by themselves"


def test_no_server_loses_nothing(server, waiting):
    server.shutdown()
    server.server_close()
    assert (post(), state(waiting), Bounce.objects.count()) == (0, "queued", 0)


def test_a_server_that_does_not_let_us_send_is_no_ones_bounce(server, waiting):
    server.answers["MAIL"] = b"530 5.7.0 Authentication required"
    assert (post(), state(waiting), Bounce.objects.count()) == (0, "queued", 0)


def test_what_was_in_hand_too_long_is_in_doubt(waiting):
    Reminder.objects.filter(pk=waiting.pk).update(state="handing_over", handed_at=at())
    assert mark_doubtful(at=at(minute=14)) == 0
    assert mark_doubtful(at=at() + 2 * UNANSWERED) == 1
    assert "most likely has it" in Reminder.objects.get(pk=waiting.pk).reason


def test_one_mail_that_cannot_be_made_does_not_keep_the_others(server, cast, waiting, monkeypatch):
    from actions.operations import reminder_post

    def broken(reminder, letter, *, at):
        if reminder.pk == waiting.pk:
            raise ZeroDivisionError
        return mail_of(reminder, letter, at=at)

    mail_of = reminder_post.mail_of
    monkeypatch.setattr(reminder_post, "mail_of", broken)
    assert post() == 1
    assert (state(waiting), waiting.tries) == ("queued", 1)
    assert list(server.count()) == [cast.chair.email]

"""Officers are written to of new comments, authors of answers: once each, and no word of what is said (issue 4 §2)."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from meetings.models import Comment
from meetings.operations import comment_mail
from meetings.operations.comment import leave_as_is, make_comment, take_up, withdraw_comment
from tests.meetings.minuted import AT, HERE, create_minuted
from tests.worker import do


@pytest.fixture
def minutes(cast):
    return create_minuted(cast)


def comment(cast, minutes, *, by="member", words="Four options were presented.") -> Comment:
    block = minutes.blocks.get(text=words)
    given = {"item": None, "block": block, "text": f"Not so: {words}", "by": getattr(cast, by), "at": AT}
    return make_comment(minutes=minutes, **given)


def test_several_new_comments_are_one_mail_to_each_officer(cast, minutes):
    comment(cast, minutes)
    comment(cast, minutes, by="chair")
    assert do(comment_mail.mail_officer) == [cast.clerk.email]
    (letter,) = mail.outbox
    assert letter.subject == "Executive Group: new comments on the draft minutes"
    assert "Two new comments on the draft minutes of the Executive Group" in letter.body
    assert f"{HERE}minutes/comments/" in letter.body
    assert do(comment_mail.mail_officer) == []


def test_they_are_gathered_for_a_while(cast, minutes):
    comment(cast, minutes)
    job = ProcrastinateJob.objects.get(task_name=comment_mail.mail_officer.kind)
    assert job.scheduled_at > timezone.now() + dt.timedelta(minutes=14)


def test_after_a_mail_only_what_came_since_is_new(cast, minutes):
    comment(cast, minutes)
    do(comment_mail.mail_officer)
    comment(cast, minutes)
    do(comment_mail.mail_officer)
    assert "One new comment on the draft minutes" in mail.outbox[0].body


def test_what_is_withdrawn_or_answered_meanwhile_or_said_by_the_officer_is_no_news(cast, minutes):
    withdraw_comment(comment=comment(cast, minutes), by=cast.member)
    leave_as_is(comment=comment(cast, minutes), answer="No.", by=cast.clerk, at=AT)
    comment(cast, minutes, by="clerk")
    assert do(comment_mail.mail_officer) == []


def test_an_answer_is_told_to_its_author_once(cast, minutes):
    made = comment(cast, minutes)
    take_up(comment=made, paragraph=made.block, text="Five options were presented.", answer="", by=cast.clerk, at=AT)
    assert do(comment_mail.mail_author) == [cast.member.email]
    assert mail.outbox[0].subject == "Executive Group: your comment is answered"
    assert do(comment_mail.mail_author) == []


def test_who_may_no_longer_read_the_draft_is_not_written_to(cast, minutes):
    leave_as_is(comment=comment(cast, minutes), answer="No.", by=cast.clerk, at=AT)
    cast.member.groups.clear()
    assert do(comment_mail.mail_author) == []


def test_demand_21_no_word_of_comment_item_or_answer_is_in_a_mail(cast, minutes):
    made = comment(cast, minutes, words="The price is high.")
    do(comment_mail.mail_officer)
    said = mail.outbox[0].subject + mail.outbox[0].body
    leave_as_is(comment=made, answer="The price was read out.", by=cast.clerk, at=AT)
    do(comment_mail.mail_author)
    said += mail.outbox[0].subject + mail.outbox[0].body
    assert not [word for word in ("price", "contractor", "Not so", "read out") if word in said]

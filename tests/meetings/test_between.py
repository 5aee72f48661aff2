"""Decisions between meetings: asked, answered, closed, kept apart until ratified (DOMAIN rules 23, 39)."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from boards.models import BoardGrant
from meetings.models import Asked, BetweenMeetings, Decision
from meetings.operations import between as operations
from meetings.operations.meeting import prepare_meeting
from meetings.queries.between import asked_of, lines_of, to_close
from tests.factories import create_block, create_minutes
from tests.meetings.neighbours import create_prepared, in_days
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db

WORDS = {"title": "A stand at the fair", "proposal": "To take a stand for £400.", "reason": "Places go this week."}


def put(cast, means="email", **given) -> BetweenMeetings:
    people = [cast.person("chair"), cast.person("member")]
    asked = {"means": means, "people": people, "closes_date": in_days(5), "by": cast.clerk, "at": timezone.now()}
    return operations.put(board=cast.board, **asked | WORDS | given)


def say(cast, between, who, answer, words="", *, by=None):
    asked = between.asked.get(person=cast.person(who))
    given = {"answer": answer, "words": words, "by": by or getattr(cast, who), "at": timezone.now()}
    return operations.answer(asked=asked, **given)


def later(between: BetweenMeetings, days: int) -> dt.datetime:
    return timezone.now() + dt.timedelta(days=days)


def test_those_asked_are_written_to_with_the_way_to_the_page(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        between = put(cast)
    assert sorted(to for letter in mail.outbox for to in letter.to) == ["chair@example.org", "member@example.org"]
    assert "A stand at the fair" in mail.outbox[0].body
    assert between.get_absolute_url() in mail.outbox[0].body


def test_a_letter_names_nothing_exempt(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        put(cast, exempt_paragraphs="3", exempt_reason="Prices.")
    assert len(mail.outbox) == 2
    assert all("fair" not in letter.body + letter.subject for letter in mail.outbox)


def test_by_e_mail_it_is_agreed_once_all_have_answered(cast):
    between = put(cast)
    say(cast, between, "chair", "agrees")
    sentence = why_not(operations.close, between=between, by=cast.clerk, at=timezone.now())
    assert sentence.startswith("Joss Lindqvist has not answered yet")
    say(cast, between, "member", "agrees", "By telephone.", by=cast.clerk)
    assert between.asked.get(person=cast.person("member")).entered_by_clerk
    closed = operations.close(between=between, by=cast.chair, at=timezone.now())
    assert (closed.state, closed.taken_date) == ("taken", in_days(0))


def test_domain_39_silence_closes_by_itself_on_its_date(cast, monkeypatch):
    between = put(cast, "silence", closes_date=in_days(1))
    operations.close_by_silence()
    between.refresh_from_db()
    assert between.state == "open"
    monkeypatch.setattr(operations.timezone, "localdate", lambda *given: in_days(2))
    operations.close_by_silence()
    between.refresh_from_db()
    assert (between.state, between.taken_date) == ("taken", in_days(1))
    assert "Nobody objected, two of them kept silence." in between.outcome


def test_domain_39_an_objection_takes_it_to_a_meeting_and_says_why(cast):
    between = put(cast, "silence")
    assert why_not(say, cast, between, "member", "objects").startswith("Say why")
    say(cast, between, "member", "objects", "Too dear.")
    closed = operations.close(between=between, by=cast.clerk, at=timezone.now())
    assert (closed.state, closed.item) == ("not_taken", None)
    assert why_not(say, cast, between, "chair", "agrees") == "It is closed: not agreed."


def test_domain_23_what_is_taken_comes_on_the_next_agenda_and_is_ratified(cast):
    urgent = {"taken_by": "Rhiannon Vale, chair", "taken_date": in_days(-2), "by": cast.chair, "at": timezone.now()}
    between = operations.take_urgently(board=cast.board, **urgent, **WORDS)
    assert lines_of(cast.board, cast.member, on=in_days(0))[0].sentence.endswith("next draft agenda, to be ratified.")
    meeting = prepare_meeting(board=cast.board, by=cast.clerk, date=in_days(20))
    item = meeting.items.get(ratifies=between)
    assert item.title == "To ratify: A stand at the fair"
    assert "Why it could not wait: Places go this week." in item.text
    block = create_block(create_minutes(meeting), item, "The Group ratified it.", kind="decision")
    decision = Decision.objects.create(block=block, kind="ratified")
    operations.ratify_under(item=item, by=cast.clerk)
    between.refresh_from_db()
    assert (between.state, between.ratified_by) == ("ratified", decision)
    operations.reopen_under(item=item, by=cast.clerk)
    between.refresh_from_db()
    assert (between.state, between.ratified_by) == ("taken", None)


def test_it_is_ratified_by_hand_once_the_minutes_say_so(cast):
    meeting = create_prepared(cast.board)
    urgent = {"taken_by": "Rhiannon Vale", "taken_date": in_days(0), "by": cast.clerk, "at": timezone.now()}
    between = operations.take_urgently(board=cast.board, **urgent, **WORDS)
    sentence = why_not(operations.mark_ratified, between=between, by=cast.clerk)
    said = "Record a decision of the kind “Ratified” under its item first, or have its minutes approved."
    assert sentence == said
    block = create_block(create_minutes(meeting), between.item, "Ratified.", kind="decision")
    decision = Decision.objects.create(block=block, kind="ratified")
    assert why_not(operations.mark_ratified, between=between, by=cast.clerk) == said
    Decision.objects.filter(pk=decision.pk).update(
        recorded_at=timezone.now(), recorded_by=cast.clerk, outcome="carried"
    )
    assert operations.mark_ratified(between=between, by=cast.clerk).state == "ratified"


@pytest.mark.parametrize("who", ["member", "outsider", "member_of_another_partner"])
def test_only_the_clerk_and_the_chair_put_close_and_withdraw(cast, who):
    between, by = put(cast), getattr(cast, who)
    assert not BetweenMeetings.objects.exclude(pk=between.pk).exists()
    for act in (operations.close, operations.withdraw):
        given = {"at": timezone.now()} if act is operations.close else {"reason": "No."}
        with pytest.raises(Exception):  # noqa: B017, PT011 - 403 or, where the board is not known, 404
            act(between=between, by=by, **given)
    between.refresh_from_db()
    assert between.state == "open"


def test_nobody_answers_for_another_but_the_clerk(cast):
    between = put(cast)
    refused = why_not(say, cast, between, "member", "agrees", by=cast.chair)
    assert refused == "Only the officers who minute this board may do this."
    assert between.asked.get(person=cast.person("member")).answer == Asked.Answer.NONE


def test_only_those_who_hold_a_voting_seat_are_asked(cast):
    sentence = why_not(put, cast, people=[cast.person("outsider")])
    assert sentence == "Those who are asked hold a voting seat of this board today. Choose them again."


def test_home_is_told_who_is_asked_and_what_can_be_closed(cast):
    between = put(cast)
    assert [one.between for one in asked_of(cast.member, on=in_days(0))] == [between]
    assert not asked_of(cast.outsider, on=in_days(0))
    assert not to_close(cast.clerk, on=in_days(0))
    for who in ("member", "chair"):
        say(cast, between, who, "agrees")
    assert not asked_of(cast.member, on=in_days(0))
    assert list(to_close(cast.clerk, on=in_days(0))) == [between]
    assert not to_close(cast.member, on=in_days(0))


def test_home_names_no_exempt_one_to_whoever_may_not_open_it(cast):
    between = put(cast, exempt_paragraphs="3", exempt_reason="Prices.")
    after = in_days(60)
    assert list(to_close(cast.clerk, on=after)) == [between]
    assert asked_of(cast.member, on=in_days(0)).exists()
    BoardGrant.objects.filter(content_object=cast.board, permission__codename="see_exempt").delete()
    assert not to_close(cast.clerk, on=after).exists()
    assert not asked_of(cast.member, on=in_days(0)).exists()

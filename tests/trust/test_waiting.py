"""What waits on the home page between a decision and the signed record, and for whom."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import Approval, Comment, Decision, SpendingLine
from tests.factories import create_block, create_item, create_meeting, create_minutes

pytestmark = pytest.mark.django_db
OTHERS = ("member_of_another_partner", "outsider", "public")


@pytest.fixture
def circulated(cast):
    """Circulated minutes of a board whose terms have the chair clear a draft."""
    terms = cast.board.terms.get()
    terms.chair_clears = True
    terms.save()
    minutes = create_minutes(create_meeting(cast.board, state="held"))
    create_block(minutes, create_item(minutes.meeting))
    minutes.state, minutes.circulated_at, minutes.circulated_by = "circulated", timezone.now(), cast.clerk
    minutes.comments_until = timezone.localdate() + dt.timedelta(days=3)
    minutes.save()
    return minutes


def home(as_, who) -> str:
    return as_(who).get("/").content.decode()


def comment(minutes, by):
    return Comment.objects.create(minutes=minutes, text="It was two weeks.", made_at=timezone.now(), made_by=by)


def test_the_chair_is_asked_to_clear_where_the_terms_say_so(cast, as_, circulated):
    assert "Clear the draft minutes of Executive Group" in home(as_, "chair")
    for who in ("clerk", "member", *OTHERS):
        assert "Clear the draft" not in home(as_, who)
    cast.board.terms.update(chair_clears=False)
    assert "Clear the draft" not in home(as_, "chair")


def test_a_comment_is_answered_by_the_clerk_before_the_chair_clears(cast, as_, circulated):
    said = comment(circulated, cast.member)
    assert "One comment waits for an answer." in home(as_, "clerk")
    assert "Clear the draft" not in home(as_, "chair")
    assert "waits for an answer" not in home(as_, "member")
    said.state = Comment.State.NOT_TAKEN_UP
    said.save()
    assert "waits for an answer" not in home(as_, "clerk")
    assert "Clear the draft" in home(as_, "chair")


def test_a_member_is_told_until_when_comments_are_open(as_, circulated):
    day = circulated.comments_until
    assert f"Comments are open until {day.day} {day:%B %Y}." in home(as_, "member")
    for who in OTHERS:
        assert "Comments are open" not in home(as_, who)


def test_the_one_who_presided_is_asked_to_sign(cast, as_, circulated):
    at_meeting = create_meeting(cast.board, dt.date(2025, 11, 11), state="held")
    circulated.state, circulated.approved_at, circulated.approved_by = "approved", timezone.now(), cast.clerk
    given = {"presiding": "Rhiannon Vale", "recorded_at": timezone.now(), "recorded_by": cast.clerk}
    Approval.objects.create(minutes=circulated, at_meeting=at_meeting, **given)
    circulated.save()
    assert "Sign the minutes of Executive Group" in home(as_, "chair")
    assert "Have signed the minutes of Executive Group" in home(as_, "clerk")
    assert "Export the signed minutes" not in home(as_, "clerk")
    for who in ("member", *OTHERS):
        assert "igned the minutes of" not in home(as_, who)
        assert "Sign the minutes of" not in home(as_, who)


def test_1_16_a_partner_is_asked_to_agree_to_spend_its_money(cast, as_):
    minutes = create_minutes(create_meeting(cast.board, state="held"))
    block = create_block(minutes, create_item(minutes.meeting), "The worker is *appointed*.", kind="decision")
    decision = Decision.objects.create(block=block)
    SpendingLine.objects.create(decision=decision, partner=cast.health, amount_pence=2_800_000)
    assert "Answer on" not in home(as_, "member")
    decision.recorded_at, decision.recorded_by, decision.outcome = timezone.now(), cast.clerk, "status_quo"
    decision.save()
    page = home(as_, "member")
    assert "Answer on £28,000 of Health Trust money" in page
    assert "The worker is appointed." in page
    for who in ("clerk", "chair", *OTHERS):
        assert "Answer on" not in home(as_, who)

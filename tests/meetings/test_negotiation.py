"""Settling a dispute: named negotiators, consultations, a closing date, an end (requirement 1.16 (vii), (viii))."""

import datetime as dt

import pytest
from django.http import Http404

from meetings.models import Consultation, Dispute, Negotiator
from meetings.operations import negotiation as operations
from meetings.operations.dispute import follow_outcome
from tests.meetings.minuted import HELD
from tests.meetings.spending import LATER, create_consent, create_decision, create_line
from trust.tools.refusal import NotPermitted, why_not

AT = dt.datetime(2025, 12, 20, 12, tzinfo=dt.UTC)
CLOSES = dt.date(2025, 12, 31)


@pytest.fixture
def dispute(cast):
    """On £162,000 of the Health Trust’s money."""
    decision = create_decision(cast, outcome="status_quo")
    create_line(decision, cast.health)
    return follow_outcome(decision=decision, by=cast.clerk, on=HELD)


def close_by(dispute, day):
    """As if its closing date had been set a while ago."""
    dispute.closes_date = day
    dispute.save()


def end(cast, dispute, state="lapsed", *, words="Nobody moved.", on=dt.date(2025, 12, 2)):
    return operations.end_dispute(dispute=dispute, state=state, words=words, on=on, by=cast.clerk, at=AT)


def test_1_16_vii_two_negotiators_are_named(cast, dispute):
    name = {"dispute": dispute, "partner": None, "by": cast.clerk}
    operations.name_negotiator(person=cast.person("chair"), name="", role="Director of Children’s Services", **name)
    operations.name_negotiator(person=None, name="Ann  Other", role="Portfolio holder", **name)
    assert [one.name for one in dispute.negotiators.all()] == ["Rhiannon Vale", "Ann Other"]
    assert why_not(operations.name_negotiator, person=None, name="Ann Other", role="", **name) == (
        "Ann Other negotiates already."
    )
    operations.remove_negotiator(negotiator=dispute.negotiators.first(), by=cast.clerk)
    assert Negotiator.objects.count() == 1
    assert Negotiator.history.count() == 3


def test_1_16_viii_boards_and_groups_may_be_consulted(cast, dispute):
    asked = {"dispute": dispute, "asked_date": LATER, "by": cast.clerk, "at": AT}
    operations.consult(board=cast.other_board, body="", **asked)
    group = operations.consult(board=None, body="A stakeholders’ group", **asked)
    reply = {"consultation": group, "reply": "Spend half of it.", "by": cast.clerk, "at": AT}
    assert why_not(operations.record_view, replied_date=HELD, **reply).startswith("They were asked on 3 November")
    operations.record_view(replied_date=dt.date(2025, 11, 20), **reply)
    assert [str(one) for one in Consultation.objects.all()] == ["Safer Streets Group", "A stakeholders’ group"]


@pytest.mark.parametrize(
    ("closes", "refusal"),
    [
        (CLOSES, ""),
        (dt.date(2025, 10, 1), "The dispute opened on 14 October 2025. Give a day after it."),
        (LATER, "3 November 2025 is past. Give a day to come, or say how the dispute ended."),
    ],
)
def test_a_closing_date_is_to_come(cast, dispute, closes, refusal):
    asked = {"dispute": dispute, "closes_date": closes, "by": cast.clerk, "at": AT}
    assert why_not(operations.set_closing_date, **asked) == refusal


def test_it_lapses_after_its_closing_date_and_with_a_reason(cast, dispute):
    assert why_not(end, cast, dispute).startswith("Set the day by which it is to be settled.")
    close_by(dispute, dt.date(2025, 12, 10))
    assert why_not(end, cast, dispute).startswith("It is to be settled by 10 December 2025")
    close_by(dispute, dt.date(2025, 12, 1))
    assert why_not(end, cast, dispute, words=" ") == "Say why it ended without agreement."
    end(cast, dispute)
    assert Dispute.objects.get().state == "lapsed"
    assert why_not(end, cast, dispute) == "The dispute ended on 2 December 2025: lapsed."


def test_words_alone_do_not_end_it_while_an_owner_has_not_agreed(cast, dispute):
    said = why_not(end, cast, dispute, "agreed")
    assert said == "Northshire Health Trust must agree to spend the money first. Enter that answer instead."
    create_consent(cast, dispute.decision.spending.get(), date=LATER)
    assert end(cast, dispute, "agreed", words="Half this year, half next.").state == "agreed"


def test_an_end_entered_by_mistake_is_taken_back_with_its_reason(cast, dispute):
    close_by(dispute, dt.date(2025, 12, 1))
    end(cast, dispute)
    again = {"dispute": dispute, "by": cast.clerk}
    assert why_not(operations.take_end_back, reason="", **again) == "Say why it is opened again."
    operations.take_end_back(reason="Another dispute was meant.", **again)
    assert Dispute.objects.get().state == "open"
    assert Dispute.history.first().history_change_reason == "Another dispute was meant."


@pytest.mark.parametrize("who", ["member", "chair", "member_of_another_partner"])
def test_only_who_minutes_the_board_keeps_it(cast, dispute, who):
    before = Dispute.history.count()
    with pytest.raises((NotPermitted, Http404)):
        operations.set_closing_date(dispute=dispute, closes_date=CLOSES, by=getattr(cast, who), at=AT)
    assert Dispute.history.count() == before

"""Partners that differ on spending their money: what is recorded, and the dispute that opens (requirement 1.16)."""

import datetime as dt

import pytest

from meetings.models import Decision, Dispute
from meetings.operations.dispute import follow_outcome, open_dispute
from meetings.queries.outcome import standing, standing_if, with_standing
from tests.meetings.minuted import HELD
from tests.meetings.spending import LATER, create_condition, create_consent, create_decision, create_line
from trust.tools.refusal import NotPermitted


def test_1_16_vi_no_count_of_hands_spends_another_partner_s_money(cast):
    decision = create_decision(cast)
    create_line(decision, cast.health)
    found = standing_if(decision, carried=True, voted="Carried by 14 to 1.")
    assert found.outcome == "status_quo"
    assert not found.stands
    expected = "The status quo remains: Northshire Health Trust has not agreed to spend £162,000 of its money."
    assert found.sentence == expected


def test_1_16_v_without_consensus_the_status_quo_remains(cast):
    found = standing_if(create_decision(cast), carried=False)
    assert found.outcome == "status_quo"
    assert found.sentence == "The status quo remains: the partners did not agree."


def test_lost_where_heads_are_counted(cast):
    cast.board.terms.update(voting="majority")
    assert standing_if(create_decision(cast), carried=False, voted="Lost by 2 to 3.").outcome == "lost"


def test_1_16_vii_a_dispute_opens_between_those_that_did_not_agree(cast):
    decision = create_decision(cast, outcome="status_quo", outcome_words="The status quo remains.")
    create_line(decision, cast.health)
    create_consent(cast, create_line(decision, cast.council, purpose="Rent"), date=HELD)
    dispute = follow_outcome(decision=decision, against=[cast.police], by=cast.clerk, on=HELD)
    assert dispute.state == "open"
    assert dispute.opened_date == HELD
    assert set(dispute.partners.all()) == {cast.health, cast.police}
    again = follow_outcome(decision=decision, by=cast.clerk, on=LATER)
    assert again.pk == dispute.pk
    assert set(again.partners.all()) == {cast.health}


def test_what_is_recorded_anew_and_agreed_leaves_no_dispute(cast):
    decision = create_decision(cast, outcome="status_quo")
    open_dispute(decision=decision, partners=[cast.health], by=cast.clerk, on=HELD)
    decision.outcome = Decision.Outcome.CARRIED
    assert follow_outcome(decision=decision, by=cast.clerk, on=HELD) is None
    assert not Dispute.objects.exists()
    assert Dispute.history.filter(history_type="-").count() == 1


def test_an_ended_dispute_is_opened_anew(cast):
    decision = create_decision(cast, outcome="status_quo")
    ended = open_dispute(decision=decision, partners=[cast.health], by=cast.clerk, on=HELD)
    ended.state, ended.ended_date, ended.ended_words = "lapsed", LATER, "Nobody moved."
    ended.save()
    again = open_dispute(decision=decision, partners=[cast.health], by=cast.clerk, on=LATER)
    assert (again.pk, again.state, again.ended_date, again.opened_date) == (ended.pk, "open", None, LATER)


@pytest.mark.parametrize("who", ["member", "chair"])
def test_only_those_who_minute_open_one(cast, who):
    decision = create_decision(cast, outcome="status_quo")
    with pytest.raises(NotPermitted):
        open_dispute(decision=decision, partners=[cast.health], by=getattr(cast, who), on=HELD)
    assert not Dispute.history.exists()


def test_the_latest_answer_counts(cast):
    decision = create_decision(cast, outcome="status_quo")
    line = create_line(decision, cast.health)
    create_consent(cast, line, "declined", date=HELD)
    assert "did not agree" in standing(decision).sentence
    create_consent(cast, line, "agreed", date=LATER)
    found = standing(decision)
    assert found.stands
    assert found.since == LATER


def test_0_10_subject_to_another_body(cast):
    decision = create_decision(cast, outcome="waits")
    condition = create_condition(decision, expected_date=dt.date(2008, 3, 6), effect="end of April")
    assert standing(decision).waits_for == ("the answer of the Executive Board, expected on 6 March 2008",)
    condition.answer, condition.answered_date = "agreed", LATER
    condition.save()
    assert standing(decision).sentence == "It stands since 3 November 2025, when the Executive Board agreed."


def test_a_list_of_them_costs_no_statement_each(cast, django_assert_num_queries):
    decision = create_decision(cast, outcome="status_quo")
    for partner in (cast.health, cast.police):
        create_consent(cast, create_line(decision, partner), date=LATER)
    create_condition(decision)
    with django_assert_num_queries(5):
        assert [standing(one).stands for one in with_standing(Decision.objects.all())] == [False]

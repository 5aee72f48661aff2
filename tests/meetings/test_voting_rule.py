"""The voting rule of requirement 1.16, by its numbers, as far as the decision itself has to keep it.

(ii) is in test_consent.py, (vii) and (viii) in test_negotiation.py and test_dispute_pages.py.
"""

import datetime as dt

import pytest

from boards.models import TermsOfReference
from meetings.models import Decision, Dispute
from meetings.operations.consent import answer_for_partner
from meetings.operations.deciding import decide_item, reopen_item
from meetings.queries.outcome import standing, standing_if
from tests.meetings.minuted import HELD
from tests.meetings.spending import create_consent, create_decision, create_line

AT = dt.datetime(2025, 10, 14, 15, tzinfo=dt.UTC)


def recorded(cast, decision):
    """As it stands once what was decided under its item is recorded."""
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    return Decision.objects.get(pk=decision.pk)


def test_1_16_i_the_rule_is_the_board_s_own_of_that_day(cast):
    decision = create_decision(cast)
    assert standing_if(decision, carried=False).outcome == "status_quo"
    cast.board.terms.update(to_date=dt.date(2025, 10, 1), status="superseded")
    since = {"version": "2", "status": "in_force", "voting": "majority", "from_date": dt.date(2025, 10, 2)}
    TermsOfReference.objects.create(board=cast.board, quorum_members=2, **since)
    assert standing_if(decision, carried=False).outcome == "lost"


def test_1_16_iv_by_consensus_and_with_its_owner_it_stands(cast):
    decision = create_decision(cast, by_consensus=True)
    create_consent(cast, create_line(decision, cast.health), date=HELD)
    found = recorded(cast, decision)
    assert found.outcome == "carried"
    assert standing(found).since == HELD
    assert not Dispute.objects.exists()


@pytest.mark.parametrize("answer", ["declined", ""])
def test_gap_1_1_16_v_and_vi_without_its_owner_the_status_quo_remains(cast, answer):
    cast.board.terms.update(voting="majority")
    decision = create_decision(cast, votes_for=2, votes_against=0)
    line = create_line(decision, cast.health)
    if answer:
        create_consent(cast, line, answer, date=HELD)
    found = recorded(cast, decision)
    assert found.outcome == "status_quo"
    assert "The status quo remains" in found.outcome_words
    assert [partner.name for partner in found.dispute.partners.all()] == ["Northshire Health Trust"]


def test_1_16_vi_its_owner_s_later_agreement_lets_it_carry(cast):
    cast.board.terms.update(voting="majority")
    decision = create_decision(cast, votes_for=2, votes_against=0)
    line = create_line(decision, cast.health)
    recorded(cast, decision)
    later = dt.datetime(2025, 11, 3, 12, tzinfo=dt.UTC)
    put = {"decision": decision, "partner": cast.health, "answers": {line.pk: "agreed"}, "words": ""}
    answer_for_partner(**put, by=cast.member, at=later)
    found = standing(Decision.objects.get())
    assert (found.stands, found.since) == (True, dt.date(2025, 11, 3))
    assert Decision.objects.get().outcome == "status_quo", "what was recorded at the meeting stays recorded"


def test_an_item_reopened_and_recorded_anew_has_the_dispute_that_follows(cast):
    cast.board.terms.update(voting="majority")
    decision = create_decision(cast, votes_for=2, votes_against=0)
    line = create_line(decision, cast.health)
    recorded(cast, decision)
    reopen_item(item=decision.block.item, reason="The answer was not entered.", by=cast.clerk)
    create_consent(cast, line, date=HELD)
    assert recorded(cast, decision).outcome == "carried"
    assert not Dispute.objects.exists()

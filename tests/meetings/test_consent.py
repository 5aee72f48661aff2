"""Partners answer for their own money: in the room, in writing, signed in (requirement 1.16)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Adoption, Agreement
from meetings.models import Consent, Decision, Declaration, Dispute, SpendingLine
from meetings.operations.consent import answer_for_partner, enter_answer_in_writing, enter_answer_there
from meetings.operations.dispute import follow_outcome
from meetings.operations.spending import add_line, change_line, remove_line
from meetings.queries.consent import asked_of
from meetings.queries.outcome import standing
from tests.meetings.minuted import HELD
from tests.meetings.spending import LATER, create_consent, create_decision, create_line, row_of
from trust.tools.refusal import NotPermitted, Refused, why_not

AT = dt.datetime(2025, 11, 20, 12, tzinfo=dt.UTC)


def there(cast, line, name="Joss Lindqvist", answer="agreed"):
    row = row_of(line.decision, name)
    asked = {"decision": line.decision, "partner": line.partner, "answers": {line.pk: answer}}
    return enter_answer_there(**asked, attendance=row, by=cast.clerk, at=AT)


def in_writing(cast, line, answer="agreed", *, who="member", on=LATER, by=None):
    asked = {"decision": line.decision, "partner": line.partner, "answers": {line.pk: answer}}
    given = {"person": cast.person(who), "on": on, "words": "By letter."}
    return enter_answer_in_writing(**asked, **given, by=by or cast.clerk, at=AT)


def signed_in(cast, line, answer="agreed", *, who="member"):
    asked = {"decision": line.decision, "partner": line.partner, "answers": {line.pk: answer}}
    return answer_for_partner(**asked, words="", by=getattr(cast, who), at=AT)


@pytest.fixture
def line(cast):
    """£162,000 of the Health Trust’s money, not yet decided on."""
    return create_line(create_decision(cast), cast.health)


@pytest.fixture
def disputed(cast):
    """The same, recorded as the status quo, with the dispute open."""
    decision = create_decision(cast, outcome="status_quo")
    line = create_line(decision, cast.health)
    follow_outcome(decision=decision, by=cast.clerk, on=HELD)
    return line


def test_1_16_vi_its_own_representative_agrees_in_the_room(cast, line):
    [consent] = there(cast, line)
    assert (consent.person, consent.date) == (cast.person("member"), HELD)
    assert consent.attendance == row_of(line.decision)


def test_1_16_vi_nobody_agrees_to_spend_another_partner_s_money(cast, line):
    refusal = "Rhiannon Vale does not sit for Northshire Health Trust and cannot agree to spend its money."
    assert why_not(there, cast, line, "Rhiannon Vale") == refusal
    assert not Consent.history.exists()


def test_who_left_before_the_item_cannot_agree_there(cast, line):
    row = row_of(line.decision)
    row.movements.create(direction="left", item=line.decision.block.item)
    assert why_not(there, cast, line).startswith("Joss Lindqvist was not in the room for this item")


def test_who_took_no_part_cannot_agree_there(cast, line):
    meeting = line.decision.block.item.meeting
    put = {"kind": "personal", "interest": "A cousin works there.", "consequence": "stayed"}
    Declaration.objects.create(meeting=meeting, attendance=row_of(line.decision), **put)
    assert "declared an interest" in why_not(there, cast, line)


def test_1_16_vii_a_later_written_agreement_lets_it_stand_from_that_day(cast, disputed):
    in_writing(cast, disputed)
    dispute = Dispute.objects.get()
    assert (dispute.state, dispute.ended_date) == ("agreed", LATER)
    found = standing(Decision.objects.get())
    assert (found.stands, found.since) == (True, LATER)


def test_it_may_come_after_the_minutes_are_approved(cast):
    decision = create_decision(cast, outcome="status_quo")
    line = create_line(decision, cast.health)
    follow_outcome(decision=decision, by=cast.clerk, on=HELD)
    minutes = decision.block.minutes
    minutes.state, minutes.approved_at, minutes.approved_by = "approved", timezone.now(), cast.clerk
    minutes.circulated_at, minutes.circulated_by = timezone.now(), cast.clerk
    minutes.save()
    signed_in(cast, line)
    assert Dispute.objects.get().state == "agreed"


def test_every_owner_has_to_agree(cast, disputed):
    other = create_line(disputed.decision, cast.council, 5_000)
    signed_in(cast, disputed)
    assert Dispute.objects.get().state == "open"
    signed_in(cast, other, who="chair")
    assert Dispute.objects.get().state == "agreed"


def test_a_partner_in_dispute_without_money_has_to_be_settled_with(cast, disputed):
    disputed.decision.dispute.partners.add(cast.police)
    signed_in(cast, disputed)
    assert Dispute.objects.get().state == "open"
    assert not standing(disputed.decision).stands


@pytest.mark.parametrize("who", ["chair", "clerk", "member_of_another_partner", "outsider"])
def test_only_its_representatives_answer_signed_in(cast, disputed, who):
    with pytest.raises(NotPermitted, match="Only those who represent Northshire Health Trust"):
        signed_in(cast, disputed, who=who)
    assert not Consent.history.exists()


def test_a_partner_answers_for_its_own_money_alone(cast, disputed):
    other = create_line(disputed.decision, cast.council, 5_000)
    with pytest.raises(Refused, match="This is not money of Northshire Health Trust"):
        answer_for_partner(
            decision=disputed.decision,
            partner=cast.health,
            answers={other.pk: "agreed"},
            words="",
            by=cast.member,
            at=AT,
        )


def test_in_writing_only_by_who_represents_it_on_that_day(cast, disputed):
    refusal = "Rhiannon Vale did not represent Northshire Health Trust on 3 November 2025 and cannot answer for it."
    assert why_not(in_writing, cast, disputed, who="chair") == refusal
    cast.seats["member"].holdings.update(to_date=HELD)
    assert why_not(in_writing, cast, disputed).startswith("Joss Lindqvist did not represent")


def test_only_who_minutes_enters_what_came_in_writing(cast, disputed):
    with pytest.raises(NotPermitted):
        in_writing(cast, disputed, by=cast.member)


@pytest.mark.parametrize(
    ("answer", "on", "refusal"),
    [
        ("declined", LATER, "Northshire Health Trust has answered so already: not agreed, on 3 November 2025."),
        ("agreed", HELD, "Northshire Health Trust answered on 3 November 2025, which is later and counts."),
    ],
)
def test_the_latest_answer_counts_and_none_goes_behind_it(cast, disputed, answer, on, refusal):
    in_writing(cast, disputed, "declined")
    assert why_not(in_writing, cast, disputed, answer, on=on) == refusal


def test_what_all_agreed_to_is_not_undone_by_one(cast, disputed):
    signed_in(cast, disputed)
    assert "brings it back to the board" in why_not(signed_in, cast, disputed, "declined")


def test_there_only_until_what_was_decided_is_recorded(cast, disputed):
    assert why_not(there, cast, disputed).startswith("What was decided under this item is recorded")


def test_nothing_is_asked_before_it_is_recorded(cast, line):
    assert asked_of(cast.member) == []
    assert "nothing to agree to yet" in why_not(signed_in, cast, line)


def test_consent_is_written_once(cast, line):
    consent = create_consent(cast, line, date=HELD)
    consent.answer = "declined"
    with pytest.raises(Exception, match="Cannot update"):
        consent.save()


def test_lines_are_written_changed_and_taken_away(cast):
    decision = create_decision(cast)
    put = {"partner": cast.health, "pence": 16_200_000, "stated": "162k", "purpose": "The forum", "by": cast.clerk}
    line = add_line(decision=decision, **put)
    assert "already" in why_not(add_line, decision=decision, **put)
    change_line(line=line, **put | {"pence": 100, "stated": "£1"})
    assert SpendingLine.objects.get().amount_pence == 100
    remove_line(line=line, by=cast.clerk)
    assert not SpendingLine.objects.exists()
    assert SpendingLine.history.count() == 3


def test_a_line_that_is_answered_on_stays(cast, line):
    there(cast, line)
    assert "has answered on this money" in why_not(remove_line, line=line, by=cast.clerk)


def test_1_16_ii_money_of_a_pooled_budget_needs_its_agreement(cast):
    decision = create_decision(cast)
    item = decision.block.item
    item.capacity = "pooled"
    item.save()
    put = {"partner": cast.health, "pence": 100, "stated": "", "purpose": "", "by": cast.clerk}
    assert "has adopted no legal agreement" in why_not(add_line, decision=decision, **put)
    of = {"kind": "section_75", "status": "asked", "from_date": dt.date(2025, 4, 1)}
    agreement = Agreement.objects.create(title="Pooled budget", **of)
    answer = {"answer": "agreed", "by_body": "Its board", "decided_date": dt.date(2025, 3, 1)}
    Adoption.objects.create(agreement=agreement, partner=cast.health, **answer)
    assert add_line(decision=decision, **put).amount_pence == 100

"""Partners answer for their own money: in the room, in writing, or signed in (requirement 1.16)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Partner, Person
from boards.permissions import check_may_represent
from boards.queries.succession import followers_of
from meetings.models import Attendance, Consent, Decision, Dispute, SpendingLine
from meetings.operations.dispute import settle
from meetings.operations.spending import held
from meetings.queries.consent import representatives_of, successor_sat_for
from meetings.queries.room import room_record
from meetings.queries.spending import lines_of
from meetings.rules import consent as rules
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import NotPermitted, Refused

#: By line of money: agreed, or not agreed.
Answers = Mapping[int, str]


@dataclass(frozen=True)
class _Given:
    """Who answered, for which successor if not for the partner itself, in which line of the list if there, on which
    day, in which words, and who enters it."""

    person: Person
    successor: Partner | None
    attendance: Attendance | None
    date: dt.date
    words: str
    by: Any
    at: dt.datetime


@transaction.atomic
def answer_for_partner(
    *, decision: Decision, partner: Partner, answers: Answers, words: str, by: Any, at: dt.datetime
) -> list[Consent]:
    """A representative answers for their own partner. Refused until what was decided is recorded."""
    today = timezone.localdate(at)
    check_may_represent(by, partner, *followers_of(partner, on=today))
    decision = (
        Decision.objects.select_for_update(of=("self",)).select_related("block__item__meeting").get(pk=decision.pk)
    )
    if decision.recorded_at is None or decision.struck_reason:
        raise Refused("What was decided is not recorded: there is nothing to agree to yet.")
    person = Person.objects.filter(user=by.pk).first()
    if person is None:
        raise Refused("Your login belongs to nobody who sits on a board, so you cannot answer for a partner.")
    if not representatives_of(partner, on=today).filter(pk=person.pk).exists():
        raise NotPermitted(f"Only those who sit for {partner.name} answer for its money.")
    successor = successor_sat_for(person, partner, on=today)
    return _answered(decision, partner, answers, _Given(person, successor, None, today, words, by, at))


@transaction.atomic
def enter_answer_there(
    *, decision: Decision, partner: Partner, answers: Answers, attendance: Attendance, by: Any, at: dt.datetime
) -> list[Consent]:
    """What the partner's representative said in the room, while what was decided is not recorded."""
    decision = held(decision, by)
    rules.check_money_open(decision, decision.block.minutes)
    rules.check_still_at_the_meeting(decision)
    item = decision.block.item
    room, followers = room_record(item.meeting).at(item), list(followers_of(partner, on=item.meeting.date))
    for line in _lines(decision, partner, answers):
        rules.check_answers_there(room, attendance, line, successors=[one.pk for one in followers])
    person = attendance.substitute or attendance.person
    if person is None:
        raise Refused(f"{attendance.name} is on the list by name alone. Say there who they are, then enter the answer.")
    successor = rules.successor_spoken_for(attendance, partner.pk, followers)
    return _answered(decision, partner, answers, _Given(person, successor, attendance, item.meeting.date, "", by, at))


@transaction.atomic
def enter_answer_in_writing(
    *,
    decision: Decision,
    partner: Partner,
    answers: Answers,
    person: Person,
    on: dt.date,
    words: str,
    by: Any,
    at: dt.datetime,
) -> list[Consent]:
    """What came in writing, entered by whoever minutes the board; ``words`` are those it was given in."""
    decision = held(decision, by)
    representatives = representatives_of(partner, on=on).values_list("pk", flat=True)
    for line in _lines(decision, partner, answers):
        rules.check_answers_in_writing(
            line,
            name=person.name,
            person=person.pk,
            representatives=set(representatives),
            held=decision.block.item.meeting.date,
            on=on,
            today=timezone.localdate(at),
        )
    successor = successor_sat_for(person, partner, on=on)
    return _answered(decision, partner, answers, _Given(person, successor, None, on, words, by, at))


def _lines(decision: Decision, partner: Partner, answers: Answers) -> list[SpendingLine]:
    """The partner's lines that are answered on. A partner answers for its own money and for no other's."""
    lines = [line for line in lines_of(decision) if line.partner_id == partner.pk and line.pk in answers]
    if not lines or len(lines) != len(answers):
        raise Refused(f"This is not money of {partner}, which it cannot answer for.")
    return lines


def _answered(decision: Decision, partner: Partner, answers: Answers, given: _Given) -> list[Consent]:
    """Kept, each once; where all have agreed after what was decided was recorded, the dispute ends by that."""
    dispute = Dispute.objects.select_for_update(of=("self",)).filter(decision=decision).first()
    recorded = decision.recorded_at is not None
    lapsed = dispute.ended_date if recorded and dispute and dispute.state == Dispute.State.LAPSED else None
    rules.check_still_open(lines_of(decision), recorded=recorded, lapsed=lapsed)
    kept = []
    for line in _lines(decision, partner, answers):
        rules.check_answer_follows(line, answers[line.pk], on=given.date)
        kept.append(_kept(line, answers[line.pk], given))
    if recorded and dispute is not None and dispute.state == Dispute.State.OPEN:
        _settle_if_all_agree(dispute, decision, given)
    return kept


def _kept(line: SpendingLine, answer: str, given: _Given) -> Consent:
    consent = Consent(
        line=line,
        answer=answer,
        person=given.person,
        successor=given.successor,
        attendance=given.attendance,
        date=given.date,
        words=plain(given.words).strip(),
        recorded_at=given.at,
        recorded_by=given.by,
    )
    return keep(consent, by=given.by)


def _settle_if_all_agree(dispute: Dispute, decision: Decision, given: _Given) -> None:
    """Partners in dispute that have no money in it agree in words: then an officer says that it is settled."""
    lines = list(lines_of(decision))
    owners = {line.partner_id for line in lines}
    if all(rules.agrees(line) for line in lines) and {one.pk for one in dispute.partners.all()} <= owners:
        words = "Every partner whose money it is has agreed."
        settle(dispute, state=Dispute.State.AGREED, on=given.date, words=words, by=given.by)

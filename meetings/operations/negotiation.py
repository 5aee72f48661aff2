"""What is done to settle a dispute: who negotiates, who is consulted, until when, and how it ended."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.models import Board, Partner, Person
from meetings.models import Consultation, Dispute, Negotiator
from meetings.operations.dispute import settle
from meetings.operations.spending import held
from meetings.queries.spending import lines_of
from meetings.rules import dispute as rules
from meetings.rules.consent import agrees
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain, plain_line
from trust.tools.refusal import Refused


def _held(dispute: Dispute, by: Any) -> Dispute:
    held(dispute.decision, by)
    return Dispute.objects.select_for_update(of=("self",)).select_related("decision").get(pk=dispute.pk)


def _open(dispute: Dispute, by: Any) -> Dispute:
    dispute = _held(dispute, by)
    rules.check_is_open(dispute)
    return dispute


@transaction.atomic
def name_negotiator(
    *, dispute: Dispute, person: Person | None, name: str, role: str, partner: Partner | None, by: Any
) -> Negotiator:
    """By name, as whom, and for which side if any; each once."""
    dispute = _open(dispute, by)
    called = person.name if person else plain_line(name)
    if dispute.negotiators.filter(name=called, person=person).exists():
        raise Refused(f"{called} negotiates already.")
    return keep(Negotiator(dispute=dispute, person=person, name=called, role=plain_line(role), partner=partner), by=by)


@transaction.atomic
def remove_negotiator(*, negotiator: Negotiator, by: Any) -> None:
    _open(negotiator.dispute, by)
    discard(negotiator, by=by)


@transaction.atomic
def consult(
    *, dispute: Dispute, board: Board | None, body: str, asked_date: dt.date, by: Any, at: dt.datetime
) -> Consultation:
    """A board, a body or a stakeholder group is asked for its view (requirement 1.16 (viii))."""
    dispute = _open(dispute, by)
    rules.check_asked_date(dispute, asked_date, today=timezone.localdate(at))
    return keep(Consultation(dispute=dispute, board=board, body=plain_line(body), asked_date=asked_date), by=by)


@transaction.atomic
def record_view(
    *, consultation: Consultation, reply: str, replied_date: dt.date, by: Any, at: dt.datetime
) -> Consultation:
    """What they answered; it may come while the dispute is open."""
    _open(consultation.dispute, by)
    rules.check_replied_date(consultation.asked_date, replied_date, today=timezone.localdate(at))
    consultation.reply, consultation.replied_date = plain(reply).strip(), replied_date
    return keep(consultation, by=by)


@transaction.atomic
def set_closing_date(*, dispute: Dispute, closes_date: dt.date, by: Any, at: dt.datetime) -> Dispute:
    dispute = _open(dispute, by)
    rules.check_closing_date(dispute, closes_date, today=timezone.localdate(at))
    dispute.closes_date = closes_date
    return keep(dispute, by=by)


@transaction.atomic
def end_dispute(*, dispute: Dispute, state: str, words: str, on: dt.date, by: Any, at: dt.datetime) -> Dispute:
    """Settled in words where no money waits for its owner, or over without agreement after its closing date."""
    dispute, today = _held(dispute, by), timezone.localdate(at)
    words = plain(words).strip()
    if state == Dispute.State.LAPSED:
        rules.check_can_lapse(dispute, words, on=on, today=today)
    else:
        lines = lines_of(dispute.decision)
        owners = tuple(dict.fromkeys(line.partner.name for line in lines if not agrees(line)))
        rules.check_can_end_agreed(dispute, words, not_agreed=owners, on=on, today=today)
    return settle(dispute, state=state, on=on, words=words, by=by)


@transaction.atomic
def take_end_back(*, dispute: Dispute, reason: str, by: Any) -> Dispute:
    """It was ended by mistake: open again, its end and the reason kept in history. Not where every owner agreed."""
    dispute = _held(dispute, by)
    rules.check_can_reopen(dispute, reason, all_agreed=_all_agreed(dispute))
    dispute.state, dispute.ended_date, dispute.ended_words = Dispute.State.OPEN, None, ""
    return keep(dispute, by=by, because=plain(reason).strip())


def _all_agreed(dispute: Dispute) -> bool:
    lines = list(lines_of(dispute.decision))
    return bool(lines) and all(agrees(line) for line in lines)

"""Decisions between meetings: put, answered, closed, and ratified at the next meeting."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from boards.models import Board, Person
from boards.permissions import CHAIR, MINUTE, check_may_minute, check_word
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Asked, BetweenMeetings, Decision, Minutes
from meetings.operations.arrival import lay_waiting
from meetings.queries.between import addresses_of, closing_by_silence, people_to_ask
from meetings.rules import between as rules
from trust.tools import jobs
from trust.tools.keeping import keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused

State, Means = BetweenMeetings.State, BetweenMeetings.Means


@transaction.atomic
def put(
    *, board: Board, means: str, people: Collection[Person], by: Any, at: dt.datetime, **words: Any
) -> BetweenMeetings:
    """Put a proposal to those who hold voting seats today, by e-mail or by silence. Each is written to.

    ``words``: title, proposal, reason, closes_date, and where it is exempt exempt_paragraphs and exempt_reason.
    """
    check_may_lead(by, board)
    on = timezone.localdate(at)
    rules.check_can_put(means, closes=words.get("closes_date"), asked=people, on=on)
    seats = {seat.holder: seat.seat for seat in people_to_ask(board, on=on)}
    if any(person not in seats for person in people):
        raise Refused("Those who are asked hold a voting seat of this board today. Choose them again.")
    between = keep(BetweenMeetings(board=board, means=means, asked_at=at, asked_by=by, **_plain(words)), by=by)
    for person in people:
        keep(Asked(between=between, seat=seats[person], person=person), by=by)
    transaction.on_commit(lambda: _write_to(between, list(people)))
    return between


@transaction.atomic
def take_urgently(
    *, board: Board, taken_by: str, taken_date: dt.date, by: Any, at: dt.datetime, **words: Any
) -> BetweenMeetings:
    """Record what the chair or an officer decided because it could not wait; the next agenda asks to ratify it."""
    check_may_lead(by, board)
    rules.check_urgent(taken_by, taken_date, on=timezone.localdate(at))
    between = BetweenMeetings(board=board, means=Means.URGENCY, state=State.TAKEN, asked_at=at, asked_by=by)
    for name, value in _plain(words).items():
        setattr(between, name, value)
    between.taken_by, between.taken_date = taken_by.strip(), taken_date
    between.outcome = between.proposal
    keep(between, by=by)
    lay_waiting(board=board, by=by)
    between.refresh_from_db()
    return between


@transaction.atomic
def answer(*, asked: Asked, answer: str, words: str, by: Any, at: dt.datetime) -> Asked:
    """Whoever was asked answers, and may answer otherwise until it closes; the clerk enters what came by other ways."""
    between = _held(asked.between)
    asked = Asked.objects.select_for_update(of=["self"]).select_related("person").get(pk=asked.pk, between=between)
    own = asked.person.user_id is not None and asked.person.user_id == by.pk
    if own:
        rules.check_can_answer(between, on=timezone.localdate(at))
    else:
        check_may_minute(by, between.board)
        rules.check_open(between)
    if answer == Asked.Answer.OBJECTS and not plain(words).strip():
        raise Refused("Say why: an objection takes the matter to a meeting, and its reason goes with it.")
    asked.answer, asked.words, asked.answered_at = answer, plain(words).strip(), at
    asked.entered_by_clerk = not own
    return keep(asked, by=by)


@transaction.atomic
def close(*, between: BetweenMeetings, by: Any, at: dt.datetime) -> BetweenMeetings:
    """Close it: what came of it follows from the answers and the terms. What was agreed comes on the next agenda."""
    between, on = _held(between), timezone.localdate(at)
    check_may_lead(by, between.board)
    rules.check_can_close(between, list(between.asked.select_related("person")), on=on)
    return _settle(between, on, by=by)


@transaction.atomic
def withdraw(*, between: BetweenMeetings, reason: str, by: Any) -> BetweenMeetings:
    """It is asked no longer; the answers stay where they are."""
    between = _held(between)
    check_may_lead(by, between.board)
    rules.check_open(between)
    if not plain(reason).strip():
        raise Refused("Say why it is withdrawn: whoever was asked reads it.")
    between.state, between.outcome = State.WITHDRAWN, plain(reason).strip()
    return keep(between, by=by, because=between.outcome)


@transaction.atomic
def ratify_under(*, item: AgendaItem, by: Any) -> None:
    """Called when what was decided under an item is recorded: a decision to ratify closes what was taken before."""
    between = BetweenMeetings.objects.select_for_update(of=["self"]).filter(item=item, state=State.TAKEN).first()
    found = Decision.objects.filter(block__item=item, kind=Decision.Kind.RATIFIED, struck_reason="")
    decision = found.exclude(outcome=Decision.Outcome.LOST).order_by("block__position", "pk").first()
    if between is None or decision is None:
        return
    between.state, between.ratified_by = State.RATIFIED, decision
    keep(between, by=by, because="Ratified")


@transaction.atomic
def reopen_under(*, item: AgendaItem, by: Any) -> None:
    """Called when the item is opened again: it waits to be ratified as before."""
    for between in BetweenMeetings.objects.select_for_update(of=["self"]).filter(item=item, state=State.RATIFIED):
        between.state, between.ratified_by = State.TAKEN, None
        keep(between, by=by, because="What ratified it was opened again")


@transaction.atomic
def mark_ratified(*, between: BetweenMeetings, by: Any) -> BetweenMeetings:
    """By hand, where the meeting's decisions are not recorded one by one: then once its minutes are approved."""
    between = _held(between)
    check_may_minute(by, between.board)
    if between.item is None:
        raise Refused("It is on no agenda yet. It comes on the next one that is drawn up.")
    found = Decision.objects.filter(block__item=between.item, kind=Decision.Kind.RATIFIED, struck_reason="")
    settled = Q(recorded_at__isnull=False) | Q(block__minutes__state__in=[Minutes.State.APPROVED, Minutes.State.SIGNED])
    if not found.filter(settled).exists():
        raise Refused("Record a decision of the kind “Ratified” under its item first, or have its minutes approved.")
    ratify_under(item=between.item, by=by)
    between.refresh_from_db()
    if between.state != State.RATIFIED:
        raise Refused("What was put to the meeting to be ratified was lost there.")
    return between


@jobs.nightly
def close_by_silence() -> None:
    """What was asked by silence closes on its date. Midnight is the edge here, so the clock is read."""
    on = timezone.localdate()
    for found in closing_by_silence(on=on):
        with transaction.atomic():
            between = _held(found)
            if rules.is_due(between, on=on):
                _settle(between, on, by=None)


def check_may_lead(user: Any, board: Board) -> None:
    """Whoever minutes the board, and its chair."""
    check_word(user, board, [MINUTE, CHAIR], "Only the officers who minute this board, and its chair, may do this.")


def _settle(between: BetweenMeetings, on: dt.date, *, by: Any) -> BetweenMeetings:
    asked = list(between.asked.select_related("person", "seat"))
    terms = terms_on(between.board, on)
    found = rules.outcome_of(between.means, asked, terms.voting if terms else "")
    between.state, between.outcome = (State.TAKEN if found.agreed else State.NOT_TAKEN), found.sentence
    if found.agreed:
        by_silence = between.means == Means.SILENCE and between.closes_date
        between.taken_date = between.closes_date if by_silence else on
    keep(between, by=by)
    lay_waiting(board=between.board, by=by)
    between.refresh_from_db()
    return between


def _held(between: BetweenMeetings) -> BetweenMeetings:
    rows = BetweenMeetings.objects.select_for_update(of=["self"]).select_related("board", "item__meeting")
    return rows.get(pk=between.pk)


def _plain(words: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value).strip() if isinstance(value, str) else value for name, value in words.items()}


def _write_to(between: BetweenMeetings, people: list[Person]) -> None:
    """Each their own letter. An exempt matter is not named in it: mail is read by more than those it is for."""
    address = settings.SITE_ADDRESS.rstrip("/") + between.get_absolute_url()
    context = {"between": between, "address": address, "partnership_name": settings.PARTNERSHIP_NAME}
    subject = f"{between.board}: you are asked to decide between meetings"
    for person, to in addresses_of(people).items():
        if to:
            send_mail(subject, render_to_string("meetings/email/asked.txt", context | {"person": person}), None, [to])

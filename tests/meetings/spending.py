"""A decision of the cast that would spend money, in whichever state a test needs."""

import datetime as dt
from typing import Any

from django.utils import timezone

from boards.models import Partner
from meetings.models import Attendance, Condition, Consent, Decision, SpendingLine
from tests.cast import Cast
from tests.factories import create_block, create_item, create_minutes
from tests.meetings.minuted import create_held, in_state

WORDS = "That £162,000 be spent on the parents’ forum."
LATER = dt.date(2025, 11, 3)


def create_decision(cast: Cast, text: str = WORDS, *, state: str = "draft", **fields: Any) -> Decision:
    """A decision under item 2.1 of the meeting of 14 October 2025; ``outcome`` also records it."""
    meeting = create_held(cast)
    minutes = create_minutes(meeting)
    item = create_item(meeting, "The parents’ forum", number="2.1", purpose="decision")
    block = create_block(minutes, item, text, kind="decision")
    if fields.get("outcome"):
        fields = {"recorded_at": timezone.now(), "recorded_by": cast.clerk} | fields
    decision = Decision.objects.create(block=block, kind="resolved", **fields)
    in_state(minutes, state, cast)
    return decision


def create_line(decision: Decision, partner: Partner, pounds: int = 162_000, **fields: Any) -> SpendingLine:
    return SpendingLine.objects.create(decision=decision, partner=partner, amount_pence=pounds * 100, **fields)


def create_consent(cast: Cast, line: SpendingLine, answer: str = "agreed", *, date: dt.date, **fields: Any) -> Consent:
    """An answer of the member, who sits for the Health Trust, entered by the clerk."""
    given = {"person": cast.person("member"), "recorded_at": timezone.now(), "recorded_by": cast.clerk} | fields
    return Consent.objects.create(line=line, answer=answer, date=date, **given)


def create_condition(decision: Decision, body: str = "The Executive Board", **fields: Any) -> Condition:
    return Condition.objects.create(decision=decision, body=body, **fields)


def row_of(decision: Decision, name: str = "Joss Lindqvist") -> Attendance:
    """Somebody's line of the list of its meeting."""
    return decision.block.item.meeting.attendances.get(name=name)

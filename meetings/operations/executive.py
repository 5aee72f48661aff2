"""The written statement of an executive decision: made, changed for a reason, taken back for a reason."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.permissions import check_may_minute
from meetings.models import Decision, ExecutiveStatement
from meetings.queries.closed_business import closed_texts
from meetings.queries.entitled import check_sees
from meetings.queries.executive import is_executive
from meetings.queries.withheld import withheld_at, without
from meetings.rules import executive as rules
from meetings.rules.edition import is_closed
from meetings.rules.exposed import exposed
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain
from trust.tools.refusal import Refused

PARTS = {
    "reasons": "The reasons",
    "alternatives": "The alternatives",
    "conflicts": "The conflicts",
    "dispensations": "The dispensations",
}


@transaction.atomic
def make_statement(*, decision: Decision, by: Any, at: dt.datetime, **words: str) -> ExecutiveStatement:
    """State an executive decision in writing, as soon as practicable after it was taken (SI 2012/2089 reg 12).

    ``words``: reasons, alternatives, conflicts, dispensations. From then on whoever may read the item reads it.
    """
    decision = _held(decision, by)
    if hasattr(decision, "statement"):
        raise Refused("Its statement is made already. Change that one.")
    item, minutes = decision.block.item, decision.block.minutes
    rules.check_can_state(decision, minutes, is_executive=is_executive(item.meeting.board, item.meeting.date))
    statement = ExecutiveStatement(decision=decision, made_at=at, made_by=by)
    return _written(statement, words, by=by)


@transaction.atomic
def change_statement(*, statement: ExecutiveStatement, reason: str, by: Any, **words: str) -> ExecutiveStatement:
    """Other words, for a reason; those before stay in the history."""
    statement = _held_statement(statement, by)
    rules.check_reason(reason)
    return _written(statement, words, by=by, because=reason.strip())


@transaction.atomic
def take_back_statement(*, statement: ExecutiveStatement, reason: str, by: Any) -> None:
    """No statement stands any more; its last words stay in the history."""
    statement = _held_statement(statement, by)
    rules.check_reason(reason)
    discard(statement, by=by, because=reason.strip())


def _held(decision: Decision, by: Any) -> Decision:
    rows = Decision.objects.select_for_update(of=["self"])
    rows = rows.select_related("block__item__section", "block__item__meeting__board", "block__minutes")
    decision = rows.get(pk=decision.pk)
    check_may_minute(by, decision.block.item.meeting.board)
    check_sees(by, decision.block.item)
    return decision


def _held_statement(statement: ExecutiveStatement, by: Any) -> ExecutiveStatement:
    decision = _held(statement.decision, by)
    found = ExecutiveStatement.objects.select_for_update().filter(pk=statement.pk).first()
    if found is None:
        raise Refused("This statement is no longer there.")
    rules.check_can_change(found, decision.block.minutes)
    found.decision = decision
    return found


def _written(statement: ExecutiveStatement, words: dict[str, str], *, by: Any, because: str = "") -> ExecutiveStatement:
    for part in PARTS:
        setattr(statement, part, plain(words.get(part, "")).strip())
    decision = statement.decision
    if not is_closed(decision.block.item):
        _check_names(statement)
        told = [(label, getattr(statement, part)) for part, label in PARTS.items()]
        rules.check_tells_nothing_closed(exposed(closed_texts(decision.block.minutes), told))
    return keep(statement, by=by, because=because)


def _check_names(statement: ExecutiveStatement) -> None:
    said = "\n".join(getattr(statement, part) for part in PARTS)
    withheld = withheld_at(statement.decision.block.item.meeting)
    named = {name: public for name, public in withheld.items() if without(said, {name: ""}) != said}
    rules.check_names_nobody_withheld(named)

"""The money that a decision would spend, written down line by line until what was decided is recorded."""

from typing import Any

from django.db import transaction

from boards.models import Partner
from boards.permissions import check_may_minute
from meetings.models import Decision, Minutes, SpendingLine
from meetings.queries.entitled import check_sees
from meetings.queries.spending import has_adopted
from meetings.rules import consent as rules
from trust.tools.keeping import discard, keep
from trust.tools.plain import plain_line
from trust.tools.refusal import Refused


def held(decision: Decision, by: Any) -> Decision:
    """The decision as it now stands, locked with its minutes, for whoever minutes it and may see its item."""
    check_may_minute(by, decision.block.item.meeting.board)
    check_sees(by, decision.block.item)
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=decision.block.minutes_id)
    found = Decision.objects.select_for_update(of=("self",)).select_related("block__item__meeting__board")
    decision = found.get(pk=decision.pk)
    decision.block.minutes = minutes
    return decision


def held_open(decision: Decision, by: Any) -> Decision:
    """The same, while what was decided is not recorded."""
    decision = held(decision, by)
    rules.check_money_open(decision, decision.block.minutes)
    return decision


@transaction.atomic
def add_line(*, decision: Decision, partner: Partner, pence: int, stated: str, purpose: str, by: Any) -> SpendingLine:
    """``pence`` of the partner's money; ``stated`` are the words of the paper."""
    decision = held_open(decision, by)
    position = 1 + max((line.position for line in decision.spending.all()), default=0)
    line = SpendingLine(decision=decision, position=position)
    return _written(line, partner, pence, stated, purpose, by=by)


@transaction.atomic
def change_line(
    *, line: SpendingLine, partner: Partner, pence: int, stated: str, purpose: str, by: Any
) -> SpendingLine:
    line = _open_line(line, by)
    return _written(line, partner, pence, stated, purpose, by=by)


@transaction.atomic
def remove_line(*, line: SpendingLine, by: Any) -> None:
    discard(_open_line(line, by), by=by)


def _open_line(line: SpendingLine, by: Any) -> SpendingLine:
    decision = held_open(line.decision, by)
    found = decision.spending.select_related("partner").filter(pk=line.pk).first()
    if found is None:
        raise Refused("This line of money is no longer there.")
    rules.check_line_unanswered(found, answered=found.consents.exists())
    found.decision = decision
    return found


def _written(line: SpendingLine, partner: Partner, pence: int, stated: str, purpose: str, *, by: Any) -> SpendingLine:
    item = line.decision.block.item
    day = item.meeting.date
    rules.check_agreed_in_law(item.capacity, partner, adopted=has_adopted(partner, item, on=day), on=day)
    line.partner, line.amount_pence = partner, pence
    line.amount_stated, line.purpose = plain_line(stated), plain_line(purpose)
    others = SpendingLine.objects.filter(decision=line.decision, partner=partner, purpose=line.purpose)
    if others.exclude(pk=line.pk).exists():
        raise Refused(
            f"There is a line of {partner}’s money for this already. Change that one, or say what else it is for."
        )
    return keep(line, by=by)

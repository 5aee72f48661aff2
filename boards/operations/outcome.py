"""Setting down a list of outcomes, replacing it, and linking boards to what they work for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from boards.models import Board, BoardOutcome, Clause, Outcome, OutcomeList
from boards.permissions import check_may_keep_register
from boards.rules import outcome as rules
from trust.tools.keeping import keep
from trust.tools.refusal import Refused

DAY = dt.timedelta(days=1)


@transaction.atomic
def add_outcomes(
    *, name: str, source: str, titles: Sequence[str], from_date: dt.date, by: Any, on: dt.date
) -> OutcomeList:
    """A list of its own; one that takes another’s place is made by ``replace_outcomes``."""
    check_may_keep_register(by, on=on)
    rules.check_titles(titles)
    if OutcomeList.objects.filter(name=name).exists():
        raise Refused(f"There is a list called {name} already.")
    made = keep(OutcomeList(name=name, source=source, from_date=from_date), by=by)
    for place, title in enumerate(titles):
        keep(Outcome(outcomes=made, title=title, position=place), by=by)
    return made


@transaction.atomic
def replace_outcomes(*, before: OutcomeList, from_date: dt.date, by: Any, on: dt.date, **given: Any) -> OutcomeList:
    """The list ends the day before; what was linked to it stays linked, and is read by what follows it."""
    check_may_keep_register(by, on=on)
    held = OutcomeList.objects.select_for_update().get(pk=before.pk)
    rules.check_can_replace(held, from_date)
    made = add_outcomes(from_date=from_date, by=by, on=on, **given)
    held.to_date = from_date - DAY
    keep(held, by=by, because=f"{made.name} takes its place")
    return made


@transaction.atomic
def say_what_follows(*, follows: Mapping[Outcome, Sequence[Outcome]], by: Any, on: dt.date) -> None:
    """By each outcome of the later list, those of the earlier whose place it takes."""
    check_may_keep_register(by, on=on)
    for outcome, before in follows.items():
        outcome.follows.set(before)
        keep(outcome, by=by)


@transaction.atomic
def link_board(
    *, board: Board, outcome: Outcome, from_date: dt.date | None, clause: Clause | None = None, by: Any, on: dt.date
) -> BoardOutcome:
    """A board works for an outcome from a day on; ``clause``: the one that says so (requirement 4.6 vii)."""
    check_may_keep_register(by, on=on)
    try:
        with transaction.atomic():
            return keep(BoardOutcome(board=board, outcome=outcome, from_date=from_date, clause=clause), by=by)
    except IntegrityError:
        raise Refused(f"{board} works for “{outcome}” from that day already.") from None


@transaction.atomic
def end_link(*, link: BoardOutcome, last_day: dt.date, why: str, by: Any, on: dt.date) -> BoardOutcome:
    """The board works for it no longer after this day; days before keep the link and the clause that made it."""
    check_may_keep_register(by, on=on)
    held = BoardOutcome.objects.select_for_update(of=["self"]).select_related("board", "outcome").get(pk=link.pk)
    rules.check_can_end_link(held, last_day)
    held.to_date = last_day
    return keep(held, by=by, because=why)

"""A part handed on to a colleague of the same agency, and a part put off by its owner (issue 6 §2 and §3)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import Action, Part, Progress, Request, State
from actions.operations.progress import held_part, lapse, set_state, signed, states_of, write
from actions.permissions import check_may_ask, check_may_pass_on
from actions.queries.agency import colleagues_for
from actions.rules.action import whole_state
from actions.rules.request import check_can_pass, check_part_open, check_put_off, passing_said
from boards.models import Person
from trust.tools.plain import plain
from trust.tools.words import the_day


@transaction.atomic
def pass_part(*, part: Part, to: Person, why: str, by: Any, at: dt.datetime) -> Part:
    """Owed by ``to`` from now on, for the same partner and in the same seat.

    What was said so far stays with who said it: their part ends, and a new one begins."""
    part, action = held_part(part)
    on, why = the_day(at), plain(why).strip()
    check_may_pass_on(by, part, on=on)
    allowed = list(colleagues_for(part, on=on).values_list("pk", flat=True))
    rest = action.parts.exclude(pk=part.pk)
    owing = list(rest.exclude(state=State.NOT_NEEDED).values_list("person", flat=True))
    check_can_pass(part, to.pk, [key for key in owing if key], allowed)
    was, said = part.name, passing_said(action, part.name, to.name)
    entry = write(action, Progress.Kind.HANDED, text=why, was=was, becomes=to.name, by=by, at=at)
    passed = _begin(part, rest.filter(person=to).first(), to)
    lapse(Request.objects.filter(part=part), entry, by=by, at=at)
    _end(part, by, at, said)
    signed(passed, by, at, said)
    set_state(action, whole_state(states_of(action), action.state), by=by, at=at)
    return passed


def _begin(part: Part, before: Part | None, to: Person) -> Part:
    """A part of theirs; one that they were let go from is taken up again."""
    begun = before or Part(action=part.action, person=to)
    begun.owner, begun.name = Part.Owner.PERSON, to.name
    begun.partner_id, begun.seat_id = part.partner_id, part.seat_id
    begun.from_all, begun.position = part.from_all, part.position
    begun.state = State.NOT_STARTED if part.state == State.NOT_STARTED else State.IN_PROGRESS
    begun.finished_at = None
    return begun


def _end(part: Part, by: Any, at: dt.datetime, said: str) -> None:
    """One on which nothing was said goes; one with words stays with them, and is not asked for any more."""
    if part.progress.exists():
        part.state, part.finished_at, part.put_off_until = State.NOT_NEEDED, at, None
        signed(part, by, at, said)
        return
    part._history_user, part._history_date, part._change_reason = by, at, said  # type: ignore[attr-defined]
    part.delete()


@transaction.atomic
def put_off(*, part: Part, until: dt.date | None, by: Any, at: dt.datetime) -> Part:
    """Until a day not after it is due, its owner is not reminded, and it stands apart in their list (demand 23)."""
    part, action = held_part(part)
    check_may_ask(by, part, on=the_day(at))
    check_part_open(part)
    check_put_off(until, Action.objects.with_due_on().get(pk=action.pk).due_on, the_day(at))
    part.put_off_until = until
    signed(part, by, at, "Put off" if until else "Taken up again")
    return part

"""An owner leaves: what they owe falls to the seat's next holder, else to the partner, and says so (issue 6 §1)."""

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from actions.models import Action, Part, Progress, State
from actions.operations.progress import held, set_part, set_state, signed, states_of, write
from actions.queries.leaving import last_partner, next_holder, parts_left
from actions.rules.action import whole_state
from boards.models import Partner, Person
from trust.tools import jobs


def pass_on(*, on: dt.date, at: dt.datetime) -> int:
    """Everything owed by those who have left by that day; how many parts. Asked again, nothing is done twice.

    Nobody does this: it follows from who holds the seats, and the entry names nobody.
    """
    passed = 0
    for part in parts_left(on=on):
        passed += _pass(part, on=on, at=at)
    return passed


@transaction.atomic
def _pass(part: Part, *, on: dt.date, at: dt.datetime) -> bool:
    action = held(part.action)
    found = parts_left(on=on).filter(pk=part.pk).first()
    if found is None or found.person is None:
        return False
    part, said, was = found, _why(found), Action.objects.get(pk=action.pk).owners_shown
    holder, partner = next_holder(part, on=on), last_partner(part)
    others = Part.objects.filter(action=action).exclude(pk=part.pk)
    theirs = Q(person=holder) if holder else Q(partner=partner, owner=Part.Owner.PARTNER)
    if (holder or partner) and others.filter(theirs).exists():
        set_part(part, State.NOT_NEEDED, by=None, at=at, reason=said)
        set_state(action, whole_state(states_of(action), action.state), by=None, at=at)
    elif not _give(part, holder, partner, said, at):
        return False
    becomes = Action.objects.get(pk=action.pk).owners_shown
    told = {"part": part, "text": said, "was": was[:400], "becomes": becomes[:400]}
    write(action, Progress.Kind.FELL, by=None, at=at, **told)
    return True


def _why(part: Part) -> str:
    if not part.seat:
        return f"{part.person} has left every post they held."
    return f"{part.person} no longer holds or covers the seat “{part.seat}”."


def _give(part: Part, holder: Person | None, partner: Partner | None, said: str, at: dt.datetime) -> bool:
    """To the holder, else to the partner, else to whoever holds the seat next; to nobody only where there is none."""
    if holder:
        part.person, part.name = holder, holder.name
    elif partner:
        part.owner, part.person, part.partner, part.name = Part.Owner.PARTNER, None, partner, partner.short_name
    elif part.seat:
        part.owner, part.person, part.name = Part.Owner.POST, None, str(part.seat)
    else:
        return False
    part.from_all = part.from_all and holder is not None
    signed(part, None, at, said)
    return True


@jobs.nightly
def pass_on_each_night() -> None:
    """Shortly after each midnight, so that nothing is owed by somebody who is gone."""
    pass_on(on=timezone.localdate(), at=timezone.now())

"""The parts of an action: one for each owner, kept in step with who is meant, and summed to the whole."""

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Any

from actions.models import Action, Part, State
from actions.rules.action import whole_state
from actions.rules.owners import Owner
from trust.tools.refusal import Refused


class Reported(Refused):
    """An owner would go who has reported already: nothing said is thrown away."""


class Leaving(Enum):
    """What becomes of a part whose owner is no longer meant, and has reported."""

    REFUSE = "refuse"
    STAY = "stay"
    LET_GO = "let go"


def keep_parts(
    action: Action, owners: Iterable[Owner], *, by: Any, at: dt.datetime, leaving: Leaving = Leaving.REFUSE
) -> None:
    """Give each owner a part, in this order, and take away the parts of those no longer meant.

    What somebody has reported is never thrown away: such a part is kept, or the change refused, by ``leaving``.
    The caller holds the action's lock, and saves it: its state is set here from the parts'.
    """
    found = {_identity(part): part for part in action.parts.all()}
    kept = [_keep(action, owner, found.pop(owner.identity, None), place, by, at) for place, owner in enumerate(owners)]
    for part in found.values():
        if not part.progress.exists():
            _signed(part, by, at).delete()
            continue
        if leaving is Leaving.REFUSE:
            raise Reported(f"{part.name} has reported on {action.reference}: change who owes it on its own page.")
        if leaving is Leaving.LET_GO and part.state != State.NOT_NEEDED:
            part.state, part.finished_at = State.NOT_NEEDED, at
            _signed(part, by, at).save()
        kept.append(part)
    action.state = whole_state([part.state for part in kept], action.state)


def _keep(action: Action, owner: Owner, part: Part | None, place: int, by: Any, at: dt.datetime) -> Part:
    """The owner's part, made or put right; written only where something differs."""
    is_new = part is None
    part = part or Part(action=action, owner=owner.kind, person_id=owner.person_id, partner_id=owner.partner_id)
    wanted = {"name": owner.name, "seat_id": owner.seat_id, "from_all": owner.from_all, "position": place}
    if part.state == State.NOT_NEEDED and not action.is_settled:
        wanted |= {"state": State.IN_PROGRESS, "finished_at": None}  # let go before, and asked again
    if is_new or any(getattr(part, field) != value for field, value in wanted.items()):
        for field, value in wanted.items():
            setattr(part, field, value)
        _signed(part, by, at).save()
    return part


def _identity(part: Part) -> tuple[object, ...]:
    return Owner(part.owner, part.name, part.person_id, part.partner_id, part.seat_id).identity


def _signed(part: Any, by: Any, at: dt.datetime) -> Any:
    """A part whose history will say who and when: the library reads both from attributes that the model lacks."""
    part._history_user, part._history_date = by, at
    return part

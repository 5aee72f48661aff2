"""The parts of an action: one for each owner, kept in step with who is meant, and summed to the whole."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from actions.models import Action, Part
from actions.rules.action import whole_state
from actions.rules.owners import Owner
from trust.tools.refusal import Refused


class Reported(Refused):
    """An owner would go who has reported already: nothing said is thrown away."""


def keep_parts(
    action: Action, owners: Iterable[Owner], *, by: Any, at: dt.datetime, keep_reported: bool = False
) -> None:
    """Give each owner a part, in this order, and take away the parts of those no longer meant.

    One who has reported is not taken away: that is refused, or with ``keep_reported`` their part stays as it is.
    The caller holds the action's lock, and saves it: its state is set here from the parts'.
    """
    found = {_identity(part): part for part in action.parts.all()}
    kept = [_keep(action, owner, found.pop(owner.identity, None), place, by, at) for place, owner in enumerate(owners)]
    for part in found.values():
        if not part.progress.exists():
            _signed(part, by, at).delete()
        elif keep_reported:
            kept.append(part)
        else:
            raise Reported(f"{part.name} has reported on {action.reference}: change who owes it on its own page.")
    action.state = whole_state([part.state for part in kept], action.state)


def _keep(action: Action, owner: Owner, part: Part | None, place: int, by: Any, at: dt.datetime) -> Part:
    """The owner's part, made or put right; written only where something differs."""
    is_new = part is None
    part = part or Part(action=action, owner=owner.kind, person_id=owner.person_id, partner_id=owner.partner_id)
    wanted = {"name": owner.name, "seat_id": owner.seat_id, "from_all": owner.from_all, "position": place}
    if is_new or any(getattr(part, field) != value for field, value in wanted.items()):
        for field, value in wanted.items():
            setattr(part, field, value)
        _signed(part, by, at).save()
    return part


def _identity(part: Part) -> tuple[object, ...]:
    return Owner(part.owner, part.name, part.person_id, part.partner_id, part.seat_id).identity


def _signed(part: Part, by: Any, at: dt.datetime) -> Part:
    part._history_user, part._history_date = by, at
    return part

"""The same action said twice becomes one: its reference stays and points on; and it can be parted again (gap 6)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import FINISHED, Action, Part, Progress, State
from actions.operations.progress import set_part, set_state, signed, write
from actions.permissions import check_may_keep
from actions.queries.links import origins_of
from actions.rules.action import check_gives_reason, whole_state
from actions.rules.joining import check_can_join, check_can_part
from trust.tools.plain import plain
from trust.tools.refusal import Refused
from trust.tools.writing_spell import delete_in_history


@transaction.atomic
def join_actions(*, action: Action, to: Action, by: Any, at: dt.datetime) -> Action:
    """``action`` is the same as ``to``: what it was linked to, and who owed it, go there; it asks for nothing more."""
    action, to = _held(action, to)
    for one in (action, to):
        check_may_keep(by, one.kept_by)
    check_can_join(action, to, others_point_here=action.joined.exists())
    was = to.owners_shown
    before: dict[str, Any] = {"state": action.state, "parts": {str(part.pk): part.state for part in action.parts.all()}}
    before |= _link(action, to) | {"owners": [part.pk for part in _owe_there(action, to, by, at)]}
    told: dict[str, Any] = {"by": by, "at": at}
    said = f"It says the same as {to.reference}."
    stayed = action.owners_shown[:400]
    write(action, Progress.Kind.JOINED, text=said, before=before, was=stayed, becomes=stayed, **told)
    for part in action.parts.exclude(state__in=FINISHED):
        set_part(part, State.NOT_NEEDED, reason=said, **told)
    action.joined_to, action.state = to, State.NOT_NEEDED
    signed(action, by, at, said)
    becomes = Action.objects.get(pk=to.pk).owners_shown
    text = f"{action.reference} says the same and points here."
    write(to, Progress.Kind.JOINED, text=text, was=was[:400], becomes=becomes[:400], **told)
    _sum(to, by, at)
    return to


def _held(*actions: Action) -> list[Action]:
    """Under lock, in the order of their keys, so that two who join at once do not wait for each other for ever."""
    found = Action.objects.select_for_update(of=["self"]).select_related("board", "followed_by", "joined_to__board")
    held = {one.pk: one for one in found.filter(pk__in=[one.pk for one in actions]).order_by("pk")}
    return [held[one.pk] for one in actions]


def _link(action: Action, to: Action) -> dict[str, list[int]]:
    """Gives back what was linked anew, by key."""
    has_items, has_decisions = origins_of(to), set(to.decisions.values_list("pk", flat=True))
    items = [pk for pk in origins_of(action) if pk not in has_items]
    decisions = [pk for pk in action.decisions.values_list("pk", flat=True) if pk not in has_decisions]
    to.items.add(*items)
    to.decisions.add(*decisions)
    return {"items": items, "decisions": decisions}


def _owe_there(action: Action, to: Action, by: Any, at: dt.datetime) -> list[Part]:
    """A part in the other for each owner who owed only this one and has not done it."""
    owed = {
        (part.owner, part.person_id, part.partner_id, part.seat_id if not part.person_id else 0, part.name)
        for part in to.parts.all()
    }
    people = {part.person_id for part in to.parts.all() if part.person_id}
    made, last = list[Part](), to.parts.count()
    for part in action.parts.exclude(state__in=FINISHED):
        seat = part.seat_id if not part.person_id else 0
        if part.person_id in people or (part.owner, part.person_id, part.partner_id, seat, part.name) in owed:
            continue
        same = {name: getattr(part, name) for name in ("owner", "person", "partner", "seat", "name", "state")}
        made.append(signed(Part(action=to, position=last + len(made), **same), by, at, ""))
    return made


@transaction.atomic
def part_actions(*, action: Action, reason: str, by: Any, at: dt.datetime) -> Action:
    """It is an action of its own again, as it was before; what it brought to the other goes, but not what was said."""
    if action.joined_to is None:
        check_can_part(action)
    action, to = _held(action, action.joined_to or action)
    check_may_keep(by, action.kept_by)
    check_can_part(action)
    reason = plain(reason).strip()
    check_gives_reason(reason)
    entry = action.progress.filter(kind=Progress.Kind.JOINED).exclude(before=None).last()
    if entry is None or entry.before is None:
        raise Refused("It is not known how it stood before. Reopen the other one instead.")
    _take_back(action, to, entry.before, reason, by, at)
    told: dict[str, Any] = {"by": by, "at": at}
    write(action, Progress.Kind.PARTED, text=reason, **told)
    write(to, Progress.Kind.PARTED, text=f"{action.reference} is an action of its own again. {reason}", **told)
    return action


def _take_back(action: Action, to: Action, before: dict[str, Any], reason: str, by: Any, at: dt.datetime) -> None:
    to.items.remove(*before["items"])
    to.decisions.remove(*before["decisions"])
    for part in to.parts.filter(pk__in=before["owners"], progress=None):
        delete_in_history(part, by=by, at=at)
    _sum(to, by, at)
    for part in action.parts.all():
        state = before["parts"].get(str(part.pk), part.state)
        if part.state != state:
            set_part(part, state, by=by, at=at, reason=reason)
    action.joined_to, action.state = None, before["state"]
    signed(action, by, at, reason)


def _sum(action: Action, by: Any, at: dt.datetime) -> None:
    """The whole follows from its parts."""
    states = list(action.parts.values_list("state", flat=True))
    set_state(action, whole_state(states, action.state), by=by, at=at)

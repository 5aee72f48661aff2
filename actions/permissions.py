"""Who may: owners report on their own part; the chair and the officers keep the log (DOMAIN rule 65)."""

import datetime as dt
from typing import Any

from actions.models import Part
from boards.models import Board, SeatHolding
from boards.permissions import CHAIR, MINUTE, REPRESENT_PARTNER, check_word, words_on, words_on_partner
from trust.tools.refusal import NotPermitted

KEEPS = (MINUTE, CHAIR)


def check_may_keep(user: Any, board: Board) -> None:
    """Close, reopen, drop, change the owners or the due date."""
    check_word(user, board, KEEPS, "Only the chair or the officers who minute this board may do this.")


def check_may_add(user: Any, board: Board) -> None:
    check_word(user, board, [MINUTE], "Only the officers who minute this board may add an action.")


def check_may_report(user: Any, part: Part, *, on: dt.date) -> None:
    """The owner; who represents the partner whose part it is; the officers, who write down what they are told."""
    if is_owner(user, part, on=on) or MINUTE in words_on(user, part.action.kept_by):
        return
    raise NotPermitted(f"This part is {possessive(part.name)}: only they, or the officers of the board, may update it.")


def is_owner(user: Any, part: Part, *, on: dt.date) -> bool:
    """By name, by the seat of the post held on the day, or for the partner."""
    if part.person:
        return part.person.user_id == user.pk
    if part.owner == Part.Owner.POST:
        return SeatHolding.objects.held_on(on).filter(seat=part.seat_id, person__user=user.pk).exists()
    return part.partner is not None and REPRESENT_PARTNER in words_on_partner(user, part.partner)


def possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"

"""Who may: owners report on their own part; the chair and the officers keep the log (DOMAIN rule 65)."""

import datetime as dt
from typing import Any

from actions.models import Part, SavedView
from boards.models import Board, Partner, Person, Post, SeatHolding
from boards.permissions import (
    CHAIR,
    MANAGE_PARTNER,
    MINUTE,
    REPRESENT_PARTNER,
    check_word,
    may_answer_for,
    words_on,
    words_on_partner,
)
from boards.queries.seats import sitting
from trust.tools.refusal import NotPermitted

KEEPS = (MINUTE, CHAIR)


def check_may_keep(user: Any, board: Board) -> None:
    """Close, reopen, drop, change the owners or the due date."""
    check_word(user, board, KEEPS, "Only the chair or the officers who minute this board may do this.")


def check_may_add(user: Any, board: Board) -> None:
    check_word(user, board, [MINUTE], "Only the officers who minute this board may add an action.")


def check_may_change_view(user: Any, view: SavedView) -> None:
    """Whoever saved it; one that is shared also the chair and the officers."""
    if view.made_by_id == user.pk or (view.is_shared and view.board and words_on(user, view.board) & set(KEEPS)):
        return
    raise NotPermitted("Only who saved this view, the chair or the officers who minute this board may change it.")


def check_may_report(user: Any, part: Part, *, on: dt.date) -> None:
    """The owner; who manages the agency whose part it is; the officers, who write down what they are told."""
    if is_owner(user, part, on=on) or _manages(user, part, on) or _minutes(user, part):
        return
    raise NotPermitted(f"This part is {possessive(part.name)}: only they, or the officers of the board, may update it.")


def check_may_ask(user: Any, part: Part, *, on: dt.date) -> None:
    """To ask for more time, or to be let go, is the owner’s; the agency’s manager may ask for its people."""
    if is_owner(user, part, on=on) or _manages(user, part, on):
        return
    raise NotPermitted(f"This part is {possessive(part.name)}: only they may ask this.")


def _manages(user: Any, part: Part, on: dt.date) -> bool:
    if isinstance(user, Person):
        return False
    return any(MANAGE_PARTNER in words_on_partner(user, agency) for agency in agencies_on(part, on))


def _minutes(user: Any, part: Part) -> bool:
    return not isinstance(user, Person) and MINUTE in words_on(user, part.action.kept_by)


def check_may_pass_on(user: Any, part: Part, *, on: dt.date) -> None:
    """To hand it on within the agency: its owner, and whoever represents or manages the agency (issue 6 §3)."""
    if is_owner(user, part, on=on):
        return
    if not isinstance(user, Person) and any(may_answer_for(user, agency) for agency in agencies_on(part, on)):
        return
    raise NotPermitted(f"This part is {possessive(part.name)}: only they, or their agency, may hand it on.")


def agencies_on(part: Part, on: dt.date) -> list[Partner]:
    """Whose part it is: the partner it is owed for, that of the seat, or else those its owner has a post with."""
    if part.partner_id:
        return list(Partner.objects.filter(pk=part.partner_id))
    if part.seat_id and part.seat and part.seat.partner_id:
        return list(Partner.objects.filter(pk=part.seat.partner_id))
    if not part.person_id:
        return []
    posts = Post.objects.held_on(on).filter(person=part.person_id).values("partner")
    return list(Partner.objects.filter(pk__in=posts))


def is_owner(user: Any, part: Part, *, on: dt.date) -> bool:
    """By name, by the seat of the post held on the day, or for the partner. ``user`` may be a person who came by the
    link in a mail."""
    if isinstance(user, Person):
        return _is_persons(user, part, on)
    if part.person:
        return part.person.user_id == user.pk
    if part.owner == Part.Owner.POST:
        return SeatHolding.objects.held_on(on).filter(seat=part.seat_id, person__user=user.pk).exists()
    return part.partner is not None and REPRESENT_PARTNER in words_on_partner(user, part.partner)


def _is_persons(person: Person, part: Part, on: dt.date) -> bool:
    if part.person_id:
        return part.person_id == person.pk
    held = SeatHolding.objects.held_on(on).filter(person=person)
    if part.owner == Part.Owner.POST:
        return held.filter(seat=part.seat_id).exists()
    return part.owner == Part.Owner.PARTNER and sitting(held).filter(seat__partner=part.partner_id).exists()


def possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"

"""Somebody says how they want to be reminded: signed in, or by the link in a mail to them."""

from typing import Any

from django.db import transaction

from actions.models import Preference, TurnedOff
from actions.queries.preference import choices_of
from boards.models import Person
from trust.tools.keeping import discard, keep
from trust.tools.refusal import NotPermitted

BY_LINK = "By the link in a mail to them."


@transaction.atomic
def set_preference(*, person: Person, way: str, off: set[int], by: Any) -> Preference:
    """``off``: boards of which they want no reminders, of those that allow it. ``by`` is nobody where the link in a
    mail was followed: who has the mail is taken to be whom it was written to."""
    _check_own(person, by)
    because = "" if by else BY_LINK
    held = Preference.objects.select_for_update(of=["self"]).filter(person=person).first() or Preference(person=person)
    if held.pk is None or held.way != way:
        held.way = way
        keep(held, by=by, because=because)
    allowed = {choice.board.pk for choice in choices_of(person).boards if choice.may_turn_off}
    now = {row.board_id: row for row in TurnedOff.objects.filter(person=person, board__in=allowed)}
    for board in (off & allowed) - now.keys():
        keep(TurnedOff(person=person, board_id=board), by=by, because=because)
    for board in now.keys() - off:
        discard(now[board], by=by, because=because)
    return held


@transaction.atomic
def turn_off_all(*, person: Person) -> int:
    """What a mail program’s own button asks for (RFC 8058): no reminders of any board that allows it; how many."""
    choices = choices_of(person)
    allowed = {choice.board.pk for choice in choices.boards if choice.may_turn_off}
    set_preference(person=person, way=choices.way, off=allowed, by=None)
    return len(allowed)


def _check_own(person: Person, by: Any) -> None:
    if by is not None and person.user_id != by.pk:
        raise NotPermitted("Each says for themselves how they are reminded.")
